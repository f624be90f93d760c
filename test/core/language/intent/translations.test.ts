import { expect, test } from "vitest";
import { nearPhrase } from "../../../../server/core/language/intent/nearKeyword.ts";
import {
  keywordsIn,
  translatedClauseWord,
  translatedKey,
  translatedKeyword,
} from "../../../../server/core/language/intent/translations.ts";

test.each([
  ["Grund", "reason", "de"],
  ["einwand", "objection", "de"],
  ["These", "claim", "de"],
  ["Prämissen", "premise", "de"],
  ["raison", "reason", "fr"],
  ["prémisse", "premise", "fr"],
  ["objeción", "objection", "es"],
  ["objecion", "objection", "es"],
  ["razo\u0301n", "reason", "es"],
  ["论点", "claim", "zh"],
  ["反駁", "objection", "zh"],
  ["理由二", "reason", "zh"],
])("“%s” is %s in %s", (word, keyword, language) => expect(translatedKeyword(word)).toEqual({ keyword, language }));

test("English words and other words are no translations", () => {
  expect(["reason", "Haus", "二", ""].map(translatedKeyword)).toEqual([undefined, undefined, undefined, undefined]);
});

test("a phrase of two words can stand for a keyword", () => {
  expect(nearPhrase("En contra")?.keyword).toBe("objection");
  expect(nearPhrase("Counter  argument")?.keyword).toBe("objection");
  expect(nearPhrase("Grund genug")).toBeUndefined();
});

test("clause words and keys are translated", () => {
  expect([translatedClauseWord("für"), translatedClauseWord("contre")]).toEqual(["for", "against"]);
  expect([translatedKey("Anmerkung"), translatedKey("fecha"), translatedKey("备注")]).toEqual(["note", "date", "note"]);
});

test("the words of a language are listed by its tag, with any region", () => {
  expect(keywordsIn("de-CH").get("reason")?.[0]).toBe("Grund");
  expect(keywordsIn("nl").size).toBe(0);
});
