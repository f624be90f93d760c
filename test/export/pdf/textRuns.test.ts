import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fontsFor, shippedFamily } from "../../../server/export/pdf/fonts.ts";
import { fontMeasure, plainStyle, runWidth, textRuns } from "../../../server/export/pdf/textRuns.ts";
import { arabicFont } from "../../support/programs/makeExport.ts";
import { root } from "../../support/root.ts";

const family = (weight: string): string => join(root, `dist/export/Inter-${weight}.ttf`);
const shipped = shippedFamily(family("Regular"), family("SemiBold"));
const arabic = "رسوم الدخول";
const fonts = fontsFor([arabic, "٪،"], shipped, [arabicFont]);

const runTexts = (text: string, rtl: boolean): readonly string[] =>
  textRuns(text, rtl, 400, fonts).map((run) => run.text);

test("returns one run in the shipped font for a plain line", () => {
  expect(textRuns("Yes & no – “so”.", false, 400, fonts)).toEqual([
    { text: "Yes & no – “so”.", face: shipped[400], rtl: false, style: plainStyle(400), level: 0 },
  ]);
});

test("uses a font for each weight", () => {
  expect(textRuns("Yes", false, 600, fonts)[0]?.face).toBe(shipped[600]);
});

test("the shipped font supports all symbols of pictures, and all characters assumed to be basic", () => {
  const { font } = shipped[400];
  const basic = Array.from({ length: 0x180 }, (_, code) => code).filter((code) => {
    const character = String.fromCharCode(code);
    return !/[\p{Cc}\u00ad]/u.test(character) && textRuns(character, false, 400, fonts)[0]?.face === shipped[400];
  });
  expect(basic.length).toBeGreaterThan(300);
  expect(basic.filter((code) => !font.hasGlyphForCodePoint(code))).toEqual([]);
  for (const sign of "+−—✓✗↗?…“”") expect(font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0), sign).toBe(true);
});

test("orders the runs of a right-to-left line visually, with words of other scripts in their own order", () => {
  expect(runTexts("رسوم Old Town", true)).toEqual(["Old Town", " ", "رسوم"]);
  expect(runTexts("رسوم (Old)", true)).toEqual(["(", "Old", ") ", "رسوم"]);
  expect(runTexts("— رسوم", true)).toEqual(["رسوم", " —"]);
});

test("returns a separate run for text that no font supports", () => {
  const runs = textRuns("a \u{10fffd} b", false, 400, fonts);
  expect(runs.map(({ text, face }) => [text, face === undefined])).toEqual([
    ["a ", false],
    ["\u{10fffd}", true],
    [" b", false],
  ]);
});

test("replaces control characters and lone surrogates by question marks", () => {
  expect(runTexts("a\u0000\ud800b", false)).toEqual(["a??b"]);
});

test("a line is not wider than the sum of its words and spaces, so that wrapped lines fit on the card", () => {
  const word = fc.constantFrom("رسوم", "الدخول", "Old", "Town", "10٪", "mild,", "Ŵŷ");
  const { width } = fontMeasure(fonts);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.boolean(), (words, rtl) => {
      const line = textRuns(words.join(" "), rtl, 400, fonts).reduce((sum, run) => sum + runWidth(run, 13, 400), 0);
      const sum =
        words.reduce((total, one) => total + width(one, 13, 400), 0) + (words.length - 1) * width(" ", 13, 400);
      expect(line).toBeLessThanOrEqual(sum + 0.5 * words.length);
    }),
  );
});
