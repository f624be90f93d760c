/** Writes the service worker's list of files, so that the site also works offline. */
import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A file of the site: its path from the root, and a hash of its content. */
type ListedFile = readonly [path: string, hash: string];

/**
 * Writes the list of the files in the folder before `sw.js`. All others must have been written before. The
 * files of the playground are many, so readers of the documents do not load them.
 */
export function writeFileList(folder: string): void {
  const worker = join(folder, "sw.js");
  const files = globSync("**/*", { cwd: folder })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path !== "sw.js" && statSync(join(folder, path)).isFile())
    .sort();
  const [first, later]: [ListedFile[], ListedFile[]] = [[], []];
  for (const path of files) {
    const content = readFileSync(join(folder, path));
    const hash = createHash("sha256").update(content).digest("base64url").slice(0, 16);
    (path.startsWith("playground/") ? later : first).push([path, hash]);
  }
  writeFileSync(worker, `self.siteFiles = ${JSON.stringify({ first, later })};\n${readFileSync(worker, "utf8")}`);
}
