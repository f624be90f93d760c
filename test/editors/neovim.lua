-- Does in a headless Neovim what a user does, and writes what came of it as JSON to the file named by ARGMAP_RESULT.
-- The configuration of docs/editors.md was loaded before.

local patience = 20000
local function until_true(what, holds)
  if not vim.wait(patience, holds, 20) then error("Never came: " .. what) end
end

vim.cmd("edit " .. vim.env.ARGMAP_MAP)
local buffer = vim.api.nvim_get_current_buf()
-- What the imported map defines is known a moment later, and what is lost is said then.
until_true("an unknown name", function()
  for _, problem in ipairs(vim.diagnostic.get(buffer)) do
    if problem.code == "unknown-name" then return true end
  end
  return false
end)

local function at(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
  return vim.lsp.util.make_position_params(0, "utf-16")
end
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, patience)
  for _, answer in pairs(answers or {}) do
    local failed = answer.err or answer.error
    if failed then error(method .. ": " .. vim.inspect(failed)) end
    return answer.result
  end
end

local problems = {}
for _, problem in ipairs(vim.diagnostic.get(buffer)) do
  table.insert(problems, { code = problem.code, line = problem.lnum })
end

local found = ask("textDocument/definition", at(3, 26))
local target = found[1] or found

local params = at(3, 26)
params.newName = "maja"
vim.lsp.util.apply_workspace_edit(ask("textDocument/rename", params), "utf-16")
vim.cmd("wall")

local file = io.open(vim.env.ARGMAP_RESULT, "w")
file:write(vim.json and vim.json.encode({ problems = problems, definition = target })
  or vim.fn.json_encode({ problems = problems, definition = target }))
file:close()
vim.cmd("qall!")
