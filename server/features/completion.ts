import type { CompletionList, Position } from "vscode-languageserver";
import type { Workspace } from "../workspace/workspace.ts";
import { type Expected, expectedAt } from "./expected.ts";
import { nameItems } from "./names.ts";
import { pathItems } from "./paths.ts";
import { clauseItems, lineItems, valueItems } from "./words.ts";

export interface CompletionOptions {
  /** Whether the client takes snippets, texts with places to fill in. */
  readonly snippets: boolean;
  /** The character whose typing made the client ask; undefined where the user did, or was typing a word. */
  readonly trigger?: string | undefined;
}

/**
 * What can be written at a position: at the start of a line the keywords that may stand there and the attributes that the
 * entry above takes; in a head the names that fit, with what they stand for, and the clause words still to be had; values
 * of attributes; paths. In prose nothing.
 */
export async function completion(
  workspace: Workspace,
  uri: string,
  position: Position,
  { snippets, trigger }: CompletionOptions,
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
      const { items, more } = nameItems(file, expected, range);
      return { isIncomplete: more, items: [...items, ...clauseItems(expected, range)] };
    }
    case "value":
      return { isIncomplete: false, items: valueItems(expected, range, gapBefore(expected)) };
    case "path":
      return { isIncomplete: false, items: await pathItems(workspace, uri, expected, range, gapBefore(expected)) };
  }
}

/** The space that is still to be typed between a colon and what follows it. */
const gapBefore = ({ line, at }: Expected): string => (line.reading.raw.charAt(at.start - 1) === ":" ? " " : "");
