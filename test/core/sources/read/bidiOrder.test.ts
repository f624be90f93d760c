/** Text from right to left in PDFs: read in the order of its words, however the file has it. */
import bidiFactory from "bidi-js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "../../../../server/core/sources/read/pdfLines.ts";

const bidi = bidiFactory();
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A line as a browser prints it: a piece for each character, from left to right. */
function printed(text: string, direction: "rtl" | "ltr", y = 700) {
  const shown = bidi.getReorderedString(text, bidi.getEmbeddingLevels(text, direction));
  return pieces([...shown], y);
}

/** Pieces beside each other from left to right, or from right to left. */
function pieces(texts: readonly string[], y = 700, step = 10) {
  return texts.map((str, index) => ({
    str,
    dir: RTL.test(str) ? "rtl" : "ltr",
    transform: [12, 0, 0, 12, 300 + step * index, y],
    height: 12,
    hasEOL: index === texts.length - 1,
  }));
}

const read = (...lines: readonly ReturnType<typeof pieces>[]) => linesOf(lines.flat()).map(({ text }) => text);

test.each([
  "صار الهواء أنقى في المدينة القديمة.",
  "انخفض التلوث بنسبة 21 في المئة عام 2024، كما قال تقرير EPA report (وغيره).",
  "هوا پاک شد و «هیچ کس» شکایت نکرد.",
  'האוויר נעשה נקי יותר בשנת 2024, אמר הדו"ח (ראו עמוד 12).',
])("what stands from left to right is read from right to left: %s", (text) => {
  expect(read(printed(text, "rtl"))).toEqual([text]);
});

test("words in a text from left to right stay in their place there", () => {
  const text = "The word سلام عليكم means peace, they say.";
  expect(read(printed(text, "ltr"), printed("صار الهواء أنقى.", "rtl", 680))).toEqual([text, "صار الهواء أنقى."]);
});

test("a text of these words and figures in any order is read as it was written", () => {
  const word = fc.constantFrom(..."صار الهواء أنقى في عام האוויר נקי هوا پاک،".split(" "));
  // Brackets and figures hang on what is beside them; between words all is clear.
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

test("forms of Arabic letters are the letters, and words that are one character stay", () => {
  expect(read(pieces(["ﺎﻬﻟا", "ﻻ"], 700, -10))).toEqual(["اهلالا"]);
  expect(read(pieces(["ﷺ"]))).toEqual(["ﷺ"]);
  expect(read(pieces(["ﬁre", " ½"]))).toEqual(["ﬁre ½"]);
});

test("what comes in the order of reading is left so, and so is a line that comes in one piece", () => {
  expect(read(pieces(["صار", " ", "الهواء", " ", "أنقى."], 700, -40))).toEqual(["صار الهواء أنقى."]);
  expect(read(pieces(["صار الهواء أنقى (2024)."]))).toEqual(["صار الهواء أنقى (2024)."]);
});
