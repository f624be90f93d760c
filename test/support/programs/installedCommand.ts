import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npm } from "../../../packaging/command.ts";
import { TEST_LIMIT } from "../limits.ts";

/** A folder into which a package has been installed. */
export interface InstalledCommand extends Disposable {
  readonly folder: string;
  /** Runs the command that the package installs. */
  run(...args: readonly string[]): { readonly status: number | null; readonly out: string; readonly err: string };
}

/** Installs a packed package into an empty folder, without a network. */
export function installCommand(tarball: string): InstalledCommand {
  const folder = mkdtempSync(join(tmpdir(), "argmap-installed-"));
  writeFileSync(join(folder, "package.json"), "{}\n");
  npm(["install", tarball, "--offline", "--no-audit", "--no-fund", "--loglevel", "error"], folder);
  return {
    folder,
    run(...args) {
      const { status, stdout, stderr } = spawnSync(join(folder, "node_modules/.bin/argmap"), args, {
        cwd: folder,
        encoding: "utf8",
        timeout: TEST_LIMIT,
        // On Windows, an installed command is a script, which needs a shell.
        shell: process.platform === "win32",
      });
      return { status, out: stdout, err: stderr };
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
