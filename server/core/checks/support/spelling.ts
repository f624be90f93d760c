/** Which words are near another, as slips of the pen go. */
import { distance } from "fastest-levenshtein";

/** How many letters part two words. Two neighbouring letters in the wrong order are one slip. */
export function editDistance(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && a.length === b.length && isTransposition(a, b) ? 1 : edits;
}

function isTransposition(a: string, b: string): boolean {
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** How many slips a word of this length may hold and still be known for what it was meant to be. */
export const maxEditDistance = (word: string): number =>
  word.length < 3 ? 0 : word.length < 6 ? 1 : Math.floor(word.length / 3);

/** The words that one may have been meant for, nearest first, at most `most` of them. */
export const nearest = (word: string, words: Iterable<string>, most = 3): readonly string[] =>
  new SpellingIndex(words).nearestWords(word, most);

/**
 * Whether it may depend on `other` which words are found to be near a word: whether it is of much the same length and
 * letters. Asked for each name that changes, so it is quick and says yes too often.
 */
export const canBeNear = (word: string, other: string): boolean =>
  hasSimilarLength(word, other.length) &&
  minEditDistance(letterMaskOf(word), letterMaskOf(other)) <= maxEditDistance(word);

const hasSimilarLength = (word: string, length: number): boolean =>
  Math.abs(length - word.length) <= maxEditDistance(word);

/** With how many words one is compared: where hundreds have much the same letters, those after are seldom what was meant. */
const MAX_COMPARISONS = 500;

interface Bucket {
  readonly length: number;
  readonly letterMask: number;
  readonly words: { readonly word: string; readonly lower: string }[];
  isSorted: boolean;
}

/** Words that many others are to be compared with. Those of one length that are made of the same letters lie together. */
export class SpellingIndex {
  readonly #buckets = new Map<string, Bucket>();
  /** How many comparisons were made; tests tell by it what the searches cost. */
  comparisons = 0;

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const lower = word.toLowerCase();
      const { length } = word;
      const letterMask = letterMaskOf(word);
      const key = `${length} ${letterMask}`;
      const bucket = this.#buckets.get(key);
      if (bucket === undefined)
        this.#buckets.set(key, { length, letterMask, words: [{ word, lower }], isSorted: true });
      else {
        bucket.words.push({ word, lower });
        bucket.isSorted = false;
      }
    }
  }

  /** The words that one may have been meant for, nearest first, at most `most` of them. */
  nearestWords(word: string, limit = 3): readonly string[] {
    const lower = word.toLowerCase();
    const maxDistance = maxEditDistance(word);
    const near: { readonly offer: string; readonly far: number }[] = [];
    let comparisons = 0;
    for (const { atLeast, heap } of this.#bucketsFor(word)) {
      if (atLeast > (near[limit - 1]?.far ?? maxDistance)) break;
      for (const other of sortedWords(heap)) {
        if (comparisons++ === MAX_COMPARISONS) return near.map(({ offer }) => offer);
        this.comparisons++;
        const far = editDistance(lower, other.lower);
        if (far > (near[limit - 1]?.far ?? maxDistance)) continue;
        near.push({ offer: other.word, far });
        near.sort((a, b) => a.far - b.far || (a.offer < b.offer ? -1 : 1));
        near.length = Math.min(near.length, limit);
      }
    }
    return near.map(({ offer }) => offer);
  }

  /** Where words near this one may lie, the likeliest first; in an order that does not tell how the words came together. */
  #bucketsFor(word: string): readonly { readonly atLeast: number; readonly heap: Bucket }[] {
    const mask = letterMaskOf(word);
    const maxDistance = maxEditDistance(word);
    const buckets: { readonly atLeast: number; readonly heap: Bucket }[] = [];
    for (const heap of this.#buckets.values()) {
      if (!hasSimilarLength(word, heap.length)) continue;
      const atLeast = minEditDistance(mask, heap.letterMask);
      if (atLeast <= maxDistance) buckets.push({ atLeast, heap });
    }
    const lengthDifference = ({ heap }: { readonly heap: Bucket }): number => Math.abs(heap.length - word.length);
    return buckets.sort(
      (a, b) =>
        a.atLeast - b.atLeast ||
        lengthDifference(a) - lengthDifference(b) ||
        a.heap.length - b.heap.length ||
        a.heap.letterMask - b.heap.letterMask,
    );
  }
}

function sortedWords(bucket: Bucket): Bucket["words"] {
  if (!bucket.isSorted) bucket.words.sort((a, b) => (a.word < b.word ? -1 : 1));
  bucket.isSorted = true;
  return bucket.words;
}

/** Which letters a word has, large or small, a bit for each; several letters share one. */
function letterMaskOf(word: string): number {
  const lower = word.toLowerCase();
  let mask = 0;
  for (let at = 0; at < lower.length; at++) mask |= 1 << (lower.charCodeAt(at) & 31);
  return mask;
}

/** How many slips lie at least between words of these letters: one takes a letter away, brings one in, or both. */
const minEditDistance = (some: number, others: number): number =>
  Math.max(countBits(some & ~others), countBits(others & ~some));

/** How many bits are set. */
function countBits(number: number): number {
  let left = number;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}
