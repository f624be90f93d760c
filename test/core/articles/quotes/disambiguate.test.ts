import { describe, expect, test } from "vitest";
import { extendByWord, uniqueQuotes } from "../../../../server/core/articles/quotes/disambiguate.ts";
import { createSearchableText } from "../../../../server/core/articles/quotes/findQuote.ts";

describe("a quote that occurs several times is made longer", () => {
  const text = "In spring it fell by a third. In autumn it fell by a third too. So it fell by a\nfifth.";
  const source = createSearchableText(text);
  test("until it is unique, once for each occurrence", () => {
    expect(uniqueQuotes(source, "“it fell”", 5)).toEqual([
      "“it fell by a third.”",
      "“it fell by a third too.”",
      "“it fell by a fifth.”",
    ]);
    expect(uniqueQuotes(source, "it fell", 1)).toEqual(["it fell by a third."]);
  });
  test("but not one with an ellipsis, without words, or that needs too many more", () => {
    expect(uniqueQuotes(source, "it … third", 5)).toEqual([]);
    expect(uniqueQuotes(source, "…", 5)).toEqual([]);
    const words = Array.from({ length: 14 }, (_, index) => `w${index}`).join(" ");
    expect(uniqueQuotes(createSearchableText(`${words} a. ${words} b.`), "w0", 5)).toEqual([]);
    expect(uniqueQuotes(createSearchableText("no no"), "no no", 5)).toEqual([]);
  });
});

test.each([
  ["It ‹fell› by a third.", "It ‹fell by› a third."],
  ["So it ‹fell.› Then", "So ‹it fell.› Then"],
  ["‹fell.› Then", "‹fell. Then›"],
  ["it ‹fell›", "‹it fell›"],
  ["‹fell›", undefined],
  ["空‹气›变", "空‹气变›"],
])(
  "a passage is made longer by a word, forwards to the end of its sentence and then backwards: %s",
  (marked, expected) => {
    const text = marked.replace(/[‹›]/g, "");
    const longer = extendByWord(text, { start: marked.indexOf("‹"), end: marked.indexOf("›") - 1 });
    expect(
      longer && `${text.slice(0, longer.start)}‹${text.slice(longer.start, longer.end)}›${text.slice(longer.end)}`,
    ).toBe(expected);
  },
);
