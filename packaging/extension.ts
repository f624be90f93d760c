/** Packs the built extension into a VSIX file. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { extensionContents, filesOf, type PackageContents, readManifest, writeContents } from "./contents.ts";

/**
 * Creates `dist/packages/argmap-VERSION.vsix` if its content has changed. Returns its path and a hash of its content.
 *
 * @param baseUrl the address that the links of the README lead to
 */
export function packExtension(root: string, baseUrl?: string): { readonly vsix: string; readonly hash: string } {
  const { name, version } = readManifest(root);
  const vsix = join(root, `dist/packages/${name}-${version}.vsix`);
  const hashFile = `${vsix}.hash`;
  const contents = extensionContents(root, baseUrl);
  const hash = contentHash(root, contents);
  if (!existsSync(vsix) || !existsSync(hashFile) || readFileSync(hashFile, "utf8") !== hash) {
    const folder = join(root, "dist/packages/extension");
    writeContents(root, contents, folder);
    const vsce = join(root, "node_modules/@vscode/vsce/vsce");
    // All dependencies are bundled, and no link of the texts is relative.
    const flags = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
    execFileSync(process.execPath, [vsce, "package", "--out", vsix, ...flags], { cwd: folder, stdio: "pipe" });
    writeFileSync(hashFile, hash);
  }
  return { vsix, hash };
}

function contentHash(root: string, contents: PackageContents): string {
  const hash = createHash("sha256").update(JSON.stringify(contents));
  for (const path of filesOf(root, contents)) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}
