/** Quotes that name no source are from the only one there is. Where that changes, they have to name theirs. */
import type { Entry } from "../../core/language/entry.ts";
import { importClosure, sourcesOf } from "../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import type { SpanReplacement } from "../textEdits/model.ts";
import type { FileEdit } from "../textEdits/workspaceEdit.ts";
import type { NameScope } from "./nameScope.ts";

/** The name of a source, put into the head of a quote. */
export interface SourceNameEdit {
  readonly quote: Entry;
  readonly file: MapFile;
  readonly replacement: SpanReplacement;
}

/**
 * What lets all quotes of these files stay from the source that they are from; undefined where one could not name it, or,
 * where things move, would come to be from one that it is not from now.
 */
export function sourceNameEdits(files: Iterable<MapFile>, scope: NameScope): readonly SourceNameEdit[] | undefined {
  const quotes = [...files].flatMap(quotesWithoutSource);
  const sourceBefore = memoizeByFile(onlySource);
  const editsByQuote = new Map<Entry, SourceNameEdit>();
  // Naming a source may take an import, which may bring other sources in sight of other quotes.
  for (let lastImportCount = -1; lastImportCount !== importCount(scope); ) {
    lastImportCount = importCount(scope);
    const sourceAfter = memoizeByFile((file: MapFile) => soleElement(scope.sourcesOf(scope.filesOf(file))));
    for (const quote of quotes) {
      if (editsByQuote.has(quote)) continue;
      const file = fileOf(quote);
      const newFile = scope.fileAfterMove(quote);
      const source = sourceBefore(file);
      if (sourceAfter(newFile) === source || (source === undefined && !scope.isMove)) continue;
      const qualifiedName = source && scope.mention(newFile, source);
      if (qualifiedName === undefined) return undefined;
      editsByQuote.set(quote, { quote, file, replacement: insertName(quote, qualifiedName) });
    }
  }
  return [...editsByQuote.values()];
}

/** The quotes of a file that name no source, with the only one in sight, which they are from; undefined where there is none. */
export function quotesOfOnlySource(
  file: MapFile,
): { readonly quotes: readonly Entry[]; readonly source: Entry } | undefined {
  const quotes = quotesWithoutSource(file);
  const source = quotes.length === 0 ? undefined : onlySource(file);
  return source && { quotes, source };
}

/** A name put into the head of an entry that has none. */
function insertName({ line, head }: Entry, name: string): SpanReplacement {
  const end = head.start + head.keyword.length;
  return { line, start: end, end, text: ` ${name}` };
}

/** The edit that puts it there. */
export function insertNameEdit(entry: Entry, name: string): FileEdit {
  const { syntax, uri } = fileOf(entry);
  const { text, ...span } = insertName(entry, name);
  return { uri, range: syntax.rangeOf(span), newText: text };
}

const quotesWithoutSource = (file: MapFile): readonly Entry[] =>
  [...file.entriesOf("quote")].filter(({ head }) => head.name === undefined && head.form === "full");

const onlySource = (file: MapFile): Entry | undefined => soleElement(sourcesOf(importClosure(file)));

const soleElement = (sources: readonly Entry[]): Entry | undefined => (sources.length === 1 ? sources[0] : undefined);

/** A function that is asked once for each file. */
function memoizeByFile(compute: (file: MapFile) => Entry | undefined): (file: MapFile) => Entry | undefined {
  const cache = new Map<MapFile, Entry | undefined>();
  return (file) => {
    if (!cache.has(file)) cache.set(file, compute(file));
    return cache.get(file);
  };
}

function importCount({ imports }: NameScope): number {
  let count = 0;
  for (const own of imports.values()) count += own.length;
  return count;
}
