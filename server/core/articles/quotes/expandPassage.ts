/** Expands a passage where its ends divide something that is quoted whole. */
import type { Passage } from "../article.ts";

/** Longer text in brackets is not an insertion. */
const MAX_INSERTION_LENGTH = 100;

/** Moves the ends of a passage out of what they divide, such as words, and then trims white space. */
export function expandPassage(text: string, { start, end }: Passage, isInside: (at: number) => boolean): Passage {
  let [from, to] = [start, end];
  while (from > 0 && isInside(from)) from--;
  while (to < text.length && isInside(to)) to++;
  while (from < to && WHITE_SPACE.test(text.charAt(from))) from++;
  while (to > from && WHITE_SPACE.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

const WHITE_SPACE = /\s/;

/** Expands a passage to the matching half of each square bracket that it splits, if that is near. An editorial insertion is quoted whole or not at all. */
export function expandToBrackets(text: string, { start, end }: Passage): Passage {
  const inside = text.slice(start, end);
  const [closes, opens] = [inside.indexOf("]"), inside.lastIndexOf("[")];
  const isCutBefore = closes >= 0 && !inside.slice(0, closes).includes("[");
  const isCutAfter = opens >= 0 && !inside.slice(opens).includes("]");
  const before = isCutBefore ? /\[[^\][]*$/.exec(text.slice(Math.max(0, start - MAX_INSERTION_LENGTH), start)) : null;
  const after = isCutAfter ? /^[^\][]*\]/.exec(text.slice(end, end + MAX_INSERTION_LENGTH)) : null;
  return { start: start - (before?.[0].length ?? 0), end: end + (after?.[0].length ?? 0) };
}
