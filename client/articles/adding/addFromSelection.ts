/** Commands that add the selected passage of an article to a map. */
import * as v from "valibot";
import { commands, type Disposable, l10n, Range, Uri, window, workspace } from "vscode";
import { type QuoteAddition, selectionArguments, selectionCommands } from "../../../server/protocol/articles.ts";
import { goTo, toRange } from "../../editor/navigation.ts";
import { LANGUAGE } from "../../language.ts";
import type { ArticleClient, EntrySpeaker, SelectedPassage } from "../articleClient.ts";
import { applyMapEdit } from "../mapChoice.ts";
import { addSelectedSpeaker, promptNewSpeaker } from "./addSpeaker.ts";
import { reportLengthenedQuote } from "./lengthenedQuote.ts";
import { pickSpeaker } from "./pickSpeaker.ts";
import { pickTarget } from "./pickTarget.ts";
import type { ShownAddition } from "./shownAddition.ts";

const additions: Readonly<Record<string, QuoteAddition>> = {
  [selectionCommands.quote]: "quote",
  [selectionCommands.claim]: "claim",
  [selectionCommands.reason]: "reason",
  [selectionCommands.objection]: "objection",
  [selectionCommands.premise]: "premise",
};

/** Registers the commands. Code actions pass the selection as argument; menus and keys use the active editor. */
export const registerSelectionCommands = (articles: ArticleClient, shownAddition: ShownAddition): Disposable[] => [
  ...Object.entries(additions).map(([command, addition]) =>
    registerSelectionCommand(command, (passage) => addPassage({ articles, shownAddition }, passage, addition)),
  ),
  registerSelectionCommand(selectionCommands.speaker, (passage) =>
    addSelectedSpeaker(articles, shownAddition, passage),
  ),
];

const registerSelectionCommand = (command: string, run: (passage: SelectedPassage) => Promise<void>): Disposable =>
  commands.registerCommand(command, async (args?: unknown) => {
    const passage = await selectedPassage(args);
    if (passage) await run(passage);
    else void window.showInformationMessage(l10n.t("No text is selected. Select a passage of the article first."));
  });

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

interface AdditionContext {
  readonly articles: ArticleClient;
  readonly shownAddition: ShownAddition;
}

/**
 * Asks for the target, the speaker and the text of the new entry, then edits the map. The focus stays in the article, except if the
 * user wants to write the text in the map.
 */
async function addPassage(
  { articles, shownAddition }: AdditionContext,
  passage: SelectedPassage,
  addition: QuoteAddition,
): Promise<void> {
  const target = await pickTarget(articles, passage.document.uri, addition);
  if (!target) return;
  const { map, entry } = target;
  const choice = addition === "quote" ? NOBODY : await chooseSpeaker(articles, passage, map, addition);
  if (!choice) return;
  const text = addition === "quote" ? "" : await promptText(addition);
  if (text === undefined) return;
  const result = await articles.createQuote(passage, {
    map,
    target: entry,
    addition,
    text: text || undefined,
    ...choice,
  });
  if (!result) return;
  if (!(await applyMapEdit(result.edit))) return;
  if (result.lengthened) reportLengthenedQuote(result.lengthened);
  if (text === "" && addition !== "quote") await goTo(result.cursor);
  else await shownAddition.show(result);
}

const NOBODY: EntrySpeaker = {};

/** Asks who says it. Changes nothing yet: the user can still cancel the addition. Undefined if the user cancels. */
async function chooseSpeaker(
  articles: ArticleClient,
  passage: SelectedPassage,
  map: string,
  addition: QuoteAddition,
): Promise<EntrySpeaker | undefined> {
  const speakers = await articles.speakers(passage, map);
  const choice = speakers && (await pickSpeaker(speakers, addition));
  if (!choice) return undefined;
  if (choice.type === "none") return NOBODY;
  return choice.type === "speaker" ? { speaker: choice.name } : promptNewSpeaker(articles, map, choice.text);
}

/** The text of the new entry: empty if the user wants to write it in the map, undefined if the user cancels. */
const promptText = (addition: Exclude<QuoteAddition, "quote">): Thenable<string | undefined> =>
  window.showInputBox({
    title: {
      claim: l10n.t("Text of the Claim"),
      reason: l10n.t("Text of the Reason"),
      objection: l10n.t("Text of the Objection"),
      premise: l10n.t("Text of the Premise"),
    }[addition],
    placeHolder: l10n.t("Say it in your own words. The selection becomes its quote."),
    prompt: l10n.t("Leave empty to type the text in the map."),
  });
