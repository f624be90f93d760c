import type { LinkedEditingRanges, Position } from "vscode-languageserver";
import { fileOf } from "../../core/language/map.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { occurrencesOf, occurrenceTargetAt } from "../shared/occurrences.ts";
import { rangeOf } from "../shared/ranges.ts";
import { symbolAt } from "../shared/symbolAtPosition.ts";

/** What a name is made of, by what ends it: VS Code reads the pattern without `u`, so it cannot speak of letters. */
const NAME_PATTERN = "[^\\s.,:]+";

/**
 * A name and its uses in this file, which follow while the name is typed where it is defined. Null everywhere else: who
 * types over a use means another entry, and `air` on the way to `air-2` must not rename the claim `air`. Null, too, where
 * some use would be left behind, in another file or written otherwise, and where the name is defined twice: renaming is for
 * these.
 */
export function linkedEditing(workspace: Workspace, uri: string, position: Position): LinkedEditingRanges | null {
  const file = workspace.get(uri)?.file;
  const symbol = file && symbolAt(file, position);
  if (file === undefined || symbol?.kind !== "definition") return null;
  const target = occurrenceTargetAt(file, position);
  const { keyword, name } = symbol.entry.head;
  // A prefix of the same name is another thing.
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
