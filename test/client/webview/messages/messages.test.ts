/** The messages of the page. The compiler checks that a catalog has every message. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { de } from "../../../../client/webview/messages/de.ts";
import { en } from "../../../../client/webview/messages/en.ts";
import { es } from "../../../../client/webview/messages/es.ts";
import { fr } from "../../../../client/webview/messages/fr.ts";
import { zh } from "../../../../client/webview/messages/zh.ts";
import { root } from "../../../support/root.ts";

const languages = { en, de, es, fr, zh };

test.each(Object.entries(languages))("the messages in “%s” carry their language tag", (language, messages) => {
  expect(messages.language).toBe(language);
});

test.each([
  [en, "1 result", "2 results"],
  [de, "1 Ergebnis", "2 Ergebnisse"],
  [es, "1 resultado", "2 resultados"],
  [fr, "1 résultat", "2 résultats"],
  [zh, "1 个结果", "2 个结果"],
])("counts follow the plural rules of the language", ({ find }, one, other) => {
  expect([1, 2].map(find.results)).toEqual([one, other]);
});

test("French has the singular for zero", () => {
  expect(fr.filter.matches(0)).toBe("0 carte correspond");
});

/** Each message that is not a function, with its path. */
function spoken(messages: object, path = ""): readonly (readonly [path: string, text: string])[] {
  return Object.entries(messages).flatMap(([key, value]) => {
    const at = `${path}${key}`;
    if (typeof value === "string") return [[at, value] as const];
    return typeof value === "function" ? [] : spoken(value as object, `${at}.`);
  });
}

test.each([de, es, fr, zh])("the messages in “$language” are translated", (messages) => {
  const english = new Map(spoken(en));
  const same = spoken(messages).filter(([path, text]) => english.get(path) === text && /[a-z]{3}/i.test(text));
  // Words that are the same in both languages.
  const shared = new Set([
    "toolbar.zoom",
    ...["filter.label", "entry.date", "entry.status", "entry.note", "entry.label", "keys.filter"],
    ...["kinds.question", "kinds.objection", "kinds.premise", "filter.question", "weighing.suppositions"],
    ...["help.general", "entry.scheme", "toolbar.zoomToFit"],
  ]);
  expect(same.filter(([path]) => !shared.has(path))).toEqual([]);
});

test("no component has words of its own", () => {
  const found = globSync("client/webview/**/*.tsx", { cwd: root }).flatMap((path) => {
    const code = readFileSync(join(root, path), "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    const attributes = code.match(/\b(?:label|title|placeholder|aria-label|name)="[A-Za-z][^"]*"/g) ?? [];
    // Text between tags that begins a line of its own, such as the label of a button.
    const texts =
      code.match(/(?<=>\s*\n\s*)[A-Z][a-z]+(?: [a-z]+)*(?=\s*\n\s*<\/)|(?<=>)[A-Z][a-z][^<>{}()=;]*(?=<\/)/g) ?? [];
    return [...attributes, ...texts].map((words) => `${path}: ${words}`);
  });
  expect(found).toEqual([]);
});
