/**
 * Quotes without a source name are from the only source in scope. When an edit brings another source into scope, these
 * quotes must name theirs.
 */

import type { Entry } from "../../core/language/entry.ts";
import { importClosure } from "../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { quotesWithoutSourceName, sourcesOf } from "../../core/language/relations/quoteSources.ts";
import { insertName } from "../textEdits/headEdits.ts";
import type { SpanReplacement } from "../textEdits/model.ts";
import type { NameScope } from "./nameScope.ts";

/** The insertion of a source name into the head of a quote. */
export interface SourceNameEdit {
  readonly quote: Entry;
  readonly file: MapFile;
  readonly replacement: SpanReplacement;
}

/**
 * The edits by which all quotes of these files keep their sources. Undefined if a quote cannot name its source or, in a
 * move, if a quote that has no source would get one.
 */
export function sourceNameEdits(files: Iterable<MapFile>, scope: NameScope): readonly SourceNameEdit[] | undefined {
  const quotes = [...files].flatMap(quotesWithoutSource);
  const sourceBefore = memoizeByFile(onlySource);
  const editsByQuote = new Map<Entry, SourceNameEdit>();
  // Naming a source may need an import, which may bring more sources into the scope of other quotes. Repeat until stable.
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

/** The quotes of a file without a source name, and their source. Undefined if there are none or their source is not unique. */
export function quotesOfOnlySource(
  file: MapFile,
): { readonly quotes: readonly Entry[]; readonly source: Entry } | undefined {
  const quotes = quotesWithoutSource(file);
  const source = quotes.length === 0 ? undefined : onlySource(file);
  return source && { quotes, source };
}

const quotesWithoutSource = (file: MapFile): readonly Entry[] =>
  quotesWithoutSourceName(file).filter(({ head }) => head.form === "full");

const onlySource = (file: MapFile): Entry | undefined => soleElement(sourcesOf(importClosure(file)));

const soleElement = (sources: readonly Entry[]): Entry | undefined => (sources.length === 1 ? sources[0] : undefined);

/** A memoized version of `compute`. */
function memoizeByFile(compute: (file: MapFile) => Entry | undefined): (file: MapFile) => Entry | undefined {
  const cache = new Map<MapFile, Entry | undefined>();
  return (file) => {
    if (!cache.has(file)) cache.set(file, compute(file));
    return cache.get(file);
  };
}

function importCount({ imports }: NameScope): number {
  let count = 0;
  for (const newImports of imports.values()) count += newImports.length;
  return count;
}
