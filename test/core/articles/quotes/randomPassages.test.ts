/** Random passages of random articles are found, and misquoted ones lead to the original. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Article, plainArticle, toFileRange } from "../../../../server/core/articles/article.ts";
import { approximateMatches } from "../../../../server/core/articles/quotes/approximateMatch.ts";
import { findQuote, searchableArticle } from "../../../../server/core/articles/quotes/findQuote.ts";
import { readHtml } from "../../../../server/core/articles/read/markup/html.ts";
import { readMarkdown } from "../../../../server/core/articles/read/markup/markdown.ts";
import { cutPassage, distort, lettersFor, paragraphs, seededNumbers } from "../../../support/arbitraries/articles.ts";
import { readPdfArticle } from "../../../support/pdf/readPdfArticle.ts";
import { writePdf } from "../../../support/pdf/writePdf.ts";
import { runs, skipsLongInput } from "../../../support/runs.ts";

const escapeHtml = (word: string): string => word.replace(/&/g, "&amp;").replace(/é/g, "&eacute;");

/** Joins the words of paragraphs with markup around some of them, and random separators. */
function withMarkup(
  words: readonly (readonly string[])[],
  seed: number,
  markup: (word: string) => string,
  separators: readonly string[],
): string {
  const chance = seededNumbers(seed);
  return words
    .map((all) =>
      all
        .map((word) => (chance() % 4 === 0 ? markup(word) : word))
        .reduce((a, b) => a + (separators[chance() % separators.length] ?? " ") + b),
    )
    .join("\n\n");
}

const formats: readonly (readonly [string, (words: readonly (readonly string[])[], seed: number) => Article])[] = [
  [
    "plain text",
    (words, seed) =>
      plainArticle(
        "plain",
        withMarkup(words, seed, (word) => word, [" ", "\n"]),
      ),
  ],
  [
    "HTML",
    (words, seed) =>
      readHtml(
        `<title>T</title><p>${withMarkup(words, seed, (word) => `<b class="x">${escapeHtml(word)}</b>`, [" ", "\n   ", "<br>", "<!-- x --> "]).replaceAll("\n\n", "</p>\n<p>")}`,
      ),
  ],
  [
    "Markdown",
    (words, seed) => readMarkdown(withMarkup(words, seed, (word) => `[${word}](x.html)`, [" ", "\n", "  \n"])),
  ],
];

describe.each(formats)("in %s", (_name, make) => {
  test("finds a passage despite other white space, quotation marks and dashes", () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), fc.nat(), (words, seed, at, length) => {
        const article = make(words, seed);
        const cut = cutPassage(article.text, at, length, 3);
        fc.pre(cut !== undefined);
        const matches = findQuote(searchableArticle(article), distort(cut.words, seededNumbers(seed)));
        expect(matches).toContainEqual({ start: cut.start, end: cut.end });
        const { start, end } = toFileRange(article, cut);
        const fileText = article.fileText.slice(start, end);
        expect(fileText.startsWith(cut.words[0] ?? "")).toBe(true);
        expect(fileText.endsWith(cut.words.at(-1) ?? "")).toBe(true);
      }),
    );
  });

  test("does not find a passage with one changed word, but suggests the original first", () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), fc.nat(), (words, seed, at, length) => {
        const article = make(words, seed);
        const cut = cutPassage(article.text, at, length, 8);
        // Suggestions span several paragraphs only if the words around the break are unchanged.
        fc.pre(cut !== undefined && !article.text.slice(cut.start, cut.end).includes("\n\n"));
        const changed = cut.words.with(length % cut.words.length, "QUAINT");
        const source = searchableArticle(article);
        const quote = distort(changed, seededNumbers(seed));
        expect(findQuote(source, quote)).toEqual([]);
        const [first] = approximateMatches(source, quote);
        expect(first).toMatchObject({ start: cut.start, end: cut.end });
        expect(findQuote(source, first?.quote ?? "")).toContainEqual({ start: cut.start, end: cut.end });
      }),
    );
  });
});

test.skipIf(skipsLongInput)("both hold across the lines and pages of a PDF", async () => {
  const letters = fc.string({ unit: fc.constantFrom(..."klmnopqrst"), minLength: 4, maxLength: 12 });
  const words = fc
    .array(letters, { minLength: 60, maxLength: 120 })
    .map((all) => all.map((one, index) => one + lettersFor(index)));
  const passages = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 10, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(words, passages, async (all, cuts) => {
      const result = await readPdfArticle(writePdf(hyphenatedPages(all)));
      if (result.state !== "found") throw new Error(result.state);
      const source = searchableArticle(result.article);
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
    // Few runs, because each starts a worker.
    { numRuns: runs(3), endOnFailure: true },
  );
});

/** Returns pages of four lines of five words, with the last word of each line hyphenated. */
function hyphenatedPages(words: readonly string[]): readonly (readonly string[])[] {
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
