/** The npm package of the command, installed as a user installs it. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packCommand } from "../../packaging/command.ts";
import { filesInFolder, missingBundles, pathsIn, relativeLinks, textIn } from "../support/packages/packageFiles.ts";
import { type InstalledCommand, installCommand } from "../support/programs/installedCommand.ts";
import { connectTo } from "../support/programs/mcpClient.ts";
import { root } from "../support/root.ts";

let installed: InstalledCommand;
beforeAll(() => {
  installed = installCommand(packCommand(root));
});
afterAll(() => installed[Symbol.dispose]());

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const packageFolder = (): string => join(installed.folder, "node_modules/argmap");

test("the package contains the command and what it loads, and nothing else", () => {
  const files = filesInFolder(packageFolder());
  expect(pathsIn(files)).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "dist/NOTICES.txt",
    "dist/export/Inter-LICENSE.txt",
    "dist/export/Inter-Regular.ttf",
    "dist/export/Inter-SemiBold.ttf",
    "dist/export/tableDocument.cjs",
    "dist/export/worker.cjs",
    "dist/formats/*",
    "dist/library/*",
    "dist/library/argmap.d.ts",
    "dist/library/element.d.ts",
    "dist/library/markdown/markdown-it.d.ts",
    "dist/library/markdown/markdown.css",
    "dist/library/markdown/remark.d.ts",
    "dist/server/cli.cjs",
    "dist/server/cliWorker.cjs",
    "dist/server/cmaps/*",
    "dist/server/commandLine.cjs",
    "dist/server/documentBundle.cjs",
    "dist/server/encodingBundle.cjs",
    "dist/server/foreignConversion.cjs",
    "dist/server/main.cjs",
    "dist/server/markupBundle.cjs",
    "dist/server/mcpServer.cjs",
    "dist/server/parquet.cjs",
    "dist/server/pdf.cjs",
    "dist/server/readWorker.cjs",
    "dist/server/resvg.wasm",
    "dist/shared/protocol.cjs",
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
    "docs/language.md",
    "docs/reference.md",
    "package.json",
  ]);
  expect(missingBundles(files)).toEqual([]);
  expect(relativeLinks(textIn(files, "README.md"))).toEqual([]);
});

test("it needs no other package, and has the version of the project", () => {
  const manifest = manifestOf(packageFolder());
  expect(readdirSync(join(installed.folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
    "argmap",
  ]);
  expect(Object.keys(manifest)).not.toContain("devDependencies");
  expect(manifest.version).toBe(manifestOf(root).version);
  expect(installed.run("--version").out).toBe(`${manifest.version}\n`);
});

test("the installed command checks and draws a map, as SVG, PDF and HTML", () => {
  writeFileSync(
    join(installed.folder, "toll.argmap"),
    "claim toll: The toll should stay.\nreason for tol: It works.\n",
  );
  const checked = installed.run("check", "toll.argmap");
  expect(checked.status).toBe(1);
  expect(checked.out).toContain("“tol”");
  writeFileSync(join(installed.folder, "toll.argmap"), "claim toll: The toll should stay.\n  reason: It works.\n");
  expect(installed.run("check", "toll.argmap")).toEqual({ status: 0, out: expect.any(String), err: "" });
  const svg = installed.run("render", "toll.argmap");
  expect(svg.out).toContain("<svg");
  expect(svg.out).toContain("The toll should stay.");
  for (const [name, start] of [
    ["toll.pdf", "%PDF-"],
    ["toll.html", "<!doctype html>"],
  ] as const) {
    expect(installed.run("render", "toll.argmap", "-o", name)).toEqual({ status: 0, out: "", err: "" });
    expect(readFileSync(join(installed.folder, name), "latin1").slice(0, start.length).toLowerCase()).toBe(
      start.toLowerCase(),
    );
  }
});

test("the installed command serves an assistant: it reads, draws and has the language at hand", async () => {
  writeFileSync(join(installed.folder, "toll.argmap"), "claim toll: The toll should stay.\n  reason: It works.\n");
  const { client, call } = await connectTo(join(packageFolder(), "dist/server/cli.cjs"), installed.folder, ".");
  expect((await call("read_map", { map: "toll.argmap" })).text).toContain("claim toll: The toll should stay.");
  expect((await call("draw_map", { map: "toll.argmap" })).images).toHaveLength(1);
  const { contents } = await client.readResource({ uri: "argmap://language" });
  expect(contents[0]).toMatchObject({ text: readFileSync(join(root, "docs/language.md"), "utf8") });
});

/** Each example of a page, as a program, with the output that the page shows below it. */
const examples = ["docs/library.md", "docs/web-pages.md"].flatMap((page) =>
  [
    ...readFileSync(join(root, page), "utf8").matchAll(
      /^```js\n((?:(?!```).*\n)*)```\n\n```text\n((?:(?!```).*\n)*)```/gm,
    ),
  ].map(([, program = "", output = ""], index) => ({ page, number: index + 1, program, output })),
);

test("both pages have examples", () => {
  expect(new Set(examples.map(({ page }) => page)).size).toBe(2);
});

test.each(examples)("example $number of $page prints what the page says", ({ program, output }) => {
  writeFileSync(join(siteFolder(), "example.mjs"), program);
  const { stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], { cwd: siteFolder(), encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toBe(output);
});

test("the types of the library hold for its examples", () => {
  const typed =
    'import { check, draw, type MapProblem, parse } from "argmap";\n' +
    'const problems: readonly MapProblem[] = await check("claim: A.");\n' +
    'const svg: string = await draw("claim: A.", { theme: "dark" });\n' +
    'console.log(problems[0]?.line, svg, parse("claim: A.").items.length);\n';
  expect(compile(typed)).toBe("");
  expect(compile('import { draw } from "argmap";\nawait draw("", { theme: "red" });\n')).toContain("typed.mts(2,");
});

test("the types of the plugins hold for markdown-it and unified", () => {
  const plugins =
    'import markdownItPlugin from "argmap/markdown-it";\nimport remarkPlugin from "argmap/remark";\n' +
    'import MarkdownIt from "markdown-it";\nimport remarkParse from "remark-parse";\n' +
    'import remarkRehype from "remark-rehype";\nimport { unified } from "unified";\n';
  const used =
    "new MarkdownIt().use(markdownItPlugin);\n" + "unified().use(remarkParse).use(remarkPlugin).use(remarkRehype);\n";
  expect(compile(plugins + used)).toBe("");
  expect(compile(`${plugins}new MarkdownIt().use(remarkPlugin);\nmarkdownItPlugin(7);\n`)).toContain("typed.mts(8,");
});

test("the types of the element hold for a program of a page", () => {
  const typed =
    'import type { ArgumentMapElement } from "argmap/element";\n' +
    'const map: ArgumentMapElement = document.createElement("argument-map");\n' +
    'map.src = "talk.argmap";\nmap.depth = 2;\nmap.unfold(3);\n' +
    'map.addEventListener("error", ({ message }) => console.log(message));\n';
  expect(compile(typed)).toBe("");
  expect(compile(`${typed}map.direction = "up";\n`)).toContain("typed.mts(7,");
});

test("a program that renders pages on a server can import the element, which defines nothing there", () => {
  writeFileSync(
    join(siteFolder(), "server.mjs"),
    'import * as element from "argmap/element";\nconsole.log(Object.keys(element));\n',
  );
  const { stdout, stderr } = spawnSync(process.execPath, ["server.mjs"], { cwd: siteFolder(), encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toBe("[ 'ArgumentMapElement' ]\n");
});

/** Returns a folder beside the installed package that has the packages of a site, too. */
function siteFolder(): string {
  const folder = join(installed.folder, "site");
  if (existsSync(folder)) return folder;
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  for (const name of ["markdown-it", "unified", "remark-parse", "remark-rehype", "rehype-stringify"])
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name), "junction");
  return folder;
}

/** Returns what the compiler says about a program. */
function compile(program: string): string {
  writeFileSync(join(siteFolder(), "typed.mts"), program);
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--types", "", "typed.mts"];
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  return spawnSync(process.execPath, [compiler, ...options], { cwd: siteFolder(), encoding: "utf8" }).stdout;
}
