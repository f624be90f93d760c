/** Go to Definition, from names, paths and quotes. */
import type { LocationLink, Position } from "vscode-languageserver";
import { attributeOf, type Entry } from "../../../core/language/entry.ts";
import { importClosure, resolveBarePremise } from "../../../core/language/graph.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { textSpan } from "../../../core/language/problem.ts";
import { sourceOf } from "../../../core/language/relations/quoteSources.ts";
import { resolvePath } from "../../../workspace/files/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { articleDefinition } from "../../articles/requests/definition.ts";
import { passageLinks } from "../../articles/shared/articleDocuments.ts";
import { fileLinks, linkTo } from "../../shared/locationLinks.ts";
import { multiLineRange, rangeOf } from "../../shared/ranges.ts";
import { isOnQuoteText, resolveReference, symbolAt } from "../../shared/symbolAtPosition.ts";

/**
 * Returns the definition of the name at a position, in this file or an imported one.
 *
 * - A prefix goes to its import, and the path of an import or source to the file.
 * - The keyword of a bare premise goes to the claim that it uses.
 * - A name goes to itself where it is defined; editors then show its references.
 * - A quote goes to the quoted passages of the article, or to its source if the quote is not found there.
 * - In an article, a passage goes to the entries that cite it.
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
        ? passageLinks(workspace, symbol.entry, multiLineRange(file, textSpan(symbol.entry)))
        : [];
    case "nothing":
      return [];
  }
}

/** The target of a keyword: the claim of a bare premise, or the source of a quote. */
function targetOfKeyword(entry: Entry, file: MapFile): Entry | undefined {
  if (entry.head.form === "bare") return resolveBarePremise(entry);
  return entry.head.keyword === "quote" ? sourceOf(entry, importClosure(file)) : undefined;
}
