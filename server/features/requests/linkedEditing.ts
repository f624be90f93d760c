import type { LinkedEditingRanges, Position } from "vscode-languageserver";
import { fileOf } from "../../core/language/map.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { occurrencesOf, subjectAt } from "../shared/occurrences.ts";
import { rangeOf } from "../shared/ranges.ts";
import { spotAt } from "../shared/symbolAtPosition.ts";

/** What a name is made of, by what ends it: VS Code reads the pattern without `u`, so it cannot speak of letters. */
const NAME = "[^\\s.,:]+";

/**
 * A name and its uses in this file, which follow while the name is typed where it is defined. Null everywhere else: who
 * types over a use means another entry, and `air` on the way to `air-2` must not rename the claim `air`. Null, too, where
 * some use would be left behind, in another file or written otherwise, and where the name is defined twice: renaming is for
 * these.
 */
export function linkedEditing(workspace: Workspace, uri: string, position: Position): LinkedEditingRanges | null {
  const file = workspace.get(uri)?.file;
  const spot = file && spotAt(file, position);
  if (file === undefined || spot?.kind !== "definition") return null;
  const subject = subjectAt(file, position);
  const { keyword, name } = spot.entry.head;
  // A prefix of the same name is another thing.
  const same = file
    .definitionsOf(name?.text ?? "")
    .filter(({ head }) => (head.keyword === "import") === (keyword === "import"));
  if (subject === undefined || same.length > 1) return null;
  const occurrences = occurrencesOf(subject, workspace.usersOf(file));
  if (occurrences.length < 2) return null;
  const written = spot.span.line.reading.raw.slice(spot.span.start, spot.span.end);
  const follows = occurrences.every(
    ({ entry, span }) => fileOf(entry) === file && span.line.reading.raw.slice(span.start, span.end) === written,
  );
  return follows ? { ranges: occurrences.map(({ entry, span }) => rangeOf(entry, span)), wordPattern: NAME } : null;
}
