/** Boundaries of words and numbers in a normalized text. */
import { firstDashIndex, type NormalizedText } from "./normalize.ts";

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
const COMBINING_MARK = /^\p{M}/u;
const DIGIT = /\p{Nd}/u;
/**
 * Scripts in which a word may start or end at any character, because they are written without spaces, or attach particles and
 * articles to the word.
 */
const UNSEPARATED_SCRIPTS =
  /[\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\u30fc]/u;

/** Whether a word may start or end at an offset, that is, the offset is not inside a word, a number or a grapheme. */
export function isWordBoundary(normal: NormalizedText, at: number): boolean {
  const { text, dashes } = normal;
  if (at <= 0 || at >= text.length) return true;
  const [before, after] = [characterBefore(text, at), String.fromCodePoint(text.codePointAt(at) ?? 0)];
  if (/^[\udc00-\udfff]/.test(after) || COMBINING_MARK.test(after)) return false;
  // “don't” does not contain “don”, but “council's” contains “council”.
  if (text.startsWith("'t", at) && before === "n") return !isWordBoundary(normal, at + 2);
  if (isWithinNumber(text, at, before, after)) return false;
  if (!WORD_CHARACTER.test(before) || !WORD_CHARACTER.test(after)) return true;
  if (UNSEPARATED_SCRIPTS.test(before) || UNSEPARATED_SCRIPTS.test(after)) return true;
  // Dashes are not part of the normalized text.
  return dashes[firstDashIndex(dashes, at)]?.at === at;
}

/** Whether an offset is beside the decimal or thousands separator of a number. */
function isWithinNumber(text: string, at: number, before: string, after: string): boolean {
  if (DIGIT.test(before) && (after === "." || after === ",")) return DIGIT.test(text.charAt(at + 1));
  return (before === "." || before === ",") && DIGIT.test(after) && DIGIT.test(text.charAt(at - 2));
}

function characterBefore(text: string, at: number): string {
  const pair = at > 1 ? (text.codePointAt(at - 2) ?? 0) : 0;
  return pair > 0xffff ? String.fromCodePoint(pair) : text.charAt(at - 1);
}
