/** How completion and search judge a name by what is typed. */

/** Worse than every match. */
export const NO_MATCH = 4;

/** How well a name matches what is typed, 0 best: from its beginning, from a part of it, inside, letter by letter; undefined: not at all. */
export function matchRank(name: string, typed: string): number | undefined {
  if (typed === "") return 0;
  const [haystack, needle] = [name.toLowerCase(), typed.toLowerCase()];
  const at = haystack.indexOf(needle);
  if (at === 0) return 0;
  if (at > 0) return /[-_.]/.test(haystack.charAt(at - 1)) ? 1 : 2;
  let next = 0;
  for (const letter of needle) {
    next = haystack.indexOf(letter, next) + 1;
    if (next === 0) return undefined;
  }
  return NO_MATCH - 1;
}
