/** What stands at a place of a map, as the requests at a position ask it. */
import type { Entry } from "../../core/language/entry.ts";
import { resolveBarePremise, targetOf } from "../../core/language/graph.ts";
import { definedName, type MapFile, type Reference, referencesOf } from "../../core/language/map.ts";
import { isOwnText } from "../../core/language/problem.ts";
import type { Position, Span } from "../../core/language/syntax.ts";

/** What stands at a position. Spans are of the whole word, prefix included. */
export type SymbolAtPosition =
  | { readonly kind: "definition"; readonly entry: Entry; readonly span: Span }
  | { readonly kind: "reference"; readonly entry: Entry; readonly reference: Reference; readonly span: Span }
  /** The prefix of a reference, the full stop included. */
  | { readonly kind: "prefix"; readonly entry: Entry; readonly reference: Reference; readonly span: Span }
  | { readonly kind: "import-path"; readonly entry: Entry; readonly span: Span }
  /** The value of a source's `file`. */
  | { readonly kind: "source-path"; readonly entry: Entry; readonly span: Span }
  | { readonly kind: "keyword"; readonly entry: Entry; readonly span: Span }
  /** Anywhere else in an entry. */
  | { readonly kind: "text"; readonly entry: Entry; readonly span: Span }
  | { readonly kind: "nothing" };

/** What stands at a position of a file; the end of a word counts as in it. */
export function symbolAt(file: MapFile, position: Position): SymbolAtPosition {
  const { line, column } = file.syntax.resolvePosition(position);
  const { owner: entry, scanned } = line;
  if (entry === undefined) return { kind: "nothing" };
  const touchesColumn = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    start <= column && column <= end;
  if (scanned.kind === "entry") {
    const { head } = scanned;
    for (const reference of referencesOf(entry)) {
      const { name } = reference;
      if (!touchesColumn(name)) continue;
      const span = { line, start: name.start, end: name.end };
      const dot = name.prefix === undefined ? name.start : scanned.raw.indexOf(".", name.start) + 1;
      return { kind: column < dot ? "prefix" : "reference", entry, reference, span };
    }
    const name = definedName(entry);
    if (name !== undefined && touchesColumn(name))
      return { kind: "definition", entry, span: { line, start: name.start, end: name.end } };
    const keyword = { start: head.start, end: head.start + head.keyword.length };
    if (touchesColumn(keyword)) return { kind: "keyword", entry, span: { line, ...keyword } };
  }
  const text =
    "textStart" in scanned ? { line, start: scanned.textStart, end: scanned.raw.trimEnd().length } : undefined;
  if (text !== undefined && touchesColumn(text)) {
    if (scanned.kind === "entry" && scanned.head.keyword === "import")
      return { kind: "import-path", entry, span: text };
    const key = scanned.kind === "attribute" ? scanned.raw.slice(scanned.key.start, scanned.key.end) : "";
    if (key === "file" && entry.head.keyword === "source") return { kind: "source-path", entry, span: text };
  }
  // Beside all words it is the place itself.
  return {
    kind: "text",
    entry,
    span: text !== undefined && touchesColumn(text) ? text : { line, start: column, end: column },
  };
}

/**
 * The entry that a place speaks of, and the words that do: the one that a name stands for, else the one that the place is
 * in. Undefined at a name that leads nowhere, and where there is no entry.
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
      // A bare premise says what the claim says that it names.
      const entry = resolveBarePremise(symbol.entry) ?? symbol.entry;
      return { entry, span: symbol.span };
    }
  }
}

/** Whether a mention is the very name that its head defines: in an unfinished head that counts as one too. */
export const isOwnName = ({ entry, name }: Reference): boolean => definedName(entry)?.start === name.start;

/** The entry that a mention leads to; the name that an unfinished head defines leads to its own, if to none before it. */
export const resolveReference = (reference: Reference): Entry | undefined =>
  targetOf(reference) ?? (isOwnName(reference) ? reference.entry : undefined);

/** Whether a position is on the words of a quote: not beside them, nor on an attribute. */
export function isOnQuoteText({ syntax }: MapFile, entry: Entry, position: Position): boolean {
  const { line, column } = syntax.resolvePosition(position);
  const { scanned } = line;
  if (entry.head.keyword !== "quote" || (line !== entry.line && !isOwnText(line)) || !("textStart" in scanned))
    return false;
  return scanned.textStart <= column && column <= scanned.raw.trimEnd().length;
}
