/** Fuzzy matching of names against typed text, for completion and symbol search. */

/** A rank worse than that of any match. */
export const NO_MATCH = 4;

/**
 * How well a name matches the typed text, ignoring case: 0 as a prefix of the name, 1 as a prefix of one of its parts,
 * 2 anywhere within it, 3 as a subsequence of its letters. Undefined if the name does not match.
 */
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
