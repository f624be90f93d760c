/** Finds the name, keyword or path at a position, for requests that take a position. */
import type { Entry } from "../../core/language/entry.ts";
import { resolveBarePremise, targetOf } from "../../core/language/graph.ts";
import { touchesColumn } from "../../core/language/head.ts";
import { definedName, type MapFile, type Reference, referencesOf } from "../../core/language/map.ts";
import { isOwnText, keywordSpan, lineTextSpan } from "../../core/language/problem.ts";
import type { Position, Span } from "../../core/language/syntax.ts";

/** The symbol at a position. The span of a reference includes its prefix. */
export type SymbolAtPosition =
  | { readonly kind: "definition"; readonly entry: Entry; readonly span: Span }
  | { readonly kind: "reference"; readonly entry: Entry; readonly reference: Reference; readonly span: Span }
  /** The position is on the prefix of a reference. The span is that of the whole reference. */
  | { readonly kind: "prefix"; readonly entry: Entry; readonly reference: Reference; readonly span: Span }
  | { readonly kind: "import-path"; readonly entry: Entry; readonly span: Span }
  /** The value of the `file` attribute of a source. */
  | { readonly kind: "source-path"; readonly entry: Entry; readonly span: Span }
  | { readonly kind: "keyword"; readonly entry: Entry; readonly span: Span }
  /** Anywhere else in an entry. */
  | { readonly kind: "text"; readonly entry: Entry; readonly span: Span }
  /** Outside all entries. */
  | { readonly kind: "nothing" };

/** The symbol at a position. A position right after a word counts as on the word. */
export function symbolAt(file: MapFile, position: Position): SymbolAtPosition {
  const { line, column } = file.syntax.resolvePosition(position);
  const { owner: entry, scanned } = line;
  if (entry === undefined) return { kind: "nothing" };
  if (scanned.kind === "entry") {
    for (const reference of referencesOf(entry)) {
      const { name } = reference;
      if (!touchesColumn(name, column)) continue;
      const span = { line, start: name.start, end: name.end };
      const dot = name.prefix === undefined ? name.start : scanned.raw.indexOf(".", name.start) + 1;
      return { kind: column < dot ? "prefix" : "reference", entry, reference, span };
    }
    const name = definedName(entry);
    if (name !== undefined && touchesColumn(name, column))
      return { kind: "definition", entry, span: { line, start: name.start, end: name.end } };
    const keyword = keywordSpan(entry);
    if (touchesColumn(keyword, column)) return { kind: "keyword", entry, span: keyword };
  }
  const text = lineTextSpan(line);
  if (text !== undefined && touchesColumn(text, column)) {
    if (scanned.kind === "entry" && scanned.head.keyword === "import")
      return { kind: "import-path", entry, span: text };
    const key = scanned.kind === "attribute" ? scanned.raw.slice(scanned.key.start, scanned.key.end) : "";
    if (key === "file" && entry.head.keyword === "source") return { kind: "source-path", entry, span: text };
  }
  // In white space the span is empty.
  return {
    kind: "text",
    entry,
    span: text !== undefined && touchesColumn(text, column) ? text : { line, start: column, end: column },
  };
}

/**
 * The entry that a position refers to, with the span that refers to it: on a reference its target, elsewhere the entry that
 * contains the position. Undefined on an undefined name and outside entries.
 */
export function entryAt(file: MapFile, position: Position): { readonly entry: Entry; readonly span: Span } | undefined {
  const symbol = symbolAt(file, position);
  switch (symbol.kind) {
    case "nothing":
      return undefined;
    case "prefix":
    case "reference": {
      const entry = resolveReference(symbol.reference);
      return entry && { entry, span: symbol.span };
    }
    default: {
      // A bare premise stands for the claim that it names.
      const entry = resolveBarePremise(symbol.entry) ?? symbol.entry;
      return { entry, span: symbol.span };
    }
  }
}

/** Whether a reference is the name that its own head defines. The references of an unfinished head include that name. */
export const isOwnName = ({ entry, name }: Reference): boolean => definedName(entry)?.start === name.start;

/** The target of a reference. The defined name of an unfinished head resolves to its own entry, unless it is a duplicate. */
export const resolveReference = (reference: Reference): Entry | undefined =>
  targetOf(reference) ?? (isOwnName(reference) ? reference.entry : undefined);

/** Whether a position is on the quoted words of a quote, not in the white space around them or on an attribute. */
export function isOnQuoteText({ syntax }: MapFile, entry: Entry, position: Position): boolean {
  const { line, column } = syntax.resolvePosition(position);
  if (entry.head.keyword !== "quote" || (line !== entry.line && !isOwnText(line))) return false;
  const text = lineTextSpan(line);
  return text !== undefined && touchesColumn(text, column);
}
