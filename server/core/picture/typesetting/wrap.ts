/** Wraps text in any script into lines. */
import { graphemes, isSimpleText } from "../../strings/graphemes.ts";
import { segmentWords } from "../../strings/words.ts";

export interface WrappedLine {
  readonly text: string;
  readonly width: number;
  /** Whether its paragraph is right-to-left text. */
  readonly rtl: boolean;
  /** Whether it is the first line of a paragraph other than the first. */
  readonly startsNewParagraph: boolean;
}

/** Text that is kept on one line if it fits. */
interface TextPiece {
  readonly text: string;
  /** Whether white space precedes it. The space is dropped at the start of a line. */
  readonly hasSpaceBefore: boolean;
}

/**
 * Wraps a text whose paragraphs are separated by blank lines, greedily. A word that is longer than a line is broken
 * between grapheme clusters.
 * @param limit the maximum width of a line
 */
export function wrap(text: string, limit: number, widthOf: (text: string) => number): readonly WrappedLine[] {
  const lines: WrappedLine[] = [];
  for (const paragraph of text.split(/\n\s*\n/)) {
    if (paragraph.trim() === "") continue;
    const rtl = isRightToLeft(paragraph);
    let startsNewParagraph = lines.length > 0;
    for (const { text, width } of fillLines(splitIntoPieces(paragraph), limit, widthOf)) {
      lines.push({ text, width, rtl, startsNewParagraph });
      startsNewParagraph = false;
    }
  }
  return lines;
}

const whitespace = /\s+/g;
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const strongLetter = /[\p{L}\u200e\u200f]/u;

/** Whether a text is right-to-left: decided by its first letter, as in rules P2 and P3 of UAX #9. */
export function isRightToLeft(text: string): boolean {
  const first = strongLetter.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first);
}

function fillLines(
  pieces: readonly TextPiece[],
  limit: number,
  widthOf: (text: string) => number,
): { readonly text: string; readonly width: number }[] {
  const lines: { text: string; width: number }[] = [];
  const spaceWidth = widthOf(" ");
  let line = { text: "", width: 0 };
  const append = (text: string, width: number, spaced: boolean): void => {
    const before = spaced && line.text !== "" ? spaceWidth : 0;
    if (line.text !== "" && line.width + before + width > limit) {
      lines.push(line);
      line = { text, width };
    } else {
      line = { text: line.text + (before > 0 ? " " : "") + text, width: line.width + before + width };
    }
  };
  for (const { text, hasSpaceBefore } of pieces) {
    const width = widthOf(text);
    if (width <= limit) {
      append(text, width, hasSpaceBefore);
      continue;
    }
    // A piece that must be broken starts on a new line.
    if (line.text !== "") lines.push(line);
    line = { text: "", width: 0 };
    for (const character of graphemes(text)) {
      // Measure the whole line: because of kerning, widths of single characters do not add up.
      const longer = line.text + character;
      const wider = widthOf(longer);
      if (line.text !== "" && wider > limit) {
        lines.push(line);
        line = { text: character, width: widthOf(character) };
      } else line = { text: longer, width: wider };
    }
  }
  if (line.text !== "") lines.push(line);
  return lines;
}

const ideograph =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;
/** Scripts without spaces between words. `Intl.Segmenter` finds the words by a dictionary. */
const unspacedScript = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Break opportunities within a word: after a hyphen, dash or slash that precedes a letter. */
const breakAfterHyphen = /(?<=[\p{L}\p{N}][-‐–—/])(?=\p{L})/u;

function splitIntoPieces(paragraph: string): TextPiece[] {
  const result: TextPiece[] = [];
  for (const word of paragraph.split(whitespace)) {
    if (word === "") continue;
    let hasSpaceBefore = true;
    for (const text of unbreakableParts(word)) {
      result.push({ text, hasSpaceBefore });
      hasSpaceBefore = false;
    }
  }
  return result;
}

/** Splits a word at the break opportunities of its script. */
function unbreakableParts(word: string): readonly string[] {
  if (isSimpleText(word)) return /[-‐–—/]/.test(word) ? word.split(breakAfterHyphen) : [word];
  if (ideograph.test(word)) return splitIdeographs(word);
  return unspacedScript.test(word) ? splitDictionaryWords(word) : word.split(breakAfterHyphen);
}

/** Characters that must not start a line: closing punctuation, small kana, iteration and prolonged sound marks. */
const noLineStart =
  /^[)\]},.:;?!%、。，．・：；？！…‥’”）］｝〕〉》」』】〙〗〟｠»‰℃～ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]/;
/** Characters that must not end a line: opening punctuation and currency signs. */
const noLineEnd = /^[([{‘“（［｛〔〈《「『【〘〖〝｟«$£¥￥]/;
/** Punctuation that is written doubled and must not be split: the dash and the ellipsis. */
const doubledMark = /^[—…‥]/;

/** Splits Chinese and Japanese text between characters, except around punctuation, after UAX #14 and JIS X 4051. */
function splitIdeographs(word: string): readonly string[] {
  const parts: string[] = [];
  let previous = "";
  for (const character of graphemes(word)) {
    const staysTogether =
      previous === "" ||
      !(ideograph.test(previous) || ideograph.test(character)) ||
      noLineStart.test(character) ||
      noLineEnd.test(previous) ||
      (previous === character && doubledMark.test(character));
    if (staysTogether) parts.push((parts.pop() ?? "") + character);
    else parts.push(character);
    previous = character;
  }
  return parts;
}

/** Splits text into the words that `Intl.Segmenter` finds. Punctuation is kept with the preceding word. */
function splitDictionaryWords(word: string): readonly string[] {
  const parts: string[] = [];
  for (const { segment, isWordLike } of segmentWords(word)) {
    if (isWordLike) parts.push(segment);
    else parts.push((parts.pop() ?? "") + segment);
  }
  return parts;
}

/** The text on one line, truncated with an ellipsis if it exceeds the limit; empty if not even one character fits. */
export function truncateToWidth(text: string, limit: number, widthOf: (text: string) => number): string {
  const line = text.replaceAll(whitespace, " ").trim();
  if (widthOf(line) <= limit) return line;
  let remaining = limit - widthOf("…");
  let kept = "";
  for (const character of graphemes(line)) {
    remaining -= widthOf(character);
    if (remaining < 0) break;
    kept += character;
  }
  return kept === "" ? "" : `${kept.trimEnd()}…`;
}
