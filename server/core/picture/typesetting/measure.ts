/** Measures the width of text: by the page's canvas where there is one, else by a table of character widths. */
import { graphemes } from "../../strings/graphemes.ts";

export type Weight = 400 | 600;

/** The form of the letters, if they are not upright and of the text's own font. */
export type Typeface = "italic" | "code";

export interface TextMeasure {
  /** The width in pixels of one line of text, at a font size in pixels. */
  width(text: string, size: number, weight: Weight, typeface?: Typeface): number;
}

/** The CSS fonts of code, all of about the same width. */
export const codeFonts = 'Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace';

/** The CSS fonts that the width tables are made for. They are metrically compatible with each other. */
const compatibleFonts = 'Arial, Helvetica, "Liberation Sans", Arimo, "Nimbus Sans", "TeX Gyre Heros", FreeSans';

/** The fonts of a file: first the compatible ones, then those that are little wider. */
export const tableFonts = `${compatibleFonts}, "Noto Sans", "Open Sans", "DejaVu Sans Condensed", sans-serif`;

/** Widths of U+0020 to U+007E in thousandths of the font size, from the fonts' own metrics (hmtx, AFM). */
const regularWidths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
const boldWidths = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
  556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
  280, 389, 584,
];

/** Widths of other common characters, which are about the same in both weights. */
const otherWidths: Readonly<Record<string, number>> = {
  "–": 556,
  "—": 1000,
  "‘": 250,
  "’": 250,
  "“": 420,
  "”": 420,
  "…": 1000,
  "•": 350,
  "−": 584,
  "«": 556,
  "»": 556,
  ß: 611,
  æ: 889,
  œ: 944,
  Æ: 1000,
  Œ: 1000,
  "\u00a0": 278,
};

/** Combining marks, format characters and controls. */
const invisible = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;
const fullWidth =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const halfKatakana = /^[\uff61-\uff9f]/;
const emoji = /^(?:\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Extended_Pictographic}\ufe0f)/u;
const cursive = /^[\p{Script=Arabic}\p{Script=Syriac}]/u;
const uppercase = /^\p{Lu}/u;
const letter = /^\p{L}/u;

/** The width of a character in thousandths of the font size, estimated by its script if it is in no table. */
function advanceWidth(character: string, table: readonly number[]): number {
  const known = table[character.charCodeAt(0) - 0x20] ?? otherWidths[character];
  if (known !== undefined) return known;
  if (invisible.test(character)) return 0;
  if (halfKatakana.test(character)) return 500;
  if (fullWidth.test(character)) return 1000;
  if (emoji.test(character)) return 1300;
  if (cursive.test(character)) return 500;
  const base = character.normalize("NFD").charCodeAt(0) - 0x20;
  return table[base] ?? (uppercase.test(character) ? 720 : letter.test(character) ? 590 : 700);
}

/** The width of every letter of a fixed-width font. */
const CODE_WIDTH = 602;

/** Lines must also fit if the reader's font is slightly wider than those of the table. */
const WIDTH_ALLOWANCE = 1.06;

/** Estimates the widths of text as it is set in the fonts that the tables are made for. */
export const tableWidths: TextMeasure = {
  width(text, size, weight, typeface) {
    const table = weight === 600 ? boldWidths : regularWidths;
    let thousandths = 0;
    for (const character of graphemes(text)) {
      const width = advanceWidth(character, table);
      // Wide characters such as ideographs take two columns of a fixed-width font or fewer.
      thousandths += typeface === "code" && width > 0 ? Math.max(width > 950 ? width : 0, CODE_WIDTH) : width;
    }
    return (thousandths * size) / 1000;
  },
};

/** Estimates the room that text needs, for programs that cannot measure text: the command line, a server. */
export const tableMeasure: TextMeasure = {
  width: (text, size, weight, typeface) => tableWidths.width(text, size, weight, typeface) * WIDTH_ALLOWANCE,
};

/** More words than any map has. The limit keeps a page that is open for days from caching every word ever typed. */
const MAX_CACHED_WORDS = 100_000;

/** The measure with a cache of the width of each text. */
export function cachedMeasure(measure: TextMeasure): TextMeasure {
  const widthsByFont = new Map<number, Map<string, number>>();
  return {
    width(text, size, weight, typeface) {
      const font = size * 1000 + weight + (typeface === undefined ? 0 : typeface === "code" ? 1 : 2);
      const known = widthsByFont.get(font);
      const isNew = known === undefined || known.size > MAX_CACHED_WORDS;
      const widthsByText = isNew ? new Map<string, number>() : known;
      if (isNew) widthsByFont.set(font, widthsByText);
      const width = widthsByText.get(text) ?? measure.width(text, size, weight, typeface);
      widthsByText.set(text, width);
      return width;
    },
  };
}
