import fc from "fast-check";
import { expect, test } from "vitest";
import { pageTexts } from "../../../../../server/core/articles/read/pdf/pdfLines.ts";

/** Lines from top to bottom with equal spacing. */
const page = (...lines: readonly string[]) => lines.map((text, index) => ({ text, y: 700 - 14 * index, height: 12 }));

test("removes lines at the edges that are the same on many pages, except for the page number", () => {
  const numbered = (number: number, ...lines: readonly string[]) =>
    page("Streets for whom?", ...lines, `Page ${number}`);
  expect(pageTexts([numbered(1, "The air", "got"), numbered(2, "cleaner."), numbered(3)])).toEqual([
    "The air\ngot",
    "cleaner.",
    "",
  ]);
  // On two pages, a repetition may be part of the text.
  expect(pageTexts([numbered(1, "a"), numbered(2, "b")])[0]).toBe("Streets for whom?\na\nPage 1");
});

test.each([
  ["alone", ["251", "252", "253"]],
  ["between dashes", ["– 7 –", "– 8 –", "– 9 –"]],
  ["in Roman numerals", ["Preface viii", "Preface ix", "Preface x"]],
  ["with the number of pages", ["Page 1 of 30", "Page 2 of 30", "Page 3 of 30"]],
  ["before a title", ["12 Lind and Berg", "13 Lind and Berg", "14 Lind and Berg"]],
])("removes page numbers: %s", (_case, headers) => {
  const words = ["The air", "got cleaner", "in spring"];
  expect(pageTexts(headers.map((header, index) => page(header, words[index] ?? "")))).toEqual(words);
  expect(pageTexts(headers.map((footer, index) => page(words[index] ?? "", footer)))).toEqual(words);
});

/** Lines at the given heights, in the order of the file. */
const linesAt = (...lines: readonly (readonly [y: number, text: string])[]) =>
  lines.map(([y, text]) => ({ text, y, height: 12 }));

test("removes headers and footers of several lines in any order, including those that browsers print", () => {
  const words = ["The air got", "cleaner in", "spring."];
  const pages = words.map((text, index) =>
    linesAt(
      [600, text],
      [760, "11/25/26, 1:51 PM Streets for whom? - Review"],
      [744, "The Ardmore trial"],
      [30, `https://example.org/streets ${index + 1}/3`],
      [46, "© Review. All rights reserved."],
    ),
  );
  expect(pageTexts(pages)).toEqual(words);
});

test("removes headers and footers of browsers from two pages, but keeps other repeated lines there", () => {
  const printed = (number: number, text: string) =>
    linesAt(
      [744, "Streets for whom?"],
      [600, text],
      [30, `https://example.org/streets ${number}/2`],
      [760, "25.11.2026, 13:51 Review"],
    );
  expect(pageTexts([printed(1, "The air"), printed(2, "got cleaner.")])).toEqual([
    "Streets for whom?\n\nThe air",
    "Streets for whom?\n\ngot cleaner.",
  ]);
  const notes = ["1 https://example.org/streets", "2 https://example.org/streets"];
  expect(pageTexts(notes.map((note) => linesAt([600, "The air"], [30, note])))).toEqual(
    notes.map((note) => `The air\n\n${note}`),
  );
});

test("keeps repeated lines below a header if they are at different heights", () => {
  const reviewPage = (y: number, text: string) => linesAt([760, "Review"], [y, "Not so."], [y - 14, text]);
  expect(pageTexts([reviewPage(700, "The air"), reviewPage(650, "got"), reviewPage(580, "cleaner.")])).toEqual([
    "Not so.\nThe air",
    "Not so.\ngot",
    "Not so.\ncleaner.",
  ]);
});

test("keeps lines that consecutive slides repeat, except their title", () => {
  const slide = (...lines: readonly string[]) =>
    lines.map((text, index) => ({ text, y: 500 - 40 * index, height: 12 }));
  const shown = ["The air got cleaner.", "Rents rose.", "Nobody was asked."];
  const others = ["Agenda", "Methods", "Rents", "Thanks"].map((title) => slide(title));
  const incremental = [1, 2, 3].map((count) => slide("Findings", ...shown.slice(0, count)));
  expect(pageTexts([...others, ...incremental]).slice(4)).toEqual(
    [1, 2, 3].map((count) => shown.slice(0, count).join("\n\n")),
  );
});

test("never removes a line that is on one page only", () => {
  const word = fc.constantFrom(..."In 2021 the air got cleaner by 4 per cent page 3 of 12 rents rose".split(" "));
  const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
  const body = fc.array(line, { minLength: 1, maxLength: 5 });
  const heads = fc.array(line, { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(body, { minLength: 1, maxLength: 7 }), heads, heads, (bodies, top, bottom) => {
      // Ends each line with a character that is unique in the document.
      let letter = 0x4e00;
      const unique = bodies.map((lines) => lines.map((text) => `${text} ${String.fromCharCode(letter++)}`));
      const texts = pageTexts(unique.map((lines) => page(...top, ...lines, ...bottom)));
      for (const [index, lines] of unique.entries()) {
        expect(texts[index]?.split(/\n+/).filter((text) => lines.includes(text))).toEqual(lines);
      }
    }),
  );
});

test.each([
  ["In 2021 exports grew by 4 per cent.", "In 2022 exports grew by 7 per cent.", "In 2023 exports grew by 9 per cent."],
  [
    "Finding 1. The board approved 7 of the requests.",
    "Finding 2. The board approved 9 of the requests.",
    "Finding 3. The board approved 9 of the requests.",
    "Finding 4. The board approved 2 of the requests.",
  ],
  // Parts of sentences, as lines end anywhere.
  ["In 2021 the exports", "In 2022 the exports", "In 2023 the exports"],
  ["Of these were built 4", "Of these were built 7", "Of these were built 9"],
  ["Exports grew by 4.", "Exports grew by 5.", "Exports grew by 6."],
])("keeps sentences at the edge of pages that differ in a number: %s", (...lines) => {
  const words = ["The air", "got cleaner", "in spring", "and autumn"];
  const first = lines.map((line, index) => page(line, words[index] ?? ""));
  expect(pageTexts(first)).toEqual(lines.map((line, index) => `${line}\n${words[index]}`));
  const last = lines.map((line, index) => page(words[index] ?? "", line));
  expect(pageTexts(last)).toEqual(lines.map((line, index) => `${words[index]}\n${line}`));
});
