/** Text into lines that fit a card. */
import { graphemes, isSimpleText } from "./graphemes.ts";

export interface WrappedLine {
  readonly text: string;
  readonly width: number;
  /** Whether its paragraph runs from right to left. */
  readonly rtl: boolean;
  /** Whether it is the first of a paragraph that follows another one. */
  readonly startsNewParagraph: boolean;
}

/** What stays together on a line. */
interface TextPiece {
  readonly text: string;
  /** Whether white space stands before it, which a line does not begin with. */
  readonly hasSpaceBefore: boolean;
}

/** The lines of a text whose paragraphs are parted by blank lines. A word that is too long for a line is broken. */
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

/** Whether a text runs from right to left: its first letter decides, as in the Unicode bidirectional algorithm (P2, P3). */
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
    // What must be broken begins a line of its own.
    if (line.text !== "") lines.push(line);
    line = { text: "", width: 0 };
    for (const character of graphemes(text)) {
      // Letters stand closer to some letters than to others, or further off: only together are they as wide as they will be.
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
/** Scripts that put no space between words; a dictionary is needed, and the platform has one. */
const unspacedScript = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Where a word of letters may be parted: after a hyphen, a dash or a slash between letters. */
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

/** The parts of what stands between two spaces. */
function unbreakableParts(word: string): readonly string[] {
  if (isSimpleText(word)) return /[-‐–—/]/.test(word) ? word.split(breakAfterHyphen) : [word];
  if (ideograph.test(word)) return splitIdeographs(word);
  return unspacedScript.test(word) ? splitDictionaryWords(word) : word.split(breakAfterHyphen);
}

/** No line begins with one of these: closing marks, small kana, marks that repeat or lengthen what precedes. */
const noLineStart =
  /^[)\]},.:;?!%、。，．・：；？！…‥’”）］｝〕〉》」』】〙〗〟｠»‰℃～ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]/;
/** No line ends with one of these. */
const noLineEnd = /^[([{‘“（［｛〔〈《「『【〘〖〝｟«$£¥￥]/;
/** Two of one kind are one mark. */
const doubledMark = /^[—…‥]/;

/** Chinese and Japanese may be parted at any character, but for punctuation. After the rules of UAX #14 and JIS X 4051. */
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

const wordSegmenter = new Intl.Segmenter("und", { granularity: "word" });

/** Words as a dictionary parts them; punctuation stays with the word before it. */
function splitDictionaryWords(word: string): readonly string[] {
  const parts: string[] = [];
  for (const { segment, isWordLike } of wordSegmenter.segment(word)) {
    if (isWordLike) parts.push(segment);
    else parts.push((parts.pop() ?? "") + segment);
  }
  return parts;
}

/** A text on one line: whole if it fits, else cut, with an ellipsis. Empty where not even a character fits. */
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
