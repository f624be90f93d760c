/** Square brackets in a text. An editorial insertion is quoted whole or not at all. */
import type { Passage } from "../article.ts";

/** Longer text in brackets is not an insertion. */
const MAX_INSERTION_LENGTH = 100;

/** Expands a passage to the matching half of each square bracket that it splits, if that is near. */
export function expandToBrackets(text: string, { start, end }: Passage): Passage {
  const inside = text.slice(start, end);
  const [closes, opens] = [inside.indexOf("]"), inside.lastIndexOf("[")];
  const isCutBefore = closes >= 0 && !inside.slice(0, closes).includes("[");
  const isCutAfter = opens >= 0 && !inside.slice(opens).includes("]");
  const before = isCutBefore ? /\[[^\][]*$/.exec(text.slice(Math.max(0, start - MAX_INSERTION_LENGTH), start)) : null;
  const after = isCutAfter ? /^[^\][]*\]/.exec(text.slice(end, end + MAX_INSERTION_LENGTH)) : null;
  return { start: start - (before?.[0].length ?? 0), end: end + (after?.[0].length ?? 0) };
}
