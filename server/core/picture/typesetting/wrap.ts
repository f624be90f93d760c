/** Wraps text in any script into lines. */
import { graphemes, isSimpleText } from "../../strings/graphemes.ts";
import type { Mark } from "../../strings/inlineMarkup.ts";
import { segmentWords } from "../../strings/words.ts";
import { PLAIN, type StyledRun, styledParagraphs, type TextStyle } from "./styledText.ts";

export interface WrappedLine {
  readonly text: string;
  /** The text in its styles. Absent if it has no marks. */
  readonly runs?: readonly StyledRun[];
  readonly width: number;
  /** Whether its paragraph is right-to-left text. */
  readonly rtl: boolean;
  /** Whether it is the first line of a paragraph other than the first. */
  readonly startsNewParagraph: boolean;
}

/** Text that is kept on one line if it fits. */
interface TextPiece {
  readonly text: string;
  /** The text in its styles. Undefined if all of it is plain. */
  readonly runs: readonly StyledRun[] | undefined;
  /** The style of the white space before it. */
  readonly spaceStyle: TextStyle;
  /** Whether white space precedes it. The space is dropped at the start of a line. */
  readonly hasSpaceBefore: boolean;
}

/**
 * Wraps a text whose paragraphs are separated by blank lines, greedily. A word that is longer than a line is broken
 * between grapheme clusters.
 * @param limit the maximum width of a line
 */
export function wrap(
  text: string,
  limit: number,
  widthOf: (text: string, style?: TextStyle) => number,
  marks: readonly Mark[] = [],
): readonly WrappedLine[] {
  const lines: WrappedLine[] = [];
  for (const runs of styledParagraphs(text, marks)) {
    const rtl = isRightToLeft(runs.map((run) => run.text).join(""));
    let startsNewParagraph = lines.length > 0;
    for (const { text, runs: lineRuns, width } of fillLines(splitIntoPieces(runs), limit, widthOf)) {
      const styled = lineRuns !== undefined && { runs: lineRuns };
      lines.push({ text, ...styled, width, rtl, startsNewParagraph });
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

/** A line that is being filled. */
interface OpenLine {
  readonly text: string;
  readonly runs: readonly StyledRun[] | undefined;
  readonly width: number;
}

const EMPTY_LINE: OpenLine = { text: "", runs: undefined, width: 0 };

function fillLines(
  pieces: readonly TextPiece[],
  limit: number,
  widthOf: (text: string, style?: TextStyle) => number,
): readonly OpenLine[] {
  const lines: OpenLine[] = [];
  const spaceWidth = widthOf(" ");
  const widthOfRuns = (runs: readonly StyledRun[]): number =>
    runs.reduce((sum, { text, style }) => sum + widthOf(text, style), 0);
  let line = EMPTY_LINE;
  const append = ({ text, runs, hasSpaceBefore, spaceStyle }: TextPiece, width: number): void => {
    const isSpaced = hasSpaceBefore && line.text !== "";
    const before = isSpaced ? (spaceStyle === PLAIN ? spaceWidth : widthOf(" ", spaceStyle)) : 0;
    if (line.text !== "" && line.width + before + width > limit) {
      lines.push(line);
      line = { text, runs, width };
    } else {
      const space = isSpaced ? " " : "";
      line = {
        text: line.text + space + text,
        runs: joinRuns(line, { text: space, style: spaceStyle }, { text, runs }),
        width: line.width + before + width,
      };
    }
  };
  for (const piece of pieces) {
    const width = piece.runs === undefined ? widthOf(piece.text) : widthOfRuns(piece.runs);
    if (width <= limit) {
      append(piece, width);
      continue;
    }
    // A piece that must be broken starts on a new line.
    if (line.text !== "") lines.push(line);
    line = EMPTY_LINE;
    for (const { text, style } of piece.runs ?? [{ text: piece.text, style: PLAIN }]) {
      for (const character of graphemes(text)) {
        // Measure the whole line: because of kerning, widths of single characters do not add up.
        const letter = { text: character, runs: style === PLAIN ? undefined : [{ text: character, style }] };
        const runs = joinRuns(line, NO_SPACE, letter);
        const longer = line.text + character;
        const wider = runs === undefined ? widthOf(longer) : widthOfRuns(runs);
        if (line.text !== "" && wider > limit) {
          lines.push(line);
          line = { ...letter, width: widthOf(character, style) };
        } else line = { text: longer, runs, width: wider };
      }
    }
  }
  if (line.text !== "") lines.push(line);
  return lines;
}

type PartialLine = Pick<OpenLine, "text" | "runs">;
const NO_SPACE: StyledRun = { text: "", style: PLAIN };

/** Returns the runs of two parts of a line with what is between them; undefined if all of it is plain. */
function joinRuns(start: PartialLine, space: StyledRun, end: PartialLine): readonly StyledRun[] | undefined {
  const isSpacePlain = space.text === "" || space.style === PLAIN;
  if (start.runs === undefined && end.runs === undefined && isSpacePlain) return undefined;
  const joined: StyledRun[] = [];
  for (const run of [...runsOf(start), space, ...runsOf(end)]) {
    const last = joined.at(-1);
    if (run.text === "") continue;
    if (last?.style === run.style) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

const runsOf = ({ text, runs }: PartialLine): readonly StyledRun[] => runs ?? [{ text, style: PLAIN }];

const ideograph =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;
/** Scripts without spaces between words. `Intl.Segmenter` finds the words by a dictionary. */
const unspacedScript = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Break opportunities within a word: after a hyphen, dash or slash that precedes a letter. */
const breakAfterHyphen = /(?<=[\p{L}\p{N}][-‐–—/])(?=\p{L})/u;

function splitIntoPieces(runs: readonly StyledRun[]): readonly TextPiece[] {
  const [only] = runs;
  if (runs.length === 1 && only?.style === PLAIN) return piecesOf(only.text, () => undefined);
  let index = 0;
  /** The column in the text at which the current run starts. */
  let runStart = 0;
  const styleAt = (column: number): TextStyle => {
    for (let run = runs[index]; run !== undefined && column >= runStart + run.text.length; run = runs[index]) {
      runStart += run.text.length;
      index++;
    }
    return runs[index]?.style ?? PLAIN;
  };
  return piecesOf(runs.map(({ text }) => text).join(""), (start, end) => {
    const spaceStyle = styleAt(Math.max(runStart, start - 1));
    const pieceRuns: StyledRun[] = [];
    for (let at = start; at < end; ) {
      const style = styleAt(at);
      const to = Math.min(end, runStart + (runs[index]?.text.length ?? end));
      pieceRuns.push({ text: textOf(runs[index], at - runStart, to - runStart), style });
      at = to;
    }
    const isPlain = pieceRuns.every(({ style }) => style === PLAIN);
    return { runs: isPlain ? undefined : pieceRuns, spaceStyle };
  });
}

const textOf = (run: StyledRun | undefined, start: number, end: number): string => run?.text.slice(start, end) ?? "";

/** @param stylesOf returns the styles of a piece; undefined if nothing has marks. Its columns increase from call to call. */
function piecesOf(
  paragraph: string,
  stylesOf: (start: number, end: number) => Pick<TextPiece, "runs" | "spaceStyle"> | undefined,
): readonly TextPiece[] {
  const result: TextPiece[] = [];
  let at = 0;
  for (const word of paragraph.split(whitespace)) {
    if (word === "") continue;
    at = paragraph.indexOf(word, at);
    let hasSpaceBefore = true;
    for (const text of unbreakableParts(word)) {
      const { runs, spaceStyle = PLAIN } = stylesOf(at, at + text.length) ?? {};
      result.push({ text, runs, spaceStyle, hasSpaceBefore });
      hasSpaceBefore = false;
      at += text.length;
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
