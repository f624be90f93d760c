import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainArticle } from "../../../../server/core/articles/article.ts";
import { quoteCompletions, uncitedSentences } from "../../../../server/core/articles/quotes/completeQuote.ts";
import {
  createSearchableText,
  findQuote,
  searchableArticle,
} from "../../../../server/core/articles/quotes/findQuote.ts";
import { normalize } from "../../../../server/core/articles/quotes/normalize.ts";
import { readHtml } from "../../../../server/core/articles/read/markup/html.ts";
import { readMarkdown } from "../../../../server/core/articles/read/markup/markdown.ts";
import { paragraphs } from "../../../support/arbitraries/articles.ts";
import { runs } from "../../../support/runs.ts";

const completions = (text: string, typed: string): readonly string[] =>
  quoteCompletions(plainArticle("plain", text), typed, 20).map(({ words }) => words);

describe("completes typed text", () => {
  const text =
    "President Ada J. Quill abandoned the residents. She wasn't asked. “Her interests,” she said, “rest here.”\n\nVersion 2.0 of the well-known plan [sic] failed.";
  test.each([
    ["from the start of a word", "resid", ["residents."]],
    ["not from inside a word", "rests", []],
    ["not from inside a word with an apostrophe", "he was", []],
    ["not from inside a number", "0 of", []],
    ["across initials", "pres", ["President Ada J. Quill abandoned the residents."]],
    ["with an incomplete number", "version 2", ["Version 2.0 of the well-known plan [sic] failed."]],
    ["with the same dash", "well-kn", ["well-known plan [sic] failed."]],
    ["not without the dash", "wellkn", []],
    ["only whole words before a space", "her inter ", []],
    ["with other quotation marks", 'interests," she', ["interests,” she said, “rest here.”"]],
    ["not from inside a bracket", "sic", []],
  ])("%s", (_case, typed, expected) => expect(completions(text, typed)).toEqual(expected));

  test("in a text with letters whose lower case is longer", () =>
    expect(completions("İyi bir gün. Sonra gitti.", "sonra")).toEqual(["Sonra gitti."]));

  test("to the end of a sentence on the next page", () => {
    const pageTexts = ["The council met in\n\n", "the hall. All came."];
    const text = pageTexts.join("");
    const pages = [
      { number: 1, label: "1", start: 0, end: pageTexts[0]?.length ?? 0 },
      { number: 2, label: "2", start: pageTexts[0]?.length ?? 0, end: text.length },
    ];
    expect(quoteCompletions(plainArticle("pdf", text, pages), "The cou", 5)).toEqual([
      { words: "The council met in the hall.", rest: "ncil met in the hall." },
    ]);
  });
});

test("gives at most as many completions as asked for, those that start a sentence first", () => {
  const article = plainArticle("plain", "So the air fell. The air rose. The air fell. The air rose.");
  const words = (limit: number): readonly string[] =>
    quoteCompletions(article, "the air", limit).map((one) => one.words);
  expect(words(9)).toEqual(["The air rose.", "The air fell.", "the air fell."]);
  expect(words(1)).toEqual(["The air rose."]);
  expect(quoteCompletions(article, "So the", 1)).toEqual([{ words: "So the air fell.", rest: " air fell." }]);
  expect(quoteCompletions(article, "…", 9)).toEqual([]);
  expect(uncitedSentences(article, [], 2)).toEqual(["So the air fell.", "The air rose."]);
});

test("completes no typed text without letters, and no text that would be found elsewhere only", () => {
  const article = plainArticle("plain", "The air fell … here. So it ended.");
  expect(quoteCompletions(article, "", 9)).toEqual([]);
  expect(quoteCompletions(article, " “", 9)).toEqual([]);
  for (const { words } of quoteCompletions(article, "the air", 9))
    expect(findQuote(searchableArticle(article), words)).toHaveLength(1);
});

test("suggests sentences that are not cited", () => {
  const text = "One is here. Two is there. Three is not.";
  expect(uncitedSentences(plainArticle("plain", text), [{ start: 17, end: 20 }], 5)).toEqual([
    "One is here.",
    "Three is not.",
  ]);
});

const ENDS = [". ", "? ", ".” ", " (J. Quill). ", " in the U.S. ", " [sic]. ", ", 2.0 ", " –\n", "\t", " Mr. ", "…\n"];
const formats = [
  ["plain text", (all: string) => plainArticle("plain", all)],
  ["HTML", (all: string) => readHtml(`<p>${all.replace(/\n\n/g, "<p>").replace(/\t/g, "<table><td>a<td>")}`)],
  ["Markdown", (all: string) => readMarkdown(all.replace(/[[\]]/g, "\\$&"))],
] as const;

test.each(formats)("every completion from %s is found there and continues the typed text", (_name, make) => {
  const text = fc
    .tuple(paragraphs, fc.array(fc.constantFrom(...ENDS), { minLength: 7, maxLength: 7 }))
    .map(([all, ends]) =>
      all
        .map((words) => words.reduce((line, word, index) => line + word + (ends[index % 13] ?? " "), "“"))
        .join("\n\n"),
    );
  let completionCount = 0;
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 3, max: 20 }), (all, at, length) => {
      const article = make(all);
      const source = searchableArticle(article);
      const starts = [...article.text.matchAll(/(?<!\S)\S/g)];
      const from = starts[at % starts.length]?.index ?? 0;
      const typed = article.text.slice(from, from + length);
      const normal = normalize(typed).text.toLowerCase();
      for (const { words, rest } of quoteCompletions(article, typed, 20)) {
        completionCount++;
        expect(findQuote(source, words).length, words).toBeGreaterThan(0);
        expect(normalize(words).text.toLowerCase().startsWith(normal), `${typed} → ${words}`).toBe(true);
        expect(words.endsWith(rest)).toBe(true);
      }
      for (const words of uncitedSentences(article, [], 20))
        expect(findQuote(createSearchableText(article.text), words)).not.toEqual([]);
    }),
    { numRuns: runs(40, 5) },
  );
  expect(completionCount).toBeGreaterThan(runs(20));
});
