/** The list of what is left to do: paragraphs that no entry cites, entries that rest on no quote. */
import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from "vscode";
import type { ArticleLocation, CoverageResult } from "../../server/protocol/articles.ts";
import { goTo, toRange } from "../editor/navigation.ts";

interface UncitedItem extends QuickPickItem {
  readonly location?: ArticleLocation;
}

const MAX_LABEL_LENGTH = 120;

/** Goes to what the user picks. */
export async function pickUncited({ articles, unquoted }: NonNullable<CoverageResult>): Promise<void> {
  const choices: UncitedItem[] = [];
  for (const { uri, title, paragraphs } of articles) {
    const uncited = paragraphs.filter(({ cited }) => cited.length === 0);
    if (uncited.length === 0) continue;
    const document = await workspace.openTextDocument(Uri.parse(uri));
    choices.push({ label: `${title}: not cited`, kind: QuickPickItemKind.Separator });
    for (const { range } of uncited) {
      choices.push({ label: truncateLabel(document.getText(toRange(range))), location: { uri, range } });
    }
  }
  if (unquoted.length > 0) choices.push({ label: "without a quote", kind: QuickPickItemKind.Separator });
  for (const { uri, range, kind, text } of unquoted) {
    choices.push({ label: text || kind, description: kind, location: { uri, range } });
  }
  if (choices.length === 0)
    return void window.showInformationMessage("Every paragraph is cited, and every entry quotes.");
  const chosen = await window.showQuickPick(choices, { title: "Not cited yet", matchOnDescription: true });
  if (chosen?.location) await goTo(Uri.parse(chosen.location.uri), toRange(chosen.location.range));
}

function truncateLabel(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > MAX_LABEL_LENGTH ? `${line.slice(0, MAX_LABEL_LENGTH).trimEnd()}…` : line;
}
