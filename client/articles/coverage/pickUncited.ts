/** A quick pick of the paragraphs that no entry cites, and of the entries that have no quote. */
import { l10n, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from "vscode";
import { truncate } from "../../../server/core/strings/truncate.ts";
import type { ArticleLocation, CoverageResult } from "../../../server/protocol/articles.ts";
import { goTo, toRange, toTextLocation } from "../../editor/navigation.ts";

interface UncitedItem extends QuickPickItem {
  readonly location?: ArticleLocation;
}

const MAX_LABEL_LENGTH = 120;

/** Lets the user pick an item, and goes to its location. */
export async function pickUncited({ articles, unquoted }: NonNullable<CoverageResult>): Promise<void> {
  const choices: UncitedItem[] = [];
  for (const { uri, title, paragraphs } of articles) {
    const uncited = paragraphs.filter(({ cited }) => cited.length === 0);
    if (uncited.length === 0) continue;
    const document = await workspace.openTextDocument(Uri.parse(uri));
    choices.push({ label: l10n.t("uncited paragraphs in {0}", title), kind: QuickPickItemKind.Separator });
    for (const { range } of uncited) {
      const label = truncate(document.getText(toRange(range)), MAX_LABEL_LENGTH);
      choices.push({ label, location: { uri, range } });
    }
  }
  if (unquoted.length > 0) {
    choices.push({ label: l10n.t("entries without a quote"), kind: QuickPickItemKind.Separator });
  }
  for (const { uri, range, kind, text } of unquoted) {
    choices.push({ label: text || kind, description: kind, location: { uri, range } });
  }
  if (choices.length === 0) {
    return void window.showInformationMessage(l10n.t("Every paragraph is cited, and every entry has a quote."));
  }
  const options = { title: l10n.t("Uncited Paragraphs and Entries Without a Quote"), matchOnDescription: true };
  const chosen = await window.showQuickPick(choices, options);
  if (chosen?.location) await goTo(toTextLocation(chosen.location));
}
