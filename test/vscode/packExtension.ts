/** Packs the built extension into a VSIX file. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Creates `dist/argmap.vsix` if its content has changed. Returns its path and a hash of its content. */
export function packExtension(root: string): { readonly vsix: string; readonly hash: string } {
  const vsix = join(root, "dist/argmap.vsix");
  const hashFile = `${vsix}.mark`;
  const hash = contentHash(root);
  if (!existsSync(vsix) || !existsSync(hashFile) || readFileSync(hashFile, "utf8") !== hash) {
    const vsce = join(root, "node_modules/@vscode/vsce/vsce");
    // All dependencies are bundled.
    const flags = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
    execFileSync(process.execPath, [vsce, "package", "--out", vsix, ...flags], { cwd: root, stdio: "pipe" });
    writeFileSync(hashFile, hash);
  }
  return { vsix, hash };
}

function contentHash(root: string): string {
  // .vscodeignore excludes everything, and then includes one pattern per line that starts with `!`.
  const packed = readFileSync(join(root, ".vscodeignore"), "utf8").matchAll(/^!(.+)$/gm);
  const files = [...packed].flatMap(([, pattern]) =>
    pattern ? globSync(pattern, { cwd: root, withFileTypes: true }) : [],
  );
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  const hash = createHash("sha256");
  for (const path of paths.sort()) hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}
