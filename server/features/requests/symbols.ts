import type { DocumentSymbol, Position, SymbolInformation, SymbolKind } from "vscode-languageserver";
import type { Entry, Line } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import { truncate } from "../../core/text/truncate.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { nameRange, ownRange } from "../shared/ranges.ts";
import { symbolKinds } from "../shared/symbolKinds.ts";

const NAMESPACE: SymbolKind = 3;

const MAX_NAME_LENGTH = 60;
const MAX_DETAIL_LENGTH = 40;
/**
 * What is nested deeper stands side by side under the last that is not: clients and JSON go through an outline level by
 * level, and would run out of stack.
 */
const MAX_LEVELS = 200;

/**
 * The outline of a map, nested as the map is: a heading holds the entries and lesser headings that follow it, an entry
 * what is indented under it. An entry shows by its name, or by its first words where it has none.
 */
export function symbols(workspace: Workspace, uri: string): readonly DocumentSymbol[] {
  const file = workspace.get(uri)?.file;
  return file === undefined ? [] : outline(file);
}

/** The same outline as a list, for clients that show no nesting: each with the name of what holds it. */
export function flatSymbols(workspace: Workspace, uri: string): readonly SymbolInformation[] {
  const flat: SymbolInformation[] = [];
  // An outline is never so deep that this could overflow the stack.
  const flatten = (nested: readonly DocumentSymbol[], containerName: string | undefined): void => {
    for (const { name, kind, range, children } of nested) {
      flat.push({ name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) });
      flatten(children ?? [], name);
    }
  };
  flatten(symbols(workspace, uri), undefined);
  return flat;
}

interface OpenSection {
  readonly level: number;
  readonly symbol: DocumentSymbol;
  readonly children: DocumentSymbol[];
}

function outline(file: MapFile): readonly DocumentSymbol[] {
  const top: DocumentSymbol[] = [];
  const openSections: OpenSection[] = [];
  let end: Position = { line: 0, character: 0 };
  const closeTo = (level: number): void => {
    for (let last = openSections.at(-1); last !== undefined && last.level >= level; last = openSections.at(-1)) {
      openSections.pop();
      last.symbol.range.end = end;
    }
  };
  let number = -1;
  for (const line of file.syntax.lines) {
    number++;
    const { scanned, owner } = line;
    if (scanned.kind === "heading") {
      closeTo(scanned.level);
      const section = sectionOf(line, number, scanned.level, scanned.textStart);
      (openSections.at(-1)?.children ?? top).push(section.symbol);
      openSections.push(section);
    } else if (owner?.line === line && owner.parent === undefined) {
      (openSections.at(-1)?.children ?? top).push(entrySymbol(owner));
    }
    if (scanned.kind !== "blank") end = { line: number, character: scanned.raw.trimEnd().length };
  }
  closeTo(0);
  return top;
}

function sectionOf({ scanned: { raw } }: Line, line: number, level: number, textStart: number): OpenSection {
  const start = { line, character: raw.indexOf("#") };
  const end = { line, character: raw.trimEnd().length };
  const children: DocumentSymbol[] = [];
  const selectionRange = { start: { line, character: textStart }, end };
  const name = truncate(raw.slice(textStart), MAX_NAME_LENGTH);
  return { level, children, symbol: { name, kind: NAMESPACE, range: { start, end }, selectionRange, children } };
}

/** An entry with all that is nested under it. */
function entrySymbol(root: Entry): DocumentSymbol {
  const placedSymbols: PlacedSymbol[] = [];
  const stack: { readonly entry: Entry; readonly above: PlacedSymbol | undefined; readonly level: number }[] = [
    { entry: root, above: undefined, level: 0 },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { entry, above, level } = next;
    const one: PlacedSymbol = { symbol: ownSymbol(entry), above };
    if (above !== undefined) {
      above.symbol.children ??= [];
      above.symbol.children.push(one.symbol);
    }
    placedSymbols.push(one);
    const childPosition = level < MAX_LEVELS ? { above: one, level: level + 1 } : { above, level };
    for (let at = entry.children.length - 1; at >= 0; at--) {
      const child = entry.children[at];
      if (child !== undefined) stack.push({ entry: child, above: childPosition.above, level: childPosition.level });
    }
  }
  // From the last to the first, so that the range of each is whole when that of the one above takes it in.
  for (let at = placedSymbols.length - 1; at >= 0; at--) {
    const one = placedSymbols[at];
    if (one?.above === undefined) continue;
    const { symbol } = one;
    const { range } = one.above.symbol;
    if (symbol.range.end.line > range.end.line) range.end = symbol.range.end;
  }
  return placedSymbols[0]?.symbol ?? ownSymbol(root);
}

interface PlacedSymbol {
  readonly symbol: DocumentSymbol;
  readonly above: PlacedSymbol | undefined;
}

/** An entry by itself. */
function ownSymbol(entry: Entry): DocumentSymbol {
  const { keyword, name } = entry.head;
  const text = truncate(entry.text, name === undefined ? MAX_NAME_LENGTH : MAX_DETAIL_LENGTH);
  return {
    // An empty name would make a client refuse the whole outline.
    name: name?.text || text || keyword,
    detail: name === undefined || text === "" ? keyword : `${keyword}: ${text}`,
    kind: symbolKinds[keyword],
    range: ownRange(entry),
    selectionRange: nameRange(entry),
  };
}
