/** Location links to entries and files, for definition and similar requests. */
import type { LocationLink, Range } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import { fileOf } from "../../core/language/map.ts";
import { nameRange, ownRange } from "./ranges.ts";

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

/** A link to the beginning of a file; empty if the target URI is undefined. */
export const fileLinks = (target: string | undefined, originSelectionRange: Range): LocationLink[] =>
  target === undefined
    ? []
    : [{ targetUri: target, targetRange: fileStart, targetSelectionRange: fileStart, originSelectionRange }];
