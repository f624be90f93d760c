/** Where words and numbers begin and end in a text. */
import { firstDashIndex, type NormalisedText } from "./normalise.ts";

/** A character that words and numbers are made of. */
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
const COMBINING_MARK = /^\p{M}/u;
const DIGIT = /\p{Nd}/u;
/**
 * Scripts in which any character may begin or end a word: they are written without spaces, or write particles and articles
 * together with the word.
 */
const UNSEPARATED_SCRIPTS =
  /[\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\u30fc]/u;

/** Whether words may begin or end at an offset of a text: not within a word, a number or a character. */
export function isWordBoundary(normal: NormalisedText, at: number): boolean {
  const { text, dashes } = normal;
  if (at <= 0 || at >= text.length) return true;
  const [before, after] = [characterBefore(text, at), String.fromCodePoint(text.codePointAt(at) ?? 0)];
  if (/^[\udc00-\udfff]/.test(after) || COMBINING_MARK.test(after)) return false;
  // “don” is not said by who says “don't”; “council” is by who says “council's”.
  if (text.startsWith("'t", at) && before === "n") return !isWordBoundary(normal, at + 2);
  if (isWithinNumber(text, at, before, after)) return false;
  if (!WORD_CHARACTER.test(before) || !WORD_CHARACTER.test(after)) return true;
  if (UNSEPARATED_SCRIPTS.test(before) || UNSEPARATED_SCRIPTS.test(after)) return true;
  // Dashes stand beside the text.
  return dashes[firstDashIndex(dashes, at)]?.at === at;
}

/** Whether an offset is beside the point or comma of a number. */
function isWithinNumber(text: string, at: number, before: string, after: string): boolean {
  if (DIGIT.test(before) && (after === "." || after === ",")) return DIGIT.test(text.charAt(at + 1));
  return (before === "." || before === ",") && DIGIT.test(after) && DIGIT.test(text.charAt(at - 2));
}

function characterBefore(text: string, at: number): string {
  const pair = at > 1 ? (text.codePointAt(at - 2) ?? 0) : 0;
  return pair > 0xffff ? String.fromCodePoint(pair) : text.charAt(at - 1);
}
