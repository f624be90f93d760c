import type { Position, Range, SelectionRange } from "vscode-languageserver";
import type { Entry, Line } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import { keySpan, lineSpan, textSpan, valueSpan } from "../../core/language/problem.ts";
import type { Span } from "../../core/language/syntax.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { isBefore } from "../shared/positions.ts";
import { ownRange } from "../shared/ranges.ts";

/** More entries around a place than these are passed over, but for the outermost: JSON goes through them level by level. */
const MAX_LEVELS = 200;

/**
 * What grows around each position: the word, the text or the head, the attribute, the entry, the entry with all under it
 * and so on upwards, the sections, the file.
 */
export function selectionRanges(
  workspace: Workspace,
  uri: string,
  positions: readonly Position[],
): readonly SelectionRange[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  return positions.map((position) => {
    let selection: SelectionRange | undefined;
    // From the largest: each holds the one before it in the list.
    for (const range of rangesAt(file, position).toReversed()) {
      if (selection === undefined || (contains(selection.range, range) && !isSame(selection.range, range))) {
        selection = { range, ...(selection && { parent: selection }) };
      }
    }
    return selection ?? { range: { start: position, end: position } };
  });
}

/** Ranges that hold a position, the smallest first; some may be the same, or stand across each other. */
function rangesAt(file: MapFile, position: Position): readonly Range[] {
  const { syntax } = file;
  const { line, number, column } = syntax.resolvePosition(position);
  const at = { line: number, character: column };
  const ranges: Range[] = [];
  const addRange = (range: Range): void => {
    if (contains(range, { start: at, end: at })) ranges.push(range);
  };
  const addSpan = (from: Span, to: Span = from): void =>
    addRange({ start: syntax.rangeOf(from).start, end: syntax.rangeOf(to).end });

  const { owner, scanned } = line;
  for (const word of wordsAt(scanned.raw, column)) addSpan({ line, ...word });
  if (scanned.kind === "entry") addSpan({ line, start: scanned.head.start, end: scanned.head.end });
  // What this line says, then all that it is a part of.
  if ("textStart" in scanned) addSpan({ line, start: scanned.textStart, end: scanned.raw.trimEnd().length });
  if (owner === undefined || scanned.kind === "comment") addSpan(lineSpan(line));
  if (owner !== undefined) {
    const attribute = attributeAt(owner, line);
    const { at: from, to = from } = attribute === undefined ? textSpan(owner) : valueSpan(owner, attribute);
    addSpan(from, to);
    if (attribute !== undefined) addSpan(keySpan(attribute.line), to);
    for (const entry of enclosingEntries(owner)) {
      addRange(ownRange(entry));
      addRange(subtreeRange(entry));
    }
  }
  for (const section of enclosingSections(file, number)) addRange(section);
  const last = syntax.lines.length - 1;
  addRange({
    start: { line: 0, character: 0 },
    end: { line: last, character: syntax.lines.at(last)?.scanned.raw.length ?? 0 },
  });
  return ranges;
}

/** An entry and those that it stands under, from the inside; of many the nearest, and the outermost. */
function enclosingEntries(owner: Entry): readonly Entry[] {
  const entries: Entry[] = [];
  let current = owner;
  for (; current.parent !== undefined; current = current.parent) if (entries.length < MAX_LEVELS) entries.push(current);
  return [...entries, current];
}

interface Columns {
  readonly start: number;
  readonly end: number;
}

/** A run of letters, a name say, in any script. */
const WORD_RUN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*/gu;
/** Tells the words apart that a script writes without spaces. */
const wordSegmenter = new Intl.Segmenter("und", { granularity: "word" });

/** The word at a column, or before it; then all that is written in one with it. */
function wordsAt(raw: string, column: number): readonly Columns[] {
  const found: Columns[] = [];
  const segments = wordSegmenter.segment(raw);
  const word = [column, column - 1].map((at) => segments.containing(at)).find((one) => one?.isWordLike);
  if (word !== undefined) found.push({ start: word.index, end: word.index + word.segment.length });
  for (const { 0: run, index } of raw.matchAll(WORD_RUN)) {
    if (index > column) break;
    if (column <= index + run.length) found.push({ start: index, end: index + run.length });
  }
  return found;
}

const attributeAt = (owner: Entry, line: Line) =>
  owner.attributes.find((attribute) => attribute.line === line || attribute.line === line.attribute);

/** An entry with all that stands under it. */
function subtreeRange(entry: Entry): Range {
  const { start, end } = ownRange(entry);
  let lowest = end;
  for (let last = entry.children.at(-1); last !== undefined; last = last.children.at(-1)) {
    // An entry's own text may go on below its children.
    const below = ownRange(last).end;
    if (isBefore(lowest, below)) lowest = below;
  }
  return { start, end: lowest };
}

/** The sections that a line stands in, the innermost first. Goes up to the first heading of the highest level above. */
function enclosingSections({ syntax }: MapFile, number: number): readonly Range[] {
  const { lines } = syntax;
  const sections: Range[] = [];
  let level = 7;
  for (let headingLine = number; headingLine >= 0 && level > 1; headingLine--) {
    const reading = lines.at(headingLine)?.scanned;
    if (reading?.kind !== "heading" || reading.level >= level) continue;
    level = reading.level;
    let end = number + 1;
    while (end < lines.length && !endsSection(lines.at(end), level)) end++;
    while (end - 1 > headingLine && lines.at(end - 1)?.scanned.kind === "blank") end--;
    const last = lines.at(end - 1)?.scanned.raw.trimEnd().length ?? 0;
    sections.push({ start: { line: headingLine, character: 0 }, end: { line: end - 1, character: last } });
  }
  return sections;
}

const endsSection = (line: Line | undefined, level: number): boolean =>
  line?.scanned.kind === "heading" && line.scanned.level <= level;

const contains = (outer: Range, inner: Range): boolean =>
  !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
const isSame = (a: Range, b: Range): boolean => contains(a, b) && contains(b, a);
