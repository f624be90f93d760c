/**
 * Texts in the form in which they are compared. White space and the shapes of quotation marks, single and double ones, and of
 * dashes do not matter, nor what a printer does to words: soft hyphens, ligatures, hyphens at the ends of lines. Case does.
 */
import { bisector } from "d3-array";
import type { Passage } from "../article.ts";

/** A text in the form in which quotes are compared, that knows where each of its characters came from. */
export interface NormalisedText {
  /** Without dashes: these are told apart from hyphens at line ends when all else has been found. */
  readonly text: string;
  /** For each UTF-16 unit of `text` the offset in the text it was made from; at the end that text's length. */
  readonly offsets: Uint32Array;
  readonly dashes: readonly Dash[];
  readonly original: string;
}

/** A dash or hyphen, or several in a row. */
export interface Dash {
  /** Before which unit of the text it stands. */
  readonly at: number;
  /** Whether it may only part a word at the end of a line: it then may be left out. */
  readonly isSoft: boolean;
}

const LIGATURES: ReadonlyMap<string, string> = new Map(
  Object.entries({ ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st" }),
);
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const SINGLE_QUOTE = /[‘’‚‛′ʼ`´‹›]/;
const DOUBLE_QUOTE = /["“”„‟″«»‹›〝〞「」『』＂]/;
/** Behind these a mark may stand for feet or inches, minutes or seconds. */
const FIGURES = /(?:^|\D)\d{1,2}$/;
const DASH = /[-‐‑‒–—―−﹘﹣－]/;
const WHITE = /\s/;
/** Characters of scripts that are written without spaces, to stand within a class of an expression. */
export const UNSPACED_SCRIPTS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef`;
export const UNSPACED_CHARACTER = new RegExp(`[${UNSPACED_SCRIPTS}]`, "u");
/**
 * Characters that stay as they are, with single spaces between them; nearly all of most texts. The last takes no combining
 * mark. Not more than some at once: an expression that can go back to each of millions runs out of room.
 */
const PLAIN =
  /(?:[!#-,./0-9:-_a-~\u00c0-\u017f\u0400-\u04ff]{1,1000}(?: [!#-,./0-9:-_a-~\u00c0-\u017f\u0400-\u04ff]{1,1000}){0,100}|[\u4e00-\u9fff]{1,1000})(?!\p{M})/uy;
/** A hyphen at the end of a line within a word. */
const LINE_END_HYPHEN = /(?<=\p{L})[-‐‑]\s*[\r\n]\s*(?=\p{Ll})/uy;
/** A character with its combining marks, or the letters of a Korean syllable; a surrogate that stands alone too. */
const CHARACTER = /[^\p{M}]?[\p{M}\u1160-\u11ff]*/suy;

/** Makes a text comparable. */
export function normalise(original: string): NormalisedText {
  const pieces: string[] = [];
  const dashes: Dash[] = [];
  let offsets = new Uint32Array(original.length + 16);
  let length = 0;
  let last = "";
  let whiteSpaceStart = -1;
  const append = (piece: string, start: number, step: 0 | 1): void => {
    // Few texts get longer; those with many ligatures do.
    if (length + piece.length + 1 > offsets.length) {
      const longer = new Uint32Array(2 * offsets.length + piece.length);
      longer.set(offsets);
      offsets = longer;
    }
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit++) offsets[length++] = start + step * unit;
  };
  for (let at = 0; at < original.length; ) {
    const start = at;
    PLAIN.lastIndex = at;
    const plain = PLAIN.test(original);
    const character = plain ? original.slice(at, PLAIN.lastIndex) : characterAt(original, at);
    at += character.length;
    if (!plain && WHITE.test(character)) {
      if (whiteSpaceStart < 0) whiteSpaceStart = start;
      continue;
    }
    const piece = plain ? character : normaliseCharacter(character, original.slice(Math.max(0, start - 3), start));
    if (piece === "") continue;
    if (piece === "-") {
      LINE_END_HYPHEN.lastIndex = start;
      const isSoft = LINE_END_HYPHEN.test(original);
      // Two hyphens are a dash. White space beside one says nothing.
      if (dashes.at(-1)?.at === length) dashes.pop();
      dashes.push({ at: length, isSoft });
      whiteSpaceStart = -1;
      last = piece;
      continue;
    }
    if (whiteSpaceStart >= 0 && last !== "" && !dropsSpaceBetween(last, piece)) append(" ", whiteSpaceStart, 0);
    whiteSpaceStart = -1;
    append(piece, start, plain ? 1 : 0);
    last = plain ? piece.charAt(piece.length - 1) : piece;
  }
  offsets[length] = original.length;
  return { text: pieces.join(""), offsets: offsets.slice(0, length + 1), dashes, original };
}

function characterAt(text: string, at: number): string {
  CHARACTER.lastIndex = at;
  return CHARACTER.exec(text)?.[0] || text.charAt(at);
}

/** White space is one space, and none where it says nothing: beside dashes and beside Chinese. */
const dropsSpaceBetween = (before: string, after: string): boolean =>
  before === "-" || UNSPACED_CHARACTER.test(before) || UNSPACED_CHARACTER.test(after);

/** @param before what stands before it */
function normaliseCharacter(character: string, before: string): string {
  if (character.search(INVISIBLE) === 0) return "";
  if (SINGLE_QUOTE.test(character)) return "'";
  if (DOUBLE_QUOTE.test(character)) return FIGURES.test(before) ? '"' : "'";
  if (DASH.test(character)) return "-";
  if (character === "…") return "...";
  return LIGATURES.get(character) ?? character.normalize("NFC");
}

/** The passage of the original that a passage of the normal text was made from: white space, marks and what is invisible after it left out. */
export function toOriginalRange({ offsets, original }: NormalisedText, { start, end }: Passage): Passage {
  const [first, last] = [offsets[start] ?? 0, offsets[end - 1]];
  return { start: first, end: last === undefined ? first : last + characterAt(original, last).length };
}

/** The first dash at or after a unit of the text, as its place in the list. */
export const firstDashIndex = (dashes: readonly Dash[], at: number): number => byOffset.left(dashes, at);

const byOffset = bisector((dash: Dash) => dash.at);

/** Words as one writes them on one line. */
export const collapseWhiteSpace = (words: string): string => words.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
