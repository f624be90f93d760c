/** Extends a quote that occurs several times in its source until it is unique. */
import type { Passage } from "../article.ts";
import { splitWords } from "./differences.ts";
import { findRun, type SearchableText } from "./findQuote.ts";
import { collapseWhiteSpace, toOriginalRange } from "./normalize.ts";
import { splitQuote } from "./quoteParts.ts";
import { findOccurrences } from "./substringIndex.ts";

/** If more words would be needed, naming the page is the better way to disambiguate. */
const MAX_ADDED_WORDS = 12;
const MAX_WORD_LENGTH = 60;
const SENTENCE_END = /[.!?…。！？]["'”’»」』)）]*$/u;

/**
 * Returns longer quotes that are unique in the source, one for each of the first `limit` occurrences of a quote. Empty for a
 * quote with ellipses.
 */
export function uniqueQuotes(source: SearchableText, quote: string, limit: number): readonly string[] {
  const parts = splitQuote(quote);
  const [part] = parts;
  if (part === undefined || parts.length > 1) return [];
  const { occurrences } = findRun(source, parts);
  return occurrences.slice(0, limit).flatMap((occurrence) => {
    const longer = extendUntilUnique(source, occurrence);
    if (longer === undefined) return [];
    const { start, end } = toOriginalRange(source.normal, longer);
    return [quote.replace(part.original, () => collapseWhiteSpace(source.normal.original.slice(start, end)))];
  });
}

function extendUntilUnique({ index, normal: { text } }: SearchableText, occurrence: Passage): Passage | undefined {
  let longer: Passage | undefined = occurrence;
  for (let step = 0; step < MAX_ADDED_WORDS; step++) {
    longer = extendByWord(text, longer);
    if (longer === undefined) return undefined;
    if (findOccurrences(index, text.slice(longer.start, longer.end), 2).length === 1) return longer;
  }
  return undefined;
}

/**
 * Extends a passage by one word: forwards until the end of its sentence, then backwards. Undefined if the passage already
 * covers the whole text.
 */
export function extendByWord(text: string, { start, end }: Passage): Passage | undefined {
  const after = splitWords(text.slice(end, end + MAX_WORD_LENGTH))[0];
  const isEnd = after === undefined || SENTENCE_END.test(text.slice(start, end));
  const before = isEnd ? splitWords(text.slice(Math.max(0, start - MAX_WORD_LENGTH), start)).at(-1) : undefined;
  if (before !== undefined) return { start: text.lastIndexOf(before, start - before.length), end };
  return after === undefined ? undefined : { start, end: text.indexOf(after, end) + after.length };
}
