/** The list of what is left to do: paragraphs that no entry cites, entries that rest on no quote. */
import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from "vscode";
import type { ArticlePlace, CoverageResult } from "../../server/protocol/articles.ts";
import { goTo, rangeOf } from "../editor/navigation.ts";

interface Choice extends QuickPickItem {
  readonly place?: ArticlePlace;
}

const MOST_LETTERS = 120;

/** Goes to what the user picks. */
export async function pickUncited({ articles, unquoted }: NonNullable<CoverageResult>): Promise<void> {
  const choices: Choice[] = [];
  for (const { uri, title, paragraphs } of articles) {
    const left = paragraphs.filter(({ cited }) => cited.length === 0);
    if (left.length === 0) continue;
    const document = await workspace.openTextDocument(Uri.parse(uri));
    choices.push({ label: `${title}: not cited`, kind: QuickPickItemKind.Separator });
    for (const { range } of left) {
      choices.push({ label: beginning(document.getText(rangeOf(range))), place: { uri, range } });
    }
  }
  if (unquoted.length > 0) choices.push({ label: "without a quote", kind: QuickPickItemKind.Separator });
  for (const { uri, range, kind, text } of unquoted) {
    choices.push({ label: text || kind, description: kind, place: { uri, range } });
  }
  if (choices.length === 0)
    return void window.showInformationMessage("Every paragraph is cited, and every entry quotes.");
  const chosen = await window.showQuickPick(choices, { title: "Not cited yet", matchOnDescription: true });
  if (chosen?.place) await goTo(Uri.parse(chosen.place.uri), rangeOf(chosen.place.range));
}

function beginning(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS).trimEnd()}…` : line;
}
