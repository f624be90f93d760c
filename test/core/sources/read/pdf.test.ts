/** What a reader sees of a PDF, page by page, and what becomes of one that cannot be read. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Article, pagesOf } from "../../../../server/core/sources/article.ts";
import { findQuote, searchableArticle } from "../../../../server/core/sources/quotes/findQuote.ts";
import { findPages } from "../../../../server/core/sources/read/pages.ts";
import { pageTexts } from "../../../../server/core/sources/read/pdfLines.ts";
import { readPdf, readPdfInWorker } from "../../../../server/node/pdfReader.ts";
import { launchBrowser } from "../../../support/browser/launchBrowser.ts";
import { writePdf } from "../../../support/writePdf.ts";

async function read(file: Uint8Array): Promise<Article> {
  const reading = await readPdf(file);
  if (reading.state !== "found") throw new Error(`The file is ${reading.state}.`);
  return reading.article;
}

test("the lines of the pages are read, and a paragraph ends where there is room", async () => {
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

test("a quote is found over the ends of lines and pages, where words are hyphenated", async () => {
  const article = await read(writePdf([["The well-", "known air got clea-"], ["ner in spring."]]));
  const find = (quote: string): readonly string[] =>
    findQuote(searchableArticle(article), quote).flatMap((place) => pagesOf(article, place).map(({ label }) => label));
  expect(find("The well-known air got cleaner")).toEqual(["1", "2"]);
  expect(find("The wellknown air")).toEqual(["1"]);
  expect(find("in spring")).toEqual(["2"]);
  expect(find("got clea ner")).toEqual([]);
});

test("pages are called as the file calls them, else by their number", async () => {
  const lines = [["a"], ["b"], ["c"], ["d"]];
  const own = await read(writePdf(lines, { labels: "0 << /S /r >> 2 << /S /D /St 12 >>" }));
  expect(own.pages.map(({ label }) => label)).toEqual(["i", "ii", "12", "13"]);
  const numbers = (article: Article, name: string): readonly number[] =>
    findPages(article, name).map((page) => page.number);
  expect(numbers(own, "II")).toEqual([2]);
  expect(numbers(own, "ii–12")).toEqual([2, 3]);
  // What the file calls nothing is its number.
  expect(numbers(own, "4")).toEqual([4]);
  expect(numbers(own, "14")).toEqual([]);
  expect(numbers(await read(writePdf(lines)), "2–3")).toEqual([2, 3]);
});

const set = (...lines: readonly string[]) => lines.map((text, index) => ({ text, y: 700 - 14 * index, height: 12 }));

test("what is the same at the edge of many pages, the number of the page aside, is left out", () => {
  const page = (number: number, ...lines: readonly string[]) => set("Streets for whom?", ...lines, `Page ${number}`);
  expect(pageTexts([page(1, "The air", "got"), page(2, "cleaner."), page(3)])).toEqual([
    "The air\ngot",
    "cleaner.",
    "",
  ]);
  // Twice may be meant.
  expect(pageTexts([page(1, "a"), page(2, "b")])[0]).toBe("Streets for whom?\na\nPage 1");
});

test.each([
  ["alone", ["251", "252", "253"]],
  ["between dashes", ["– 7 –", "– 8 –", "– 9 –"]],
  ["in Roman letters", ["Preface viii", "Preface ix", "Preface x"]],
  ["with how many there are", ["Page 1 of 30", "Page 2 of 30", "Page 3 of 30"]],
  ["before a head", ["12 Lind and Berg", "13 Lind and Berg", "14 Lind and Berg"]],
])("the number of a page is left out: %s", (_how, heads) => {
  const words = ["The air", "got cleaner", "in spring"];
  expect(pageTexts(heads.map((head, page) => set(head, words[page] ?? "")))).toEqual(words);
  expect(pageTexts(heads.map((foot, page) => set(words[page] ?? "", foot)))).toEqual(words);
});

/** Lines at the heights that are given, in this order. */
const at = (...lines: readonly (readonly [y: number, text: string])[]) =>
  lines.map(([y, text]) => ({ text, y, height: 12 }));

test("heads and feet of several lines are left out, in whatever order they are drawn, with how a browser numbers pages", () => {
  const words = ["The air got", "cleaner in", "spring."];
  const pages = words.map((text, page) =>
    at(
      [600, text],
      [760, "11/25/26, 1:51 PM Streets for whom? - Review"],
      [744, "The Ardmore trial"],
      [30, `https://example.org/streets ${page + 1}/3`],
      [46, "© Review. All rights reserved."],
    ),
  );
  expect(pageTexts(pages)).toEqual(words);
});

test("what a browser has printed above and below two pages is left out; what else is the same on two is not", () => {
  const page = (number: number, text: string) =>
    at(
      [744, "Streets for whom?"],
      [600, text],
      [30, `https://example.org/streets ${number}/2`],
      [760, "25.11.2026, 13:51 Review"],
    );
  expect(pageTexts([page(1, "The air"), page(2, "got cleaner.")])).toEqual([
    "Streets for whom?\n\nThe air",
    "Streets for whom?\n\ngot cleaner.",
  ]);
  const noted = ["1 https://example.org/streets", "2 https://example.org/streets"];
  expect(pageTexts(noted.map((note) => at([600, "The air"], [30, note])))).toEqual(
    noted.map((note) => `The air\n\n${note}`),
  );
});

test("below a head, lines of the text are kept that come again, but elsewhere on the page", () => {
  const page = (y: number, text: string) => at([760, "Review"], [y, "Not so."], [y - 14, text]);
  expect(pageTexts([page(700, "The air"), page(650, "got"), page(580, "cleaner.")])).toEqual([
    "Not so.\nThe air",
    "Not so.\ngot",
    "Not so.\ncleaner.",
  ]);
});

test("slides that go on from one to the next keep what they have in common, their title aside", () => {
  const slide = (...lines: readonly string[]) =>
    lines.map((text, index) => ({ text, y: 500 - 40 * index, height: 12 }));
  const shown = ["The air got cleaner.", "Rents rose.", "Nobody was asked."];
  const others = ["Agenda", "Methods", "Rents", "Thanks"].map((title) => slide(title));
  const built = [1, 2, 3].map((count) => slide("Findings", ...shown.slice(0, count)));
  expect(pageTexts([...others, ...built]).slice(4)).toEqual(
    [1, 2, 3].map((count) => shown.slice(0, count).join("\n\n")),
  );
});

test("no line of the text is lost that is on one page only, whatever heads and feet there are", () => {
  const word = fc.constantFrom(..."In 2021 the air got cleaner by 4 per cent page 3 of 12 rents rose".split(" "));
  const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
  const body = fc.array(line, { minLength: 1, maxLength: 5 });
  const heads = fc.array(line, { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(body, { minLength: 1, maxLength: 7 }), heads, heads, (bodies, top, bottom) => {
      // A letter that no other line of any page has.
      let letter = 0x4e00;
      const own = bodies.map((lines) => lines.map((text) => `${text} ${String.fromCharCode(letter++)}`));
      const texts = pageTexts(own.map((lines) => set(...top, ...lines, ...bottom)));
      for (const [page, lines] of own.entries()) {
        expect(texts[page]?.split(/\n+/).filter((text) => lines.includes(text))).toEqual(lines);
      }
    }),
  );
});

test("every sentence of a page that a browser has printed is found, over the ends of its pages too", async () => {
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

test.each([
  ["In 2021 exports grew by 4 per cent.", "In 2022 exports grew by 7 per cent.", "In 2023 exports grew by 9 per cent."],
  [
    "Finding 1. The board approved 7 of the requests.",
    "Finding 2. The board approved 9 of the requests.",
    "Finding 3. The board approved 9 of the requests.",
    "Finding 4. The board approved 2 of the requests.",
  ],
  // Half a sentence, as lines end.
  ["In 2021 the exports", "In 2022 the exports", "In 2023 the exports"],
  ["Of these were built 4", "Of these were built 7", "Of these were built 9"],
  ["Exports grew by 4.", "Exports grew by 5.", "Exports grew by 6."],
])("sentences at the edge of pages that differ in their figures are kept: %s", (...lines) => {
  const words = ["The air", "got cleaner", "in spring", "and autumn"];
  const first = lines.map((line, page) => set(line, words[page] ?? ""));
  expect(pageTexts(first)).toEqual(lines.map((line, page) => `${line}\n${words[page]}`));
  const last = lines.map((line, page) => set(words[page] ?? "", line));
  expect(pageTexts(last)).toEqual(lines.map((line, page) => `${words[page]}\n${line}`));
});

test("Chinese is read in the files that leave it to the reader to know the characters", async () => {
  const objects = [
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
  ];
  const font =
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>";
  const hexadecimal = [..."空气好了"].map((one) => one.charCodeAt(0).toString(16)).join("");
  expect((await read(writePdf([[`<${hexadecimal}>`]], { font, objects }))).text).toBe("空气好了");
});

describe("a PDF is not read", () => {
  test.each([
    ["broken", "that is none", new TextEncoder().encode("%PDF-1.7\nThe rest is missing.")],
    ["broken", "that is empty", new Uint8Array()],
    ["no-text", "of pictures", writePdf([[], []])],
    [
      "password-protected",
      "with a password",
      writePdf([["secret"]], {
        trailer: `/Encrypt 4 0 R /ID [<${"00".repeat(16)}> <${"00".repeat(16)}>]`,
        objects: [`<< /Filter /Standard /V 1 /R 2 /O <${"11".repeat(32)}> /U <${"22".repeat(32)}> /P -4 >>`],
      }),
    ],
  ])("%s: one %s", async (state, _what, file) => expect(await readPdf(file)).toEqual({ state }));

  test("slow: one that takes longer than there is time", async () => {
    const pages = Array.from({ length: 400 }, () => ["The air got cleaner."]);
    expect(await readPdfInWorker(writePdf(pages), 1)).toEqual({ state: "timed-out" });
  });
});
