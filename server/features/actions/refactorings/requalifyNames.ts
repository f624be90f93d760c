/** How names have to be written once entries stand in another file, so that each leads to what it leads to now. */
import type { Entry } from "../../../core/language/entry.ts";
import { targetOf } from "../../../core/language/graph.ts";
import { definedName, fileOf, type MapFile, type Reference, referencesOf } from "../../../core/language/map.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { sourceNameEdits } from "../../names/implicitSources.ts";
import { type EntryMove, NameScope, type NewImport } from "../../names/nameScope.ts";
import type { SpanReplacement } from "../../textEdits/newLines.ts";

export interface NameRewrite {
  /** In the lines of what moves. */
  readonly inside: readonly SpanReplacement[];
  /** In all others, by their file. */
  readonly outside: ReadonlyMap<MapFile, readonly SpanReplacement[]>;
  readonly imports: ReadonlyMap<MapFile, readonly NewImport[]>;
}

/** What a move takes; undefined where a name could not be written, or would lead somewhere that it does not lead now. */
export function rewriteNames(workspace: Workspace, move: EntryMove): NameRewrite | undefined {
  const scope = new NameScope(move);
  const inside: SpanReplacement[] = [];
  const outside = new Map<MapFile, SpanReplacement[]>();
  const addReplacement = (entry: Entry, replacement: SpanReplacement): void => {
    const file = fileOf(entry);
    if (move.subtree.has(entry)) inside.push(replacement);
    else outside.set(file, [...(outside.get(file) ?? []), replacement]);
  };
  for (const reference of affectedReferences(workspace, move)) {
    const { entry, name } = reference;
    const target = targetOf(reference);
    const newFile = scope.fileAfterMove(entry);
    if (scope.resolve(newFile, name) === target) continue;
    const qualifiedName = target && scope.mention(newFile, target, undefined, name.prefix);
    if (qualifiedName === undefined) return undefined;
    addReplacement(entry, { line: entry.line, start: name.start, end: name.end, text: qualifiedName });
  }
  // Which sources a quote may be from hangs on what its file shows.
  const files = new Set([...workspace.withAllImporters(move.from), ...workspace.withAllImporters(move.to)]);
  const quotes = sourceNameEdits(files, scope);
  for (const { quote, replacement } of quotes ?? []) addReplacement(quote, replacement);
  return quotes && { inside, outside, imports: scope.imports };
}

/** All references that a move may lead elsewhere: those within what moves, and those by a name that it defines. */
function* affectedReferences(workspace: Workspace, { subtree, from, to }: EntryMove): Iterable<Reference> {
  // What is in a head that cannot be read may be no name at all.
  const isReadable = ({ role }: Reference): boolean => role !== "loose";
  for (const entry of subtree) yield* referencesOf(entry).filter(isReadable);
  const names = new Set([...subtree].flatMap((entry) => definedName(entry)?.text ?? []));
  const files = new Set([...workspace.withImporters(from), ...workspace.withImporters(to)]);
  for (const file of files) {
    for (const name of names) {
      for (const entry of file.entriesMentioning(name)) {
        if (subtree.has(entry)) continue;
        yield* referencesOf(entry).filter((reference) => reference.name.text === name && isReadable(reference));
      }
    }
  }
}
