/** Of a passage that a quote is from, the words that it quotes: what `…` leaves out is not quoted. */
import type { Passage } from "./article.ts";
import { placesOfRun, runsOf, type Searchable } from "./find.ts";
import { inOriginal } from "./normal.ts";
import { partsOf } from "./parts.ts";

/** The stretches of one of the places of a quote, in order; the whole place where nothing is left out. */
export function quotedParts(source: Searchable, quote: string, place: Passage): readonly Passage[] {
  const runs = runsOf(partsOf(quote));
  if (runs.length < 2) return [place];
  const parts: Passage[] = [];
  let from = place.start;
  for (const run of runs) {
    // The first that follows is the one that the place was found with.
    const next = placesOfRun(source, run)
      .places.map((one) => inOriginal(source.normal, one))
      .find(({ start }) => start >= from);
    if (next === undefined || next.end > place.end) return [place];
    parts.push(next);
    from = next.end;
  }
  return parts;
}
