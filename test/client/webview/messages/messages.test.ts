/** The messages of the page. The compiler checks that a catalog has every message. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { messagesFor } from "../../../../client/webview/messages/messages.ts";
import { root } from "../../../support/root.ts";

test.each(["en", "en-US", "EN", "xx", "", "not a tag", "constructor"])(
  "the display language “%s” has English messages",
  (tag) => {
    expect(messagesFor(tag).language).toBe("en");
  },
);

test("counts follow the plural rules", () => {
  const { find, filter, coverage, edits } = messagesFor("en");
  expect([1, 2].map(find.results)).toEqual(["1 result", "2 results"]);
  expect([1, 0].map(filter.matches)).toEqual(["1 matching card", "0 matching cards"]);
  expect([1, 3].map((count) => coverage.unquoted(count).noun)).toEqual(["entry ", "entries "]);
  expect([1, 3].map(edits.changesOfOtherMap)).toEqual([
    "Your last change in another map was not applied.",
    "Your last 3 changes in another map were not applied.",
  ]);
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
