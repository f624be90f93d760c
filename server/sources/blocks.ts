/**
 * An index of a text for finding words in it. The text is cut into blocks of a few characters, and of each block is noted
 * where it stands. Words of some length hold, wherever they begin, some whole block; so they are looked up by as many of
 * their own blocks as there are ways to begin, the rarest of each way, and compared only where these stand.
 *
 * Blocks and not words, as Chinese has no spaces; blocks side by side and not all runs of letters, as that makes an index no
 * larger than the text, built in one walk. A suffix array would take many times both.
 */
export interface BlockIndex {
  readonly text: string;
  /** Characters in a block. */
  readonly width: number;
  /** For each hash where its blocks begin in `blocks`. */
  readonly heads: Uint32Array;
  /** Numbers of blocks, those of one hash together and in order. */
  readonly blocks: Uint32Array;
}

const BITS = 17;
const WIDTH = 4;
/** Two Chinese characters tell as much as four letters. */
const DENSE_WIDTH = 2;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const SAMPLE = 4000;

/** Makes the index of a text. */
export function indexBlocks(text: string): BlockIndex {
  const sample = text.slice(0, SAMPLE);
  const width = (sample.match(DENSE)?.length ?? 0) * 2 > sample.length ? DENSE_WIDTH : WIDTH;
  const count = Math.floor(text.length / width);
  const hashes = new Uint32Array(count);
  const heads = new Uint32Array((1 << BITS) + 1);
  for (let block = 0; block < count; block++) {
    const hash = hashAt(text, block * width, width);
    hashes[block] = hash;
    heads[hash + 1] = (heads[hash + 1] ?? 0) + 1;
  }
  for (let hash = 0; hash < 1 << BITS; hash++) heads[hash + 1] = (heads[hash + 1] ?? 0) + (heads[hash] ?? 0);
  const next = heads.slice();
  const blocks = new Uint32Array(count);
  for (let block = 0; block < count; block++) {
    const hash = hashes[block] ?? 0;
    const place = next[hash] ?? 0;
    blocks[place] = block;
    next[hash] = place + 1;
  }
  return { text, width, heads, blocks };
}

function hashAt(text: string, at: number, width: number): number {
  let hash = 0;
  for (let unit = at; unit < at + width; unit++) hash = Math.imul(hash ^ text.charCodeAt(unit), 0x9e3779b1);
  return hash >>> (32 - BITS);
}

/** Where words stand in a text, in order; of what is everywhere only so many places as asked for. */
export function occurrencesOf(index: BlockIndex, words: string, most: number): readonly number[] {
  const { text, width, heads, blocks } = index;
  if (words === "") return [];
  // Shorter words may hold no whole block.
  if (words.length < 2 * width - 1) return scanned(text, words, most);
  const found: number[] = [];
  for (let way = 0; way < width; way++) {
    let [rarest, from, to] = [way, 0, Number.POSITIVE_INFINITY];
    for (let at = way; at + width <= words.length && to > from; at += width) {
      const hash = hashAt(words, at, width);
      const [head = 0, end = 0] = [heads[hash], heads[hash + 1]];
      if (end - head < to - from) [rarest, from, to] = [at, head, end];
    }
    for (let place = from, left = most; place < to && left > 0; place++) {
      const start = (blocks[place] ?? 0) * width - rarest;
      if (start < 0 || !text.startsWith(words, start)) continue;
      found.push(start);
      left--;
    }
  }
  return found.sort((a, b) => a - b).slice(0, most);
}

function scanned(text: string, words: string, most: number): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && found.length < most; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}
