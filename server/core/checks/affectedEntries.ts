/** Finds the entries that must be checked again after an edit. */
import type { Entry } from "../language/entry.ts";
import type { MapFile } from "../language/map.ts";
import type { NameChange } from "../language/nameChange.ts";
import type { SyntaxChange } from "../language/parsing/nesting.ts";
import { entryChecks } from "./checksByScope.ts";
import type { NameDependents } from "./nameDependents.ts";
import type { ProblemIndex } from "./problemIndex.ts";

/** A file with the results of its last check. */
export interface CheckedFile {
  readonly file: MapFile;
  readonly problems: ProblemIndex;
  readonly nameDependents: NameDependents;
}

/** For the codes of checks that suggest names: whether a change of a name may affect their results. */
const nameSuggesters = new Map(
  entryChecks.flatMap(({ code, suggestsName }) => (suggestsName === undefined ? [] : [[code, suggestsName] as const])),
);

/** Whether an edit has changed more than texts: which entries there are, a head, or the place of an entry. */
export const changesStructure = ({ added, removed, headChanged, moved }: SyntaxChange): boolean =>
  added.size + removed.size + headChanged.size + moved.size > 0;

/** Returns the entries that an edit of their own file affects: those that it changed, and those that depend on them. */
export function entriesAffectedByEdit(checked: CheckedFile, change: SyntaxChange, names: NameChange): Set<Entry> {
  const restructured = [...change.added, ...change.headChanged, ...change.moved];
  // `unknown-name` suggests speakers by their full names, which are their texts. Those without a name have the key "".
  const renamed = [...change.textChanged, ...restructured, ...change.removed].flatMap(({ head }) =>
    head.keyword === "speaker" ? [head.name?.text ?? ""] : [],
  );
  const entries = new Set<Entry>([
    ...restructured,
    ...change.textChanged,
    ...entriesAffectedByNames(checked, names),
    ...entriesOfferedNames(checked.problems, renamed),
  ]);
  for (const parent of change.childrenChanged) if (parent !== undefined) entries.add(parent);
  for (const entry of restructured) {
    if (entry.parent !== undefined) entries.add(entry.parent);
    for (const child of entry.children) entries.add(child);
    const entryAbove = ownerOfLineAbove(checked.file, entry);
    if (entryAbove !== undefined) entries.add(entryAbove);
  }
  return entries;
}

/** Returns the entries that define or mention one of these names, or whose checks may look it up or suggest it. */
export function entriesAffectedByNames(
  { file, problems, nameDependents }: CheckedFile,
  { defined, mentioned }: NameChange,
): readonly Entry[] {
  const entries = new Set<Entry>();
  for (const name of [...defined, ...mentioned]) {
    for (const entry of file.entriesMentioning(name)) entries.add(entry);
    for (const entry of file.definitionsOf(name)) entries.add(entry);
    for (const entry of nameDependents.of(name)) entries.add(entry);
  }
  return [...entries, ...entriesOfferedNames(problems, [...defined])];
}

/** Returns the entries with a problem whose suggestions may include one of these names. */
function entriesOfferedNames(problems: ProblemIndex, names: readonly string[]): readonly Entry[] {
  const entries = new Set<Entry>();
  if (names.length === 0) return [];
  for (const [entry, found] of problems.byCheckedEntry) {
    for (const { code } of found) {
      const suggestsName = nameSuggesters.get(code);
      if (suggestsName !== undefined && names.some((name) => suggestsName(entry, name))) entries.add(entry);
    }
  }
  return [...entries];
}

/** Returns the entry that owns the line above an entry: `entry-after-open-text` reports its text at the next entry. */
function ownerOfLineAbove({ syntax }: MapFile, entry: Entry): Entry | undefined {
  if (syntax.entries.get(entry.id) !== entry) return undefined;
  return syntax.lines.at(syntax.lines.numberOf(entry.line) - 1)?.owner;
}
