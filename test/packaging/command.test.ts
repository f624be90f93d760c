/** The npm package of the command, installed as a user installs it. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packCommand } from "../../packaging/command.ts";
import { filesInFolder, missingBundles, pathsIn, relativeLinks, textIn } from "../support/packages/packageFiles.ts";
import { type InstalledCommand, installCommand } from "../support/programs/installedCommand.ts";
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
    "dist/formats/json.cjs",
    "dist/server/cli.cjs",
    "dist/server/cmaps/*",
    "dist/server/documentBundle.cjs",
    "dist/server/encodingBundle.cjs",
    "dist/server/main.cjs",
    "dist/server/markupBundle.cjs",
    "dist/server/pdf.cjs",
    "dist/server/readWorker.cjs",
    "dist/shared/protocol.cjs",
    "dist/webview/messages/de.js",
    "dist/webview/messages/es.js",
    "dist/webview/messages/fr.js",
    "dist/webview/messages/zh.js",
    "dist/webview/page.css",
    "dist/webview/page.js",
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
