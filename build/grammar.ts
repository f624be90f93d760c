/** Compiles the grammar of heads, which the bundles, the tests and the types need. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

const folder = "server/core/language";

/** Compiles the grammar and its types if the grammar has changed. Compares hashes, as copies of files have new times. */
export function compileGrammar(): void {
  const source = join(root, folder, "argmap.ohm");
  const compiled = `${source}-bundle.js`;
  const hash = createHash("sha256").update(readFileSync(source)).digest("hex");
  const stamp = `\n// Compiled from a grammar with the SHA-256 hash ${hash}\n`;
  if (existsSync(compiled) && readFileSync(compiled, "utf8").endsWith(stamp)) return;
  const ohm = join(root, "node_modules/@ohm-js/cli/index.js");
  const args = [ohm, "generateBundles", "--withTypes", "--esm", source];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit", cwd: root });
  if (status !== 0) throw new Error("The grammar could not be compiled.");
  appendFileSync(compiled, stamp);
}

/** Compiles the grammar on every change, until the process ends. */
export function watchGrammar(): void {
  // Editors replace a file when they save it, so the folder is watched.
  watch(join(root, folder), (_, name) => {
    if (name === "argmap.ohm") compileGrammar();
  });
}
