import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Article, pagesOf, plainArticle } from "../../../../server/core/articles/article.ts";
import { findQuote, searchableArticle } from "../../../../server/core/articles/quotes/findQuote.ts";
import { quoteFromSelection } from "../../../../server/core/articles/quotes/quoteFromSelection.ts";
import { findPages } from "../../../../server/core/articles/read/pages.ts";
import { readText } from "../../../../server/core/articles/readArticle.ts";
import { isValidValue, occurrenceOf } from "../../../../server/core/language/attributes/values.ts";
import { runs } from "../../../support/runs.ts";

const plain = (text: string): Article => plainArticle("plain", text);

/** Returns the quote of the selections, which are marked by bars in the text. */
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
  test("consists of whole words on one line", () => {
    expect(quoted("In its first year nit|rogen dioxide\n  fell by 21 per ce|nt, and more.")?.words).toBe(
      "nitrogen dioxide fell by 21 per cent",
    );
    expect(quoted("It fell| by a fifth. |Then it rose.")?.words).toBe("by a fifth.");
    expect(quoted("They don|’t. About 7,9|00 cars came.")?.words).toBe("don’t. About 7,900");
  });

  test("joins several selections with an ellipsis", () => {
    expect(quoted("|Nitrogen fell| by a fifth, and |traffic by a third|.")?.words).toBe(
      "Nitrogen fell … traffic by a third",
    );
  });

  test("keeps Chinese as it is selected, without spaces at line ends", () => {
    expect(quoted("去年老城的|空气变好\n了许多|，大家都这样说。")?.words).toBe("空气变好了许多");
  });

  test("joins a word that is broken at a line end before a capital, with its hyphen", () => {
    const pdf = (text: string): Article => plainArticle("pdf", text);
    for (const make of [plain, pdf]) expect(quoted("|an Anglo-\nSaxon word|", make)?.words).toBe("an Anglo-Saxon word");
  });

  test("is extended until it is unique", () => {
    expect(quoted("It fell by a fifth. Then |it fell| by a tenth.")?.words).toBe("it fell");
    expect(quoted("Then it fell by a fifth. Then |it fell| by a tenth.")?.words).toBe("it fell by a tenth.");
    expect(quoted("First: no. Second: |no.|")?.words).toBe("Second: no.");
  });

  test("is extended to the end of a clause, and says which words were added", () => {
    const twice = "Then it fell by a fifth in the old town, and there it stayed. ";
    expect(quoted(`${twice}Later |it fell| by a fifth in the new town, they say.`)).toMatchObject({
      words: "it fell by a fifth in the new town,",
      added: { before: "", after: "by a fifth in the new town," },
    });
    expect(quoted("The mayor said no. In the end, all the others said |no.|")).toMatchObject({
      words: "all the others said no.",
      added: { before: "all the others said", after: "" },
    });
    expect(quoted("It fell |by a fifth|.")?.added).toBeUndefined();
    expect(quoted("It fell by a fi|ft|h.")?.added).toBeUndefined();
  });

  test("ends where it is unique if no clause ends nearby", () => {
    const list = " and one".repeat(20);
    expect(quoted(`Two fell. Three |fell| then${list}`)?.words).toBe("fell then");
  });

  test("has no quotation mark without its other half, and no comma before it", () => {
    expect(quoted('"|People need a bus,"| she said.')?.words).toBe("People need a bus");
    expect(quoted("She said: |“People need| a bus.”")?.words).toBe("People need");
    expect(quoted("|« Il faut| un bus », dit-elle.")?.words).toBe("Il faut");
    expect(quoted('He said |"yes"| twice.')?.words).toBe('"yes"');
    expect(quoted('A screen of |24"| is large.')?.words).toBe('24"');
    expect(quoted("“A|” and “B” are| alike.")?.words).toBe("and “B” are");
    expect(quoted("They are |“A” and “|B”.")?.words).toBe("“A” and");
    expect(quoted("她说：“|人们需要公交车。”|")?.words).toBe("人们需要公交车。");
  });

  test("includes whole brackets", () => {
    const text = "See note |[12] and [13]| there.";
    expect(quoted(text)?.words).toBe("[12] and [13]");
    expect(quoted("See note [1|2] and [1|3] there.")?.words).toBe("[12] and [13]");
    expect(quoted("The council [s|ic] agreed|; he nodded.")?.words).toBe("[sic] agreed");
    expect(quoted("The council [|sic|] agreed.")?.words).toBe("sic");
  });

  test("is undefined if no word is selected", () => {
    expect(quoted("It fell| … |by a fifth.")).toBeUndefined();
    expect(quoted("It fell|| by a fifth.")).toBeUndefined();
  });

  test("names the page if the article has pages", async () => {
    const article = await readText("report.txt", "It fell.\n\fThen it rose.\nIt fell.\f");
    const start = article.text.lastIndexOf("It fell");
    expect(quoteFromSelection(article, [{ start, end: start + 7 }])).toMatchObject({ words: "It fell", page: "2" });
  });
});

/** Returns the article with these page labels. */
function withPageLabels(article: Article, labels: readonly string[]): Article {
  return { ...article, pages: article.pages.map((page, index) => ({ ...page, label: labels[index] ?? page.label })) };
}

describe("the page of a quote", () => {
  const text = "It fell.\f It fell. It rose.\fIt fell again.\fIt fell.";
  const at = async (labels: readonly string[], words: string, from = 0) => {
    const article = withPageLabels(await readText("report.txt", text), labels);
    const start = text.indexOf(words, from);
    return quoteFromSelection(article, [{ start, end: start + words.length }]);
  };

  test("is the label, if it is a valid page value", async () => {
    expect(await at(["i", "ii", "iii", "1"], "It rose")).toMatchObject({ page: "ii" });
    expect(await at(["1", "A-1", "A-2", "A-3"], "It rose")).toMatchObject({ page: "2" });
  });

  test("is the number if an earlier page has the same label", async () => {
    expect(await at(["1", "2", "1", "2"], "It fell again")).toMatchObject({ page: "3" });
    const last = text.lastIndexOf("It fell");
    expect(await at(["1", "2", "1", "2"], "It fell", last)).toMatchObject({ words: "It fell", page: "4" });
  });

  test("is omitted if neither resolves to the page, and the words are then extended", async () => {
    const again = text.indexOf("It fell again");
    expect(await at(["1", "3", "1", "4"], "It fell", again)).toMatchObject({
      words: "It fell again.",
      page: undefined,
    });
  });

  test("is never a descending range", async () => {
    expect(await at(["20", "7", "8", "9"], "It fell.\f It fell")).toMatchObject({ page: "1–2" });
  });
});

describe("for random selections in random texts", () => {
  const word = fc.constantFrom(
    ..."fell the the it by fifth don’t 7,900 “Yes,” (so) [sic] … ... well-known – -- air. Air, ﬁne naïve e\u0301te\u0301 🚌 空气 变好了。 「老城」 soft\u00adly".split(
      " ",
    ),
  );
  const white = fc.constantFrom(" ", " ", " ", "\n", "\n\n", "  ", "\r\n", "\f", "-\n", "");
  const text = fc.array(fc.tuple(word, white), { minLength: 1, maxLength: 60 }).map((all) => all.flat().join(""));

  const labels = fc.array(fc.constantFrom("1", "2", "3", "4", "ii", "II", "A-1"), { maxLength: 6 });

  test("the quote is found, and only at the selection unless the same words occur again", async () => {
    let uniqueCount = 0;
    await fc.assert(
      fc.asyncProperty(text, labels, fc.nat(), fc.nat(), async (source, names, a, b) => {
        const article = withPageLabels(await readText("a.txt", source), names);
        const [start, end] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const quote = quoteFromSelection(article, [{ start, end }]);
        if (quote === undefined) {
          expect(source.slice(start, end)).not.toMatch(/[\p{L}\p{N}]/u);
          return;
        }
        const allMatches = findQuote(searchableArticle(article), quote.words);
        const pages = quote.page === undefined ? [] : findPages(article, quote.page);
        const matches = allMatches.filter(
          (match) => pages.length === 0 || pagesOf(article, match).some((page) => pages.includes(page)),
        );
        expect(quote.page === undefined || isValidValue("page", quote.page)).toBe(true);
        expect(quote.words).not.toMatch(/[\r\n\f]|^\s|\s$/);
        expect(matches.length).toBeGreaterThan(0);
        const letters = (from: number, to: number): string => source.slice(from, to).replace(/[^\p{L}\p{N}]/gu, "");
        const at = occurrenceOf(quote.occurrence ?? "first");
        const match = at === undefined ? undefined : matches.at(at);
        if (match === undefined) expect.unreachable("the occurrence does not exist");
        // Where the words overlap themselves, no match may be exactly the selection.
        if (matches.length > 1 && quote.occurrence === undefined) return;
        if (matches.length === 1) uniqueCount++;
        expect(letters(match.start, match.end)).toBe(letters(quote.passage.start, quote.passage.end));
        expect(letters(quote.passage.start, quote.passage.end)).toContain(letters(start, end));
        expect(letters(match.start, quote.passage.start) + letters(quote.passage.start, match.start)).toBe("");
      }),
      { numRuns: runs(500) },
    );
    expect(uniqueCount).toBeGreaterThan(runs(250));
  });
});

describe("a selection", () => {
  test("is not cut within a grapheme, a number or a contraction", () => {
    expect(quoted("so na|ïv|e")?.words).toBe("naïve");
    expect(quoted("so e\u0301t|e\u0301 it")?.words).toBeUndefined();
    expect(quoted("so e\u0301|t|e\u0301 it")?.words).toBe("e\u0301te\u0301");
    expect(quoted("𠮷野|家は|好")?.words).toBe("家は");
    expect(quoted("about 7|,9|00 x.")?.words).toBe("7,900");
  });
  test("whose words are nowhere unique names its passage by its number", () => {
    const repeated = "It fell. ".repeat(100);
    expect(quoted(`${repeated}|It fell|. ${repeated}`)).toMatchObject({ words: "It fell", occurrence: "101" });
    expect(quoted(`|It fell|. ${repeated}`)).toMatchObject({ words: "It fell", occurrence: "first" });
    expect(quoted(`It fell. |It fell|. ${repeated}`)).toMatchObject({ words: "It fell", occurrence: "2" });
    expect(quoted("|It fell|. It rose. It fell.")?.occurrence).toBeUndefined();
  });
  test("is extended only as far as its paragraph and page go", () => {
    expect(quoted("It fell there.\n\nOne\n\n|fell| down the hill and so on")?.words).toBe(
      "fell down the hill and so on",
    );
  });
  test("of typeset text loses the hyphens at line ends", () => {
    expect(quoted("|nitro-\ngen fell|", (text) => plainArticle("pdf", text))?.words).toBe("nitrogen fell");
    expect(quoted("|nitro-\ngen fell|")?.words).toBe("nitro-gen fell");
  });
});

describe("a selection that starts or ends inside", () => {
  test.each([
    ["a contraction", "they |don|’t know", "don’t"],
    ["a contraction with a straight mark", "they don'|t know|", "don't know"],
    ["a number with a decimal", "about 7.|5 per| cent", "7.5 per"],
    ["a word with a soft hyphen", "the di\u00ad|oxide| fell", "dioxide"],
    ["a word with an invisible space", "the |di|\u200boxide fell", "dioxide"],
    ["a word with an invisible joiner", "the di|ox|\u2060ide fell", "dioxide"],
    ["a Hangul syllable", "\u1112\u1161|\u11ab a|ir", "\u1112\u1161\u11ab air"],
    ["a character beyond the basic plane", "so \ud835|\udc9c is|", "\ud835\udc9c is"],
  ])("%s gets it whole", (_case, marked, words) => expect(quoted(marked)?.words).toBe(words));

  test.each([
    ["after the period of a sentence", "It fell.| Then| it rose", "Then"],
    ["before a mark without a letter after it", "the dogs|’ bark| was loud", "’ bark"],
    ["before a comma", "They rose|, and fell| there", ", and fell"],
    ["between Chinese words", "去年|空气|变好了", "空气"],
    ["between Chinese and other words", "去年|air|变好了", "air"],
  ])("nothing is cut %s", (_case, marked, words) => expect(quoted(marked)?.words).toBe(words));
});

describe("a quote that needs more words", () => {
  const added = (marked: string) => quoted(marked)?.added;
  test("goes on to the end of the clause, with the marks that close it", () => {
    expect(added("It fell low. Then |it fell| by ‘a lot’, they say. It fell.")).toBeUndefined();
    expect(added("So it fell low. And so |it fell| by “a lot,” they say.")).toEqual({
      before: "",
      after: "by “a lot,”",
    });
    expect(added("So it fell low. And so |it fell| by a lot (they say).")).toEqual({
      before: "",
      after: "by a lot (they say).",
    });
    expect(added("空气变好了。后来|空气|变差了，他们说。")).toEqual({ before: "", after: "变差了，" });
  });
  test("goes on no further than its paragraph", () => {
    expect(added("They say it fell on. And |it fell| by a\n\nheading without an end")).toEqual({
      before: "",
      after: "by a",
    });
    expect(added("No one. Some of\n\nthe old |one|. One.\n\nThe new one.")).toEqual({ before: "the old", after: "." });
  });
  test("goes back to the start of the clause", () => {
    expect(added("They said no. In May; when asked they all said |no.|")).toEqual({
      before: "when asked they all said",
      after: "",
    });
  });
  test("has words before and after only if both are needed", () => {
    const twice = "Old cars fell by a third. ";
    expect(quoted(`${twice}New |cars fell| by a third.`)).toMatchObject({
      words: "New cars fell by a third.",
      added: { before: "New", after: "by a third." },
    });
  });
  test("keeps the parts of several selections", () => {
    expect(quoted("First it fell and rose too. So |it fell| and |rose| again, they say.")?.words).toBe(
      "it fell … rose again,",
    );
  });
});

test("a quote that occurs once on its page needs no more words, if it can name the page", async () => {
  const article = await readText("report.txt", "It fell.\fIt fell. It fell.\fIt rose.");
  expect(quoteFromSelection(article, [{ start: 0, end: 7 }])).toMatchObject({ words: "It fell", page: "1" });
});
