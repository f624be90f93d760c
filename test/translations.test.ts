/** The translations of what VS Code shows: messages of the extension, and names and texts in `package.json`. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./support/root.ts";

type Texts = Readonly<Record<string, string>>;

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const readTexts = (path: string): Texts => JSON.parse(read(path)) as Texts;

const clientCode = globSync("client/**/*.ts", { cwd: root }).map(read);
const calls = clientCode.flatMap((code) => [...code.matchAll(/\bl10n\.t\(\s*("(?:[^"\\]|\\.)*")?/g)]);
/** The English messages, which are the keys of the translations. */
const messages = [...new Set(calls.map(([, text]) => JSON.parse(text ?? '""') as string))].sort();
const manifestTexts = readTexts("package.nls.json");
/** Names that are the same in every language. */
const NAMES = ["displayName", "command.category", "submenu.article", "configuration.title"];

const placeholders = (text: string): readonly string[] => (text.match(/\{\d\}/g) ?? []).sort();
/** The parts that must be the same in a translation: commands of links, code, and the number of lines. */
const fixedParts = (text: string): readonly string[] => (text.match(/command:[\w.]+|`[^`]+`|\n/g) ?? []).sort();

test("every message of the extension is a literal, so that it can be found for translation", () => {
  expect(calls.filter(([, text]) => text === undefined).map(([call]) => call)).toEqual([]);
  expect(messages.length).toBeGreaterThan(100);
});

describe.each(["de", "es", "fr", "zh-cn"])("%s", (language) => {
  const translations = readTexts(`client/l10n/bundle.l10n.${language}.json`);
  const manifest = readTexts(`package.nls.${language}.json`);

  test("has each message of the extension, and no other", () => {
    expect(Object.keys(translations).sort()).toEqual(messages);
  });

  test("keeps the values in the messages", () => {
    const changed = messages.filter(
      (message) => placeholders(message).join() !== placeholders(translations[message] ?? "").join(),
    );
    expect(changed).toEqual([]);
  });

  test("has each text of the manifest, and no other", () => {
    expect(Object.keys(manifest).sort()).toEqual(
      Object.keys(manifestTexts)
        .filter((key) => !NAMES.includes(key))
        .sort(),
    );
  });

  test("keeps links, code and lines of the texts of the manifest", () => {
    for (const [key, text] of Object.entries(manifest))
      expect(fixedParts(text), key).toEqual(fixedParts(manifestTexts[key] ?? ""));
  });
});
