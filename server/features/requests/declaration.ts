import type { LocationLink, Position } from "vscode-languageserver";
import { targetOf } from "../../core/language/graph.ts";
import { definedName, fileOf } from "../../core/language/map.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { linkTo } from "../shared/locationLinks.ts";
import { rangeOf } from "../shared/ranges.ts";
import { spotAt } from "../shared/symbolAtPosition.ts";
import { definition } from "./definition.ts";

/**
 * Where a name comes into this file: for one of another file the import that brings it in, for all others its
 * definition.
 */
export function declaration(workspace: Workspace, uri: string, position: Position): readonly LocationLink[] {
  const file = workspace.get(uri)?.file;
  const spot = file && spotAt(file, position);
  if (file === undefined || spot === undefined) return [];
  const target = spot.kind === "reference" ? targetOf(spot.reference) : undefined;
  const home = target && fileOf(target);
  if (spot.kind !== "reference" || home === undefined || home === file) return definition(workspace, uri, position);
  const { prefix } = spot.reference.name;
  const brings = file.imports.find(
    ({ entry, target: to }) => to.state === "found" && to.file === home && definedName(entry)?.text === prefix,
  );
  return brings === undefined ? [] : [linkTo(brings.entry, rangeOf(spot.entry, spot.span))];
}
