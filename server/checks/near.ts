/** Which words are near another, as slips of the pen go. */
import { distance } from "fastest-levenshtein";

/** How many letters part two words. Two neighbouring letters in the wrong order are one slip. */
export function slips(a: string, b: string): number {
  const far = distance(a, b);
  return far === 2 && a.length === b.length && areSwapped(a, b) ? 1 : far;
}

function areSwapped(a: string, b: string): boolean {
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** How many slips a word of this length may hold and still be known for what it was meant to be. */
export const mostSlips = (word: string): number =>
  word.length < 3 ? 0 : word.length < 6 ? 1 : Math.floor(word.length / 3);

/** The words that one may have been meant for, nearest first, at most `most` of them. */
export function nearest(word: string, words: Iterable<string>, most = 3): readonly string[] {
  const allowed = mostSlips(word);
  const lower = word.toLowerCase();
  const near: { readonly offer: string; readonly far: number }[] = [];
  for (const offer of words) {
    if (Math.abs(offer.length - word.length) > allowed) continue;
    const far = slips(lower, offer.toLowerCase());
    if (far <= allowed) near.push({ offer, far });
  }
  near.sort((a, b) => a.far - b.far || (a.offer < b.offer ? -1 : 1));
  return near.slice(0, most).map(({ offer }) => offer);
}

/** Whether a word may have been meant for another. */
export const isNear = (word: string, other: string): boolean => nearest(word, [other]).length > 0;
