/** Commands that put a passage of an article into a map. */
import * as v from "valibot";
import { commands, type Disposable, Range, Uri, window, workspace } from "vscode";
import { type QuoteAddition, selectionArguments, selectionCommands } from "../../server/protocol/articles.ts";
import { goTo, toRange } from "../editor/navigation.ts";
import { LANGUAGE } from "../languageClient.ts";
import type { ArticleClient, SelectedPassage } from "./articleClient.ts";
import { pickTarget } from "./pickTarget.ts";

const additions: Readonly<Record<string, QuoteAddition>> = {
  [selectionCommands.quote]: "quote",
  [selectionCommands.claim]: "claim",
  [selectionCommands.reason]: "reason",
  [selectionCommands.objection]: "objection",
  [selectionCommands.premise]: "premise",
};

/** Registers them: for the lightbulb, which says what is selected, and for menus and keys, which mean the active editor. */
export const registerEncodeCommands = (articles: ArticleClient): Disposable[] =>
  Object.entries(additions).map(([command, add]) =>
    commands.registerCommand(command, async (args?: unknown) => {
      const passage = await selectedPassage(args);
      if (passage) await encodePassage(articles, passage, add);
      else void window.showInformationMessage("Select the words of the article that are to be quoted first.");
    }),
  );

async function selectedPassage(args: unknown): Promise<SelectedPassage | undefined> {
  const parsed = v.safeParse(selectionArguments, args);
  if (parsed.success) {
    const { uri, range } = parsed.output;
    return { document: await workspace.openTextDocument(Uri.parse(uri)), ranges: [toRange(range)] };
  }
  const editor = window.activeTextEditor;
  const ranges = editor?.selections.filter(({ isEmpty }) => !isEmpty) ?? [];
  if (!editor || ranges.length === 0 || editor.document.languageId === LANGUAGE) return undefined;
  return { document: editor.document, ranges: ranges.map(({ start, end }) => new Range(start, end)) };
}

/** Asks where the passage is to go and what the entry says, and writes it there. */
async function encodePassage(articles: ArticleClient, passage: SelectedPassage, add: QuoteAddition): Promise<void> {
  const target = await pickTarget(articles, passage.document.uri, add);
  if (!target) return;
  const text = add === "quote" ? "" : await promptText(add);
  if (text === undefined) return;
  const { map, entry } = target;
  const result = await articles.createQuote(passage, { map, target: entry, add, text: text || undefined });
  if (!result) return;
  const isApplied = await workspace.applyEdit(result.edit);
  if (isApplied) await goTo(result.location.uri, result.location.range);
  else void window.showWarningMessage("The map has changed meanwhile. Try again.");
}

/** What the new entry says: nothing where that is to be written in the map; undefined where the user thinks better of it. */
const promptText = (add: QuoteAddition): Thenable<string | undefined> =>
  window.showInputBox({
    title: `What does the ${add} say?`,
    prompt: "In your own words, or nothing to write it in the map.",
  });
