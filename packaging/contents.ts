/** Which files the two packages contain: the extension for VS Code, and the npm package of the command and the library. */
import { cpSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { standalone } from "./standalone.ts";

/** The contents of a package: files of the project by their patterns, and texts by the names that they get. */
export interface PackageContents {
  readonly files: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
}

/** The bundles that read articles, convert other formats and create exports. */
const sharedFiles = [
  "LICENSE",
  "dist/NOTICES.txt",
  "dist/server/main.cjs",
  "dist/server/{documentBundle,encodingBundle,foreignConversion,markupBundle,pdf,readWorker}.cjs",
  "dist/server/cmaps/*",
  "dist/shared/*.cjs",
  "dist/export/{tableDocument,worker}.cjs",
  "dist/export/Inter-*",
  "dist/formats/*.cjs",
  "dist/words/*.cjs",
  "dist/webview/page.{js,css}",
  "dist/webview/messages/*.js",
];

/** The content of `package.json`. It is not cached, because the build may change the file. */
export type PackageManifest = Readonly<Record<string, unknown>> & { readonly name: string; readonly version: string };

/** Reads `package.json`. */
export function readManifest(root: string): PackageManifest {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
}

/** Fields that concern developers, or the other package. */
const omittedInExtension = ["private", "bin", "scripts", "devDependencies", "allowScripts"];

/** The extension. Its README and its list of changes are read where no repository is beside them. */
export function extensionContents(root: string, baseUrl?: string): PackageContents {
  const manifest = Object.entries(readManifest(root)).filter(([key]) => !omittedInExtension.includes(key));
  return {
    files: [
      ...sharedFiles,
      "dist/client/*.cjs",
      "dist/server/editorAssistant.cjs",
      "dist/export/{client,convertWorker}.cjs",
      "dist/webview/export.js",
      "dist/markdown/*",
      "dist/web/*.{cjs,js}",
      "package.nls*.json",
      "syntaxes/*.json",
      "client/icons/*",
      "client/l10n/*.json",
      "client/snippets/*.json",
      "client/walkthrough/*.svg",
      "examples/**",
      "docs/*.md",
    ],
    texts: {
      "package.json": json(Object.fromEntries(manifest)),
      "README.md": standalone(root, "packaging/extension.md", baseUrl),
      "CHANGELOG.md": standalone(root, "CHANGELOG.md", baseUrl),
    },
  };
}

/** The npm package. All that it needs is bundled, so it has no dependencies. */
export function commandContents(root: string): PackageContents {
  const { name, version, license, keywords, type, bin, engines } = readManifest(root);
  const { node } = engines as { readonly node: string }; // The manifest is the project's own.
  return {
    files: [
      ...sharedFiles,
      "dist/server/{cli,cliWorker,commandLine,mcpServer,parquet}.cjs",
      "dist/server/resvg.wasm",
      "dist/library/**",
      // Assistants read these.
      "docs/{language,reference}.md",
    ],
    texts: {
      "package.json": json({
        name,
        version,
        description:
          "Check, weigh, draw and edit argument maps: the command line, and a library for Node and browsers.",
        license,
        keywords,
        type,
        bin,
        exports: {
          ".": { types: "./dist/library/argmap.d.ts", default: "./dist/library/argmap.js" },
          "./element": { types: "./dist/library/element.d.ts", default: "./dist/library/element.js" },
          "./markdown-it": {
            types: "./dist/library/markdown/markdown-it.d.ts",
            default: "./dist/library/markdown/markdown-it.js",
          },
          "./remark": {
            types: "./dist/library/markdown/remark.d.ts",
            default: "./dist/library/markdown/remark.js",
          },
          "./markdown.css": "./dist/library/markdown/markdown.css",
          "./package.json": "./package.json",
        },
        files: ["dist", "docs", "CHANGELOG.md"],
        engines: { node },
      }),
      "README.md": standalone(root, "packaging/command.md"),
      "CHANGELOG.md": standalone(root, "CHANGELOG.md"),
    },
  };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Returns the files of the project that a package contains, as paths from the root, sorted. */
export const filesOf = (root: string, { files }: PackageContents): readonly string[] =>
  [...new Set(files.flatMap((pattern) => globSync(pattern, { cwd: root })))]
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => path.replaceAll("\\", "/"))
    .sort();

/** Writes the contents to a folder, which has nothing else afterwards. */
export function writeContents(root: string, contents: PackageContents, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const path of filesOf(root, contents)) cpSync(join(root, path), join(folder, path));
  for (const [name, text] of Object.entries(contents.texts)) writeFileSync(join(folder, name), text);
}
