/** Go to Declaration: from an imported name to its import. */
import type { LocationLink, Position } from "vscode-languageserver";
import { targetOf } from "../../../core/language/graph.ts";
import { definedName, fileOf } from "../../../core/language/map.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { linkTo } from "../../shared/locationLinks.ts";
import { rangeOf } from "../../shared/ranges.ts";
import { symbolAt } from "../../shared/symbolAtPosition.ts";
import { definition } from "./definition.ts";

/**
 * Returns where the name at a position becomes available in this file: the import for a name of another file, the
 * definition for any other name.
 */
export function declaration(workspace: Workspace, uri: string, position: Position): readonly LocationLink[] {
  const file = workspace.get(uri)?.file;
  const symbol = file && symbolAt(file, position);
  if (file === undefined || symbol === undefined) return [];
  const target = symbol.kind === "reference" ? targetOf(symbol.reference) : undefined;
  const targetFile = target && fileOf(target);
  if (symbol.kind !== "reference" || targetFile === undefined || targetFile === file)
    return definition(workspace, uri, position);
  const { prefix } = symbol.reference.name;
  const targetImport = file.imports.find(
    ({ entry, target: to }) => to.state === "found" && to.file === targetFile && definedName(entry)?.text === prefix,
  );
  return targetImport === undefined ? [] : [linkTo(targetImport.entry, rangeOf(symbol.entry, symbol.span))];
}
