/** Rewrites names when entries move to another file, so that each name still resolves to the same entry. */
import type { Entry } from "../../../core/language/entry.ts";
import { targetOf } from "../../../core/language/graph.ts";
import { definedName, fileOf, type MapFile, type Reference, referencesOf } from "../../../core/language/map.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { sourceNameEdits } from "../../names/implicitSources.ts";
import { type EntryMove, NameScope, type NewImport } from "../../names/nameScope.ts";
import type { SpanReplacement } from "../../textEdits/model.ts";

/** The replacements and imports that keep all names resolved. */
export interface NameRewrite {
  /** Replacements in the moved lines. */
  readonly inside: readonly SpanReplacement[];
  /** Replacements in all other lines, by file. */
  readonly outside: ReadonlyMap<MapFile, readonly SpanReplacement[]>;
  /** The imports to add, by file. */
  readonly imports: ReadonlyMap<MapFile, readonly NewImport[]>;
}

/** Returns the rewrites that a move requires; undefined if some name cannot be rewritten to resolve as before. */
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
  // A quote without a source name depends on the sources that are visible in its file.
  const files = new Set([...workspace.withAllImporters(move.from), ...workspace.withAllImporters(move.to)]);
  const quotes = sourceNameEdits(files, scope);
  for (const { quote, replacement } of quotes ?? []) addReplacement(quote, replacement);
  return quotes && { inside, outside, imports: scope.imports };
}

/** The references that a move can affect: those in the moved entries, and those to names that these define. */
function* affectedReferences(workspace: Workspace, { subtree, from, to }: EntryMove): Iterable<Reference> {
  // In a head with a syntax error, a word may not be a name at all.
  const isReadable = ({ role }: Reference): boolean => role !== "unknown";
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
