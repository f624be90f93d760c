/** How names have to be written once entries stand in another file, so that each leads to what it leads to now. */
import type { Entry } from "../../../core/language/entry.ts";
import { targetOf } from "../../../core/language/graph.ts";
import { definedName, fileOf, type MapFile, type Reference, referencesOf } from "../../../core/language/map.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { quotesNamed } from "../../names/implicitSources.ts";
import { type Move, type NewImport, Sight } from "../../names/nameScope.ts";
import type { Words } from "../../textEdits/newLines.ts";

export interface Rewording {
  /** In the lines of what moves. */
  readonly inside: readonly Words[];
  /** In all others, by their file. */
  readonly outside: ReadonlyMap<MapFile, readonly Words[]>;
  readonly imports: ReadonlyMap<MapFile, readonly NewImport[]>;
}

/** What a move takes; undefined where a name could not be written, or would lead somewhere that it does not lead now. */
export function rewording(workspace: Workspace, move: Move): Rewording | undefined {
  const sight = new Sight(move);
  const inside: Words[] = [];
  const outside = new Map<MapFile, Words[]>();
  const put = (entry: Entry, words: Words): void => {
    const file = fileOf(entry);
    if (move.tree.has(entry)) inside.push(words);
    else outside.set(file, [...(outside.get(file) ?? []), words]);
  };
  for (const reference of referencesAround(workspace, move)) {
    const { entry, name } = reference;
    const now = targetOf(reference);
    const home = sight.homeOf(entry);
    if (sight.resolve(home, name) === now) continue;
    const text = now && sight.mention(home, now, undefined, name.prefix);
    if (text === undefined) return undefined;
    put(entry, { line: entry.line, start: name.start, end: name.end, text });
  }
  // Which sources a quote may be from hangs on what its file shows.
  const files = new Set([...workspace.allUsersOf(move.from), ...workspace.allUsersOf(move.to)]);
  const quotes = quotesNamed(files, sight);
  for (const { quote, words } of quotes ?? []) put(quote, words);
  return quotes && { inside, outside, imports: sight.imports };
}

/** All references that a move may lead elsewhere: those within what moves, and those by a name that it defines. */
function* referencesAround(workspace: Workspace, { tree, from, to }: Move): Iterable<Reference> {
  // What is in a head that cannot be read may be no name at all.
  const isRead = ({ role }: Reference): boolean => role !== "loose";
  for (const entry of tree) yield* referencesOf(entry).filter(isRead);
  const names = new Set([...tree].flatMap((entry) => definedName(entry)?.text ?? []));
  const files = new Set([...workspace.usersOf(from), ...workspace.usersOf(to)]);
  for (const file of files) {
    for (const name of names) {
      for (const entry of file.mentionsOf(name)) {
        if (tree.has(entry)) continue;
        yield* referencesOf(entry).filter((reference) => reference.name.text === name && isRead(reference));
      }
    }
  }
}
