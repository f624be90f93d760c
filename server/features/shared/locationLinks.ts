/** Links to entries and files, as definition and its kin give them. */
import type { LocationLink, Range } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import { fileOf } from "../../core/language/map.ts";
import { nameRange, ownRange } from "./ranges.ts";

const fileStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A link to an entry: to all of it, with its name selected. */
export function linkTo(target: Entry, originSelectionRange?: Range): LocationLink {
  return {
    targetUri: fileOf(target).uri,
    targetRange: ownRange(target),
    targetSelectionRange: nameRange(target),
    ...(originSelectionRange && { originSelectionRange }),
  };
}

/** Links to a file's beginning; none where the path leads nowhere. */
export const fileLinks = (target: string | undefined, originSelectionRange: Range): LocationLink[] =>
  target === undefined
    ? []
    : [{ targetUri: target, targetRange: fileStart, targetSelectionRange: fileStart, originSelectionRange }];
