/** Packs what is built into an extension that VS Code installs. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Makes `dist/argmap.vsix` where what it holds has changed. Gives its path and a mark of what it holds. */
export function packExtension(root: string): { readonly vsix: string; readonly mark: string } {
  const vsix = join(root, "dist/argmap.vsix");
  const stamp = `${vsix}.mark`;
  const mark = contentHash(root);
  if (!existsSync(vsix) || !existsSync(stamp) || readFileSync(stamp, "utf8") !== mark) {
    const vsce = join(root, "node_modules/@vscode/vsce/vsce");
    // Everything is bundled: there are no dependencies to pack.
    const flags = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
    execFileSync(process.execPath, [vsce, "package", "--out", vsix, ...flags], { cwd: root, stdio: "pipe" });
    writeFileSync(stamp, mark);
  }
  return { vsix, mark };
}

function contentHash(root: string): string {
  // The file lists what is packed, each line with a `!`, after leaving out all.
  const packed = readFileSync(join(root, ".vscodeignore"), "utf8").matchAll(/^!(.+)$/gm);
  const files = [...packed].flatMap(([, pattern]) =>
    pattern ? globSync(pattern, { cwd: root, withFileTypes: true }) : [],
  );
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  const hash = createHash("sha256");
  for (const path of paths.sort()) hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}
