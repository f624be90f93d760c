/** Makes a quote that stands more than once longer, until it stands only once. */
import type { Passage } from "./article.ts";
import { occurrencesOf } from "./blocks.ts";
import { wordsOf } from "./differences.ts";
import { placesOfRun, type Searchable } from "./find.ts";
import { inOriginal, onOneLine } from "./normal.ts";
import { partsOf } from "./parts.ts";

/** Who would need more words for it had better say the page. */
const MOST_WORDS = 12;
const LONGEST_WORD = 60;

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

function onlyOnce({ index, normal: { text } }: Searchable, { start, end }: Passage): Passage | undefined {
  let [from, to] = [start, end];
  for (let step = 0; step < MOST_WORDS; step++) {
    const after = wordsOf(text.slice(to, to + LONGEST_WORD))[0];
    // To the end of the sentence, then to its beginning.
    const isEnd = after === undefined || /[.!?。！？]$/.test(text.slice(from, to));
    if (!isEnd) to = text.indexOf(after, to) + after.length;
    else {
      const before = wordsOf(text.slice(Math.max(0, from - LONGEST_WORD), from)).at(-1);
      if (before === undefined) return undefined;
      from = text.lastIndexOf(before, from - before.length);
    }
    if (occurrencesOf(index, text.slice(from, to), 2).length === 1) return { start: from, end: to };
  }
  return undefined;
}
