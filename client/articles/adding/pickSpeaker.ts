/** Asks the user who says what is added to a map. */
import { l10n, type QuickPickItem, QuickPickItemKind } from "vscode";
import type { QuoteAddition, SpeakersResult } from "../../../server/protocol/articles.ts";
import { pickOrType } from "../../editor/pickOrType.ts";

/** An answer to *Who says this?*. */
export type SpeakerChoice =
  | { readonly type: "speaker"; readonly name: string }
  /** A speaker whom the map does not have yet, with the name if the user has typed it. */
  | { readonly type: "new"; readonly text?: string }
  /** The new entry names nobody. A reason or premise then inherits the speaker of the entry above it. */
  | { readonly type: "none" };

export interface SpeakerItem extends QuickPickItem {
  /** Undefined for separators. */
  readonly choice?: SpeakerChoice;
}

/**
 * The first item is the speaker of the paragraph. If it has none, it is a name in the paragraph, or nobody. Reasons and premises
 * rather have the speaker of the entry above than a name that may be of somebody else.
 */
export function speakerItems({ speakers, names }: SpeakersResult, addition: QuoteAddition): readonly SpeakerItem[] {
  const inherits = addition === "reason" || addition === "premise";
  const none: SpeakerItem = {
    label: `$(circle-slash) ${inherits ? l10n.t("The same as the entry above") : l10n.t("Nobody in particular")}`,
    choice: { type: "none" },
  };
  const added: SpeakerItem = { label: `$(add) ${l10n.t("New speaker…")}`, choice: { type: "new" } };
  const speakerItem = ({ name, text }: SpeakersResult["speakers"][number]): SpeakerItem => ({
    label: `$(person) ${text || name}`,
    ...(text !== "" && text !== name && { description: name }),
    choice: { type: "speaker", name },
  });
  const inParagraph = speakers.filter((speaker) => speaker.isInParagraph).map(speakerItem);
  const others = speakers.filter((speaker) => !speaker.isInParagraph).map(speakerItem);
  const named = names.map(newSpeakerItem);
  if (inParagraph.length === 0 && (inherits || named.length === 0)) return [none, ...named, ...others, added];
  const separator = (label: string): SpeakerItem => ({ label, kind: QuickPickItemKind.Separator });
  return [separator(l10n.t("in this paragraph")), ...inParagraph, ...named, separator(""), ...others, added, none];
}

/** The item for a speaker whom the map does not have yet. */
const newSpeakerItem = (text: string): SpeakerItem => ({
  label: `$(add) ${l10n.t("New speaker “{0}”", text)}`,
  choice: { type: "new", text },
});

/** The item for a name that the user has typed and that is not a speaker of the map yet. */
export function typedSpeakerItem({ speakers, names }: SpeakersResult, typed: string): SpeakerItem | undefined {
  const text = typed.trim();
  const listed = [...speakers.flatMap((speaker) => [speaker.name, speaker.text]), ...names];
  if (text === "" || listed.some((one) => one.toLowerCase() === text.toLowerCase())) return undefined;
  return { ...newSpeakerItem(text), alwaysShow: true };
}

/** Shows the list. A name that is not in it can be typed. Undefined if the user cancels. */
export async function pickSpeaker(
  speakers: SpeakersResult,
  addition: QuoteAddition,
): Promise<SpeakerChoice | undefined> {
  const picked = await pickOrType({
    title: l10n.t("Who Says This?"),
    placeholder: l10n.t("Select a speaker, or type a new name"),
    items: speakerItems(speakers, addition),
    typedItem: (typed) => typedSpeakerItem(speakers, typed),
  });
  return picked?.[0]?.choice;
}
