/** Find All References, in all maps of the workspace. */
import type { Location, Position } from "vscode-languageserver";
import { fileOf } from "../../../core/language/map.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { articleReferences } from "../../articles/requests/references.ts";
import { occurrencesOf, occurrenceTargetAt } from "../../shared/occurrences.ts";
import { rangeOf } from "../../shared/ranges.ts";

/**
 * Returns the references to the name, prefix or path at a position, in all files of the workspace. Ranges of names exclude
 * their prefixes.
 *
 * - For a name: its uses in clauses, in bare premises and as the source of quotes.
 * - For an undefined name: its other uses in the same file.
 * - For a path: the imports and sources that refer to the same file.
 * - In an article: the entries that cite the passage.
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
