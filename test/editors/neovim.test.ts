/** The server in a headless Neovim, with the configuration from docs/editors.md. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { TEST_LIMIT, WAIT_LIMIT } from "../support/limits.ts";
import { map } from "../support/maps/markedMap.ts";
import { temporaryFolder } from "../support/programs/lspClient.ts";
import { root } from "../support/root.ts";

const isInstalled = spawnSync("nvim", ["--version"], { timeout: TEST_LIMIT }).status === 0;
if (!isInstalled)
  console.warn("Neovim is not installed, so its test is skipped. Install it with: apt-get install neovim");

/** The first Lua block of the guide. This tests exactly what users paste. */
function documentedConfiguration(): string {
  const guide = readFileSync(join(root, "docs/editors.md"), "utf8");
  const block = /^```lua\n(.*?)^```/ms.exec(guide)?.[1];
  if (block === undefined) throw new Error("docs/editors.md contains no configuration for Neovim.");
  return block;
}

test.runIf(isInstalled)(
  "Neovim shows problems, finds a definition in another file, and renames in both files",
  () => {
    const files = temporaryFolder(map`
    import: people.argmap
    claim keep: It stays.
    claim 去掉 accepted-by lind: It goes.
    reason for lost: So.
    === people.argmap
    speaker lind: Maja Lind
  `);
    const path = (name: string): string => fileURLToPath(files.uriOf(name));
    const home = join(dirname(path("main.argmap")), ".home");
    mkdirSync(join(home, "bin"), { recursive: true });
    symlinkSync(join(root, "dist/server/cli.cjs"), join(home, "bin/argmap"));
    writeFileSync(join(home, "init.lua"), documentedConfiguration());
    const result = join(home, "result.json");
    const script = join(import.meta.dirname, "neovim.lua");
    const nvim = spawnSync(
      "nvim",
      ["--headless", "-u", join(home, "init.lua"), "-i", "NONE", "-c", `luafile ${script}`, "-c", "cquit"],
      {
        encoding: "utf8",
        timeout: TEST_LIMIT,
        env: {
          ...process.env,
          HOME: home,
          XDG_STATE_HOME: home,
          XDG_DATA_HOME: home,
          XDG_CACHE_HOME: home,
          PATH: `${join(home, "bin")}:${dirname(process.execPath)}:${process.env["PATH"]}`,
          ARGMAP_MAP: path("main.argmap"),
          ARGMAP_RESULT: result,
          ARGMAP_WAIT_LIMIT: String(WAIT_LIMIT),
        },
      },
    );
    expect(nvim.status, nvim.stderr).toBe(0);
    const { problems, definition } = JSON.parse(readFileSync(result, "utf8"));
    expect(problems).toContainEqual({ code: "unknown-name", line: 3 });
    expect(definition.targetUri ?? definition.uri).toBe(files.uriOf("people.argmap"));
    expect(readFileSync(path("main.argmap"), "utf8")).toContain("claim 去掉 accepted-by maja: It goes.");
    expect(readFileSync(path("people.argmap"), "utf8")).toBe("speaker maja: Maja Lind\n");
  },
  TEST_LIMIT,
);
