import { expect, test } from "vitest";
import { displayLanguage, messagesScript } from "../../../server/core/strings/displayLanguage.ts";

test.each([
  ["de", "de"],
  ["de-AT", "de"],
  ["FR", "fr"],
  ["zh-cn", "zh"],
  ["zh-Hant", "en"],
  ["zh-tw", "en"],
  ["en-GB", "en"],
  ["xx", "en"],
  ["", "en"],
  ["not a tag", "en"],
])("the language tag “%s” has its words in “%s”", (tag, language) => {
  expect(displayLanguage(tag)).toBe(language);
});

test("a page that is not English needs the script with its messages", () => {
  expect(["es-MX", "en", "xx"].map(messagesScript)).toEqual(["messages/es.js", undefined, undefined]);
});
