/** Finds all occurrences of the name, prefix or path at a position. */
import { attributeOf, type Entry, entriesInOrder } from "../../core/language/entry.ts";
import { referencesTo } from "../../core/language/graph.ts";
import type { Name } from "../../core/language/head.ts";
import { definedName, fileOf, type MapFile, type Reference, referencesOf } from "../../core/language/map.ts";
import { lineTextSpan } from "../../core/language/problem.ts";
import type { Position, Span } from "../../core/language/syntax.ts";
import { resolvePath } from "../../workspace/files/paths.ts";
import { isOwnName, resolveReference, symbolAt } from "./symbolAtPosition.ts";

/** Something that can occur in several places. */
export type OccurrenceTarget =
  | { readonly kind: "entry"; readonly entry: Entry }
  /** The prefix that an import defines. */
  | { readonly kind: "prefix"; readonly entry: Entry }
  | { readonly kind: "file"; readonly uri: string }
  /** An undefined name. Its other uses may repeat the same typing error. */
  | { readonly kind: "unknown"; readonly file: MapFile; readonly name: Name };

/** One place where a target occurs. */
export interface Occurrence {
  readonly entry: Entry;
  /** The span of a name without its prefix, of a prefix without its full stop, or of a path. */
  readonly span: Span;
  readonly isDefinition: boolean;
}

/** The target at a position; undefined in text, on keywords and outside entries. */
export function occurrenceTargetAt(file: MapFile, position: Position): OccurrenceTarget | undefined {
  const symbol = symbolAt(file, position);
  switch (symbol.kind) {
    case "definition":
      return entryTarget(symbol.entry);
    case "reference": {
      const target = resolveReference(symbol.reference);
      return target === undefined ? { kind: "unknown", file, name: symbol.reference.name } : entryTarget(target);
    }
    case "prefix": {
      const { name } = symbol.reference;
      const entry = file.importWithPrefix(name.prefix ?? "");
      return entry === undefined ? { kind: "unknown", file, name } : { kind: "prefix", entry };
    }
    case "import-path":
      return fileTarget(file, symbol.entry.text);
    case "source-path":
      return fileTarget(file, attributeOf(symbol.entry, "file")?.value);
    case "keyword":
    case "text":
    case "nothing":
      return undefined;
  }
}

/** All occurrences of a target in `files`, in the order of the files and of their text. */
export function occurrencesOf(target: OccurrenceTarget, files: readonly MapFile[]): readonly Occurrence[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const occurrences = findOccurrences(target, files).map((occurrence) => {
    const file = fileOf(occurrence.entry);
    const line = file.syntax.lines.numberOf(occurrence.span.line);
    return { occurrence, file: order.get(file) ?? 0, line };
  });
  occurrences.sort((a, b) => a.file - b.file || a.line - b.line || a.occurrence.span.start - b.occurrence.span.start);
  return occurrences.map(({ occurrence }) => occurrence);
}

/** The span of a name in the head of `entry`, without its prefix. */
export function unprefixedSpan(entry: Entry, name: Name): Span {
  const { line } = entry;
  const start = name.prefix === undefined ? name.start : line.scanned.raw.indexOf(".", name.start) + 1;
  return { line, start, end: name.end };
}

const entryTarget = (entry: Entry): OccurrenceTarget =>
  entry.head.keyword === "import" ? { kind: "prefix", entry } : { kind: "entry", entry };

function fileTarget(file: MapFile, path: string | undefined): OccurrenceTarget | undefined {
  const uri = path === undefined ? undefined : resolvePath(file.uri, path);
  return uri === undefined ? undefined : { kind: "file", uri };
}

function findOccurrences(target: OccurrenceTarget, files: readonly MapFile[]): readonly Occurrence[] {
  switch (target.kind) {
    case "entry": {
      const uses = referencesTo(target.entry, files).filter((reference) => !isOwnName(reference));
      return [...definitionOccurrences(target.entry, files), ...uses.map(toOccurrence)];
    }
    case "prefix": {
      const file = fileOf(target.entry);
      if (!files.includes(file)) return [];
      return [...definitionOccurrences(target.entry, files), ...prefixOccurrences(target.entry)];
    }
    case "file":
      return files.flatMap((file) => pathOccurrences(target.uri, file));
    case "unknown": {
      const { file, name } = target;
      if (!files.includes(file)) return [];
      return [...file.entriesMentioning(name.text)]
        .flatMap(referencesOf)
        .filter((reference) => reference.name.text === name.text && reference.name.prefix === name.prefix)
        .map(toOccurrence);
    }
  }
}

const toOccurrence = ({ entry, name }: Reference): Occurrence => ({
  entry,
  span: unprefixedSpan(entry, name),
  isDefinition: false,
});

function definitionOccurrences(entry: Entry, files: readonly MapFile[]): readonly Occurrence[] {
  const name = definedName(entry);
  if (name === undefined || !files.includes(fileOf(entry))) return [];
  return [{ entry, span: unprefixedSpan(entry, name), isDefinition: true }];
}

/** The uses of a prefix. If two imports define the same prefix, all uses belong to the one that it resolves to. */
function prefixOccurrences(importEntry: Entry): readonly Occurrence[] {
  const file = fileOf(importEntry);
  const prefix = definedName(importEntry)?.text;
  const occurrences: Occurrence[] = [];
  if (prefix === undefined || file.importWithPrefix(prefix) !== importEntry) return occurrences;
  for (const entry of entriesInOrder(file.syntax)) {
    for (const { name } of referencesOf(entry)) {
      if (name.prefix !== prefix) continue;
      const end = entry.line.scanned.raw.indexOf(".", name.start);
      occurrences.push({ entry, span: { line: entry.line, start: name.start, end }, isDefinition: false });
    }
  }
  return occurrences;
}

/** The paths in `file` that refer to a file: those of imports and of sources. */
function pathOccurrences(uri: string, file: MapFile): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  const addPath = (entry: Entry, line: Span["line"], path: string): void => {
    const span = lineTextSpan(line);
    if (resolvePath(file.uri, path) !== uri || span === undefined) return;
    occurrences.push({ entry, span, isDefinition: false });
  };
  for (const { entry } of file.imports) addPath(entry, entry.line, entry.text);
  for (const entry of file.entriesOf("source")) {
    const attribute = attributeOf(entry, "file");
    if (attribute !== undefined) addPath(entry, attribute.line, attribute.value);
  }
  return occurrences;
}
