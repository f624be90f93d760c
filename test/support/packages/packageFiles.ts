import { globSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { unzipSync } from "fflate";

/** The files of a package by their paths in it. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** Reads an unpacked package. */
export function filesInFolder(folder: string): PackageFiles {
  const paths = globSync("**/*", { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile());
  return new Map(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path))]));
}

/** Reads the files that VS Code installs from a VSIX. */
export function filesInVsix(path: string): PackageFiles {
  const folder = "extension/";
  const entries = Object.entries(unzipSync(readFileSync(path)));
  return new Map(
    entries.flatMap(([name, bytes]) => (name.startsWith(folder) ? [[name.slice(folder.length), bytes] as const] : [])),
  );
}

/** The paths of all files, sorted. The many tables of pdf.js count as one file, and so do the formats and the parts of the library. */
export const pathsIn = (files: PackageFiles): readonly string[] =>
  [
    ...new Set(
      [...files.keys()].map((path) => path.replace(/(\/cmaps\/|\/formats\/).*|(\/library\/).*\.js$/, "$1$2*")),
    ),
  ].sort();

/** The text of a file. Fails if the package does not contain it. */
export function textIn(files: PackageFiles, path: string): string {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`${path} is not in the package.`);
  return new TextDecoder().decode(bytes);
}

/** Returns the bundles that other bundles of a package load but that are not in it. */
export const missingBundles = (files: PackageFiles): readonly string[] =>
  [...files.keys()]
    .filter((path) => path.endsWith(".cjs"))
    .flatMap((path) =>
      [...textIn(files, path).matchAll(/"((?:\.{1,2}\/)?(?:\w+\/)?\w+\.cjs)"/g)].map(([, loaded = ""]) =>
        posix.join(dirname(path), loaded),
      ),
    )
    .filter((path) => !files.has(path));

/** The relative links of a Markdown text, which lead nowhere outside the project. */
export const relativeLinks = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/\]\((?!https:|data:|#)([^)]*)\)/g)].map(([, link = ""]) => link);
