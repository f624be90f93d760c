/** Splits a line of text into runs of one font and direction, in visual order from left to right. */
import bidiFactory from "bidi-js";
import { type TextMeasure, tableMeasure, type Weight } from "../../core/picture/typesetting/measure.ts";
import { graphemes } from "../../core/strings/graphemes.ts";
import type { FontFace, FontSet } from "./fonts.ts";

/** A part of a line in one font and direction. */
export interface TextRun {
  /** In the order that the font expects, with brackets mirrored in right-to-left text. */
  readonly text: string;
  /** Undefined if no font supports the text. */
  readonly face: FontFace | undefined;
  readonly rtl: boolean;
  /** The style of its words. */
  readonly style: RunStyle;
}

/** How the words of a run are painted. */
export interface RunStyle {
  readonly weight: Weight;
  readonly isItalic: boolean;
  readonly isCode: boolean;
  /** The address that the words lead to. */
  readonly href: string | undefined;
}

/** Words of a line in one style. */
export interface StyledWords {
  readonly text: string;
  readonly style: RunStyle;
}

/** The style of words without marks. */
export const plainStyle = (weight: Weight): RunStyle => ({ weight, isItalic: false, isCode: false, href: undefined });

const bidi = bidiFactory();
const rightToLeft =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Text that the shipped font supports, with one code unit for each grapheme, so that it need not be split. */
const basicText = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u0148\u014a-\u017f\u2010-\u2027]*$/;
const whitespace = /^\s+$/;
/** Invisible characters, except the joiners that affect shaping. */
const ignorable = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const unprintable = /[\0-\x1f\x7f-\x9f\ufffe\uffff]|\p{Surrogate}/gu;

/** Replaces characters that a PDF cannot contain, such as control characters and lone surrogates, with question marks. */
export const replaceUnprintable = (text: string): string => text.replace(unprintable, "?");

/**
 * Returns the runs of a line, in visual order.
 *
 * @param line the words in their styles
 * @param rtl whether the base direction of the paragraph is right to left
 */
export function styledTextRuns(line: readonly StyledWords[], rtl: boolean, fonts: FontSet): readonly TextRun[] {
  const text = replaceUnprintable(line.map((words) => words.text).join(""));
  const levels = rtl || rightToLeft.test(text) ? bidi.getEmbeddingLevels(text, rtl ? "rtl" : "ltr").levels : undefined;
  const runs: (TextRun & { readonly level: number })[] = [];
  let at = 0;
  for (const { text: grapheme, style } of splitWords(line, basicText.test(text))) {
    const level = levels?.[at] ?? 0;
    at += grapheme.length;
    const last = runs.at(-1);
    const mirrored = level % 2 === 1 ? (bidi.getMirroredCharacter(grapheme) ?? grapheme) : grapheme;
    const visible = mirrored.replace(ignorable, "");
    if (visible === "") continue;
    // White space uses the shipped font, whose width was used to break lines.
    const face = fonts.faceFor(basicText.test(grapheme) || whitespace.test(grapheme) ? "x" : grapheme, style.weight);
    if (last?.level === level && last.face === face && last.style === style)
      runs[runs.length - 1] = { ...last, text: last.text + visible };
    else runs.push({ text: visible, face, rtl: level % 2 === 1, style, level });
  }
  return levels === undefined ? runs : reorderRuns(runs).map(toVisualOrder);
}

/** Returns the runs of a line in one style, in visual order. */
export const textRuns = (text: string, rtl: boolean, weight: Weight, fonts: FontSet): readonly TextRun[] =>
  styledTextRuns([{ text, style: plainStyle(weight) }], rtl, fonts);

/** Splits words into graphemes, unless a font has all of their characters. */
function* splitWords(line: readonly StyledWords[], isBasic: boolean): Iterable<StyledWords> {
  for (const { text: words, style } of line) {
    const text = replaceUnprintable(words);
    if (isBasic) yield { text, style };
    else for (const grapheme of graphemes(text)) yield { text: grapheme, style };
  }
}

/** Fonts reverse only text of right-to-left scripts, so punctuation and digits in such a run are reversed here. */
const toVisualOrder = (run: TextRun): TextRun =>
  run.rtl && !rightToLeft.test(run.text) ? { ...run, text: graphemes(run.text).toReversed().join("") } : run;

/** Rule L2 of the Unicode bidirectional algorithm: from the highest level down, reverses all sequences of at least that level. */
function reorderRuns<R extends { readonly level: number }>(runs: readonly R[]): readonly R[] {
  let visualOrder = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    const next: R[] = [];
    let reversed: R[] = [];
    for (const run of visualOrder) {
      if (run.level >= level) reversed.unshift(run);
      else {
        next.push(...reversed, run);
        reversed = [];
      }
    }
    visualOrder = [...next, ...reversed];
  }
  return visualOrder;
}

/** Returns the width of a run in pixels. Without a font, it is estimated from the table of default widths. */
export function runWidth({ text, face }: TextRun, size: number, weight: Weight): number {
  if (face === undefined) return tableMeasure.width(text, size, weight);
  return (face.font.layout(text).advanceWidth * size) / face.font.unitsPerEm;
}

/** Returns a text measure for these fonts. */
export const fontMeasure = (fonts: FontSet): TextMeasure => ({
  width: (text, size, weight) =>
    textRuns(text, false, weight, fonts).reduce((sum, run) => sum + runWidth(run, size, weight), 0),
});
