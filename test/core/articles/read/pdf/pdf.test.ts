import { describe, expect, test } from "vitest";
import { type Article, pagesOf } from "../../../../../server/core/articles/article.ts";
import { findQuote, searchableArticle } from "../../../../../server/core/articles/quotes/findQuote.ts";
import { findPages } from "../../../../../server/core/articles/read/pages.ts";
import { launchBrowser } from "../../../../support/browser/launchBrowser.ts";
import { readPdfArticle } from "../../../../support/pdf/readPdfArticle.ts";
import { writePdf } from "../../../../support/pdf/writePdf.ts";

async function read(file: Uint8Array): Promise<Article> {
  const result = await readPdfArticle(file);
  if (result.state !== "found") throw new Error(`The file is ${result.state}.`);
  return result.article;
}

test("reads the lines of pages, and separates paragraphs at gaps", async () => {
  const { text, fileText, pages } = await read(
    writePdf([["One line (of \\ two)", "and", "", "a paragraph"], ["that goes on."]]),
  );
  expect(text).toBe("One line (of \\ two)\nand\n\na paragraph\nthat goes on.");
  expect(fileText).toBe(text);
  expect(pages.map(({ start, end }) => text.slice(start, end))).toEqual([
    "One line (of \\ two)\nand\n\na paragraph\n",
    "that goes on.",
  ]);
});

test("finds quotes across lines and pages with hyphenated words", async () => {
  const article = await read(writePdf([["The well-", "known air got clea-"], ["ner in spring."]]));
  const find = (quote: string): readonly string[] =>
    findQuote(searchableArticle(article), quote).flatMap((match) => pagesOf(article, match).map(({ label }) => label));
  expect(find("The well-known air got cleaner")).toEqual(["1", "2"]);
  expect(find("The wellknown air")).toEqual(["1"]);
  expect(find("in spring")).toEqual(["2"]);
  expect(find("got clea ner")).toEqual([]);
});

test("uses the page labels of the file, else the page numbers", async () => {
  const lines = [["a"], ["b"], ["c"], ["d"]];
  const labeled = await read(writePdf(lines, { labels: "0 << /S /r >> 2 << /S /D /St 12 >>" }));
  expect(labeled.pages.map(({ label }) => label)).toEqual(["i", "ii", "12", "13"]);
  const numbers = (article: Article, name: string): readonly number[] =>
    findPages(article, name).map((page) => page.number);
  expect(numbers(labeled, "II")).toEqual([2]);
  expect(numbers(labeled, "ii–12")).toEqual([2, 3]);
  // No page has the label 4, so it is a page number.
  expect(numbers(labeled, "4")).toEqual([4]);
  expect(numbers(labeled, "14")).toEqual([]);
  expect(numbers(await read(writePdf(lines)), "2–3")).toEqual([2, 3]);
});

test("finds every sentence of a page printed by a browser, including across page ends", async () => {
  const sentences = Array.from(
    { length: 200 },
    (_, n) => `In street ${n} the air got so clean that house ${n} was sold.`,
  );
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent(`<title>Streets</title><p style="font: 12pt serif">${sentences.join(" ")}</p>`);
  const margin = { top: "1.5cm", bottom: "1.5cm" };
  const bytes = await page.pdf({ format: "A5", displayHeaderFooter: true, margin });
  await browser.close();
  const article = await read(new Uint8Array(bytes));
  expect(article.pages.length).toBeGreaterThan(3);
  const searchable = searchableArticle(article);
  expect(sentences.filter((sentence) => findQuote(searchable, sentence).length !== 1)).toEqual([]);
  expect(article.text).not.toMatch(/about:blank|Streets|\/\d|^\d+$/m);
});

test("leaves out the raised marks of footnotes, and keeps exponents", async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent(
    "<p>The air is solid.<sup>3</sup> It fell<sup>*</sup> on 12 km<sup>2</sup>.</p><p><sup>3</sup>Recall that.</p>",
  );
  const bytes = await page.pdf({ format: "A5" });
  await browser.close();
  const article = await read(new Uint8Array(bytes));
  expect(article.text).toBe("The air is solid. It fell on 12 km2.\n\nRecall that.");
  for (const quote of ["solid. It fell on", "solid.3 It fell* on 12 km2.", "3Recall that."])
    expect(findQuote(searchableArticle(article), quote)).toHaveLength(1);
});

test("reads Chinese in a file that refers to a predefined character map", async () => {
  const objects = [
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
  ];
  const font =
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>";
  const hexadecimal = [..."空气好了"].map((one) => one.charCodeAt(0).toString(16)).join("");
  expect((await read(writePdf([[`<${hexadecimal}>`]], { font, objects }))).text).toBe("空气好了");
});

describe("does not read a PDF", () => {
  test.each([
    ["broken", "that is damaged", new TextEncoder().encode("%PDF-1.7\nThe rest is missing.")],
    ["broken", "that is empty", new Uint8Array()],
    ["no-text", "without text", writePdf([[], []])],
    [
      "password-protected",
      "with a password",
      writePdf([["secret"]], {
        trailer: `/Encrypt 4 0 R /ID [<${"00".repeat(16)}> <${"00".repeat(16)}>]`,
        objects: [`<< /Filter /Standard /V 1 /R 2 /O <${"11".repeat(32)}> /U <${"22".repeat(32)}> /P -4 >>`],
      }),
    ],
  ])("%s: a file %s", async (state, _case, file) => expect(await readPdfArticle(file)).toEqual({ state }));
});
