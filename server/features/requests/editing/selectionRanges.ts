/** Expand and Shrink Selection, along the structure of a map. */

import type { Position, Range, SelectionRange } from "vscode-languageserver";
import type { Entry, Line } from "../../../core/language/entry.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { keySpan, lineSpan, lineTextSpan, textSpan, valueSpan } from "../../../core/language/problem.ts";
import type { Span } from "../../../core/language/syntax.ts";
import { segmentWords } from "../../../core/strings/words.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { containsRange, isBefore } from "../../shared/positions.ts";
import { ownRange } from "../../shared/ranges.ts";

/** The maximum number of nested entries in an answer. Serializing to JSON recurses into each level. */
const MAX_LEVELS = 200;

/**
 * Returns, for each position, the selections around it from the smallest to the largest: word, head or text, attribute,
 * entry, entry with its children, each ancestor in turn, sections, file.
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
    // Iterates from the largest range, so that each selection has its parent.
    for (const range of rangesAt(file, position).toReversed()) {
      if (selection === undefined || (containsRange(selection.range, range) && !isSame(selection.range, range))) {
        selection = { range, ...(selection && { parent: selection }) };
      }
    }
    return selection ?? { range: { start: position, end: position } };
  });
}

/** The ranges that contain a position, from small to large. Some may be equal, or overlap without containing each other. */
function rangesAt(file: MapFile, position: Position): readonly Range[] {
  const { syntax } = file;
  const { line, number, column } = syntax.resolvePosition(position);
  const at = { line: number, character: column };
  const ranges: Range[] = [];
  const addRange = (range: Range): void => {
    if (containsRange(range, { start: at, end: at })) ranges.push(range);
  };
  const addSpan = (from: Span, to: Span = from): void =>
    addRange({ start: syntax.rangeOf(from).start, end: syntax.rangeOf(to).end });

  const { owner, scanned } = line;
  for (const word of wordsAt(scanned.raw, column)) addSpan({ line, ...word });
  if (scanned.kind === "entry") addSpan({ line, start: scanned.head.start, end: scanned.head.end });
  // The text of this line; below, the whole text, attribute and entry that the line belongs to.
  const lineText = lineTextSpan(line);
  if (lineText !== undefined) addSpan(lineText);
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

/** An entry and its ancestors, the innermost first. Of very many, the `MAX_LEVELS` innermost and the root. */
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

/** Matches a run of letters, digits, `-` and `_`, such as a name. */
const WORD_RUN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*/gu;

/** The word at or before a column, then the run of letters that contains it. */
function wordsAt(raw: string, column: number): readonly Columns[] {
  const found: Columns[] = [];
  const segments = segmentWords(raw);
  const word = [column, column - 1].map((index) => segments.containing(index)).find((segment) => segment?.isWordLike);
  if (word !== undefined) found.push({ start: word.index, end: word.index + word.segment.length });
  for (const { 0: run, index } of raw.matchAll(WORD_RUN)) {
    if (index > column) break;
    if (column <= index + run.length) found.push({ start: index, end: index + run.length });
  }
  return found;
}

const attributeAt = (owner: Entry, line: Line) =>
  owner.attributes.find((attribute) => attribute.line === line || attribute.line === line.attribute);

/** The range of an entry with its children. */
function subtreeRange(entry: Entry): Range {
  const { start, end } = ownRange(entry);
  let lowest = end;
  for (let last = entry.children.at(-1); last !== undefined; last = last.children.at(-1)) {
    // The own text of an entry may continue after its children.
    const below = ownRange(last).end;
    if (isBefore(lowest, below)) lowest = below;
  }
  return { start, end: lowest };
}

/** The sections that contain a line, the innermost first. */
function enclosingSections({ syntax }: MapFile, number: number): readonly Range[] {
  const { lines } = syntax;
  const sections: Range[] = [];
  let level = 7;
  for (let headingLine = number; headingLine >= 0 && level > 1; headingLine--) {
    const scanned = lines.at(headingLine)?.scanned;
    if (scanned?.kind !== "heading" || scanned.level >= level) continue;
    level = scanned.level;
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

const isSame = (a: Range, b: Range): boolean => containsRange(a, b) && containsRange(b, a);
