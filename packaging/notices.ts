/** The licenses of the libraries in the bundles. Most of them ask for a copy wherever the library is. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The last `node_modules` of a path says which package a file belongs to. */
const packageFolder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;
const licenseFile = /^(licen[cs]e|copying|notice)/i;

/**
 * Returns the names, versions and licenses of the packages that files belong to.
 *
 * @param files paths from the root, in `node_modules` or elsewhere
 */
export function licenseNotices(root: string, files: Iterable<string>): string {
  const folders = new Set([...files].flatMap((path) => packageFolder.exec(path)?.[0] ?? []));
  const notices = new Map([...folders].map((folder) => notice(join(root, folder))));
  const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return ["Argmap contains these libraries.", ...sorted].join(`\n\n${"-".repeat(80)}\n\n`);
}

/** Returns the name and version of a package, and its notice. */
function notice(folder: string): readonly [string, string] {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const texts = readdirSync(folder)
    .filter((file) => licenseFile.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  // Some old packages name their license only in its text.
  const heading = `${name} ${version}${typeof license === "string" ? ` (${license})` : ""}`;
  return [`${name} ${version}`, [heading, ...texts].join("\n\n")];
}
