/** Any passage of any article is found, however carelessly it is quoted; and a wrong one leads to the right one. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type Article, plainArticle, toFileRange } from "../../../../server/core/sources/article.ts";
import { approximateMatches } from "../../../../server/core/sources/quotes/approximateMatch.ts";
import { findQuote, searchableArticle } from "../../../../server/core/sources/quotes/findQuote.ts";
import { readHtml } from "../../../../server/core/sources/read/html.ts";
import { readMarkdown } from "../../../../server/core/sources/read/markdown.ts";
import { readPdf } from "../../../../server/node/pdfReader.ts";
import { cutPassage, distort, lettersFor, paragraphs, seededNumbers } from "../../../support/arbitraries/articles.ts";
import { writePdf } from "../../../support/writePdf.ts";

vi.setConfig({ testTimeout: 60_000 });

const escaped = (word: string): string => word.replace(/&/g, "&amp;").replace(/é/g, "&eacute;");

/** The words of paragraphs, with marks around some of them and white space between all. */
function markedUp(
  words: readonly (readonly string[])[],
  seed: number,
  mark: (word: string) => string,
  ends: readonly string[],
): string {
  const chance = seededNumbers(seed);
  return words
    .map((all) =>
      all
        .map((word) => (chance() % 4 === 0 ? mark(word) : word))
        .reduce((a, b) => a + (ends[chance() % ends.length] ?? " ") + b),
    )
    .join("\n\n");
}

const formats: readonly (readonly [string, (words: readonly (readonly string[])[], seed: number) => Article])[] = [
  [
    "plain text",
    (words, seed) =>
      plainArticle(
        "plain",
        markedUp(words, seed, (word) => word, [" ", "\n"]),
      ),
  ],
  [
    "HTML",
    (words, seed) =>
      readHtml(
        `<title>T</title><p>${markedUp(words, seed, (word) => `<b class="x">${escaped(word)}</b>`, [" ", "\n   ", "<br>", "<!-- x --> "]).replaceAll("\n\n", "</p>\n<p>")}`,
      ),
  ],
  [
    "Markdown",
    (words, seed) => readMarkdown(markedUp(words, seed, (word) => `[${word}](x.html)`, [" ", "\n", "  \n"])),
  ],
];

describe.each(formats)("in %s", (_name, make) => {
  test("a passage with other white space, marks and dashes is found at its place", () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), fc.nat(), (words, seed, at, length) => {
        const article = make(words, seed);
        const cut = cutPassage(article.text, at, length, 3);
        fc.pre(cut !== undefined);
        const places = findQuote(searchableArticle(article), distort(cut.words, seededNumbers(seed)));
        expect(places).toContainEqual({ start: cut.start, end: cut.end });
        // And so in the file, from the first letter to the last.
        const { start, end } = toFileRange(article, cut);
        const there = article.fileText.slice(start, end);
        expect(there.startsWith(cut.words[0] ?? "")).toBe(true);
        expect(there.endsWith(cut.words.at(-1) ?? "")).toBe(true);
      }),
    );
  });

  test("a passage with one word changed is not found, and its original comes first among the offers", () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), fc.nat(), (words, seed, at, length) => {
        const article = make(words, seed);
        const cut = cutPassage(article.text, at, length, 8);
        // What is offered goes on over the end of a paragraph only for words that are shared there.
        fc.pre(cut !== undefined && !article.text.slice(cut.start, cut.end).includes("\n\n"));
        const changed = cut.words.with(length % cut.words.length, "QUAINT");
        const source = searchableArticle(article);
        const quote = distort(changed, seededNumbers(seed));
        expect(findQuote(source, quote)).toEqual([]);
        const [first] = approximateMatches(source, quote);
        expect(first).toMatchObject({ start: cut.start, end: cut.end });
        // What is offered is found there.
        expect(findQuote(source, first?.quote ?? "")).toContainEqual({ start: cut.start, end: cut.end });
      }),
    );
  });
});

test("in a PDF both hold over the ends of its lines and pages", async () => {
  const letters = fc.string({ unit: fc.constantFrom(..."klmnopqrst"), minLength: 4, maxLength: 12 });
  const words = fc
    .array(letters, { minLength: 60, maxLength: 120 })
    .map((all) => all.map((one, index) => one + lettersFor(index)));
  const places = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 10, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(words, places, async (all, cuts) => {
      const reading = await readPdf(writePdf(pagesOfFive(all)));
      if (reading.state !== "found") throw new Error(reading.state);
      const source = searchableArticle(reading.article);
      for (const [at, length] of cuts) {
        const first = at % (all.length - 12);
        const passage = all.slice(first, first + 8 + (length % 4));
        const found = findQuote(source, passage.join(" "));
        expect(found.length).toBeGreaterThan(0);
        const changed = passage.with(1 + (length % (passage.length - 2)), "QUAINT").join(" ");
        expect(findQuote(source, changed)).toEqual([]);
        expect(approximateMatches(source, changed)[0]).toMatchObject(found[0] ?? {});
      }
    }),
    // Each starts a thread of its own.
    { numRuns: 3, endOnFailure: true },
  );
});

/** Pages of four lines of five words, the last of each parted by a hyphen. */
function pagesOfFive(words: readonly string[]): readonly (readonly string[])[] {
  const lines: string[] = [];
  let rest = "";
  for (let from = 0; from < words.length; from += 5) {
    const line = words.slice(from, from + 5);
    const last = line.pop() ?? "";
    lines.push(`${rest}${line.join(" ")} ${last.slice(0, 2)}-`.trim());
    rest = `${last.slice(2)} `;
  }
  lines.push(rest.trim());
  const pages: string[][] = [];
  for (let from = 0; from < lines.length; from += 4) pages.push(lines.slice(from, from + 4));
  return pages;
}
