/** The npm package of the command, installed as a user installs it. */

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
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
const examples = [
  ...readFileSync(join(root, "docs/library.md"), "utf8").matchAll(/^```js\n(.*?)^```\n\n```text\n(.*?)^```/gms),
].map(([, program = "", output = ""], index) => ({ number: index + 1, program, output }));

test.each(examples)(
  "example $number of the page about the library prints what the page says",
  ({ program, output }) => {
    writeFileSync(join(installed.folder, "example.mjs"), program);
    const { stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], {
      cwd: installed.folder,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(stdout).toBe(output);
  },
);

test("the types of the library hold for its examples", () => {
  writeFileSync(
    join(installed.folder, "typed.mts"),
    'import { check, draw, type MapProblem, parse } from "argmap";\n' +
      'const problems: readonly MapProblem[] = await check("claim: A.");\n' +
      'const svg: string = await draw("claim: A.", { theme: "dark" });\n' +
      'console.log(problems[0]?.line, svg, parse("claim: A.").items.length);\n',
  );
  writeFileSync(
    join(installed.folder, "wrong.mts"),
    'import { draw } from "argmap";\nawait draw("", { theme: "red" });\n',
  );
  const compile = (name: string) =>
    spawnSync(
      process.execPath,
      [
        join(root, "node_modules/typescript/bin/tsc"),
        ...["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--types", "", name],
      ],
      { cwd: installed.folder, encoding: "utf8" },
    ).stdout;
  expect(compile("typed.mts")).toBe("");
  expect(compile("wrong.mts")).toContain("wrong.mts(2,");
});
