import type { LocationLink, Position } from "vscode-languageserver";
import { attributeOf, type Entry } from "../language/entry.ts";
import { targetOf } from "../language/graph.ts";
import { fileOf } from "../language/map.ts";
import { resolvePath } from "../workspace/paths.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { spotAt } from "./at.ts";
import { nameRange, ownRange, rangeOf } from "./places.ts";

const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Where the name at a position is defined, in this file or an imported one: from clauses, bare premises, the sources of
 * quotes, prefixes (to their import), import paths and source files (to the file). Origin: the whole word.
 */
export function definition(workspace: Workspace, uri: string, position: Position): readonly LocationLink[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  const spot = spotAt(file, position);
  switch (spot.kind) {
    case "definition":
      return [link(spot.entry, rangeOf(spot.entry, spot.span))];
    case "reference": {
      const target = targetOf(spot.reference);
      return target === undefined ? [] : [link(target, rangeOf(spot.entry, spot.span))];
    }
    case "prefix": {
      const target = file.importOf(spot.reference.name.prefix ?? "");
      return target === undefined ? [] : [link(target, rangeOf(spot.entry, spot.span))];
    }
    case "import-path":
      return fileLink(resolvePath(uri, spot.entry.text), rangeOf(spot.entry, spot.span));
    case "source-path": {
      const path = attributeOf(spot.entry, "file")?.value ?? "";
      return fileLink(resolvePath(uri, path), rangeOf(spot.entry, spot.span));
    }
    case "keyword":
    case "text":
    case "nothing":
      return [];
  }
}

function link(target: Entry, originSelectionRange: LocationLink["originSelectionRange"]): LocationLink {
  return {
    targetUri: fileOf(target).uri,
    targetRange: ownRange(target),
    targetSelectionRange: nameRange(target),
    ...(originSelectionRange && { originSelectionRange }),
  };
}

function fileLink(target: string | undefined, originSelectionRange: LocationLink["targetRange"]): LocationLink[] {
  return target === undefined
    ? []
    : [{ targetUri: target, targetRange: top, targetSelectionRange: top, originSelectionRange }];
}
