/** The extension as VS Code installs it. */
import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { readManifest } from "../../packaging/contents.ts";
import { packExtension } from "../../packaging/extension.ts";
import {
  filesInVsix,
  missingBundles,
  type PackageFiles,
  pathsIn,
  relativeLinks,
  textIn,
} from "../support/packages/packageFiles.ts";
import { root } from "../support/root.ts";

const { vsix } = packExtension(root);
const files: PackageFiles = filesInVsix(vsix);
const manifest = JSON.parse(textIn(files, "package.json"));

/** The files of the project that a pattern names: all documents and all examples are shipped. */
const projectFiles = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();

test("the package contains what the extension loads and shows, and nothing else", () => {
  expect(pathsIn(files)).toEqual([
    "LICENSE.txt",
    "changelog.md",
    "client/icons/argmap.png",
    "client/icons/map.svg",
    "client/l10n/bundle.l10n.de.json",
    "client/l10n/bundle.l10n.es.json",
    "client/l10n/bundle.l10n.fr.json",
    "client/l10n/bundle.l10n.zh-cn.json",
    "client/snippets/argmap.json",
    "client/walkthrough/article.svg",
    "client/walkthrough/map.svg",
    "client/walkthrough/picture.svg",
    "client/walkthrough/problems.svg",
    "dist/NOTICES.txt",
    "dist/client/extension.cjs",
    "dist/client/features.cjs",
    "dist/export/Inter-LICENSE.txt",
    "dist/export/Inter-Regular.ttf",
    "dist/export/Inter-SemiBold.ttf",
    "dist/export/client.cjs",
    "dist/export/convertWorker.cjs",
    "dist/export/tableDocument.cjs",
    "dist/export/worker.cjs",
    "dist/formats/*",
    "dist/markdown/markdown.cjs",
    "dist/markdown/markdown.css",
    "dist/server/cmaps/*",
    "dist/server/documentBundle.cjs",
    "dist/server/editorAssistant.cjs",
    "dist/server/encodingBundle.cjs",
    "dist/server/foreignConversion.cjs",
    "dist/server/main.cjs",
    "dist/server/markupBundle.cjs",
    "dist/server/pdf.cjs",
    "dist/server/readWorker.cjs",
    "dist/shared/protocol.cjs",
    ...[
      ...globSync("server/core/{formats/**/*Format,reasoning/words/??Words}.ts", { cwd: root }).map(
        (path) => `dist/web/${basename(path, ".ts")}.js`,
      ),
      "dist/web/convertWorker.js",
      "dist/web/documentBundle.js",
      "dist/web/encodingBundle.js",
      "dist/web/extension.cjs",
      "dist/web/foreignConversion.js",
      "dist/web/markupBundle.js",
      "dist/web/pdf.js",
      "dist/web/readWorker.js",
      "dist/web/server.js",
    ].sort(),
    "dist/webview/export.js",
    "dist/webview/messages/de.js",
    "dist/webview/messages/es.js",
    "dist/webview/messages/fr.js",
    "dist/webview/messages/zh.js",
    "dist/webview/page.css",
    "dist/webview/page.js",
    "dist/words/de.cjs",
    "dist/words/en.cjs",
    "dist/words/es.cjs",
    "dist/words/fr.cjs",
    "dist/words/zh.cjs",
    ...projectFiles("docs/*.md"),
    ...projectFiles("examples/**/*.*"),
    "package.json",
    "package.nls.de.json",
    "package.nls.es.json",
    "package.nls.fr.json",
    "package.nls.json",
    "package.nls.zh-cn.json",
    "readme.md",
    "syntaxes/argmap.tmLanguage.json",
    "syntaxes/article-configuration.json",
    "syntaxes/article-html.tmLanguage.json",
    "syntaxes/language-configuration.json",
    "syntaxes/markdown.tmLanguage.json",
  ]);
});

test("it contains every file that its manifest names, and every bundle that a bundle loads", () => {
  const named = [...JSON.stringify(manifest).matchAll(/"(?:\.\/)?((?:client|dist|syntaxes)\/[^"]*\.\w+)"/g)].map(
    ([, path = ""]) => path,
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !files.has(path))).toEqual([]);
  expect(missingBundles(files)).toEqual([]);
});

test("its README and its list of changes need no repository: no link and no picture is relative", () => {
  for (const name of ["readme.md", "changelog.md"]) expect(relativeLinks(textIn(files, name)), name).toEqual([]);
  expect(textIn(files, "readme.md")).not.toContain("![");
});

test("its version is in its name and its manifest, which concerns only users", () => {
  const { version } = readManifest(root);
  expect(vsix).toBe(join(root, `dist/packages/argmap-${version}.vsix`));
  expect(manifest.version).toBe(version);
  for (const field of ["scripts", "devDependencies", "private", "bin"]) expect(manifest).not.toHaveProperty(field);
});

test("it contains the license of every library in its bundles", () => {
  const notices = textIn(files, "dist/NOTICES.txt");
  for (const name of ["preact", "vscode-languageclient", "pdfjs-dist", "mammoth", "valibot"])
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+`, "m"));
  expect(notices).not.toMatch(/^(esbuild|mocha|vitest) \d/m);
});
