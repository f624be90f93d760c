import { expect, test } from "vitest";
import {
  alternativeKeywords,
  keywordUnder,
  nearKeyword,
  nearWordBeforeColon,
  similarKeyword,
} from "../../../../server/core/language/intent/nearKeyword.ts";

test.each([
  ["Reason", { keyword: "reason", isOrdinary: false, isPlural: false }],
  ["reason", { keyword: "reason", isOrdinary: true, isPlural: false }],
  ["reasons", { keyword: "reason", isOrdinary: true, isPlural: true }],
  ["resaon", { keyword: "reason", isOrdinary: false, isPlural: false }],
  ["pro", { keyword: "reason", isOrdinary: false, isPlural: false }],
  ["because", { keyword: "reason", isOrdinary: true, isPlural: false }],
  ["warrants", { keyword: "premise", isOrdinary: true, isPlural: true }],
  ["promise", undefined],
  ["mpa", undefined],
])("the keyword that “%s” was meant as", (word, expected) => expect(nearKeyword(word)).toEqual(expected));

test.each([
  ["for", "reason"],
  ["Against", "objection"],
  ["if", "premise"],
  ["given", "premise"],
  ["then", "claim"],
  ["Example", "reason"],
  ["when", undefined],
])("the keyword that “%s:” was meant as is %s", (word, keyword) =>
  expect(nearWordBeforeColon(word)?.keyword).toBe(keyword),
);

test.each([
  ["resaon", "reason"],
  ["Pro", "reason"],
  ["reason", undefined],
  ["reasons", undefined],
  ["xyz", undefined],
])("the keyword that “%s” in a text is similar to is %s", (word, expected) =>
  expect(similarKeyword(word)).toBe(expected),
);

test("a keyword is replaced by one with a similar meaning where it is not allowed", () => {
  expect(alternativeKeywords("premise", undefined)).toEqual(["claim"]);
  expect(alternativeKeywords("claim", "claim")).toEqual(["reason"]);
  expect(alternativeKeywords("claim", "reason")).toEqual(["premise"]);
  expect(alternativeKeywords("assumption", undefined)).toEqual(["claim"]);
  expect(alternativeKeywords("assumption", "claim")).toEqual(["reason"]);
  expect(alternativeKeywords("premise", "question")).toEqual(["claim"]);
  expect(alternativeKeywords("reason", "question")).toEqual(["claim"]);
  expect(alternativeKeywords("reason", "source")).toEqual([]);
  expect(alternativeKeywords("reason", undefined)).toEqual([]);
  expect(alternativeKeywords("source", "claim")).toEqual([]);
  expect(keywordUnder("claim", "reason")).toBe("premise");
  expect(keywordUnder("claim", undefined)).toBe("claim");
  expect(keywordUnder("source", "claim")).toBeUndefined();
});
