/** What a place of a map speaks of, and everywhere else that speaks of the same. */
import { attributeOf, type Entry } from "../../core/language/entry.ts";
import { referencesTo } from "../../core/language/graph.ts";
import type { Name } from "../../core/language/head.ts";
import { definedName, fileOf, type MapFile, type Reference, referencesOf } from "../../core/language/map.ts";
import type { Position, Span } from "../../core/language/syntax.ts";
import { resolvePath } from "../../workspace/paths.ts";
import { isOwnName, leadsTo, spotAt } from "./symbolAtPosition.ts";

/** What can be spoken of in more than one place. */
export type Subject =
  | { readonly kind: "entry"; readonly entry: Entry }
  /** The prefix of an import, which names one file in another. */
  | { readonly kind: "prefix"; readonly entry: Entry }
  | { readonly kind: "file"; readonly uri: string }
  /** A name that leads nowhere; its other uses may suffer from the same slip. */
  | { readonly kind: "unknown"; readonly file: MapFile; readonly name: Name };

/** A place that speaks of a subject. */
export interface Occurrence {
  readonly entry: Entry;
  /** A name without its prefix, a prefix without its full stop, or a path. */
  readonly span: Span;
  readonly defines: boolean;
}

/** What stands at a position; undefined where that is nothing that could stand elsewhere too. */
export function subjectAt(file: MapFile, position: Position): Subject | undefined {
  const spot = spotAt(file, position);
  switch (spot.kind) {
    case "definition":
      return subjectOf(spot.entry);
    case "reference": {
      const target = leadsTo(spot.reference);
      return target === undefined ? { kind: "unknown", file, name: spot.reference.name } : subjectOf(target);
    }
    case "prefix": {
      const { name } = spot.reference;
      const entry = file.importOf(name.prefix ?? "");
      return entry === undefined ? { kind: "unknown", file, name } : { kind: "prefix", entry };
    }
    case "import-path":
      return fileSubject(file, spot.entry.text);
    case "source-path":
      return fileSubject(file, attributeOf(spot.entry, "file")?.value);
    case "keyword":
    case "text":
    case "nothing":
      return undefined;
  }
}

/** All places in these files that speak of a subject, file by file in the order of the text. */
export function occurrencesOf(subject: Subject, files: readonly MapFile[]): readonly Occurrence[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const occurrences = find(subject, files).map((occurrence) => {
    const file = fileOf(occurrence.entry);
    const line = file.syntax.lines.numberOf(occurrence.span.line);
    return { occurrence, file: order.get(file) ?? 0, line };
  });
  occurrences.sort((a, b) => a.file - b.file || a.line - b.line || a.occurrence.span.start - b.occurrence.span.start);
  return occurrences.map(({ occurrence }) => occurrence);
}

/** Where a name stands, its prefix left out. */
export function bareSpan(entry: Entry, name: Name): Span {
  const { line } = entry;
  const start = name.prefix === undefined ? name.start : line.reading.raw.indexOf(".", name.start) + 1;
  return { line, start, end: name.end };
}

const subjectOf = (entry: Entry): Subject =>
  entry.head.keyword === "import" ? { kind: "prefix", entry } : { kind: "entry", entry };

function fileSubject(file: MapFile, path: string | undefined): Subject | undefined {
  const uri = path === undefined ? undefined : resolvePath(file.uri, path);
  return uri === undefined ? undefined : { kind: "file", uri };
}

function find(subject: Subject, files: readonly MapFile[]): readonly Occurrence[] {
  switch (subject.kind) {
    case "entry": {
      const uses = referencesTo(subject.entry, files).filter((reference) => !isOwnName(reference));
      return [...definitionOf(subject.entry, files), ...uses.map(use)];
    }
    case "prefix": {
      const file = fileOf(subject.entry);
      if (!files.includes(file)) return [];
      return [...definitionOf(subject.entry, files), ...prefixesOf(subject.entry)];
    }
    case "file":
      return files.flatMap((file) => pathsTo(subject.uri, file));
    case "unknown": {
      const { file, name } = subject;
      if (!files.includes(file)) return [];
      return [...file.mentionsOf(name.text)]
        .flatMap(referencesOf)
        .filter((reference) => reference.name.text === name.text && reference.name.prefix === name.prefix)
        .map(use);
    }
  }
}

const use = ({ entry, name }: Reference): Occurrence => ({ entry, span: bareSpan(entry, name), defines: false });

function definitionOf(entry: Entry, files: readonly MapFile[]): readonly Occurrence[] {
  const name = definedName(entry);
  if (name === undefined || !files.includes(fileOf(entry))) return [];
  return [{ entry, span: bareSpan(entry, name), defines: true }];
}

/** Where a prefix is used. One that is defined twice is that of the import that counts, and the other has no uses. */
function prefixesOf(by: Entry): readonly Occurrence[] {
  const file = fileOf(by);
  const prefix = definedName(by)?.text;
  const occurrences: Occurrence[] = [];
  if (prefix === undefined || file.importOf(prefix) !== by) return occurrences;
  for (const entry of file.syntax.entries.values()) {
    for (const { name } of referencesOf(entry)) {
      if (name.prefix !== prefix) continue;
      const end = entry.line.reading.raw.indexOf(".", name.start);
      occurrences.push({ entry, span: { line: entry.line, start: name.start, end }, defines: false });
    }
  }
  return occurrences;
}

/** The imports that lead to a file, and the sources whose text it is. */
function pathsTo(uri: string, file: MapFile): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  const look = (entry: Entry, line: Span["line"], path: string): void => {
    const { reading } = line;
    if (resolvePath(file.uri, path) !== uri || !("textStart" in reading)) return;
    const span = { line, start: reading.textStart, end: reading.raw.trimEnd().length };
    occurrences.push({ entry, span, defines: false });
  };
  for (const { entry } of file.imports) look(entry, entry.line, entry.text);
  for (const entry of file.entriesOf("source")) {
    const attribute = attributeOf(entry, "file");
    if (attribute !== undefined) look(entry, attribute.line, attribute.value);
  }
  return occurrences;
}
