/** Location links to entries and files, for definition and similar requests. */
import type { LocationLink, Position, Range } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { nameRange, ownRange } from "./ranges.ts";
import { entryAt } from "./symbolAtPosition.ts";

const fileStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A link to an entry that selects its name, or its keyword if it has no name. */
export function linkTo(target: Entry, originSelectionRange?: Range): LocationLink {
  return {
    targetUri: fileOf(target).uri,
    targetRange: ownRange(target),
    targetSelectionRange: nameRange(target),
    ...(originSelectionRange && { originSelectionRange }),
  };
}

/** Links from the entry at a position to others. The span that refers to the entry is their origin. */
export function linksFromEntry(
  file: MapFile | undefined,
  position: Position,
  targetsOf: (entry: Entry) => readonly Entry[],
): readonly LocationLink[] {
  const found = file && entryAt(file, position);
  if (found === undefined) return [];
  const origin = file?.syntax.rangeOf(found.span);
  return targetsOf(found.entry).map((target) => linkTo(target, origin));
}

/** A link to the beginning of a file; empty if the target URI is undefined. */
export const fileLinks = (target: string | undefined, originSelectionRange: Range): LocationLink[] =>
  target === undefined
    ? []
    : [{ targetUri: target, targetRange: fileStart, targetSelectionRange: fileStart, originSelectionRange }];
