import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isValidValue } from "../../../../server/core/language/values.ts";
import { type Article, pagesOf, plainArticle } from "../../../../server/core/sources/article.ts";
import { findQuote, searchableArticle } from "../../../../server/core/sources/quotes/findQuote.ts";
import { quoteFromSelection } from "../../../../server/core/sources/quotes/quoteFromSelection.ts";
import { findPages } from "../../../../server/core/sources/read/pages.ts";
import { readText } from "../../../../server/core/sources/readSource.ts";

const plain = (text: string): Article => plainArticle("plain", text);

/** The quote of what stands between the bars of a text. */
function quoted(marked: string, make: (text: string) => Article = plain) {
  const pieces = marked.split("|");
  const text = pieces.join("");
  let at = 0;
  const ends = pieces.slice(0, -1).map((piece) => (at += piece.length));
  const selections = ends.flatMap((start, index) =>
    index % 2 === 0 ? [{ start, end: ends[index + 1] ?? start }] : [],
  );
  return quoteFromSelection(make(text), selections);
}

describe("the quote of a selection", () => {
  test("is of whole words, on one line, without the white space around them", () => {
    expect(quoted("In its first year nit|rogen dioxide\n  fell by 21 per ce|nt, and more.")?.words).toBe(
      "nitrogen dioxide fell by 21 per cent",
    );
    expect(quoted("It fell| by a fifth. |Then it rose.")?.words).toBe("by a fifth.");
    expect(quoted("They don|’t. About 7,9|00 cars came.")?.words).toBe("don’t. About 7,900");
  });

  test("joins several selections with what stands for words left out", () => {
    expect(quoted("|Nitrogen fell| by a fifth, and |traffic by a third|.")?.words).toBe(
      "Nitrogen fell … traffic by a third",
    );
  });

  test("is of Chinese as it is selected, and closes up where a line ends", () => {
    expect(quoted("去年老城的|空气变好\n了许多|，大家都这样说。")?.words).toBe("空气变好了许多");
  });

  test("goes on where its words alone stand elsewhere too", () => {
    expect(quoted("It fell by a fifth. Then |it fell| by a tenth.")?.words).toBe("it fell");
    expect(quoted("Then it fell by a fifth. Then |it fell| by a tenth.")?.words).toBe("it fell by a tenth.");
    expect(quoted("First: no. Second: |no.|")?.words).toBe("Second: no.");
  });

  test("has brackets of the article whole", () => {
    const text = "See note |[12] and [13]| there.";
    expect(quoted(text)?.words).toBe("[12] and [13]");
    expect(quoted("See note [1|2] and [1|3] there.")?.words).toBe("[12] and [13]");
    expect(quoted("The council [s|ic] agreed|; he nodded.")?.words).toBe("[sic] agreed");
    expect(quoted("The council [|sic|] agreed.")?.words).toBe("sic");
  });

  test("is nothing where no word is selected", () => {
    expect(quoted("It fell| … |by a fifth.")).toBeUndefined();
    expect(quoted("It fell|| by a fifth.")).toBeUndefined();
  });

  test("says the page, where the article has pages", async () => {
    const article = await readText("report.txt", "It fell.\n\fThen it rose.\nIt fell.\f");
    const start = article.text.lastIndexOf("It fell");
    expect(quoteFromSelection(article, [{ start, end: start + 7 }])).toMatchObject({ words: "It fell", page: "2" });
  });
});

/** An article with its pages called by these names. */
function labelled(article: Article, labels: readonly string[]): Article {
  return { ...article, pages: article.pages.map((page, index) => ({ ...page, label: labels[index] ?? page.label })) };
}

describe("the page of a quote", () => {
  const text = "It fell.\f It fell. It rose.\fIt fell again.\fIt fell.";
  const at = async (labels: readonly string[], words: string, from = 0) => {
    const article = labelled(await readText("report.txt", text), labels);
    const start = text.indexOf(words, from);
    return quoteFromSelection(article, [{ start, end: start + words.length }]);
  };

  test("is what the file calls it, where a map can write that", async () => {
    expect(await at(["i", "ii", "iii", "1"], "It rose")).toMatchObject({ page: "ii" });
    expect(await at(["1", "A-1", "A-2", "A-3"], "It rose")).toMatchObject({ page: "2" });
  });

  test("is its number where an earlier page is called the same", async () => {
    expect(await at(["1", "2", "1", "2"], "It fell again")).toMatchObject({ page: "3" });
    const last = text.lastIndexOf("It fell");
    expect(await at(["1", "2", "1", "2"], "It fell", last)).toMatchObject({ words: "It fell", page: "4" });
  });

  test("is left out where no name leads there, and the words then have to do alone", async () => {
    const again = text.indexOf("It fell again");
    expect(await at(["1", "3", "1", "4"], "It fell", again)).toMatchObject({
      words: "It fell again.",
      page: undefined,
    });
  });

  test("is no range that goes down", async () => {
    expect(await at(["20", "7", "8", "9"], "It fell.\f It fell")).toMatchObject({ page: "1–2" });
  });
});

describe("whatever is selected in whatever text", () => {
  const word = fc.constantFrom(
    ..."fell the the it by fifth don’t 7,900 “Yes,” (so) [sic] … ... well-known – -- air. Air, ﬁne naïve e\u0301te\u0301 🚌 空气 变好了。 「老城」 soft\u00adly".split(
      " ",
    ),
  );
  const white = fc.constantFrom(" ", " ", " ", "\n", "\n\n", "  ", "\r\n", "\f", "-\n", "");
  const text = fc.array(fc.tuple(word, white), { minLength: 1, maxLength: 60 }).map((all) => all.flat().join(""));

  const labels = fc.array(fc.constantFrom("1", "2", "3", "4", "ii", "II", "A-1"), { maxLength: 6 });

  test("its quote is found, and just there if it does not stand there twice word for word", async () => {
    let once = 0;
    await fc.assert(
      fc.asyncProperty(text, labels, fc.nat(), fc.nat(), async (source, names, a, b) => {
        const article = labelled(await readText("a.txt", source), names);
        const [start, end] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const quote = quoteFromSelection(article, [{ start, end }]);
        if (quote === undefined) {
          expect(source.slice(start, end)).not.toMatch(/[\p{L}\p{N}]/u);
          return;
        }
        const all = findQuote(searchableArticle(article), quote.words);
        const pages = quote.page === undefined ? [] : findPages(article, quote.page);
        const there = all.filter(
          (place) => pages.length === 0 || pagesOf(article, place).some((one) => pages.includes(one)),
        );
        expect(quote.page === undefined || isValidValue("page", quote.page)).toBe(true);
        expect(quote.words).not.toMatch(/[\r\n\f]|^\s|\s$/);
        expect(there.length).toBeGreaterThan(0);
        const letters = (from: number, to: number): string => source.slice(from, to).replace(/[^\p{L}\p{N}]/gu, "");
        const [place] = there;
        if (there.length > 1 || place === undefined) return;
        once++;
        expect(letters(place.start, place.end)).toBe(letters(quote.passage.start, quote.passage.end));
        expect(letters(quote.passage.start, quote.passage.end)).toContain(letters(start, end));
        expect(letters(place.start, quote.passage.start) + letters(quote.passage.start, place.start)).toBe("");
      }),
      { numRuns: 500 },
    );
    expect(once).toBeGreaterThan(250);
  });
});
