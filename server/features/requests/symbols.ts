import type { DocumentSymbol, Position, SymbolInformation, SymbolKind } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import type { Line } from "../../core/language/lineList.ts";
import type { MapFile } from "../../core/language/map.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { nameRange, ownRange } from "../shared/ranges.ts";
import { symbolKinds } from "../shared/symbolKinds.ts";
import { shortened } from "../shared/truncate.ts";

const NAMESPACE: SymbolKind = 3;

const MOST_NAME = 60;
const MOST_DETAIL = 40;
/**
 * What is nested deeper stands side by side under the last that is not: clients and JSON go through an outline level by
 * level, and would run out of stack.
 */
const MOST_LEVELS = 200;

/**
 * The outline of a map, nested as the map is: a heading holds the entries and lesser headings that follow it, an entry
 * what is indented under it. An entry shows by its name, or by its first words where it has none.
 */
export function symbols(workspace: Workspace, uri: string): readonly DocumentSymbol[] {
  const file = workspace.get(uri)?.file;
  return file === undefined ? [] : outline(file);
}

/** The same outline as a list, for clients that show no nesting: each with the name of what holds it. */
export function symbolsFlat(workspace: Workspace, uri: string): readonly SymbolInformation[] {
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

interface Section {
  readonly level: number;
  readonly symbol: DocumentSymbol;
  readonly children: DocumentSymbol[];
}

function outline(file: MapFile): readonly DocumentSymbol[] {
  const top: DocumentSymbol[] = [];
  const open: Section[] = [];
  let end: Position = { line: 0, character: 0 };
  const closeTo = (level: number): void => {
    for (let last = open.at(-1); last !== undefined && last.level >= level; last = open.at(-1)) {
      open.pop();
      last.symbol.range.end = end;
    }
  };
  let number = -1;
  for (const line of file.syntax.lines) {
    number++;
    const { reading, owner } = line;
    if (reading.kind === "heading") {
      closeTo(reading.level);
      const section = sectionOf(line, number, reading.level, reading.textStart);
      (open.at(-1)?.children ?? top).push(section.symbol);
      open.push(section);
    } else if (owner?.line === line && owner.parent === undefined) {
      (open.at(-1)?.children ?? top).push(entrySymbol(owner));
    }
    if (reading.kind !== "blank") end = { line: number, character: reading.raw.trimEnd().length };
  }
  closeTo(0);
  return top;
}

function sectionOf({ reading: { raw } }: Line, line: number, level: number, textStart: number): Section {
  const start = { line, character: raw.indexOf("#") };
  const end = { line, character: raw.trimEnd().length };
  const children: DocumentSymbol[] = [];
  const selectionRange = { start: { line, character: textStart }, end };
  const name = shortened(raw.slice(textStart), MOST_NAME);
  return { level, children, symbol: { name, kind: NAMESPACE, range: { start, end }, selectionRange, children } };
}

/** An entry with all that is nested under it. */
function entrySymbol(root: Entry): DocumentSymbol {
  const placed: Placed[] = [];
  const open: { readonly entry: Entry; readonly above: Placed | undefined; readonly level: number }[] = [
    { entry: root, above: undefined, level: 0 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { entry, above, level } = next;
    const one: Placed = { symbol: ownSymbol(entry), above };
    if (above !== undefined) {
      above.symbol.children ??= [];
      above.symbol.children.push(one.symbol);
    }
    placed.push(one);
    const below = level < MOST_LEVELS ? { above: one, level: level + 1 } : { above, level };
    for (let at = entry.children.length - 1; at >= 0; at--) {
      const child = entry.children[at];
      if (child !== undefined) open.push({ entry: child, above: below.above, level: below.level });
    }
  }
  // From the last to the first, so that the range of each is whole when that of the one above takes it in.
  for (let at = placed.length - 1; at >= 0; at--) {
    const one = placed[at];
    if (one?.above === undefined) continue;
    const { symbol } = one;
    const { range } = one.above.symbol;
    if (symbol.range.end.line > range.end.line) range.end = symbol.range.end;
  }
  return placed[0]?.symbol ?? ownSymbol(root);
}

interface Placed {
  readonly symbol: DocumentSymbol;
  readonly above: Placed | undefined;
}

/** An entry by itself. */
function ownSymbol(entry: Entry): DocumentSymbol {
  const { keyword, name } = entry.head;
  const text = shortened(entry.text, name === undefined ? MOST_NAME : MOST_DETAIL);
  return {
    // An empty name would make a client refuse the whole outline.
    name: name?.text || text || keyword,
    detail: name === undefined || text === "" ? keyword : `${keyword}: ${text}`,
    kind: symbolKinds[keyword],
    range: ownRange(entry),
    selectionRange: nameRange(entry),
  };
}
