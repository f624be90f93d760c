/** Right-to-left text in PDFs is read in logical order, whether the file stores it in visual or logical order. */
import bidiFactory from "bidi-js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "../../../../../server/core/articles/read/pdf/pdfLines.ts";

const bidi = bidiFactory();
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Returns a line as a browser prints it: one item for each character, in visual order. */
function printed(text: string, direction: "rtl" | "ltr", y = 700) {
  const visual = bidi.getReorderedString(text, bidi.getEmbeddingLevels(text, direction));
  return items([...visual], y);
}

/** Returns items of one line, at x positions that increase by `step`. */
function items(texts: readonly string[], y = 700, step = 10) {
  return texts.map((str, index) => ({
    str,
    dir: RTL.test(str) ? "rtl" : "ltr",
    transform: [12, 0, 0, 12, 300 + step * index, y],
    height: 12,
    hasEOL: index === texts.length - 1,
  }));
}

const read = (...lines: readonly ReturnType<typeof items>[]) => linesOf(lines.flat()).map(({ text }) => text);

test.each([
  "صار الهواء أنقى في المدينة القديمة.",
  "انخفض التلوث بنسبة 21 في المئة عام 2024، كما قال تقرير EPA report (وغيره).",
  "هوا پاک شد و «هیچ کس» شکایت نکرد.",
  'האוויר נעשה נקי יותר בשנת 2024, אמר הדו"ח (ראו עמוד 12).',
])("restores the logical order: %s", (text) => {
  expect(read(printed(text, "rtl"))).toEqual([text]);
});

test("keeps right-to-left words in their place in a left-to-right text", () => {
  const text = "The word سلام عليكم means peace, they say.";
  expect(read(printed(text, "ltr"), printed("صار الهواء أنقى.", "rtl", 680))).toEqual([text, "صار الهواء أنقى."]);
});

test("restores random right-to-left texts with numbers and punctuation", () => {
  const word = fc.constantFrom(..."صار الهواء أنقى في عام האוויר נקי هوا پاک،".split(" "));
  // Numbers and punctuation only between words, as their order at the ends is ambiguous.
  const middle = fc.constantFrom("2024", "7", "«", "»", "–", ",");
  const text = fc
    .tuple(word, fc.array(fc.tuple(middle, word), { maxLength: 8 }))
    .map(([first, rest]) => [first, ...rest.flat()].join(" "));
  fc.assert(
    fc.property(text, (one) => {
      expect(read(printed(one, "rtl"))).toEqual([one]);
    }),
  );
});

test("converts presentation forms to letters, except ligatures of whole words", () => {
  expect(read(items(["ﺎﻬﻟا", "ﻻ"], 700, -10))).toEqual(["اهلالا"]);
  expect(read(items(["ﷺ"]))).toEqual(["ﷺ"]);
  expect(read(items(["ﬁre", " ½"]))).toEqual(["ﬁre ½"]);
});

test("keeps items in logical order, and lines of one item", () => {
  expect(read(items(["صار", " ", "الهواء", " ", "أنقى."], 700, -40))).toEqual(["صار الهواء أنقى."]);
  expect(read(items(["صار الهواء أنقى (2024)."]))).toEqual(["صار الهواء أنقى (2024)."]);
});
