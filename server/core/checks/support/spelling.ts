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
export const nearest = (word: string, words: Iterable<string>, most = 3): readonly string[] =>
  new NearWords(words).nearest(word, most);

/**
 * Whether it may depend on `other` which words are found to be near a word: whether it is of much the same length and
 * letters. Asked for each name that changes, so it is quick and says yes too often.
 */
export const mayBeNear = (word: string, other: string): boolean =>
  isBeside(word, other.length) && slipsAtLeast(lettersOf(word), lettersOf(other)) <= mostSlips(word);

const isBeside = (word: string, length: number): boolean => Math.abs(length - word.length) <= mostSlips(word);

/** With how many words one is compared: where hundreds have much the same letters, those after are seldom what was meant. */
const MOST_COMPARED = 500;

interface Heap {
  readonly length: number;
  readonly letters: number;
  readonly words: { readonly word: string; readonly lower: string }[];
  sorted: boolean;
}

/** Words that many others are to be compared with. Those of one length that are made of the same letters lie together. */
export class NearWords {
  readonly #heaps = new Map<string, Heap>();
  /** How many comparisons were made; tests tell by it what the searches cost. */
  compared = 0;

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const lower = word.toLowerCase();
      const { length } = word;
      const letters = lettersOf(word);
      const key = `${length} ${letters}`;
      const heap = this.#heaps.get(key);
      if (heap === undefined) this.#heaps.set(key, { length, letters, words: [{ word, lower }], sorted: true });
      else {
        heap.words.push({ word, lower });
        heap.sorted = false;
      }
    }
  }

  /** The words that one may have been meant for, nearest first, at most `most` of them. */
  nearest(word: string, most = 3): readonly string[] {
    const lower = word.toLowerCase();
    const allowed = mostSlips(word);
    const near: { readonly offer: string; readonly far: number }[] = [];
    let compared = 0;
    for (const { atLeast, heap } of this.#heapsFor(word)) {
      if (atLeast > (near[most - 1]?.far ?? allowed)) break;
      for (const other of inOrder(heap)) {
        if (compared++ === MOST_COMPARED) return near.map(({ offer }) => offer);
        this.compared++;
        const far = slips(lower, other.lower);
        if (far > (near[most - 1]?.far ?? allowed)) continue;
        near.push({ offer: other.word, far });
        near.sort((a, b) => a.far - b.far || (a.offer < b.offer ? -1 : 1));
        near.length = Math.min(near.length, most);
      }
    }
    return near.map(({ offer }) => offer);
  }

  /** Where words near this one may lie, the likeliest first; in an order that does not tell how the words came together. */
  #heapsFor(word: string): readonly { readonly atLeast: number; readonly heap: Heap }[] {
    const letters = lettersOf(word);
    const allowed = mostSlips(word);
    const heaps: { readonly atLeast: number; readonly heap: Heap }[] = [];
    for (const heap of this.#heaps.values()) {
      if (!isBeside(word, heap.length)) continue;
      const atLeast = slipsAtLeast(letters, heap.letters);
      if (atLeast <= allowed) heaps.push({ atLeast, heap });
    }
    const longer = ({ heap }: { readonly heap: Heap }): number => Math.abs(heap.length - word.length);
    return heaps.sort(
      (a, b) =>
        a.atLeast - b.atLeast ||
        longer(a) - longer(b) ||
        a.heap.length - b.heap.length ||
        a.heap.letters - b.heap.letters,
    );
  }
}

function inOrder(heap: Heap): Heap["words"] {
  if (!heap.sorted) heap.words.sort((a, b) => (a.word < b.word ? -1 : 1));
  heap.sorted = true;
  return heap.words;
}

/** Which letters a word has, large or small, a bit for each; several letters share one. */
function lettersOf(word: string): number {
  const lower = word.toLowerCase();
  let letters = 0;
  for (let at = 0; at < lower.length; at++) letters |= 1 << (lower.charCodeAt(at) & 31);
  return letters;
}

/** How many slips lie at least between words of these letters: one takes a letter away, brings one in, or both. */
const slipsAtLeast = (some: number, others: number): number => Math.max(bits(some & ~others), bits(others & ~some));

/** How many bits are set. */
function bits(number: number): number {
  let left = number;
  let counted = 0;
  for (; left !== 0; left &= left - 1) counted++;
  return counted;
}
