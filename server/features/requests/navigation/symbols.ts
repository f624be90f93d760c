/** Document symbols: the outline of a map. */
import type { DocumentSymbol, Position, SymbolInformation, SymbolKind } from "vscode-languageserver";
import { type Entry, type Line, shownText } from "../../../core/language/entry.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { truncate } from "../../../core/strings/truncate.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { nameRange, ownRange } from "../../shared/ranges.ts";
import { symbolKinds } from "../../shared/symbolKinds.ts";

const NAMESPACE: SymbolKind = 3;

const MAX_NAME_LENGTH = 60;
const MAX_DETAIL_LENGTH = 40;
/**
 * The maximum depth of the outline. Deeper entries become siblings at this depth, because clients and JSON serializers
 * recurse into each level and would overflow the stack.
 */
const MAX_LEVELS = 200;

/**
 * Returns the outline of a map: headings with their sections, and entries with their children. An entry is shown by its
 * name, or by its first words if it has no name.
 */
export function symbols(workspace: Workspace, uri: string): readonly DocumentSymbol[] {
  const file = workspace.get(uri)?.file;
  return file === undefined ? [] : outline(file);
}

/** Returns the outline as a flat list, for clients without hierarchical symbols. `containerName` is the parent’s name. */
export function flatSymbols(workspace: Workspace, uri: string): readonly SymbolInformation[] {
  const flat: SymbolInformation[] = [];
  // Recursion is safe, because `MAX_LEVELS` limits the depth.
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

/** The symbol of an entry with its children. Iterative, because entries can be nested very deep. */
function entrySymbol(root: Entry): DocumentSymbol {
  const placedSymbols: PlacedSymbol[] = [];
  const stack: { readonly entry: Entry; readonly above: PlacedSymbol | undefined; readonly level: number }[] = [
    { entry: root, above: undefined, level: 0 },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { entry, above, level } = next;
    const placed: PlacedSymbol = { symbol: ownSymbol(entry), above };
    if (above !== undefined) {
      above.symbol.children ??= [];
      above.symbol.children.push(placed.symbol);
    }
    placedSymbols.push(placed);
    const childPosition = level < MAX_LEVELS ? { above: placed, level: level + 1 } : { above, level };
    for (const child of entry.children.toReversed()) stack.push({ entry: child, ...childPosition });
  }
  // Iterates from the last symbol to the first, so that the range of a child is final before its parent includes it.
  for (const { symbol, above } of placedSymbols.toReversed()) {
    if (above !== undefined && symbol.range.end.line > above.symbol.range.end.line)
      above.symbol.range.end = symbol.range.end;
  }
  return placedSymbols[0]?.symbol ?? ownSymbol(root);
}

interface PlacedSymbol {
  readonly symbol: DocumentSymbol;
  readonly above: PlacedSymbol | undefined;
}

/** The symbol of an entry without its children. */
function ownSymbol(entry: Entry): DocumentSymbol {
  const { keyword, name } = entry.head;
  const text = truncate(shownText(entry), name === undefined ? MAX_NAME_LENGTH : MAX_DETAIL_LENGTH);
  return {
    // VS Code rejects the whole outline if a name is empty.
    name: name?.text || text || keyword,
    detail: name === undefined || text === "" ? keyword : `${keyword}: ${text}`,
    kind: symbolKinds[keyword],
    range: ownRange(entry),
    selectionRange: nameRange(entry),
  };
}
