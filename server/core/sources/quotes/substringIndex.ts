/**
 * An index of a text for finding words in it. The text is cut into blocks of a few characters, and of each block is noted
 * where it stands. Words of some length hold, wherever they begin, some whole block; so they are looked up by as many of
 * their own blocks as there are ways to begin, the rarest of each way, and compared only where these stand.
 *
 * Blocks and not words, as Chinese has no spaces; blocks side by side and not all runs of letters, as that makes an index no
 * larger than the text, built in one walk. A suffix array would take many times both.
 */
export interface SubstringIndex {
  readonly text: string;
  /** Characters in a block. */
  readonly width: number;
  /** For each hash where its blocks begin in `blocks`. */
  readonly bucketStarts: Uint32Array;
  /** Numbers of blocks, those of one hash together and in order. */
  readonly blocks: Uint32Array;
}

const BITS = 17;
const WIDTH = 4;
/** Two Chinese characters tell as much as four letters. */
const DENSE_WIDTH = 2;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const SAMPLE = 4000;
/** To compare words where their blocks stand may take as long as so many walks through a text. */
const MAX_SCANS = 8;
/** Of longer words not all blocks are looked at. */
const MAX_SAMPLED_LENGTH = 2000;
/** A place shares a quarter of these with the words sought, as blocks are cut in one of four ways there. */
const MAX_SAMPLES = 24;

/** Makes the index of a text. */
export function buildSubstringIndex(text: string): SubstringIndex {
  const sample = text.slice(0, SAMPLE);
  const width = (sample.match(DENSE)?.length ?? 0) * 2 > sample.length ? DENSE_WIDTH : WIDTH;
  const count = Math.floor(text.length / width);
  const hashes = new Uint32Array(count);
  const bucketStarts = new Uint32Array((1 << BITS) + 1);
  for (let block = 0; block < count; block++) {
    const hash = hashAt(text, block * width, width);
    hashes[block] = hash;
    bucketStarts[hash + 1] = (bucketStarts[hash + 1] ?? 0) + 1;
  }
  for (let hash = 0; hash < 1 << BITS; hash++)
    bucketStarts[hash + 1] = (bucketStarts[hash + 1] ?? 0) + (bucketStarts[hash] ?? 0);
  const next = bucketStarts.slice();
  const blocks = new Uint32Array(count);
  for (let block = 0; block < count; block++) {
    const hash = hashes[block] ?? 0;
    const place = next[hash] ?? 0;
    blocks[place] = block;
    next[hash] = place + 1;
  }
  return { text, width, bucketStarts, blocks };
}

function hashAt(text: string, at: number, width: number): number {
  let hash = 0;
  for (let unit = at; unit < at + width; unit++) hash = Math.imul(hash ^ text.charCodeAt(unit), 0x9e3779b1);
  return hash >>> (32 - BITS);
}

/**
 * Where words stand in a text, in order; of what is everywhere only so many places as asked for.
 *
 * @param accepts whether a place counts
 */
export function findOccurrences(
  index: SubstringIndex,
  words: string,
  limit: number,
  accepts: (start: number) => boolean = () => true,
): readonly number[] {
  const { text, width, blocks } = index;
  if (words === "") return [];
  // Shorter words may hold no whole block.
  if (words.length < 2 * width - 1) return scanOccurrences(text, words, limit, accepts);
  const alignments = Array.from({ length: width }, (_, way) => rarestBlock(index, words, way));
  const places = alignments.reduce((sum, { from, to }) => sum + to - from, 0);
  // Where the same blocks stand everywhere, as in a table or a row of dots, comparing at each would take longer than a walk.
  if (places * words.length > MAX_SCANS * text.length) return searchKmp(text, words, limit, accepts);
  const found: number[] = [];
  for (const { at, from, to } of alignments) {
    for (let place = from, left = limit; place < to && left > 0; place++) {
      const start = (blocks[place] ?? 0) * width - at;
      if (start < 0 || !text.startsWith(words, start) || !accepts(start)) continue;
      found.push(start);
      left--;
    }
  }
  return found.sort((a, b) => a - b).slice(0, limit);
}

/** Of the blocks of some words that are cut in one way, the one with the fewest places: where it is in the words, and its places. */
function rarestBlock({ width, bucketStarts }: SubstringIndex, words: string, alignment: number) {
  let [rarest, from, to] = [alignment, 0, Number.POSITIVE_INFINITY];
  for (let at = alignment; at + width <= words.length && to > from; at += width) {
    const hash = hashAt(words, at, width);
    const [head = 0, end = 0] = [bucketStarts[hash], bucketStarts[hash + 1]];
    if (end - head < to - from) [rarest, from, to] = [at, head, end];
  }
  return { at: rarest, from, to };
}

/**
 * Where words may begin that stand in a text with some others among them: for each of their rarest stretches of two blocks
 * all places, the rarest first.
 *
 * @param limit how many places are looked at at most
 */
export function rareCandidates(index: SubstringIndex, words: string, limit: number): readonly (readonly number[])[] {
  const { text, width, bucketStarts, blocks } = index;
  const step = Math.max(1, Math.floor(words.length / MAX_SAMPLED_LENGTH));
  const counted: { readonly at: number; readonly from: number; readonly to: number; readonly stretch: number }[] = [];
  for (let stretch = 0; stretch + 2 * width <= words.length; stretch += step) {
    const [first, second] = [hashAt(words, stretch, width), hashAt(words, stretch + width, width)];
    const [a = 0, b = 0, c = 0, d = 0] = [
      bucketStarts[first],
      bucketStarts[first + 1],
      bucketStarts[second],
      bucketStarts[second + 1],
    ];
    if (a === b || c === d) continue;
    counted.push(
      b - a < d - c ? { at: stretch, from: a, to: b, stretch } : { at: stretch + width, from: c, to: d, stretch },
    );
  }
  counted.sort((a, b) => a.to - a.from - (b.to - b.from));
  const found: (readonly number[])[] = [];
  let left = limit;
  for (const { at, from, to, stretch } of counted) {
    left -= to - from;
    if (left < 0) break;
    const letters = words.slice(stretch, stretch + 2 * width);
    const places: number[] = [];
    for (let place = from; place < to; place++) {
      const start = (blocks[place] ?? 0) * width - at;
      if (start + stretch >= 0 && text.startsWith(letters, start + stretch)) places.push(start);
    }
    if (places.length > 0) found.push(places);
    if (found.length === MAX_SAMPLES) break;
  }
  return found.sort((a, b) => a.length - b.length);
}

function scanOccurrences(
  text: string,
  words: string,
  limit: number,
  accepts: (start: number) => boolean,
): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && found.length < limit; at = text.indexOf(words, at + 1)) {
    if (accepts(at)) found.push(at);
  }
  return found;
}

/** The same in one walk, however the text and the words repeat themselves (after Knuth, Morris and Pratt). */
function searchKmp(text: string, words: string, limit: number, accepts: (start: number) => boolean): readonly number[] {
  const found: number[] = [];
  const failureTable = new Uint32Array(words.length + 1);
  for (let at = 1, matched = 0; at < words.length; at++) {
    while (matched > 0 && words.charCodeAt(at) !== words.charCodeAt(matched)) matched = failureTable[matched] ?? 0;
    if (words.charCodeAt(at) === words.charCodeAt(matched)) matched++;
    failureTable[at + 1] = matched;
  }
  for (let at = 0, matched = 0; at < text.length && found.length < limit; at++) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && unit !== words.charCodeAt(matched)) matched = failureTable[matched] ?? 0;
    if (unit === words.charCodeAt(matched)) matched++;
    if (matched < words.length) continue;
    const start = at + 1 - words.length;
    if (accepts(start)) found.push(start);
    matched = failureTable[matched] ?? 0;
  }
  return found;
}
