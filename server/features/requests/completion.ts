import type { CompletionItem, CompletionList, Position } from "vscode-languageserver";
import { fileOf } from "../../core/language/map.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { farItems } from "../completion/autoImportItems.ts";
import { type Expected, expectedAt } from "../completion/completionContext.ts";
import { clauseItems, lineItems, valueItems } from "../completion/keywordItems.ts";
import { nameItems } from "../completion/nameItems.ts";
import { pathItems } from "../completion/pathItems.ts";
import { quoteItems } from "../completion/quoteItems.ts";
import { describe } from "../shared/describeEntry.ts";
import { identified } from "../shared/entryData.ts";
import { markdown, plaintext } from "../shared/markupContent.ts";

export interface CompletionOptions {
  /** Whether the client takes snippets, texts with places to fill in. */
  readonly snippets: boolean;
  /** The character whose typing made the client ask; undefined where the user did, or was typing a word. */
  readonly trigger?: string | undefined;
  /** What of an item the client asks for when it is looked at. */
  readonly resolves?: readonly string[];
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
  { snippets, trigger, resolves = [] }: CompletionOptions,
): Promise<CompletionList> {
  const none: CompletionList = { isIncomplete: false, items: [] };
  const file = workspace.get(uri)?.file;
  const expected = file && expectedAt(file, position);
  if (file === undefined || expected === undefined) return none;
  const range = file.syntax.rangeOf({ line: expected.line, ...expected.at });
  switch (expected.kind) {
    case "line":
      // Whoever indents a line has not asked for anything yet: the next Enter is to end it, not to take an offer.
      if (trigger === " ") return none;
      return { isIncomplete: false, items: lineItems(file, expected, range, snippets) };
    case "head": {
      const { items, more } = nameItems(file, expected, range, resolves.includes("documentation"));
      const far = farItems(workspace, file, expected, range);
      const all = [...items, ...clauseItems(expected, range), ...far.items];
      return { isIncomplete: more || far.more, items: all };
    }
    case "value":
      return { isIncomplete: false, items: valueItems(expected, range, gapBefore(expected)) };
    case "quote":
      if (trigger === " ") return none;
      return { isIncomplete: true, items: quoteItems(workspace, expected, range) };
    case "path":
      return { isIncomplete: false, items: await pathItems(workspace, uri, expected, range, gapBefore(expected)) };
  }
}

/** An item with what its entry says and rests on, for the client that shows it. */
export function resolveCompletion(
  workspace: Workspace,
  item: CompletionItem,
  options: { readonly markdown: boolean },
): CompletionItem {
  const entry = identified(workspace, item.data);
  if (entry === undefined) return item;
  const markup = options.markdown ? markdown : plaintext;
  const file = fileOf(entry);
  return {
    ...item,
    documentation: { kind: markup.kind, value: describe(entry, file, workspace.usersOf(file), markup) },
  };
}

/** The space that is still to be typed between a colon and what follows it. */
const gapBefore = ({ line, at }: Expected): string => (line.reading.raw.charAt(at.start - 1) === ":" ? " " : "");
