/** Completion of keywords, names, values, paths and quotes. */
import type { CompletionItem, CompletionList, Position } from "vscode-languageserver";
import { fileOf } from "../../../core/language/map.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { autoImportItems } from "../../completion/autoImportItems.ts";
import type { CompletionContext } from "../../completion/completionContext.ts";
import { completionContextAt } from "../../completion/completionContextAt.ts";
import { clauseItems, lineItems, valueItems } from "../../completion/keywordItems.ts";
import { nameItems } from "../../completion/nameItems.ts";
import { pathItems } from "../../completion/pathItems.ts";
import { quoteItems } from "../../completion/quoteItems.ts";
import { sectionItems } from "../../completion/sectionItems.ts";
import { describeEntry } from "../../shared/describeEntry.ts";
import { entryFromData } from "../../shared/entryData.ts";
import { markdown, plaintext } from "../../shared/markupContent.ts";

export interface CompletionOptions {
  /** Whether the client supports snippets. */
  readonly snippets: boolean;
  /** The trigger character; undefined if the user invoked completion or typed a word. */
  readonly trigger?: string | undefined;
  /** The item properties that the client resolves when it shows an item. */
  readonly resolvableProperties?: readonly string[];
}

/**
 * Returns the completions at a position:
 *
 * - at the start of a line, the keywords allowed there and the remaining attributes of the entry above;
 * - in a head, the names that fit, also from maps that are not imported yet, and the remaining clause words;
 * - attribute values, paths, and the words of a quoted source.
 *
 * There are none in other text.
 */
export async function completion(
  workspace: Workspace,
  uri: string,
  position: Position,
  { snippets, trigger, resolvableProperties = [] }: CompletionOptions,
): Promise<CompletionList> {
  const noItems: CompletionList = { isIncomplete: false, items: [] };
  const file = workspace.get(uri)?.file;
  const context = file && completionContextAt(file, position);
  if (file === undefined || context === undefined) return noItems;
  const range = file.syntax.rangeOf({ line: context.line, ...context.columns });
  switch (context.kind) {
    case "line":
      // A user who indents a line should be able to press Enter without accepting a suggestion.
      if (trigger === " ") return noItems;
      return { isIncomplete: false, items: lineItems(file, context, range, snippets) };
    case "head": {
      const { items, more } = nameItems(file, context, range, resolvableProperties.includes("documentation"));
      const autoImports = autoImportItems(workspace, file, context, range);
      const all = [...items, ...clauseItems(context, range), ...autoImports.items];
      return { isIncomplete: more || autoImports.more, items: all };
    }
    case "value":
      if (context.key === "section")
        return { isIncomplete: false, items: sectionItems(workspace, context, range, missingSpace(context)) };
      return { isIncomplete: false, items: valueItems(context, range, missingSpace(context)) };
    case "quote":
      if (trigger === " ") return noItems;
      return { isIncomplete: true, items: quoteItems(workspace, context, range) };
    case "path":
      return { isIncomplete: false, items: await pathItems(workspace, uri, context, range, missingSpace(context)) };
  }
}

/** Returns the item with the description of its entry as documentation. */
export function resolveCompletion(
  workspace: Workspace,
  item: CompletionItem,
  options: { readonly markdown: boolean },
): CompletionItem {
  const entry = entryFromData(workspace, item.data);
  if (entry === undefined) return item;
  const markup = options.markdown ? markdown : plaintext;
  const file = fileOf(entry);
  return {
    ...item,
    documentation: { kind: markup.kind, value: describeEntry(entry, file, workspace.withImporters(file), markup) },
  };
}

/** The space to insert before a value if it would otherwise follow the colon directly. */
const missingSpace = ({ line, columns }: CompletionContext): string =>
  line.scanned.raw.charAt(columns.start - 1) === ":" ? " " : "";
