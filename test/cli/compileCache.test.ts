import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { TEST_LIMIT } from "../support/limits.ts";
import { argmapProgram } from "../support/programs/argmapCli.ts";

/** Runs `argmap --version`, and returns its exit status. */
const run = (env: Readonly<Record<string, string>>): number | null =>
  spawnSync(process.execPath, [argmapProgram, "--version"], { env: { ...process.env, ...env }, timeout: TEST_LIMIT })
    .status;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "argmap-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("keeps its compiled code in the cache folder, unless the user turns this off", () => {
  const folder = temporaryFolder();
  expect(run({ XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, NODE_DISABLE_COMPILE_CACHE: "1" })).toBe(0);
  expect(existsSync(join(folder, "argmap"))).toBe(false);
  expect(run({ XDG_CACHE_HOME: folder, LOCALAPPDATA: folder })).toBe(0);
  expect(readdirSync(join(folder, "argmap", "compiled"))).toHaveLength(1);
});

test("runs without the cache if its folder cannot be written", () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  expect(run({ XDG_CACHE_HOME: file, LOCALAPPDATA: file })).toBe(0);
});
