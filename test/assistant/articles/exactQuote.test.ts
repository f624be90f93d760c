import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactQuote } from "../../../server/assistant/articles/exactQuote.ts";
import { type Article, plainArticle } from "../../../server/core/articles/article.ts";
import { containsQuote, searchableArticle } from "../../../server/core/articles/quotes/findQuote.ts";
import { UserError } from "../../../server/features/shared/userError.ts";
import { cutPassage, paragraphs } from "../../support/arbitraries/articles.ts";
import { runs } from "../../support/runs.ts";

const text =
  "Traffic fell by a fifth.\n\nThe shops lost customers, and the baker closed. In May, traffic fell by a third.";

const quote = (words: string, occurrence?: number, article: Article = plainArticle("plain", text)) =>
  exactQuote({ file: "file:///a.txt", article, title: "A" }, words, occurrence);

/** The quote; undefined if it is refused. */
function quoteOrRefusal(words: string, article: Article) {
  try {
    return quote(words, undefined, article);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

describe("a quote from an assistant", () => {
  test("gets the words, the page and nothing else from the article", () => {
    const pages = [
      { start: 0, end: 24, number: 1, label: "i" },
      { start: 24, end: text.length, number: 2, label: "ii" },
    ];
    expect(quote("The shops lost customers", undefined, plainArticle("plain", text, pages))).toMatchObject({
      words: "The shops lost customers",
      page: "ii",
    });
  });

  test("may leave out words of one paragraph, but not join paragraphs", () => {
    expect(quote("The shops … closed").words).toBe("The shops … closed");
    expect(() => quote("by a fifth … The shops")).toThrow("different paragraphs");
  });

  test("loses insertions and quotation marks that are not in the article", () => {
    expect(quote("“The shops [of the town] lost customers”").words).toBe("The shops lost customers");
  });

  test("keeps brackets and quotation marks that are in the article", () => {
    const article = plainArticle("plain", "She wrote that “the charge [sic] works” for all. He disagreed.");
    expect(quote("the charge [sic] works", undefined, article).words).toBe("the charge [sic] works");
    expect(quote('that "the charge [sic] works" for', undefined, article).words).toBe(
      "that “the charge [sic] works” for",
    );
  });

  test("that occurs twice is refused with both places, until one is chosen", () => {
    expect(() => quote("raffic fell")).toThrow("not in “A” word for word");
    const article = plainArticle(
      "plain",
      `${text}\nIn May, the shops lost customers.`.replace("The shops", "the shops"),
    );
    expect(() => quote("the shops lost customers", undefined, article)).toThrow(/2 places.*on line 3.*on line 4/s);
    expect(quote("the shops lost customers", 2, article).passage.start).toBe(article.text.lastIndexOf("the shops"));
    expect(() => quote("the shops lost customers", 3, article)).toThrow("2 places");
  });

  test("that is in the article is accepted, wherever it begins and ends", () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), (all, start, length) => {
        const article = plainArticle("plain", all.map((words) => words.join(" ")).join("\n\n"));
        const passage = cutPassage(article.text, start, length, 3);
        fc.pre(passage !== undefined);
        expect(quote(passage?.words.join(" ") ?? "", undefined, article).passage).toEqual({
          start: passage?.start,
          end: passage?.end,
        });
      }),
      { numRuns: runs(200) },
    );
  });

  test("never becomes words that the article does not have, whatever it consists of", () => {
    const mark = fc.constantFrom("…", "...", "[", "]", "[…]", "“", "”", "not", "-", "[not]");
    fc.assert(
      fc.property(
        paragraphs,
        fc.array(fc.tuple(fc.nat(), fc.option(mark)), { minLength: 1, maxLength: 12 }),
        (all, picks) => {
          const article = plainArticle("plain", all.map((words) => words.join(" ")).join("\n\n"));
          const words = all.flat();
          const written = picks.map(([index, sign]) => sign ?? words[index % words.length]).join(" ");
          const accepted = quoteOrRefusal(written, article);
          if (accepted === undefined) return;
          const onOneLine = article.text.replaceAll("\n\n", " ");
          for (const part of accepted.words.split(" … ")) expect(onOneLine).toContain(part);
          expect(containsQuote(searchableArticle(article), accepted.words)).toBe(true);
        },
      ),
      { numRuns: runs(500) },
    );
  });
});
