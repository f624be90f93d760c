import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPassages, nearestPassages, placeOf } from "../../../server/assistant/articles/passages.ts";
import { type Article, plainArticle } from "../../../server/core/articles/article.ts";
import { containsQuote, searchableArticle } from "../../../server/core/articles/quotes/findQuote.ts";
import { readText } from "../../../server/core/articles/readArticle.ts";
import { cutPassage, paragraphs } from "../../support/arbitraries/articles.ts";
import { runs } from "../../support/runs.ts";

const text = [
  "Traffic fell in June. The shops lost customers.",
  "The customers of the bakery stayed away when traffic was diverted.",
  "Nobody counted the buses, she says.",
].join("\n\n");
const article = plainArticle("plain", text);

const wordsOf = (query: string, limit = 10, of: Article = article): readonly string[] =>
  findPassages(of, query, limit).map(({ words }) => words);

describe("the search for passages", () => {
  test("returns first the sentence with the exact words, then those that share words", () => {
    expect(wordsOf("lost customers")).toEqual([
      "The shops lost customers.",
      "The customers of the bakery stayed away when traffic was diverted.",
    ]);
  });

  test("finds words in another order, with other endings and misspelled", () => {
    expect(wordsOf("custmers shop")[0]).toBe("The shops lost customers.");
    expect(wordsOf("bus count")).toEqual(["Nobody counted the buses, she says."]);
  });

  test("returns no more passages than asked for, and none for words that are nowhere", () => {
    expect(wordsOf("traffic customers", 1)).toHaveLength(1);
    expect(wordsOf("xylophone")).toEqual([]);
    expect(wordsOf("…")).toEqual([]);
  });

  test("finds words in Chinese", () => {
    const chinese = plainArticle("plain", "去年老城的空气变好了许多。商店的生意差了。");
    expect(wordsOf("空气", 10, chinese)).toEqual(["去年老城的空气变好了许多。"]);
  });

  test("says on which line, in which section or on which page a passage is", async () => {
    const [second] = findPassages(article, "buses", 1);
    expect(second?.place).toBe("on line 5");
    const markdown = await readText("a.md", "# Air\n\nIt is clean.\n");
    expect(findPassages(markdown, "clean", 1)[0]?.place).toBe("in “Air”, on line 3");
    const pages = [{ start: 0, end: text.length, number: 1, label: "xii" }];
    expect(placeOf(plainArticle("plain", text, pages), { start: 0, end: 5 })).toBe("on page xii");
  });

  test("any passage that it finds can be quoted", () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), (all, start, length) => {
        const random = plainArticle("plain", all.map((words) => words.join(" ")).join("\n\n"));
        const query = cutPassage(random.text, start, length, 2)?.words.join(" ") ?? "";
        const found = [...findPassages(random, query, 5), ...nearestPassages(random, `${query} zzz`, 3)];
        for (const { words } of found) expect(containsQuote(searchableArticle(random), words)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe("the passages nearest to a quote", () => {
  test("are whole sentences, most similar first", () => {
    expect(nearestPassages(article, "The shops lost all customers", 2)[0]?.words).toBe("The shops lost customers.");
    expect(nearestPassages(article, "fell in July. The shops lost customers", 2)[0]?.words).toBe(
      "Traffic fell in June. The shops lost customers.",
    );
  });
});
