/** The sources of a map, and which of them a quote is from. */
import type { Entry } from "../entry.ts";
import { namedTargets } from "../graph.ts";
import type { MapFile } from "../map.ts";

/** Returns the source of a quote: the one that it names, or else the only source of these files. */
export const sourceOf = (quote: Entry, files: readonly MapFile[]): Entry | undefined =>
  resolveSource(quote, quote.head.name === undefined ? sourcesOf(files) : []);

/**
 * Returns the source of a quote: the one that it names, or else the only one in `sources`. Undefined if its head cannot
 * be read or does not name a source.
 */
export function resolveSource(quote: Entry, sources: readonly Entry[]): Entry | undefined {
  if (quote.head.form === "broken") return undefined;
  const source =
    quote.head.name === undefined ? (sources.length === 1 ? sources[0] : undefined) : namedTargets(quote, "quote")[0];
  return source?.head.keyword === "source" ? source : undefined;
}

/** Returns the quotes of a file that name no source. */
export const quotesWithoutSourceName = (file: MapFile): readonly Entry[] =>
  [...file.entriesOf("quote")].filter(({ head }) => head.name === undefined);

/** Returns all sources that these files define. */
export const sourcesOf = (files: readonly MapFile[]): readonly Entry[] =>
  files.flatMap((file) => [...file.entriesOf("source")]);
