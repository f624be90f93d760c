/**
 * Normalizes texts for comparison. Ignores white space, also beside brackets, the shapes of quotation marks and dashes, and
 * typesetting: soft hyphens, ligatures, hyphens at line ends. Case is significant.
 */
import { bisectLeft, bisector } from "d3-array";
import type { Passage } from "../article.ts";

/** A normalized text with a mapping to the original text. */
export interface NormalizedText {
  /** The text without dashes. They are compared separately, because a hyphen at a line end may be missing. */
  readonly text: string;
  /** For each UTF-16 unit of `text`, its offset in the original text; then the length of the original text. */
  readonly offsets: Uint32Array;
  /** The dashes that `text` omits, in order. */
  readonly dashes: readonly Dash[];
  readonly original: string;
}

/** One or several consecutive dashes or hyphens. */
export interface Dash {
  /** The offset in the normalized text of the character after the dash. */
  readonly at: number;
  /** Whether it may be a hyphen that only breaks a word at a line end, and is therefore optional. */
  readonly isSoft: boolean;
}

const LIGATURES: ReadonlyMap<string, string> = new Map(
  Object.entries({ ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st" }),
);
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const SINGLE_QUOTE = /[‘’‚‛′ʼ`´‹›]/;
const DOUBLE_QUOTE = /["“”„‟″«»‹›〝〞「」『』＂]/;
/** After such numbers, a quotation mark may stand for feet or inches, minutes or seconds. */
const FIGURES = /(?:^|\D)\d{1,2}$/;
const DASH = /[-‐‑‒–—―−﹘﹣－]/;
const WHITE = /\s/;
/** Square brackets are not among these: in a quote, they mark an insertion. */
const BRACKET = /[(){}]/;
/** Characters of scripts that are written without spaces, as the content of a regular expression character class. */
export const UNSPACED_SCRIPTS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef`;
/** A character of a script that is written without spaces. */
export const UNSPACED_CHARACTER = new RegExp(`[${UNSPACED_SCRIPTS}]`, "u");
/**
 * A run of characters that normalization does not change, with single spaces between them; nearly all of most texts. No
 * combining mark may follow. The length is limited, because backtracking over millions of characters overflows the stack.
 */
const PLAIN =
  /(?:[!#-'*-,./0-9:-_a-z|~\u00c0-\u017f\u0400-\u04ff]{1,1000}(?: [!#-'*-,./0-9:-_a-z|~\u00c0-\u017f\u0400-\u04ff]{1,1000}){0,100}|[\u4e00-\u9fff]{1,1000})(?!\p{M})/uy;
/** A hyphen that breaks a word at a line end, which may have become a space. */
const LINE_END_HYPHEN = /(?<=\p{L})[-‐‑]\s+(?=\p{L})/uy;
/** A character with its combining marks, a decomposed Hangul syllable, or a lone surrogate. */
const CHARACTER = /[^\p{M}]?[\p{M}\u1160-\u11ff]*/suy;

/** Normalizes a text. */
export function normalize(original: string): NormalizedText {
  const pieces: string[] = [];
  const dashes: Dash[] = [];
  let offsets = new Uint32Array(original.length + 16);
  let length = 0;
  let last = "";
  let whiteSpaceStart = -1;
  const append = (piece: string, start: number, step: 0 | 1): void => {
    // Only texts with many ligatures get longer.
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
    const piece = plain ? character : normalizeCharacter(character, original.slice(Math.max(0, start - 3), start));
    if (piece === "") continue;
    if (piece === "-") {
      LINE_END_HYPHEN.lastIndex = start;
      const isSoft = LINE_END_HYPHEN.test(original);
      // Consecutive hyphens are one dash. White space beside a dash is ignored.
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

/** Whether white space is insignificant: beside dashes and brackets, and beside characters of scripts without spaces. */
const dropsSpaceBetween = (before: string, after: string): boolean =>
  before === "-" || [before, after].some((character) => BRACKET.test(character) || UNSPACED_CHARACTER.test(character));

/** @param before the text before the character */
function normalizeCharacter(character: string, before: string): string {
  if (character.search(INVISIBLE) === 0) return "";
  if (SINGLE_QUOTE.test(character)) return "'";
  if (DOUBLE_QUOTE.test(character)) return FIGURES.test(before) ? '"' : "'";
  if (DASH.test(character)) return "-";
  if (character === "…") return "...";
  return LIGATURES.get(character) ?? character.normalize("NFC");
}

/** Maps a passage of the normalized text to the original text, without white space, dashes and invisible characters after it. */
export function toOriginalRange({ offsets, original }: NormalizedText, { start, end }: Passage): Passage {
  const [first, last] = [offsets[start] ?? 0, offsets[end - 1]];
  return { start: first, end: last === undefined ? first : last + characterAt(original, last).length };
}

/** Converts an offset of the original text to an offset of the normalized text. */
export const normalOffsetOf = (offsets: Uint32Array, offset: number): number => bisectLeft(offsets, offset);

/** Returns the index of the first dash at or after an offset of the normalized text. */
export const firstDashIndex = (dashes: readonly Dash[], at: number): number => byOffset.left(dashes, at);

const byOffset = bisector((dash: Dash) => dash.at);

/** Returns a text on one line: without invisible characters, with white space collapsed and trimmed. */
export const collapseWhiteSpace = (text: string): string => text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
