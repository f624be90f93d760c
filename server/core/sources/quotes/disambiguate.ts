/** Makes a quote that stands more than once longer, until it stands only once. */
import type { Passage } from "../article.ts";
import { collapseWhiteSpace, toOriginalRange } from "../text/normalise.ts";
import { splitWords } from "./differences.ts";
import { findRun, type SearchableText } from "./findQuote.ts";
import { splitQuote } from "./quoteParts.ts";
import { findOccurrences } from "./substringIndex.ts";

/** Who would need more words for it had better say the page. */
const MAX_ADDED_WORDS = 12;
const MAX_WORD_LENGTH = 60;
const SENTENCE_END = /[.!?…。！？]["'”’»」』)）]*$/u;

/** The quotes with a few more words, one for each of the first places; for a quote in which nothing is left out. */
export function uniqueQuotes(source: SearchableText, quote: string, limit: number): readonly string[] {
  const parts = splitQuote(quote);
  const [part] = parts;
  if (part === undefined || parts.length > 1) return [];
  const { places } = findRun(source, parts);
  return places.slice(0, limit).flatMap((place) => {
    const longer = extendUntilUnique(source, place);
    if (longer === undefined) return [];
    const { start, end } = toOriginalRange(source.normal, longer);
    return [quote.replace(part.original, () => collapseWhiteSpace(source.normal.original.slice(start, end)))];
  });
}

function extendUntilUnique({ index, normal: { text } }: SearchableText, place: Passage): Passage | undefined {
  let longer: Passage | undefined = place;
  for (let step = 0; step < MAX_ADDED_WORDS; step++) {
    longer = extendByWord(text, longer);
    if (longer === undefined) return undefined;
    if (findOccurrences(index, text.slice(longer.start, longer.end), 2).length === 1) return longer;
  }
  return undefined;
}

/** A passage with one word more: to the end of its sentence first, then from the beginning on; undefined for a whole text. */
export function extendByWord(text: string, { start, end }: Passage): Passage | undefined {
  const after = splitWords(text.slice(end, end + MAX_WORD_LENGTH))[0];
  const isEnd = after === undefined || SENTENCE_END.test(text.slice(start, end));
  const before = isEnd ? splitWords(text.slice(Math.max(0, start - MAX_WORD_LENGTH), start)).at(-1) : undefined;
  if (before !== undefined) return { start: text.lastIndexOf(before, start - before.length), end };
  return after === undefined ? undefined : { start, end: text.indexOf(after, end) + after.length };
}
