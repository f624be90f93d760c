import type { Position, Range, SelectionRange } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import type { Line } from "../../core/language/lineList.ts";
import type { MapFile } from "../../core/language/map.ts";
import { keySpan, lineSpan, textStretch, valueStretch } from "../../core/language/problem.ts";
import type { Span } from "../../core/language/syntax.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { isBefore } from "../shared/positions.ts";
import { ownRange } from "../shared/ranges.ts";

/** More entries around a place than these are passed over, but for the outermost: JSON goes through them level by level. */
const MOST_LEVELS = 200;

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
    let around: SelectionRange | undefined;
    // From the largest: each holds the one before it in the list.
    for (const range of rangesAt(file, position).toReversed()) {
      if (around === undefined || (holds(around.range, range) && !isSame(around.range, range))) {
        around = { range, ...(around && { parent: around }) };
      }
    }
    return around ?? { range: { start: position, end: position } };
  });
}

/** Ranges that hold a position, the smallest first; some may be the same, or stand across each other. */
function rangesAt(file: MapFile, position: Position): readonly Range[] {
  const { syntax } = file;
  const { line, number, column } = syntax.place(position);
  const at = { line: number, character: column };
  const ranges: Range[] = [];
  const add = (range: Range): void => {
    if (holds(range, { start: at, end: at })) ranges.push(range);
  };
  const spans = (from: Span, to: Span = from): void =>
    add({ start: syntax.rangeOf(from).start, end: syntax.rangeOf(to).end });

  const { owner, reading } = line;
  for (const word of wordsAt(reading.raw, column)) spans({ line, ...word });
  if (reading.kind === "entry") spans({ line, start: reading.head.start, end: reading.head.end });
  // What this line says, then all that it is a part of.
  if ("textStart" in reading) spans({ line, start: reading.textStart, end: reading.raw.trimEnd().length });
  if (owner === undefined || reading.kind === "comment") spans(lineSpan(line));
  if (owner !== undefined) {
    const attribute = attributeAt(owner, line);
    const { at: from, to = from } = attribute === undefined ? textStretch(owner) : valueStretch(owner, attribute);
    spans(from, to);
    if (attribute !== undefined) spans(keySpan(attribute.line), to);
    for (const entry of entriesAround(owner)) {
      add(ownRange(entry));
      add(treeRange(entry));
    }
  }
  for (const section of sectionsAround(file, number)) add(section);
  const last = syntax.lines.length - 1;
  add({
    start: { line: 0, character: 0 },
    end: { line: last, character: syntax.lines.at(last)?.reading.raw.length ?? 0 },
  });
  return ranges;
}

/** An entry and those that it stands under, from the inside; of many the nearest, and the outermost. */
function entriesAround(owner: Entry): readonly Entry[] {
  const entries: Entry[] = [];
  let at = owner;
  for (; at.parent !== undefined; at = at.parent) if (entries.length < MOST_LEVELS) entries.push(at);
  return [...entries, at];
}

interface Columns {
  readonly start: number;
  readonly end: number;
}

/** A run of letters, a name say, in any script. */
const RUN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*/gu;
/** Tells the words apart that a script writes without spaces. */
const words = new Intl.Segmenter("und", { granularity: "word" });

/** The word at a column, or before it; then all that is written in one with it. */
function wordsAt(raw: string, column: number): readonly Columns[] {
  const found: Columns[] = [];
  const segments = words.segment(raw);
  const word = [column, column - 1].map((at) => segments.containing(at)).find((one) => one?.isWordLike);
  if (word !== undefined) found.push({ start: word.index, end: word.index + word.segment.length });
  for (const { 0: run, index } of raw.matchAll(RUN)) {
    if (index > column) break;
    if (column <= index + run.length) found.push({ start: index, end: index + run.length });
  }
  return found;
}

const attributeAt = (owner: Entry, line: Line) =>
  owner.attributes.find((attribute) => attribute.line === line || attribute.line === line.attribute);

/** An entry with all that stands under it. */
function treeRange(entry: Entry): Range {
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
function sectionsAround({ syntax }: MapFile, number: number): readonly Range[] {
  const { lines } = syntax;
  const sections: Range[] = [];
  let level = 7;
  for (let above = number; above >= 0 && level > 1; above--) {
    const reading = lines.at(above)?.reading;
    if (reading?.kind !== "heading" || reading.level >= level) continue;
    level = reading.level;
    let end = number + 1;
    while (end < lines.length && !endsSection(lines.at(end), level)) end++;
    while (end - 1 > above && lines.at(end - 1)?.reading.kind === "blank") end--;
    const last = lines.at(end - 1)?.reading.raw.trimEnd().length ?? 0;
    sections.push({ start: { line: above, character: 0 }, end: { line: end - 1, character: last } });
  }
  return sections;
}

const endsSection = (line: Line | undefined, level: number): boolean =>
  line?.reading.kind === "heading" && line.reading.level <= level;

const holds = (outer: Range, inner: Range): boolean =>
  !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
const isSame = (a: Range, b: Range): boolean => holds(a, b) && holds(b, a);
