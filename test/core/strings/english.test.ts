import fc from "fast-check";
import { expect, test } from "vitest";
import { joinList, plural, withArticle } from "../../../server/core/strings/english.ts";

test.each([
  { conjunction: "and", type: "conjunction" },
  { conjunction: "or", type: "disjunction" },
] as const)("joins words with “$conjunction” as Unicode’s rules for British English do", ({ conjunction, type }) => {
  const format = new Intl.ListFormat("en-GB", { type });
  fc.assert(
    fc.property(fc.array(fc.string()), (words) => {
      expect(joinList(words, conjunction)).toBe(format.format(words));
    }),
  );
});

test("uses the singular for one only, as Unicode’s rules for English do", () => {
  const rules = new Intl.PluralRules("en");
  for (let count = 0; count <= 1001; count++) expect(plural(count, "one", "other")).toBe(rules.select(count));
});

test("puts the article that a keyword needs before it", () => {
  expect(["claim", "objection", "reason", "assumption"].map(withArticle)).toEqual([
    "a claim",
    "an objection",
    "a reason",
    "an assumption",
  ]);
});
