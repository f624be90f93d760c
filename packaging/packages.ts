/**
 * `npm run package`: creates both packages, of one version.
 *
 *     npm run package [-- --base-url https://…]
 */
import { statSync } from "node:fs";
import { relative } from "node:path";
import { parseArgs } from "node:util";
import { packCommand } from "./command.ts";
import { packExtension } from "./extension.ts";

/** Packs what has been built, and prints the files and their sizes. */
export function createPackages(root: string, args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { "base-url": { type: "string" } } });
  for (const path of [packExtension(root, values["base-url"]).vsix, packCommand(root)])
    console.log(`${relative(root, path)}: ${(statSync(path).size / 1e6).toFixed(1)} MB`);
}
