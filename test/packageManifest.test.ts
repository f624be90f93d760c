import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importFormats } from "../server/core/formats/registry.ts";
import { articleExtensions, documentExtensions } from "../server/core/strings/articleName.ts";
import { root } from "./support/root.ts";

const read = (path: string): string => readFileSync(join(root, path), "utf8");

test("every text of package.json is in package.nls.json, and nothing else is", () => {
  const used = [...read("package.json").matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key);
  const defined = Object.keys(JSON.parse(read("package.nls.json")));
  expect(defined.sort()).toEqual([...new Set(used)].sort());
});

test("every command has a title in package.nls.json", () => {
  const { commands } = JSON.parse(read("package.json")).contributes;
  for (const { command, title } of commands) expect(title).toBe(`%${command.replace(/^argmap\./, "command.")}%`);
});

test("menus for articles, texts and documents are shown for the extensions that Argmap reads", () => {
  const patterns = extensionPatterns(read("package.json").replace(IMPORT_CONDITION, ""));
  expect(patterns.length).toBeGreaterThan(0);
  const textExtensions = articleExtensions.filter((extension) => !documentExtensions.includes(extension));
  const candidates = [...articleExtensions, "argmap", "doc", "xlsx", "htmlx"];
  for (const pattern of patterns) {
    const shown = candidates.filter((extension) => new RegExp(pattern, "i").test(`.${extension}`));
    expect([articleExtensions, textExtensions, documentExtensions]).toContainEqual(shown);
  }
});

test("the menu for imports is shown for the extensions of all formats that can be imported", () => {
  const extensions = importFormats.flatMap((format) => format.extensions);
  const patterns = extensionPatterns(IMPORT_CONDITION.exec(read("package.json"))?.[0] ?? "");
  const isShown = (extension: string): boolean => patterns.some((pattern) => new RegExp(pattern, "i").test(extension));
  expect([...extensions, ".argmap", ".csv", ".dot"].filter(isShown)).toEqual(extensions);
});

/** The condition of the menu item *Import into Argmap…* in the Explorer. */
const IMPORT_CONDITION = /"command": "argmap\.importMap",\s+"when": "resourceExtname =~ .*"/;

/** Returns the patterns of extensions in conditions of menus. */
const extensionPatterns = (json: string): readonly string[] =>
  [...json.matchAll(/resourceExtname =~ \/(\S+)\/i/g)].map(([, pattern = ""]) => JSON.parse(`"${pattern}"`));
