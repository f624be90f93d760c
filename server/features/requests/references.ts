import type { Location, Position } from "vscode-languageserver";
import { fileOf } from "../../core/language/map.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { articleReferences } from "../articles/requests/references.ts";
import { occurrencesOf, occurrenceTargetAt } from "../shared/occurrences.ts";
import { rangeOf } from "../shared/ranges.ts";

/**
 * Everywhere that speaks of what stands at a position, over all files of the workspace: a name's uses in
 * clauses, as a bare premise, as the source of a quote; a prefix's uses; for a path the imports and sources that lead to
 * the same file. A name that nothing defines gives its other uses in the file. Prefixes are not in the ranges of names.
 * In an article: the entries that cite the passage.
 */
export function references(
  workspace: Workspace,
  uri: string,
  position: Position,
  includeDeclaration: boolean,
): readonly Location[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return articleReferences(workspace, uri, position);
  const target = occurrenceTargetAt(file, position);
  if (target === undefined) return [];
  return occurrencesOf(target, workspace.files())
    .filter(({ isDefinition }) => includeDeclaration || !isDefinition)
    .map(({ entry, span }) => ({ uri: fileOf(entry).uri, range: rangeOf(entry, span) }));
}
