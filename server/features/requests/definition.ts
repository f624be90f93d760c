import type { LocationLink, Position } from "vscode-languageserver";
import { attributeOf, type Entry } from "../../core/language/entry.ts";
import { filesOf, meant, sourceOf } from "../../core/language/graph.ts";
import type { MapFile } from "../../core/language/map.ts";
import { textStretch } from "../../core/language/problem.ts";
import { resolvePath } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { articleDefinition } from "../articles/requests/definition.ts";
import { passageLinks } from "../articles/shared/articleDocuments.ts";
import { fileLinks, linkTo } from "../shared/locationLinks.ts";
import { rangeOf, stretchRange } from "../shared/ranges.ts";
import { isQuoted, leadsTo, spotAt } from "../shared/symbolAtPosition.ts";

/**
 * Where the name at a position is defined, in this file or an imported one: from clauses, bare premises, the sources of
 * quotes, prefixes (to their import), import paths and source files (to the file). The keyword of a bare premise leads
 * where its name does. A name that is defined here leads to itself, as editors then show where it is used. Origin: the whole
 * word. A quote, by its words, its source or its keyword, leads to the passages of the article that it is from, and to its
 * source where it is not found; a passage of an article to the entries that cite it.
 */
export function definition(workspace: Workspace, uri: string, position: Position): readonly LocationLink[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return articleDefinition(workspace, uri, position);
  const spot = spotAt(file, position);
  switch (spot.kind) {
    case "definition":
      return [linkTo(spot.entry, rangeOf(spot.entry, spot.span))];
    case "reference": {
      if (spot.reference.role === "quote") {
        const passages = passageLinks(workspace, spot.entry, rangeOf(spot.entry, spot.span));
        if (passages.length > 0) return passages;
      }
      const target = leadsTo(spot.reference);
      return target === undefined ? [] : [linkTo(target, rangeOf(spot.entry, spot.span))];
    }
    case "prefix": {
      const target = file.importOf(spot.reference.name.prefix ?? "");
      return target === undefined ? [] : [linkTo(target, rangeOf(spot.entry, spot.span))];
    }
    case "import-path":
      return fileLinks(resolvePath(uri, spot.entry.text), rangeOf(spot.entry, spot.span));
    case "source-path": {
      const path = attributeOf(spot.entry, "file")?.value ?? "";
      return fileLinks(resolvePath(uri, path), rangeOf(spot.entry, spot.span));
    }
    case "keyword": {
      const passages = passageLinks(workspace, spot.entry, rangeOf(spot.entry, spot.span));
      if (passages.length > 0) return passages;
      const target = behindKeyword(spot.entry, file);
      return target === undefined ? [] : [linkTo(target, rangeOf(spot.entry, spot.span))];
    }
    case "text":
      return isQuoted(file, spot.entry, position)
        ? passageLinks(workspace, spot.entry, stretchRange(spot.entry, textStretch(spot.entry)))
        : [];
    case "nothing":
      return [];
  }
}

/** What an entry uses of elsewhere as a whole. */
function behindKeyword(entry: Entry, file: MapFile): Entry | undefined {
  if (entry.head.form === "bare") return meant(entry);
  return entry.head.keyword === "quote" ? sourceOf(entry, filesOf(file)) : undefined;
}
