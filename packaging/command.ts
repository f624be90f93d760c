/** Packs the built command line as an npm package. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { commandContents, readManifest, writeContents } from "./contents.ts";

/** Runs npm, and returns what it prints. On Windows, `npm` is a script, which needs a shell. */
export const npm = (args: readonly string[], cwd: string): string =>
  execFileSync("npm", args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });

/** Creates `dist/packages/argmap-VERSION.tgz`, which `npm install` and `npm publish` take. Returns its path. */
export function packCommand(root: string): string {
  const { name, version } = readManifest(root);
  const folder = join(root, "dist/packages/command");
  writeContents(root, commandContents(root), folder);
  npm(["pack", "--pack-destination", "..", "--loglevel", "error"], folder);
  return join(root, `dist/packages/${name}-${version}.tgz`);
}
