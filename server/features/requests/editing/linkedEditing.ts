/** Linked editing: while the user edits the definition of a name, its uses change too. */
import type { LinkedEditingRanges, Position } from "vscode-languageserver";
import { fileOf } from "../../../core/language/map.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { occurrencesOf, occurrenceTargetAt } from "../../shared/occurrences.ts";
import { rangeOf } from "../../shared/ranges.ts";
import { symbolAt } from "../../shared/symbolAtPosition.ts";

/** Matches a name by excluding the characters that end it. VS Code compiles it without the `u` flag, so `\p{L}` would fail. */
const NAME_PATTERN = "[^\\s.,:]+";

/**
 * Returns the ranges of a name and its uses in this file, if the position is on the definition of the name.
 *
 * Null on a use: a user who edits it wants to refer to another entry, and typing `air-2` over `air` must not rename the
 * claim `air`. Also null if a use is in another file or is spelt differently, or if the name is defined twice: these need
 * a rename.
 */
export function linkedEditing(workspace: Workspace, uri: string, position: Position): LinkedEditingRanges | null {
  const file = workspace.get(uri)?.file;
  const symbol = file && symbolAt(file, position);
  if (file === undefined || symbol?.kind !== "definition") return null;
  const target = occurrenceTargetAt(file, position);
  const { keyword, name } = symbol.entry.head;
  // A prefix and an entry may have the same name.
  const sameName = file
    .definitionsOf(name?.text ?? "")
    .filter(({ head }) => (head.keyword === "import") === (keyword === "import"));
  if (target === undefined || sameName.length > 1) return null;
  const occurrences = occurrencesOf(target, workspace.withImporters(file));
  if (occurrences.length < 2) return null;
  const nameText = symbol.span.line.scanned.raw.slice(symbol.span.start, symbol.span.end);
  const areIdentical = occurrences.every(
    ({ entry, span }) => fileOf(entry) === file && span.line.scanned.raw.slice(span.start, span.end) === nameText,
  );
  return areIdentical
    ? { ranges: occurrences.map(({ entry, span }) => rangeOf(entry, span)), wordPattern: NAME_PATTERN }
    : null;
}
