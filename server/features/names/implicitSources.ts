/** Quotes that name no source are from the only one there is. Where that changes, they have to name theirs. */
import type { Entry } from "../../core/language/entry.ts";
import { filesOf, sourcesOf } from "../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import type { Words } from "../textEdits/newLines.ts";
import type { Edit } from "../textEdits/workspaceEdit.ts";
import type { Sight } from "./nameScope.ts";

/** The name of a source, put into the head of a quote. */
export interface NamedQuote {
  readonly quote: Entry;
  readonly file: MapFile;
  readonly words: Words;
}

/**
 * What lets all quotes of these files stay from the source that they are from; undefined where one could not name it, or,
 * where things move, would come to be from one that it is not from now.
 */
export function quotesNamed(files: Iterable<MapFile>, sight: Sight): readonly NamedQuote[] | undefined {
  const quotes = [...files].flatMap(nameless);
  const before = onceFor(onlySource);
  const named = new Map<Entry, NamedQuote>();
  // Naming a source may take an import, which may bring other sources in sight of other quotes.
  for (let imports = -1; imports !== countOf(sight); ) {
    imports = countOf(sight);
    const after = onceFor((file: MapFile) => onlyOf(sight.sourcesOf(sight.filesOf(file))));
    for (const quote of quotes) {
      if (named.has(quote)) continue;
      const file = fileOf(quote);
      const home = sight.homeOf(quote);
      const source = before(file);
      if (after(home) === source || (source === undefined && !sight.isMove)) continue;
      const written = source && sight.mention(home, source);
      if (written === undefined) return undefined;
      named.set(quote, { quote, file, words: nameIn(quote, written) });
    }
  }
  return [...named.values()];
}

/** The quotes of a file that name no source, with the only one in sight, which they are from; undefined where there is none. */
export function quotesOfOnly(file: MapFile): { readonly quotes: readonly Entry[]; readonly source: Entry } | undefined {
  const quotes = nameless(file);
  const source = quotes.length === 0 ? undefined : onlySource(file);
  return source && { quotes, source };
}

/** A name put into the head of an entry that has none. */
function nameIn({ line, head }: Entry, written: string): Words {
  const end = head.start + head.keyword.length;
  return { line, start: end, end, text: ` ${written}` };
}

/** The edit that puts it there. */
export function named(entry: Entry, written: string): Edit {
  const { syntax, uri } = fileOf(entry);
  const { text, ...span } = nameIn(entry, written);
  return { uri, range: syntax.rangeOf(span), newText: text };
}

const nameless = (file: MapFile): readonly Entry[] =>
  [...file.entriesOf("quote")].filter(({ head }) => head.name === undefined && head.form === "full");

const onlySource = (file: MapFile): Entry | undefined => onlyOf(sourcesOf(filesOf(file)));

const onlyOf = (sources: readonly Entry[]): Entry | undefined => (sources.length === 1 ? sources[0] : undefined);

/** A function that is asked once for each file. */
function onceFor(ask: (file: MapFile) => Entry | undefined): (file: MapFile) => Entry | undefined {
  const known = new Map<MapFile, Entry | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, ask(file));
    return known.get(file);
  };
}

function countOf({ imports }: Sight): number {
  let count = 0;
  for (const own of imports.values()) count += own.length;
  return count;
}
