/** Makes a quote that stands more than once longer, until it stands only once. */
import type { Passage } from "../article.ts";
import { inOriginal, onOneLine } from "../text/normalise.ts";
import { wordsOf } from "./differences.ts";
import { placesOfRun, type Searchable } from "./findQuote.ts";
import { partsOf } from "./quoteParts.ts";
import { occurrencesOf } from "./substringIndex.ts";

/** Who would need more words for it had better say the page. */
const MOST_WORDS = 12;
const LONGEST_WORD = 60;
const SENTENCE_END = /[.!?…。！？]["'”’»」』)）]*$/u;

/** The quotes with a few more words, one for each of the first places; for a quote in which nothing is left out. */
export function longerQuotes(source: Searchable, quote: string, most: number): readonly string[] {
  const parts = partsOf(quote);
  const [part] = parts;
  if (part === undefined || parts.length > 1) return [];
  const { places } = placesOfRun(source, parts);
  return places.slice(0, most).flatMap((place) => {
    const longer = onlyOnce(source, place);
    if (longer === undefined) return [];
    const { start, end } = inOriginal(source.normal, longer);
    return [quote.replace(part.written, () => onOneLine(source.normal.original.slice(start, end)))];
  });
}

function onlyOnce({ index, normal: { text } }: Searchable, place: Passage): Passage | undefined {
  let longer: Passage | undefined = place;
  for (let step = 0; step < MOST_WORDS; step++) {
    longer = oneWordMore(text, longer);
    if (longer === undefined) return undefined;
    if (occurrencesOf(index, text.slice(longer.start, longer.end), 2).length === 1) return longer;
  }
  return undefined;
}

/** A passage with one word more: to the end of its sentence first, then from the beginning on; undefined for a whole text. */
export function oneWordMore(text: string, { start, end }: Passage): Passage | undefined {
  const after = wordsOf(text.slice(end, end + LONGEST_WORD))[0];
  const isEnd = after === undefined || SENTENCE_END.test(text.slice(start, end));
  const before = isEnd ? wordsOf(text.slice(Math.max(0, start - LONGEST_WORD), start)).at(-1) : undefined;
  if (before !== undefined) return { start: text.lastIndexOf(before, start - before.length), end };
  return after === undefined ? undefined : { start, end: text.indexOf(after, end) + after.length };
}
