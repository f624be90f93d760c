import type { LocationLink, Position } from "vscode-languageserver";
import { attributeOf, type Entry } from "../../core/language/entry.ts";
import { importClosure, resolveBarePremise, sourceOf } from "../../core/language/graph.ts";
import type { MapFile } from "../../core/language/map.ts";
import { textSpan } from "../../core/language/problem.ts";
import { resolvePath } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { articleDefinition } from "../articles/requests/definition.ts";
import { passageLinks } from "../articles/shared/articleDocuments.ts";
import { fileLinks, linkTo } from "../shared/locationLinks.ts";
import { multiLineRange, rangeOf } from "../shared/ranges.ts";
import { isOnQuoteText, resolveReference, symbolAt } from "../shared/symbolAtPosition.ts";

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
  const symbol = symbolAt(file, position);
  switch (symbol.kind) {
    case "definition":
      return [linkTo(symbol.entry, rangeOf(symbol.entry, symbol.span))];
    case "reference": {
      if (symbol.reference.role === "quote") {
        const passages = passageLinks(workspace, symbol.entry, rangeOf(symbol.entry, symbol.span));
        if (passages.length > 0) return passages;
      }
      const target = resolveReference(symbol.reference);
      return target === undefined ? [] : [linkTo(target, rangeOf(symbol.entry, symbol.span))];
    }
    case "prefix": {
      const target = file.importWithPrefix(symbol.reference.name.prefix ?? "");
      return target === undefined ? [] : [linkTo(target, rangeOf(symbol.entry, symbol.span))];
    }
    case "import-path":
      return fileLinks(resolvePath(uri, symbol.entry.text), rangeOf(symbol.entry, symbol.span));
    case "source-path": {
      const path = attributeOf(symbol.entry, "file")?.value ?? "";
      return fileLinks(resolvePath(uri, path), rangeOf(symbol.entry, symbol.span));
    }
    case "keyword": {
      const passages = passageLinks(workspace, symbol.entry, rangeOf(symbol.entry, symbol.span));
      if (passages.length > 0) return passages;
      const target = targetOfKeyword(symbol.entry, file);
      return target === undefined ? [] : [linkTo(target, rangeOf(symbol.entry, symbol.span))];
    }
    case "text":
      return isOnQuoteText(file, symbol.entry, position)
        ? passageLinks(workspace, symbol.entry, multiLineRange(symbol.entry, textSpan(symbol.entry)))
        : [];
    case "nothing":
      return [];
  }
}

/** What an entry uses of elsewhere as a whole. */
function targetOfKeyword(entry: Entry, file: MapFile): Entry | undefined {
  if (entry.head.form === "bare") return resolveBarePremise(entry);
  return entry.head.keyword === "quote" ? sourceOf(entry, importClosure(file)) : undefined;
}
