import fc from "fast-check";
import { expect, test } from "vitest";
import { createSearchableText, findQuote } from "../../../../server/core/articles/quotes/findQuote.ts";
import { hideFootnoteMarks } from "../../../../server/core/articles/quotes/footnotes.ts";

/** Returns the texts of all matches of a quote. */
function matchTexts(text: string, quote: string): readonly string[] {
  return findQuote(createSearchableText(text), quote).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ["The air is solid.[12] He left.", "is solid. He left"],
  ["The air is solid [12], he said.", "is solid, he said"],
  ["The air is solid[1, 3–5][7]\nand cold.", "is solid and cold"],
  ["It fell in 2019 [4] and rose.", "fell in 2019 and rose"],
  ["In town[3]he left.", "In town he left"],
  ["The air is solid.³ He left.", "is solid. He left"],
  ["It fell by a fifth,† they say.", "by a fifth, they say"],
])("the words of %j are found without the mark", (text, quote) => {
  expect(matchTexts(text, quote)).toHaveLength(1);
  expect(matchTexts(text, text)).toHaveLength(1);
});

test.each([
  ["is solid.3 He left", "The air is solid. He left."],
  ["is solid.³ He left", "The air is solid. He left."],
  ["town4 again,12 and", "He left the town again, and went."],
  ["2An application", "An application of it."],
  ["“7Recall that", "Recall that."],
  ["is solid.3 He left … town", "The air is solid.[3] He left the town."],
])("the quote %j is found where the source has no mark", (quote, text) => {
  expect(matchTexts(text, quote)).toHaveLength(1);
});

test.each([
  ["with Windows98 on it", "with Windows95 on it"],
  ["with Windows98 on it", "with Windows on it"],
  ["on 12 km² of land", "on 12 km of land"],
  ["it is 1.5 meters", "it is 1. meters"],
  ["set x[12] to 5", "set x to 5"],
  ["is solid.3 He left", "is solid.4 He left"],
])("a number that is part of the words of %j is not left out: %j", (text, quote) => {
  expect(matchTexts(text, quote)).toEqual([]);
});

test("a text without its marks has the same length", () => {
  const piece = fc.constantFrom("solid", ".", " ", "[12]", "³", "\n", "[1, 2]", "x", "†", "𝒜", "2019");
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      expect((hideFootnoteMarks(text) ?? text).length).toBe(text.length);
    }),
  );
});
