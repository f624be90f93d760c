/** `npm run site`: writes the site to `dist/site`, as static files for any host and any path. */
import { cpSync, globSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildSync } from "esbuild";
import { documentPages } from "./documents.ts";
import { examplesPage } from "./examples.ts";
import { writeFileList } from "./offline.ts";
import { pageHtml, type SitePage } from "./page.ts";
import { writePlayground } from "./playground.ts";
import { startPage } from "./startPage.ts";

/** Returns all pages but the playground. */
export const sitePages = (root: string): readonly SitePage[] => [
  startPage(root),
  ...documentPages(root),
  examplesPage(root),
];

/** Returns the files of the project that the site has under the same paths. */
export const copiedFiles = (root: string): readonly string[] =>
  ["docs/*.{png,json}", "examples/**/*.{argmap,txt,html}"]
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .map((path) => path.replaceAll("\\", "/"));

/** Writes the site. The bundles must have been built. Returns the sum of the sizes of its files, in bytes. */
export function writeSite(root: string, folder = join(root, "dist/site")): number {
  rmSync(folder, { recursive: true, force: true });
  for (const page of sitePages(root)) writePage(folder, page);
  for (const path of copiedFiles(root)) cpSync(join(root, path), join(folder, path));
  cpSync(join(root, "dist/library/element.js"), join(folder, "element.js"));
  cpSync(join(root, "dist/NOTICES.txt"), join(folder, "NOTICES.txt"));
  cpSync(join(root, "client/icons/map.svg"), join(folder, "icon.svg"));
  bundle(root, folder);
  writePlayground(root, join(folder, "playground"));
  writeFileList(folder);
  const sizes = globSync("**/*", { cwd: folder }).map((path) => statSync(join(folder, path)));
  return sizes.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

function writePage(folder: string, page: SitePage): void {
  const path = join(folder, page.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, pageHtml(page));
}

/** Bundles the style sheet and the scripts of all pages. */
function bundle(root: string, folder: string): void {
  const shared = { absWorkingDir: root, bundle: true, minify: true, logLevel: "warning", outdir: folder } as const;
  buildSync({ ...shared, entryPoints: { site: "packaging/site/site.css" } });
  buildSync({ ...shared, entryPoints: { register: "client/site/register.ts" }, format: "esm" });
  buildSync({ ...shared, entryPoints: { sw: "client/site/serviceWorker.ts" }, format: "iife" });
}
