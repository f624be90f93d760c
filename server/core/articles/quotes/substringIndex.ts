/**
 * An index of fixed-width blocks for finding substrings in a text.
 *
 * The text is cut into consecutive, non-overlapping blocks, and the positions of the blocks are stored by hash. A query that
 * is long enough contains a whole block of the text at one of `width` alignments. So for each alignment, the rarest block of
 * the query is looked up, and the query is compared only at the positions of that block.
 *
 * Blocks rather than words, because Chinese has no spaces; non-overlapping blocks rather than all n-grams, because the index
 * is then no larger than the text and is built in one pass. A suffix array would take many times the space and time.
 */
export interface SubstringIndex {
  readonly text: string;
  /** UTF-16 units in a block. */
  readonly width: number;
  /** The number of bits to drop from 32 for a hash. */
  readonly hashShift: number;
  /** For each hash, the index in `blocks` at which its blocks start. */
  readonly bucketStarts: Uint32Array;
  /** Block numbers, sorted by hash and then by position. */
  readonly blocks: Uint32Array;
}

/** The largest number of bits of a hash. */
const MAX_BITS = 17;
/** How many hashes there are for each block, so that few blocks share one. */
const HASHES_PER_BLOCK = 4;
const WIDTH = 4;
/** Two Chinese characters are about as selective as four letters. */
const DENSE_WIDTH = 2;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** How many UTF-16 units decide whether a text is dense. */
const SAMPLE = 4000;
/** Comparing candidates may cost at most this many passes through the text; then a linear search is used. */
const MAX_SCANS = 8;
/** In a longer query, only some of the blocks are looked up. */
const MAX_SAMPLED_LENGTH = 2000;
/** How many substrings of the query vote. A passage shares about a quarter of them, because of its alignment. */
const MAX_SAMPLES = 24;

/** Builds the index of a text. */
export function buildSubstringIndex(text: string): SubstringIndex {
  const sample = text.slice(0, SAMPLE);
  const width = (sample.match(DENSE)?.length ?? 0) * 2 > sample.length ? DENSE_WIDTH : WIDTH;
  const count = Math.floor(text.length / width);
  const hashes = new Uint32Array(count);
  // A table of fixed size would take many times the space of a short article.
  const bits = Math.min(MAX_BITS, Math.ceil(Math.log2(HASHES_PER_BLOCK * Math.max(1, count))));
  const hashShift = 32 - bits;
  const bucketStarts = new Uint32Array((1 << bits) + 1);
  for (let block = 0; block < count; block++) {
    const hash = hashAt(text, block * width, width, hashShift);
    hashes[block] = hash;
    bucketStarts[hash + 1] = (bucketStarts[hash + 1] ?? 0) + 1;
  }
  for (let hash = 0; hash < 1 << bits; hash++)
    bucketStarts[hash + 1] = (bucketStarts[hash + 1] ?? 0) + (bucketStarts[hash] ?? 0);
  const next = bucketStarts.slice();
  const blocks = new Uint32Array(count);
  for (let block = 0; block < count; block++) {
    const hash = hashes[block] ?? 0;
    const slot = next[hash] ?? 0;
    blocks[slot] = block;
    next[hash] = slot + 1;
  }
  return { text, width, hashShift, bucketStarts, blocks };
}

function hashAt(text: string, at: number, width: number, shift: number): number {
  let hash = 0;
  for (let unit = at; unit < at + width; unit++) hash = Math.imul(hash ^ text.charCodeAt(unit), 0x9e3779b1);
  return hash >>> shift;
}

/**
 * Returns the first `limit` offsets at which the text contains a query, in order; overlapping occurrences included.
 *
 * @param accepts filters the offsets
 */
export function findOccurrences(
  index: SubstringIndex,
  query: string,
  limit: number,
  accepts: (start: number) => boolean = () => true,
): readonly number[] {
  const { text, width, blocks } = index;
  if (query === "") return [];
  // A shorter query may contain no whole block.
  if (query.length < 2 * width - 1) return scanOccurrences(text, query, limit, accepts);
  const alignments = Array.from({ length: width }, (_, alignment) => rarestBlock(index, query, alignment));
  const candidates = alignments.reduce((sum, { from, to }) => sum + to - from, 0);
  // In a text of few distinct blocks, such as a table or a row of dots, a linear search is faster.
  if (candidates * query.length > MAX_SCANS * text.length) return searchKmp(text, query, limit, accepts);
  const found: number[] = [];
  for (const { at, from, to } of alignments) {
    for (let slot = from, left = limit; slot < to && left > 0; slot++) {
      const start = (blocks[slot] ?? 0) * width - at;
      if (start < 0 || !text.startsWith(query, start) || !accepts(start)) continue;
      found.push(start);
      left--;
    }
  }
  return found.sort((a, b) => a - b).slice(0, limit);
}

/** Returns the rarest block of a query at one alignment: its offset in the query, and its range in `blocks`. */
function rarestBlock({ width, hashShift, bucketStarts }: SubstringIndex, query: string, alignment: number) {
  let [rarest, from, to] = [alignment, 0, Number.POSITIVE_INFINITY];
  for (let at = alignment; at + width <= query.length && to > from; at += width) {
    const hash = hashAt(query, at, width, hashShift);
    const [head = 0, end = 0] = [bucketStarts[hash], bucketStarts[hash + 1]];
    if (end - head < to - from) [rarest, from, to] = [at, head, end];
  }
  return { at: rarest, from, to };
}

/**
 * Returns possible start offsets of an approximate match: for each of the rarest substrings of the query that are two blocks
 * long, the offsets at which the query would start; the rarest substring first.
 *
 * @param limit how many positions of blocks are examined at most
 */
export function rareCandidates(index: SubstringIndex, query: string, limit: number): readonly (readonly number[])[] {
  const { text, width, hashShift, bucketStarts, blocks } = index;
  const step = Math.max(1, Math.floor(query.length / MAX_SAMPLED_LENGTH));
  /** Offsets in the query of a substring and of its rarer block, and the range of that block in `blocks`. */
  const samples: { readonly substring: number; readonly at: number; readonly from: number; readonly to: number }[] = [];
  for (let substring = 0; substring + 2 * width <= query.length; substring += step) {
    const [first, second] = [
      hashAt(query, substring, width, hashShift),
      hashAt(query, substring + width, width, hashShift),
    ];
    const [a = 0, b = 0, c = 0, d = 0] = [
      bucketStarts[first],
      bucketStarts[first + 1],
      bucketStarts[second],
      bucketStarts[second + 1],
    ];
    if (a === b || c === d) continue;
    samples.push(
      b - a < d - c
        ? { substring, at: substring, from: a, to: b }
        : { substring, at: substring + width, from: c, to: d },
    );
  }
  samples.sort((a, b) => a.to - a.from - (b.to - b.from));
  const found: (readonly number[])[] = [];
  let left = limit;
  for (const { substring, at, from, to } of samples) {
    left -= to - from;
    if (left < 0) break;
    const expected = query.slice(substring, substring + 2 * width);
    const starts: number[] = [];
    for (let slot = from; slot < to; slot++) {
      const start = (blocks[slot] ?? 0) * width - at;
      if (start + substring >= 0 && text.startsWith(expected, start + substring)) starts.push(start);
    }
    if (starts.length > 0) found.push(starts);
    if (found.length === MAX_SAMPLES) break;
  }
  return found.sort((a, b) => a.length - b.length);
}

function scanOccurrences(
  text: string,
  query: string,
  limit: number,
  accepts: (start: number) => boolean,
): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(query); at >= 0 && found.length < limit; at = text.indexOf(query, at + 1)) {
    if (accepts(at)) found.push(at);
  }
  return found;
}

/** The Knuth–Morris–Pratt algorithm: linear time, even if the text and the query are repetitive. */
function searchKmp(text: string, query: string, limit: number, accepts: (start: number) => boolean): readonly number[] {
  const found: number[] = [];
  const failureTable = new Uint32Array(query.length + 1);
  for (let at = 1, matched = 0; at < query.length; at++) {
    while (matched > 0 && query.charCodeAt(at) !== query.charCodeAt(matched)) matched = failureTable[matched] ?? 0;
    if (query.charCodeAt(at) === query.charCodeAt(matched)) matched++;
    failureTable[at + 1] = matched;
  }
  for (let at = 0, matched = 0; at < text.length && found.length < limit; at++) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && unit !== query.charCodeAt(matched)) matched = failureTable[matched] ?? 0;
    if (unit === query.charCodeAt(matched)) matched++;
    if (matched < query.length) continue;
    const start = at + 1 - query.length;
    if (accepts(start)) found.push(start);
    matched = failureTable[matched] ?? 0;
  }
  return found;
}
