/** New speakers of maps: the command *Add Speaker from Selection*, and those of added entries. */
import { l10n, Uri, window } from "vscode";
import { baseName } from "../../../server/core/strings/baseName.ts";
import type { TargetsResult } from "../../../server/protocol/articles.ts";
import type { ArticleClient, EntrySpeaker, SelectedPassage } from "../articleClient.ts";
import { applyMapEdit, noMapMessage, visibleMaps } from "../mapChoice.ts";
import type { ShownAddition } from "./shownAddition.ts";

/**
 * Returns a new speaker, after asking for the name if there is none. The map is not changed. Undefined if the user cancels, or if the
 * text is not a name; then a message says so.
 */
export async function promptNewSpeaker(
  articles: ArticleClient,
  map: string,
  typedName: string | undefined,
): Promise<EntrySpeaker | undefined> {
  const text =
    typedName ??
    (await window.showInputBox({ title: l10n.t("Name of the New Speaker"), prompt: l10n.t("The full name") }));
  const result = text ? await articles.addSpeaker(Uri.parse(map), text) : undefined;
  if (!text || !result) return undefined;
  return result.added ? { newSpeaker: text } : { speaker: result.name };
}

/** Adds the selected name as a speaker, to the map beside the article or to one that the user picks. */
export async function addSelectedSpeaker(
  articles: ArticleClient,
  shownAddition: ShownAddition,
  { document, ranges }: SelectedPassage,
): Promise<void> {
  const targets = await articles.targets(document.uri, "");
  const map = targets && (await pickSpeakerMap(targets));
  if (map === undefined) return;
  const speaker = await articles.addSpeaker(Uri.parse(map), document.getText(ranges[0]));
  if (!speaker) return;
  const { name, added } = speaker;
  if (!added) void window.showInformationMessage(l10n.t("The map has this speaker already: {0}.", name));
  else if (await applyMapEdit(added.edit)) await shownAddition.show({ entry: added.entry, cursor: added.entry });
}

/** The only map that is visible or that cites the article; otherwise the user picks one. */
async function pickSpeakerMap({ maps }: TargetsResult): Promise<string | undefined> {
  const visible = visibleMaps();
  const citing = maps.filter(({ cites }) => cites);
  const beside = citing.filter(({ uri }) => visible.has(Uri.parse(uri).toString()));
  const candidates = beside.length > 0 ? beside : citing.length > 0 ? citing : maps;
  if (candidates.length === 1) return candidates[0]?.uri;
  if (candidates.length === 0) {
    void window.showInformationMessage(noMapMessage());
    return undefined;
  }
  const item = await window.showQuickPick(
    candidates.map(({ uri, title }) => ({ label: title, description: baseName(uri), uri })),
    { title: l10n.t("Add Speaker from Selection"), placeHolder: l10n.t("Select the map to add the speaker to") },
  );
  return item?.uri;
}
