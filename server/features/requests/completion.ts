import type { CompletionItem, CompletionList, Position } from "vscode-languageserver";
import { fileOf } from "../../core/language/map.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { autoImportItems } from "../completion/autoImportItems.ts";
import { type CompletionContext, completionContextAt } from "../completion/completionContext.ts";
import { clauseItems, lineItems, valueItems } from "../completion/keywordItems.ts";
import { nameItems } from "../completion/nameItems.ts";
import { pathItems } from "../completion/pathItems.ts";
import { quoteItems } from "../completion/quoteItems.ts";
import { describeEntry } from "../shared/describeEntry.ts";
import { entryFromData } from "../shared/entryData.ts";
import { markdown, plaintext } from "../shared/markupContent.ts";

export interface CompletionOptions {
  /** Whether the client takes snippets, texts with places to fill in. */
  readonly snippets: boolean;
  /** The character whose typing made the client ask; undefined where the user did, or was typing a word. */
  readonly trigger?: string | undefined;
  /** What of an item the client asks for when it is looked at. */
  readonly resolvableProperties?: readonly string[];
}

/**
 * What can be written at a position: at the start of a line the keywords that may stand there and the attributes that the
 * entry above takes; in a head the names that fit, with what they stand for, and the clause words still to be had; values
 * of attributes; paths; the words of a quoted source. In other prose nothing.
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
      // Whoever indents a line has not asked for anything yet: the next Enter is to end it, not to take an offer.
      if (trigger === " ") return noItems;
      return { isIncomplete: false, items: lineItems(file, context, range, snippets) };
    case "head": {
      const { items, more } = nameItems(file, context, range, resolvableProperties.includes("documentation"));
      const autoImports = autoImportItems(workspace, file, context, range);
      const all = [...items, ...clauseItems(context, range), ...autoImports.items];
      return { isIncomplete: more || autoImports.more, items: all };
    }
    case "value":
      return { isIncomplete: false, items: valueItems(context, range, missingSpace(context)) };
    case "quote":
      if (trigger === " ") return noItems;
      return { isIncomplete: true, items: quoteItems(workspace, context, range) };
    case "path":
      return { isIncomplete: false, items: await pathItems(workspace, uri, context, range, missingSpace(context)) };
  }
}

/** An item with what its entry says and rests on, for the client that shows it. */
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

/** The space that is still to be typed between a colon and what follows it. */
const missingSpace = ({ line, columns }: CompletionContext): string =>
  line.scanned.raw.charAt(columns.start - 1) === ":" ? " " : "";
