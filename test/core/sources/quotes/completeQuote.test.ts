/** What is offered to finish the words of a quote. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainArticle } from "../../../../server/core/sources/article.ts";
import { quoteCompletions, uncitedSentences } from "../../../../server/core/sources/quotes/completeQuote.ts";
import {
  createSearchableText,
  findQuote,
  searchableArticle,
} from "../../../../server/core/sources/quotes/findQuote.ts";
import { readHtml } from "../../../../server/core/sources/read/html.ts";
import { readMarkdown } from "../../../../server/core/sources/read/markdown.ts";
import { normalise } from "../../../../server/core/sources/text/normalise.ts";
import { sentencesOf } from "../../../../server/core/sources/text/sentences.ts";
import { paragraphs } from "../../../support/arbitraries/articles.ts";

const sentencesIn = (text: string): readonly string[] =>
  sentencesOf(plainArticle("plain", text)).map(({ start, end }) => text.slice(start, end));

describe("a sentence does not end", () => {
  test.each([
    ["at an initial", "Mayor Ada J. Quill spoke. She left."],
    ["at initials", "The U.S. Senate and the U.K. agree. She left."],
    ["at a title", "In May Mr. Quill met Dr. Lind and Prof. Roy. She left."],
    ["in a number", "Version 2.0 costs 1.500,50 crowns. She left."],
    ["at a shortened word before a figure", "See No. 5, Fig. 3 and p. 12 there. She left."],
    ["at a date", "The vote of Jan. 5 counts, said the clerk. She left."],
    ["in German", "Am 3. März kam u. a. Hr. Lind, d. h. z. B. Vertreter der Läden. She left."],
    ["at the end of a line", "The council\nmet in\r\nthe hall. She left."],
    ["where the next word is small", "The shop Hurrah! is closed, e.g. on Monday. She left."],
    ["at the number of an entry", "12. The council shall meet. She left."],
    ["after dots within", "It rose … and fell ... again. She left."],
  ])("%s", (_where, text) => {
    expect(sentencesIn(text)).toEqual([text.slice(0, -" She left.".length), "She left."]);
  });
});

describe("a sentence ends", () => {
  test.each([
    ["after its full stop", "It was void. It stays.", ["It was void.", "It stays."]],
    ["after marks that close", "“No.” He left. (So be it.) Why?", ["“No.”", "He left.", "(So be it.)", "Why?"]],
    ["after the hours", "It ended at 5 p.m. The hall was full.", ["It ended at 5 p.m.", "The hall was full."]],
    ["after a year or a number", "It was 2019. It cost 21. Who paid?", ["It was 2019.", "It cost 21.", "Who paid?"]],
    ["after “no” and “I”", "He said no. So did I. It ended.", ["He said no.", "So did I.", "It ended."]],
    ["in Chinese", "空气更清洁。人们很高兴！", ["空气更清洁。", "人们很高兴！"]],
    ["with its paragraph", "A heading\n\nThe text goes on", ["A heading", "The text goes on"]],
    [
      "with a cell or row of a table",
      "Fell\tNot. \nYear\tIt rose\nand on",
      ["Fell", "Not.", "Year", "It rose", "and on"],
    ],
  ])("%s", (_where, text, sentences) => expect(sentencesIn(text)).toEqual(sentences));

  test("not with the page, where it goes on at the top of the next one", () => {
    const [one, two, three] = ["It goes on.\n\nThe council met in\n\n", "the hall. All came.\n\n", "The end."];
    const text = one + two + three;
    const at = [0, one.length, one.length + two.length, text.length];
    const pages = [1, 2, 3].map((number) => ({
      number,
      label: String(number),
      start: at[number - 1] ?? 0,
      end: at[number] ?? 0,
    }));
    const article = plainArticle("pdf", text, pages);
    expect(sentencesOf(article).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " "))).toEqual([
      "It goes on.",
      "The council met in the hall.",
      "All came.",
      "The end.",
    ]);
    expect(quoteCompletions(article, "The cou", 5)).toEqual([
      { words: "The council met in the hall.", rest: "ncil met in the hall." },
    ]);
  });
});

const offers = (text: string, written: string): readonly string[] =>
  quoteCompletions(plainArticle("plain", text), written, 20).map(({ words }) => words);

describe("words that are written are finished", () => {
  const text =
    "President Ada J. Quill abandoned the residents. She wasn't asked. “Her interests,” she said, “rest here.”\n\nVersion 2.0 of the well-known plan [sic] failed.";
  test.each([
    ["from the beginning of a word only", "resid", ["residents."]],
    ["not from within one", "rests", []],
    ["not from within one before an apostrophe", "he was", []],
    ["not from within a number", "0 of", []],
    ["over initials", "pres", ["President Ada J. Quill abandoned the residents."]],
    ["with a number that is written in part", "version 2", ["Version 2.0 of the well-known plan [sic] failed."]],
    ["after a dash that they have too", "well-kn", ["well-known plan [sic] failed."]],
    ["not with another dash", "wellkn", []],
    ["whole words where a space follows", "her inter ", []],
    ["with other marks", 'interests," she', ["interests,” she said, “rest here.”"]],
    ["not within a bracket that would be cut", "sic", []],
  ])("%s", (_how, written, expected) => expect(offers(text, written)).toEqual(expected));

  test("in letters that have capitals of another length", () =>
    expect(offers("İyi bir gün. Sonra gitti.", "sonra")).toEqual(["Sonra gitti."]));
});

test("where nothing is written yet, sentences are offered of which nothing is quoted", () => {
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

test.each(formats)("whatever is offered from %s is found there, and goes on with what is written", (_name, make) => {
  const text = fc
    .tuple(paragraphs, fc.array(fc.constantFrom(...ENDS), { minLength: 7, maxLength: 7 }))
    .map(([all, ends]) =>
      all
        .map((words) => words.reduce((line, word, index) => line + word + (ends[index % 13] ?? " "), "“"))
        .join("\n\n"),
    );
  let offered = 0;
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 3, max: 20 }), (all, at, length) => {
      const article = make(all);
      const source = searchableArticle(article);
      const starts = [...article.text.matchAll(/(?<!\S)\S/g)];
      const from = starts[at % starts.length]?.index ?? 0;
      const written = article.text.slice(from, from + length);
      const normal = normalise(written).text.toLowerCase();
      for (const { words, rest } of quoteCompletions(article, written, 20)) {
        offered++;
        expect(findQuote(source, words).length, words).toBeGreaterThan(0);
        expect(normalise(words).text.toLowerCase().startsWith(normal), `${written} → ${words}`).toBe(true);
        expect(words.endsWith(rest)).toBe(true);
      }
      for (const words of uncitedSentences(article, [], 20))
        expect(findQuote(createSearchableText(article.text), words)).not.toEqual([]);
    }),
    { numRuns: 40 },
  );
  expect(offered).toBeGreaterThan(20);
});
