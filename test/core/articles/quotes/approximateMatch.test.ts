import { describe, expect, test } from "vitest";
import { approximateMatches, hasPartsOutOfOrder } from "../../../../server/core/articles/quotes/approximateMatch.ts";
import { createSearchableText, findQuote } from "../../../../server/core/articles/quotes/findQuote.ts";
import type { MatchContext } from "../../../../server/core/articles/quotes/matchScore.ts";

const text =
  "“Nitrogen di\u00adoxide fell\r\nby 21 per  cent,” the o\ufb03ce said — and it\nwas mild. Cafe\u0301s lost 3-4 guests.\n" +
  "每天 进城的\n车少了,很 好。「很好」";
const source = createSearchableText(text);

describe("the best match", () => {
  test("is returned as text of the source, and as a corrected quote", () => {
    expect(approximateMatches(source, "nitrogen dioxid had fallen by 21 percent")[0]).toMatchObject({
      passage: "Nitrogen dioxide fell by 21 per cent",
      quote: "Nitrogen dioxide fell by 21 per cent",
    });
  });
  test("replaces only the part of the quote that was not found", () => {
    expect(approximateMatches(source, "Nitrogen dioxide … and it was wild")[0]?.quote).toBe(
      "Nitrogen dioxide … and it was mild",
    );
  });
  test("is not returned if nothing is similar, or if only the order of the parts is wrong", () => {
    expect(approximateMatches(source, "quite other words that nobody has ever said")).toEqual([]);
    expect(approximateMatches(source, "mild … Nitrogen")).toEqual([]);
  });
  test("is found in a long text", () => {
    const sentences = Array.from({ length: 8000 }, (_, index) => `Sentence number ${index} says what it says. `);
    const long = createSearchableText(sentences.join(""));
    expect(approximateMatches(long, "Sentense number 4711 says what it said")[0]?.passage).toContain("4711");
  });
});

describe("a suggestion", () => {
  const article =
    "The ‘Old Town’ plan fails. The cost of plan 2.0 fell. He said so. The council did not.\n\nYear after year it met in the old hall.";
  const first = (quote: string, text = article): string | undefined =>
    approximateMatches(createSearchableText(text), quote)[0]?.quote;
  test.each([
    ["includes words that the quote omits", "‘Old’ plan", "‘Old Town’ plan"],
    ["includes whole numbers", "cost of plan 2", "cost of plan 2.0"],
    ["ends with the paragraph", "Every year after year it meets", "Year after year it met"],
    [
      "spans paragraphs if the quote does",
      "council did not year upon year it met",
      "council did not. Year after year it met",
    ],
  ])("%s", (_case, quote, suggestion) => expect(first(quote)).toBe(suggestion));

  test("is found for a short quote at any alignment of the index", () => {
    const between = Array.from({ length: 60 }, (_, index) => `Line ${index} says little. `).join("");
    for (let at = 0; at < 16; at++) {
      const text = `${"x".repeat(1 + (at % 4))} It fell by a third. ${between}${"x".repeat(1 + at / 4)} it fell by 21 per cent.`;
      expect(first("fell by 21%", text)).toBe("fell by 21");
    }
  });

  test("ends with the table cell", () => {
    const table = "Weekday traffic\tBus rides\nNo change\tRose by a tenth\nAll traffic\tFell";
    expect(first("bus ride rose", table)).toBe("Bus rides");
    expect(first("Rise by a tenth now", table)).toBe("Rose by a tenth");
  });

  test.each(["At the four measuring", "It did not set", "As for the traders"])(
    "is not returned if other passages only share some words with the quote: %s",
    (quote) => {
      const others =
        "There was no measuring in the second year. Nor do the traders speak for all. Counts rose, and footfall did not last.";
      expect(approximateMatches(createSearchableText(others), quote)).toEqual([]);
      expect(first(`${quote} is`, `${others} ${quote} was here.`)).toContain(quote);
    },
  );
});

describe("a suggestion from a text with brackets", () => {
  const text = "The council [sic] agreed; he [the mayor] nodded. See the note [12] and [13].";
  test.each([
    ["The council agreed", "The council [sic] agreed"],
    ["he nodded", "he [the mayor] nodded"],
    ["note and", "note [12] and"],
    ["ote [12] and", "note [12] and"],
    ["council … he [the] modded", "council … he [the] nodded"],
  ])("includes whole brackets: %s", (quote, suggestion) => {
    const [first] = approximateMatches(createSearchableText(text), quote);
    expect(first?.quote).toBe(suggestion);
    expect(findQuote(createSearchableText(text), suggestion)).toHaveLength(1);
  });
});

describe("the passages that are similar to a quote", () => {
  const first = (text: string, quote: string): readonly string[] =>
    approximateMatches(createSearchableText(text), quote).map(({ passage }) => passage);
  test("are listed once each, and at most three", () => {
    const lines = ["It fell by one third.", "It fell by two thirds.", "It fell by one third.", "It fell by half."];
    const found = first(`${lines.join(" ")} It fell by one fifth. It fell by one tenth.`, "it fell by one thirt");
    expect(found.length).toBe(3);
    expect(new Set(found).size).toBe(3);
    expect(found[0]).toBe("It fell by one third");
  });
  test("come with their differences, if these can be listed", () => {
    const [match] = approximateMatches(
      createSearchableText("The air got cleaner in spring."),
      "The air got clearer in spring",
    );
    expect(match?.differences).toEqual([{ quote: "clearer", source: "cleaner" }]);
    expect(match && "The air got cleaner in spring.".slice(match.start, match.end)).toBe(
      "The air got cleaner in spring",
    );
  });
  test("are those near the expected place, or in the previous context, if several are as similar", () => {
    const text = "First it fell by xxx today. Then it fell by yyy today.";
    const passages = (hint?: number, context?: MatchContext): readonly string[] =>
      approximateMatches(createSearchableText(text), "it fell by zzz today", hint, context).map(
        ({ passage }) => passage,
      );
    expect(passages(0)[0]).toBe("it fell by xxx today");
    expect(passages(text.length)[0]).toBe("it fell by yyy today");
    expect(passages(0, { prefix: "Then ", suffix: "." })[0]).toBe("it fell by yyy today");
  });
  test("of the second part of a quote are after the first part", () => {
    const text = "It fell by a third. In spring all rose. It fell by a tenth.";
    expect(approximateMatches(createSearchableText(text), "In spring … it fell by a lot")[0]?.quote).toBe(
      "In spring … It fell by a tenth",
    );
  });
  test("are not searched for very long quotes", () => {
    const words = "It fell by a third. ".repeat(1100);
    expect(first(words, `${words} x`)).toEqual([]);
  });
});

test("parts of a quote are in the source, only in another order", () => {
  expect(hasPartsOutOfOrder(source, "mild … Nitrogen")).toBe(true);
  expect(hasPartsOutOfOrder(source, "mild … quite other")).toBe(false);
  expect(hasPartsOutOfOrder(source, "mild … Nitrogen … quite other")).toBe(true);
});
