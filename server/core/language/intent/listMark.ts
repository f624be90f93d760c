/** Marks of lists and emphasis that are no part of the language, before the words of a line. */
import { isWhiteSpace, skipWhiteSpace } from "../characters.ts";

/** Bullets, dashes, `1.`, `1.1.`, `1.1`, `1)`, `(1)`, `a)`, `(a)`, check boxes, and signs for and against. */
const LIST_MARK =
  /(?:[-*+_•‣◦▪●○·–—−]|\(?\d+(?:\.\d+)*[.)](?!\d)|\d+(?:\.\d+)+(?=[\s\p{Zs}])|\([a-z]\)|[a-z]\)|\[[ xX]?\]|[✅❌✔✖✓✗✘☑➕➖👍👎]\ufe0f?)/uy;
/** The beginning of emphasized words. */
const EMPHASIS = /\*{1,3}(?=[\p{L}])|__?(?=[\p{L}])/uy;
/** Lists in lists, check boxes and numbers in bullets. */
const MAX_MARKS = 3;

/** Returns the column after the marks of lists and emphasis at `start`; `start` itself if there is none. */
export function skipMarks(raw: string, start: number): number {
  let at = start;
  for (let count = 0; count < MAX_MARKS && !beginsWithWord(raw, at); count++) {
    const end = matchEnd(EMPHASIS, raw, at) ?? matchEnd(LIST_MARK, raw, at);
    if (end === undefined) break;
    at = skipWhiteSpace(raw, end);
  }
  return at;
}

/** Returns the column of the words of a list item; undefined if no mark and white space come before them. */
export function listItemStart(raw: string, start: number): number | undefined {
  const end = beginsWithWord(raw, start) ? undefined : matchEnd(LIST_MARK, raw, start);
  if (end === undefined || !isWhiteSpace(raw.charCodeAt(end))) return undefined;
  const words = skipWhiteSpace(raw, end);
  return words < raw.length ? words : undefined;
}

/** Whether an English letter is at `at`, which is no mark unless a bracket follows. Most lines begin so. */
function beginsWithWord(raw: string, at: number): boolean {
  const letter = raw.charCodeAt(at) | LOWER_CASE;
  return letter >= A && letter <= Z && raw.charAt(at + 1) !== ")";
}

const A = 97;
const Z = 122;
/** The bit that tells a lower-case letter from its capital. */
const LOWER_CASE = 32;

/** Returns the column after a match at `at`; undefined if there is none. */
function matchEnd(pattern: RegExp, raw: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(raw) ? pattern.lastIndex : undefined;
}
