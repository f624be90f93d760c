/** Finds words that differ from a misspelt word by a few edits. */
import { distance } from "fastest-levenshtein";
import { commonPrefixLength } from "./commonEnds.ts";

/** Returns the Levenshtein distance of two words, but counts one transposition of adjacent letters as one edit. */
export function editDistance(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && a.length === b.length && isTransposition(a, b) ? 1 : edits;
}

function isTransposition(a: string, b: string): boolean {
  const at = commonPrefixLength(a, b);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Returns the largest edit distance at which a word of this length is still recognizable. */
export const maxEditDistance = (word: string): number =>
  word.length < 3 ? 0 : word.length < 6 ? 1 : Math.floor(word.length / 3);

/** Longer words are not compared: the time for that grows with the product of their lengths. */
const MAX_COMPARED_LENGTH = 200;

/** Returns the words nearest to a misspelt word, nearest first, at most `limit` of them. */
export const nearest = (word: string, words: Iterable<string>, limit = 3): readonly string[] =>
  new SpellingIndex(words).nearestWords(word, limit);

/**
 * Whether `other` may be near a word: whether it has a similar length and similar letters. It runs for each name that
 * changes, so it is fast at the price of false positives.
 */
export const canBeNear = (word: string, other: string): boolean =>
  hasSimilarLength(word, other.length) &&
  minEditDistance(letterMaskOf(word), letterMaskOf(other)) <= maxEditDistance(word);

const hasSimilarLength = (word: string, length: number): boolean =>
  Math.max(word.length, length) <= MAX_COMPARED_LENGTH && Math.abs(length - word.length) <= maxEditDistance(word);

/** Limits the comparisons for one word: among hundreds of words with similar letters, later ones are rarely meant. */
const MAX_COMPARISONS = 500;

/** Words with the same length and the same letters. */
interface Bucket {
  readonly length: number;
  readonly letterMask: number;
  readonly words: { readonly word: string; readonly lower: string }[];
  isSorted: boolean;
}

/** An index for many searches in the same words. Words with the same length and the same letters share a bucket. */
export class SpellingIndex {
  readonly #buckets = new Map<string, Bucket>();
  /** The number of comparisons so far. Tests use it to measure the cost of searches. */
  comparisons = 0;

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length > MAX_COMPARED_LENGTH) continue;
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

  /** Returns the words nearest to a misspelt word, nearest first, at most `limit` of them. */
  nearestWords(word: string, limit = 3): readonly string[] {
    if (word.length > MAX_COMPARED_LENGTH) return [];
    const lower = word.toLowerCase();
    const maxDistance = maxEditDistance(word);
    const near: { readonly candidate: string; readonly distance: number }[] = [];
    let comparisons = 0;
    for (const { minDistance, bucket } of this.#bucketsFor(word)) {
      if (minDistance > (near[limit - 1]?.distance ?? maxDistance)) break;
      for (const other of sortedWords(bucket)) {
        if (comparisons++ === MAX_COMPARISONS) return near.map(({ candidate }) => candidate);
        this.comparisons++;
        const distance = editDistance(lower, other.lower);
        if (distance > (near[limit - 1]?.distance ?? maxDistance)) continue;
        near.push({ candidate: other.word, distance });
        near.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
        near.length = Math.min(near.length, limit);
      }
    }
    return near.map(({ candidate }) => candidate);
  }

  /** Returns the buckets that may contain near words, best first. The order does not depend on the order of insertion. */
  #bucketsFor(word: string): readonly { readonly minDistance: number; readonly bucket: Bucket }[] {
    const mask = letterMaskOf(word);
    const maxDistance = maxEditDistance(word);
    const buckets: { readonly minDistance: number; readonly bucket: Bucket }[] = [];
    for (const bucket of this.#buckets.values()) {
      if (!hasSimilarLength(word, bucket.length)) continue;
      const minDistance = minEditDistance(mask, bucket.letterMask);
      if (minDistance <= maxDistance) buckets.push({ minDistance, bucket });
    }
    const lengthDifference = ({ bucket }: { readonly bucket: Bucket }): number => Math.abs(bucket.length - word.length);
    return buckets.sort(
      (a, b) =>
        a.minDistance - b.minDistance ||
        lengthDifference(a) - lengthDifference(b) ||
        a.bucket.length - b.bucket.length ||
        a.bucket.letterMask - b.bucket.letterMask,
    );
  }
}

function sortedWords(bucket: Bucket): Bucket["words"] {
  if (!bucket.isSorted) bucket.words.sort((a, b) => (a.word < b.word ? -1 : 1));
  bucket.isSorted = true;
  return bucket.words;
}

/** Returns the set of letters of a word as a bit mask, ignoring case. Several letters share a bit. */
function letterMaskOf(word: string): number {
  const lower = word.toLowerCase();
  let mask = 0;
  for (let at = 0; at < lower.length; at++) mask |= 1 << (lower.charCodeAt(at) & 31);
  return mask;
}

/** Returns a lower bound of the edit distance of words with these letters: an edit removes and adds at most one letter. */
const minEditDistance = (mask: number, otherMask: number): number =>
  Math.max(countBits(mask & ~otherMask), countBits(otherMask & ~mask));

/** Returns the number of bits that are set. */
function countBits(number: number): number {
  let rest = number;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}
