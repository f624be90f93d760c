import { describe, expect, test } from "vitest";
import { describeDifference, differencesOf } from "../../../../server/core/articles/quotes/differences.ts";

/** The differences as text: the words of the quote, then those of the source. */
const listOf = (quote: string, source: string): readonly string[] | undefined =>
  differencesOf(quote, source)?.map((one) => `${one.quote} → ${one.source}`);

describe("the differences of a quote and a passage", () => {
  test.each([
    ["a replaced word", "It rose by a fifth", "It fell by a fifth", ["rose → fell"]],
    ["several words in a row", "It had fallen by a fifth", "It fell by a fifth", ["had fallen → fell"]],
    ["two places", "It rose by a third", "It fell by a fifth", ["rose → fell", "third → fifth"]],
    ["a missing word", "It by a fifth", "It fell by a fifth", [" → fell"]],
    ["an added word", "It fell by just a fifth", "It fell by a fifth", ["just → "]],
    ["characters of Chinese", "每天进城的车少了", "每天出城的人多了", ["进 → 出", "车少 → 人多"]],
    ["a word beside Chinese", "很好 very good 了", "了", ["很好very good → "]],
    ["none", "It  fell", "It fell", []],
    ["everything", "", "It fell", [" → It fell"]],
  ])("%s", (_case, quote, source, expected) => expect(listOf(quote, source)).toEqual(expected));
  test("are not listed if there are too many", () => {
    const words = (letter: string): string => Array.from({ length: 150 }, (_, index) => `${letter}${index}`).join(" ");
    expect(listOf(words("a"), words("b"))).toBeUndefined();
  });
});

test("a difference is described by what was added, left out or replaced", () => {
  expect(describeDifference({ quote: "had fallen", source: "fell" })).toBe("“fell” for “had fallen”");
  expect(describeDifference({ quote: "", source: "fell" })).toBe("“fell” added");
  expect(describeDifference({ quote: "just", source: "" })).toBe("“just” left out");
});
