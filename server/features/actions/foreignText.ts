/** Finds text of other tools that was pasted into a map, and where its conversion belongs. */
import type { Entry, Line } from "../../core/language/entry.ts";
import { type OtherTool, otherToolOf } from "../../core/language/intent/otherTools.ts";
import type { MapFile } from "../../core/language/map.ts";
import { isClaimLike, isStep } from "../../core/language/vocabulary.ts";

/** Longer texts are not converted, because the server does nothing else in the meantime. They can be imported. */
export const MAX_CONVERTED_LENGTH = 200_000;

/** Lines of a map in the format of another tool. */
export interface ForeignText {
  readonly tool: OtherTool;
  /** The first and the last line, counted from 0. */
  readonly first: number;
  readonly last: number;
  /** The number of UTF-16 code units. */
  readonly length: number;
  /** Whether it begins with something for or against what it does not contain itself. */
  readonly isRootless: boolean;
  /** The claim or the step that it is under; undefined at the left edge. */
  readonly owner: Entry | undefined;
}

/** Returns the foreign text around a line: all of it between two entries or attributes of the map. */
export function foreignTextAt(file: MapFile, at: Line): ForeignText | undefined {
  const { lines } = file.syntax;
  let start = lines.numberOf(at);
  if (isOwn(at)) return undefined;
  while (start > 0 && !isOwn(lines.at(start - 1))) start--;
  let end = start;
  while (end < lines.length && !isOwn(lines.at(end))) end++;
  const region = lines.slice(start, end);
  const recognized = region.findIndex(({ scanned }) => otherToolOf(scanned.raw) !== undefined);
  const tool = otherToolOf(region[recognized]?.scanned.raw ?? "");
  if (tool === undefined) return undefined;
  const isPart = ({ scanned: { raw } }: Line): boolean => otherToolOf(raw) !== undefined || otherLines[tool].test(raw);
  let first = recognized;
  for (let index = recognized - 1; index >= 0; index--) {
    const { kind, raw } = region[index]?.scanned ?? { kind: "comment", raw: "" };
    if (firstLines[tool].test(raw)) first = index;
    else if (tool === "Kialo" ? kind !== "blank" : kind !== "text" && kind !== "unreadable") break;
  }
  let last = region.findLastIndex(isPart);
  while (isContinuation(region[last + 1])) last++;
  return {
    tool,
    first: start + first,
    last: start + last,
    length: region.slice(first, last + 1).reduce((sum, { scanned }) => sum + scanned.raw.length + 1, 0),
    isRootless: rootlessLines[tool].test(region[first]?.scanned.raw ?? ""),
    owner: claimOrStep(region[first]?.owner),
  };
}

const claimOrStep = (entry: Entry | undefined): Entry | undefined =>
  entry !== undefined && entry.head.form !== "broken" && (isClaimLike(entry.head.keyword) || isStep(entry.head.keyword))
    ? entry
    : undefined;

/** Lines that other tools write too, but that prove nothing by themselves. */
const otherLines: Readonly<Record<OtherTool, RegExp>> = {
  /** Premises and conclusions, and relations. */
  Argdown: /^\s*(?:\(\d+\)|[-+_*]>?\s|<[-+_]\s)/u,
  /** The title, items with one number, and sources. */
  Kialo: /^\s*(?:Discussion Title:|\d+\.\s|Sources:\s*$|\[\d+\])/u,
};

/** Lines that may come before the first line that is recognized: premises; a title and items with one number. */
const firstLines: Readonly<Record<OtherTool, RegExp>> = {
  Argdown: /^\s*\(\d+\)/u,
  Kialo: /^\s*(?:Discussion Title:|\d+\.\s)/u,
};

/** First lines that are for or against something above them: relations; items with a number of several parts. */
const rootlessLines: Readonly<Record<OtherTool, RegExp>> = {
  Argdown: /^\s*(?:[-+_]>?\s|<[-+_]\s|->|><)/u,
  Kialo: /^\s*\d+(?:\.\d+)+\.\s/u,
};

/** Whether a line goes on with the text of the line above it. */
const isContinuation = (line: Line | undefined): boolean =>
  line?.scanned.kind === "text" || line?.scanned.kind === "unreadable";

/** Lines of other tools that resemble entries: items of a list, and the line above Kialo’s sources. */
const LIKE_ENTRY = /^\s*(?:[-+*_<>]|Sources:\s*$)/u;

/** Whether a line is the map’s own: the head of an entry, or an attribute. */
const isOwn = (line: Line | undefined): boolean =>
  isEntry(line) ||
  (line?.owner !== undefined && line.scanned.kind === "attribute" && !LIKE_ENTRY.test(line.scanned.raw));

/** Whether a line begins an entry of the map. It may be one that cannot be read, but not a line that only resembles one. */
const isEntry = (line: Line | undefined): boolean =>
  line?.owner !== undefined &&
  line.owner.line === line &&
  !(line.owner.head.form === "broken" && LIKE_ENTRY.test(line.scanned.raw));

/**
 * Returns the number of the line before which entries can stand at the left edge, at or after a line, without separating an
 * entry from what is under it.
 */
export function nextLeftEdge(file: MapFile, from: number): number {
  const { lines } = file.syntax;
  let next = from;
  while (next < lines.length && !isAtLeftEdge(lines.at(next))) next++;
  while (next > from && ["blank", "comment"].includes(lines.at(next - 1)?.scanned.kind ?? "")) next--;
  return next;
}

const isAtLeftEdge = (line: Line | undefined): boolean =>
  line?.scanned.kind === "heading" ||
  line?.scanned.kind === "unreadable" ||
  (line !== undefined && isEntry(line) && line.owner?.parent === undefined);
