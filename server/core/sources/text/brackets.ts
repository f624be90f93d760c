/** Square brackets of a text, which are quoted whole or not at all. */
import type { Passage } from "../article.ts";

/** Brackets that hold more are no insertion. */
const MAX_INSERTION_LENGTH = 100;

/** A passage grown to the other half of each square bracket that it cuts; where there is none near, it stays. */
export function expandToBrackets(text: string, { start, end }: Passage): Passage {
  const inside = text.slice(start, end);
  const [closes, opens] = [inside.indexOf("]"), inside.lastIndexOf("[")];
  const isCutBefore = closes >= 0 && !inside.slice(0, closes).includes("[");
  const isCutAfter = opens >= 0 && !inside.slice(opens).includes("]");
  const before = isCutBefore ? /\[[^\][]*$/.exec(text.slice(Math.max(0, start - MAX_INSERTION_LENGTH), start)) : null;
  const after = isCutAfter ? /^[^\][]*\]/.exec(text.slice(end, end + MAX_INSERTION_LENGTH)) : null;
  return { start: start - (before?.[0].length ?? 0), end: end + (after?.[0].length ?? 0) };
}
