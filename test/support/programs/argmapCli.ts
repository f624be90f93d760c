import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { TEST_LIMIT } from "../limits.ts";
import { root } from "../root.ts";

/** The built command line. */
export const argmapProgram = join(root, "dist/server/cli.cjs");

export interface CliResult {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  /** The working folder, which is removed after the test. */
  readonly folder: string;
}

/** Runs the built command line in a temporary folder with the given files and standard input. */
export function argmap(
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  input = "",
): CliResult {
  const folder = mkdtempSync(join(tmpdir(), "argmap-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return argmapIn(folder, args, input);
}

/** Runs the built command line in a folder. */
export function argmapIn(folder: string, args: readonly string[], input = ""): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [argmapProgram, ...args], {
    cwd: folder,
    encoding: "utf8",
    input,
    timeout: TEST_LIMIT,
  });
  return { status, out: stdout, err: stderr, folder };
}
