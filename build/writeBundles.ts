/** Writes `dist/`: the bundles, and the files that they load. */
import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build, context, type Metafile } from "esbuild";
import { licenseNotices } from "../packaging/notices.ts";
import { bundles } from "./bundles.ts";
import { root } from "./root.ts";

/** Files that are shipped as they are, by their paths in `dist/`. */
const copies = {
  "library/argmap.d.ts": "server/library/argmap.d.ts",
  "library/element.d.ts": "client/element/element.d.ts",
  "library/markdown/markdown-it.d.ts": "server/markdown/markdown-it.d.ts",
  "library/markdown/remark.d.ts": "server/markdown/remark.d.ts",
  "server/resvg.wasm": "node_modules/@resvg/resvg-wasm/index_bg.wasm",
  // The fonts of exported files, with their license.
  "export/Inter-Regular.ttf": "node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  "export/Inter-SemiBold.ttf": "node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
  "export/Inter-LICENSE.txt": "node_modules/@expo-google-fonts/inter/LICENSE_FONT",
};

/** Writes all bundles and copies. Needs the compiled grammar. */
export async function writeBundles(): Promise<void> {
  const results = await Promise.all(bundles.map((options) => build({ ...options, metafile: true as const })));
  const metafiles = results.map(({ metafile }) => metafile);
  removeOldBundles(new Set(metafiles.flatMap(({ outputs }) => Object.keys(outputs))));
  writeFileSync(join(root, "dist/NOTICES.txt"), licenseNotices(root, shippedInputs(metafiles)));
  for (const [to, from] of Object.entries(copies)) copyFileSync(join(root, from), createdPath(to));
  cpSync(join(root, "node_modules/pdfjs-dist/cmaps"), join(root, "dist/server/cmaps"), { recursive: true });
  chmodSync(join(root, "dist/server/cli.cjs"), 0o755);
}

/** Writes each bundle on every change of a file that it contains, until the process ends. */
export async function watchBundles(): Promise<void> {
  for (const options of bundles) await (await context({ ...options, logLevel: "info" })).watch();
}

/** Removes the bundles of earlier versions, which would be packed with those of this one. */
function removeOldBundles(written: ReadonlySet<string>): void {
  for (const folder of new Set([...written].map((path) => dirname(path))))
    for (const name of readdirSync(join(root, folder)))
      if (/\.(cjs|js|css)$/.test(name) && !written.has(`${folder}/${name}`)) rmSync(join(root, folder, name));
}

/** The files in the bundles of both packages. */
const shippedInputs = (metafiles: readonly Metafile[]): readonly string[] =>
  metafiles
    .flatMap(({ outputs }) => Object.entries(outputs))
    .flatMap(([path, { inputs }]) => (path.startsWith("dist/test/") ? [] : Object.keys(inputs)));

/** The absolute path of a file in `dist/`, whose folder exists then. */
function createdPath(path: string): string {
  const file = join(root, "dist", path);
  mkdirSync(dirname(file), { recursive: true });
  return file;
}
