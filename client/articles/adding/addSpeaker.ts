/** Adds speakers to maps: the command *Add Speaker from Selection*, and new ones for added entries. */
import { l10n, Uri, window } from "vscode";
import { baseName } from "../../../server/core/strings/baseName.ts";
import type { TargetsResult } from "../../../server/protocol/articles.ts";
import type { ArticleClient, SelectedPassage } from "../articleClient.ts";
import { applyMapEdit, noMapMessage, visibleMaps } from "../mapChoice.ts";
import type { Addition, ShownAddition } from "./shownAddition.ts";

/** The speaker of a map, by the name that its entries write; `addition` if the speaker is new. */
interface MapSpeaker {
  readonly name: string;
  readonly addition: Addition | undefined;
}

/** Adds a speaker to a map. Undefined if that is not possible; then a message says why. */
export async function addSpeaker(articles: ArticleClient, map: string, text: string): Promise<MapSpeaker | undefined> {
  const result = await articles.addSpeaker(Uri.parse(map), text);
  if (!result) return undefined;
  const { name, added } = result;
  if (!added) return { name, addition: undefined };
  return (await applyMapEdit(added.edit)) ? { name, addition: { entry: added.entry, cursor: added.entry } } : undefined;
}

/** Adds a new speaker, after asking for the name if there is none. Undefined if the user cancels. */
export async function addNewSpeaker(
  articles: ArticleClient,
  map: string,
  typedName: string | undefined,
): Promise<string | undefined> {
  const text =
    typedName ??
    (await window.showInputBox({ title: l10n.t("Name of the New Speaker"), prompt: l10n.t("The full name") }));
  return text ? (await addSpeaker(articles, map, text))?.name : undefined;
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
  const speaker = await addSpeaker(articles, map, document.getText(ranges[0]));
  if (speaker?.addition) await shownAddition.show(speaker.addition);
  else if (speaker) void window.showInformationMessage(l10n.t("The map has this speaker already: {0}.", speaker.name));
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
