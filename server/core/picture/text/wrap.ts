/** Text into lines that fit a card. */
import { graphemes, isPlain } from "./graphemes.ts";

export interface Line {
  readonly text: string;
  readonly width: number;
  /** Whether its paragraph runs from right to left. */
  readonly rtl: boolean;
  /** Whether it is the first of a paragraph that follows another one. */
  readonly apart: boolean;
}

/** What stays together on a line. */
interface Piece {
  readonly text: string;
  /** Whether white space stands before it, which a line does not begin with. */
  readonly spaced: boolean;
}

/** The lines of a text whose paragraphs are parted by blank lines. A word that is too long for a line is broken. */
export function wrap(text: string, limit: number, widthOf: (text: string) => number): readonly Line[] {
  const lines: Line[] = [];
  for (const paragraph of text.split(/\n\s*\n/)) {
    if (paragraph.trim() === "") continue;
    const rtl = isRightToLeft(paragraph);
    let apart = lines.length > 0;
    for (const { text, width } of fill(pieces(paragraph), limit, widthOf)) {
      lines.push({ text, width, rtl, apart });
      apart = false;
    }
  }
  return lines;
}

const space = /\s+/g;
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const strong = /[\p{L}\u200e\u200f]/u;

/** Whether a text runs from right to left: its first letter decides, as in the Unicode bidirectional algorithm (P2, P3). */
export function isRightToLeft(text: string): boolean {
  const first = strong.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first);
}

function fill(
  pieces: readonly Piece[],
  limit: number,
  widthOf: (text: string) => number,
): { readonly text: string; readonly width: number }[] {
  const lines: { text: string; width: number }[] = [];
  const gap = widthOf(" ");
  let line = { text: "", width: 0 };
  const put = (text: string, width: number, spaced: boolean): void => {
    const before = spaced && line.text !== "" ? gap : 0;
    if (line.text !== "" && line.width + before + width > limit) {
      lines.push(line);
      line = { text, width };
    } else {
      line = { text: line.text + (before > 0 ? " " : "") + text, width: line.width + before + width };
    }
  };
  for (const { text, spaced } of pieces) {
    const width = widthOf(text);
    if (width <= limit) {
      put(text, width, spaced);
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

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;
/** Scripts that put no space between words; a dictionary is needed, and the platform has one. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Where a word of letters may be parted: after a hyphen, a dash or a slash between letters. */
const joint = /(?<=[\p{L}\p{N}][-‐–—/])(?=\p{L})/u;

function pieces(paragraph: string): Piece[] {
  const all: Piece[] = [];
  for (const word of paragraph.split(space)) {
    if (word === "") continue;
    let spaced = true;
    for (const text of parts(word)) {
      all.push({ text, spaced });
      spaced = false;
    }
  }
  return all;
}

/** The parts of what stands between two spaces. */
function parts(word: string): readonly string[] {
  if (isPlain(word)) return /[-‐–—/]/.test(word) ? word.split(joint) : [word];
  if (wide.test(word)) return ideographs(word);
  return unspaced.test(word) ? dictionaryWords(word) : word.split(joint);
}

/** No line begins with one of these: closing marks, small kana, marks that repeat or lengthen what precedes. */
const closing =
  /^[)\]},.:;?!%、。，．・：；？！…‥’”）］｝〕〉》」』】〙〗〟｠»‰℃～ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]/;
/** No line ends with one of these. */
const opening = /^[([{‘“（［｛〔〈《「『【〘〖〝｟«$£¥￥]/;
/** Two of one kind are one mark. */
const doubled = /^[—…‥]/;

/** Chinese and Japanese may be parted at any character, but for punctuation. After the rules of UAX #14 and JIS X 4051. */
function ideographs(word: string): readonly string[] {
  const all: string[] = [];
  let before = "";
  for (const character of graphemes(word)) {
    const together =
      before === "" ||
      !(wide.test(before) || wide.test(character)) ||
      closing.test(character) ||
      opening.test(before) ||
      (before === character && doubled.test(character));
    if (together) all.push((all.pop() ?? "") + character);
    else all.push(character);
    before = character;
  }
  return all;
}

const words = new Intl.Segmenter("und", { granularity: "word" });

/** Words as a dictionary parts them; punctuation stays with the word before it. */
function dictionaryWords(word: string): readonly string[] {
  const all: string[] = [];
  for (const { segment, isWordLike } of words.segment(word)) {
    if (isWordLike) all.push(segment);
    else all.push((all.pop() ?? "") + segment);
  }
  return all;
}

/** A text on one line: whole if it fits, else cut, with an ellipsis. Empty where not even a character fits. */
export function cut(text: string, limit: number, widthOf: (text: string) => number): string {
  const line = text.replaceAll(space, " ").trim();
  if (widthOf(line) <= limit) return line;
  let room = limit - widthOf("…");
  let kept = "";
  for (const character of graphemes(line)) {
    room -= widthOf(character);
    if (room < 0) break;
    kept += character;
  }
  return kept === "" ? "" : `${kept.trimEnd()}…`;
}
