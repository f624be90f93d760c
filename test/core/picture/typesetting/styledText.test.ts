import fc from "fast-check";
import { expect, test } from "vitest";
import { tableMeasure, tableWidths } from "../../../../server/core/picture/typesetting/measure.ts";
import { type StyledRun, styledWidth } from "../../../../server/core/picture/typesetting/styledText.ts";
import { wrap } from "../../../../server/core/picture/typesetting/wrap.ts";
import { readInlineMarkup } from "../../../../server/core/strings/inlineMarkup.ts";
import { runs } from "../../../support/runs.ts";

const widthOf = styledWidth(tableWidths, 10, 400);
const wrapMarked = (source: string, limit: number, width = widthOf) => {
  const { text, marks } = readInlineMarkup(source);
  return wrap(text, limit, width, marks);
};

/** Shows a run as `‹b words›`. */
function shown({ text, style: { isStrong, isEmphasized, isCode, href } }: StyledRun): string {
  const styles = [isStrong && "b", isEmphasized && "i", isCode && "code", href].filter(Boolean).join(" ");
  return styles === "" ? text : `‹${styles} ${text}›`;
}

test("the lines of a text with marks keep them, also over line breaks and paragraphs", () => {
  const lines = wrapMarked("A **strong\nword *and* more** `x = 1` [here](https://a.b/).\n\n*Next* one", 70);
  expect(lines.map((line) => line.runs?.map(shown).join("") ?? line.text)).toEqual([
    "A ‹b strong word›",
    "‹b i and›‹b  more› ‹code x =›",
    "‹code 1› ‹https://a.b/ here›.",
    "‹i Next› one",
  ]);
});

test("a text without marks has no runs", () => {
  for (const line of wrapMarked("A plain text of several lines", 60)) expect(line).not.toHaveProperty("runs");
});

test("words are measured in their style", () => {
  const [plain, strong, code] = ["iii", "**iii**", "`iii`"].map((source) => wrapMarked(source, 100)[0]?.width ?? 0);
  expect(plain).toBeCloseTo(tableWidths.width("iii", 10, 400));
  expect(strong).toBeCloseTo(tableWidths.width("iii", 10, 600));
  expect(code).toBeCloseTo(3 * 0.602 * 9.2);
});

test("the lines of any text with marks have its words, and their runs the width and the text of the line", () => {
  const piece = fc.constantFrom(
    "*a*",
    "**b c**",
    " ",
    "`d`",
    "[e f](https://a.b)",
    "verylongwordindeed",
    "漢字",
    "\n\n",
    "שלום",
    "g-h",
  );
  const width = styledWidth(tableMeasure, 13, 400);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.integer({ min: 20, max: 120 }), (pieces, limit) => {
      const source = pieces.join("");
      const { text } = readInlineMarkup(source);
      const lines = wrapMarked(source, limit, width);
      expect(
        lines
          .map((line) => line.text)
          .join("")
          .replaceAll(" ", ""),
      ).toBe(text.replaceAll(/\s/g, ""));
      for (const { runs: lineRuns, text, width: lineWidth } of lines) {
        if (lineRuns === undefined) continue;
        expect(lineRuns.map((run) => run.text).join("")).toBe(text);
        if (text.length > 1) expect(lineWidth).toBeLessThanOrEqual(limit + 0.001);
      }
    }),
    { numRuns: runs(200) },
  );
});
