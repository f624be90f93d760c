-- Acts like a user in a headless Neovim, and writes the results as JSON to the file ARGMAP_RESULT.
-- Neovim has already loaded the configuration from docs/editors.md.

local wait_limit = tonumber(vim.env.ARGMAP_WAIT_LIMIT)
local function wait_for(description, condition)
  if not vim.wait(wait_limit, condition, 20) then error("Timed out waiting for " .. description) end
end

vim.cmd("edit " .. vim.env.ARGMAP_MAP)
local buffer = vim.api.nvim_get_current_buf()
-- Diagnostics are complete when the imported map is loaded.
wait_for("an unknown name", function()
  for _, problem in ipairs(vim.diagnostic.get(buffer)) do
    if problem.code == "unknown-name" then return true end
  end
  return false
end)

local function move_to(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
  return vim.lsp.util.make_position_params(0, "utf-16")
end
local function request(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, wait_limit)
  for _, answer in pairs(answers or {}) do
    local failure = answer.err or answer.error
    if failure then error(method .. ": " .. vim.inspect(failure)) end
    return answer.result
  end
end

local problems = {}
for _, problem in ipairs(vim.diagnostic.get(buffer)) do
  table.insert(problems, { code = problem.code, line = problem.lnum })
end

local found = request("textDocument/definition", move_to(3, 26))
local target = found[1] or found

local params = move_to(3, 26)
params.newName = "maja"
vim.lsp.util.apply_workspace_edit(request("textDocument/rename", params), "utf-16")
vim.cmd("wall")

local file = io.open(vim.env.ARGMAP_RESULT, "w")
file:write(vim.json and vim.json.encode({ problems = problems, definition = target })
  or vim.fn.json_encode({ problems = problems, definition = target }))
file:close()
vim.cmd("qall!")
