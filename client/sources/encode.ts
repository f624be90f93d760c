/** Commands that put a passage of an article into a map. */
import * as v from "valibot";
import { commands, type Disposable, Range, Uri, window, workspace } from "vscode";
import { type Addition, selectionArguments, selectionCommands } from "../../server/protocol/articles.ts";
import { goTo, rangeOf } from "../editor/navigation.ts";
import { LANGUAGE } from "../languageClient.ts";
import type { Articles, Passage } from "./articleClient.ts";
import { pickTarget } from "./pickTarget.ts";

const additions: Readonly<Record<string, Addition>> = {
  [selectionCommands.quote]: "quote",
  [selectionCommands.claim]: "claim",
  [selectionCommands.reason]: "reason",
  [selectionCommands.objection]: "objection",
  [selectionCommands.premise]: "premise",
};

/** Registers them: for the lightbulb, which says what is selected, and for menus and keys, which mean the active editor. */
export const registerEncoding = (articles: Articles): Disposable[] =>
  Object.entries(additions).map(([command, add]) =>
    commands.registerCommand(command, async (given?: unknown) => {
      const passage = await passageOf(given);
      if (passage) await encode(articles, passage, add);
      else void window.showInformationMessage("Select the words of the article that are to be quoted first.");
    }),
  );

async function passageOf(given: unknown): Promise<Passage | undefined> {
  const parsed = v.safeParse(selectionArguments, given);
  if (parsed.success) {
    const { uri, range } = parsed.output;
    return { document: await workspace.openTextDocument(Uri.parse(uri)), ranges: [rangeOf(range)] };
  }
  const editor = window.activeTextEditor;
  const ranges = editor?.selections.filter(({ isEmpty }) => !isEmpty) ?? [];
  if (!editor || ranges.length === 0 || editor.document.languageId === LANGUAGE) return undefined;
  return { document: editor.document, ranges: ranges.map(({ start, end }) => new Range(start, end)) };
}

/** Asks where the passage is to go and what the entry says, and writes it there. */
async function encode(articles: Articles, passage: Passage, add: Addition): Promise<void> {
  const target = await pickTarget(articles, passage.document.uri, add);
  if (!target) return;
  const text = add === "quote" ? "" : await askText(add);
  if (text === undefined) return;
  const { map, entry } = target;
  const written = await articles.quote(passage, { map, target: entry, add, text: text || undefined });
  if (!written) return;
  const done = await workspace.applyEdit(written.edit);
  if (done) await goTo(written.place.uri, written.place.range);
  else void window.showWarningMessage("The map has changed meanwhile. Try again.");
}

/** What the new entry says: nothing where that is to be written in the map; undefined where the user thinks better of it. */
const askText = (add: Addition): Thenable<string | undefined> =>
  window.showInputBox({
    title: `What does the ${add} say?`,
    prompt: "In your own words, or nothing to write it in the map.",
  });
