/** Asks the user for the speakers, the tags or another property of a card's entry. */
import { l10n, type QuickPickItem, QuickPickItemKind, type Uri } from "vscode";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { PropertyChoices, SetPropertyAction } from "../../../server/protocol/tree.ts";
import { pickOrType } from "../../editor/pickOrType.ts";
import type { TreeClient } from "../treeClient.ts";

type CardProperty = SetPropertyAction["property"];

/** A value in the list. Separators have none. */
export interface PropertyItem extends QuickPickItem {
  readonly value?: string;
  /** Whether the user has typed the value, and the list does not have it. */
  readonly isNew?: boolean;
}

/** Shows the list, and returns the edit that sets the picked values. Undefined if the user cancels or changes nothing. */
export async function pickProperty(
  trees: TreeClient,
  map: Uri,
  card: CardId,
  property: CardProperty,
): Promise<SetPropertyAction | undefined> {
  const choices = await trees.propertyChoices(map, card, property);
  const picked = choices && (await pickItems(choices, property));
  if (picked === undefined) return undefined;
  const values = picked.flatMap(({ value, isNew }) =>
    value === undefined || value === "" || (isNew === true && property === "speaker") ? [] : [value],
  );
  const newSpeaker = property === "speaker" ? picked.find(({ isNew }) => isNew === true)?.value : undefined;
  if (newSpeaker === undefined && values.join("\n") === choices?.current.join("\n")) return undefined;
  return { type: "setProperty", property, values, ...(newSpeaker !== undefined && { newSpeaker }) };
}

function pickItems(choices: PropertyChoices, property: CardProperty): Promise<readonly PropertyItem[] | undefined> {
  const items = propertyItems(choices);
  return pickOrType({
    ...textsOf(property),
    items,
    current: items.filter(({ value }) => value !== undefined && choices.current.includes(value)),
    isMultiple: choices.isList,
    typedItem: (typed) => typedItem(typed, choices, property),
  });
}

/** Returns the items of the list. A list for one value begins with one that removes it, if there is one. */
export function propertyItems({ choices, current, isList }: PropertyChoices): readonly PropertyItem[] {
  const items = choices.map(
    ({ value, label, detail }): PropertyItem => ({
      label: current.includes(value) && !isList ? `$(check) ${label}` : label,
      ...(detail !== undefined && { description: detail }),
      value,
    }),
  );
  if (isList || current.length === 0) return items;
  return [...items, { label: "", kind: QuickPickItemKind.Separator }, { label: l10n.t("None"), value: "" }];
}

/** Returns the item for a typed value that the list does not have. */
export function typedItem(
  typed: string,
  { choices }: PropertyChoices,
  property: CardProperty,
): PropertyItem | undefined {
  // A tag is one word. Commas separate several.
  const value = property === "tags" ? typed.trim().replaceAll(/(?<=[^\s,])\s+(?=[^\s,])/g, "-") : typed.trim();
  const isListed = choices.some((choice) =>
    [choice.value, choice.label].some((one) => one.toLowerCase() === value.toLowerCase()),
  );
  if (value === "" || isListed || !canBeTyped(property, value)) return undefined;
  return { label: `$(add) ${newLabel(property, value)}`, value, isNew: true, alwaysShow: true };
}

/** Whether a value that the list does not have makes sense. Schemes can only be found in the list. */
function canBeTyped(property: CardProperty, value: string): boolean {
  switch (property) {
    case "speaker":
    case "tags":
      return true;
    case "likelihood":
    case "strength":
      // A percentage. Words can only be found in the list.
      return /\d/.test(value);
    case "scheme":
      return false;
    default:
      return property satisfies never;
  }
}

function newLabel(property: CardProperty, value: string): string {
  switch (property) {
    case "speaker":
      return l10n.t("New speaker “{0}”", value);
    case "tags":
      return l10n.t("New tag “{0}”", value);
    default:
      return l10n.t("Use “{0}”", value);
  }
}

function textsOf(property: CardProperty): { readonly title: string; readonly placeholder: string } {
  switch (property) {
    case "speaker":
      return { title: l10n.t("Who Says This?"), placeholder: l10n.t("Select speakers, or type a new name") };
    case "tags":
      return { title: l10n.t("Tags"), placeholder: l10n.t("Select tags, or type a new one") };
    case "likelihood":
      return { title: l10n.t("Likelihood"), placeholder: l10n.t("Select a likelihood, or type a percentage") };
    case "strength":
      return { title: l10n.t("Strength"), placeholder: l10n.t("Select a strength, or type a percentage") };
    case "scheme":
      return { title: l10n.t("Scheme"), placeholder: l10n.t("Select argumentation schemes") };
    default:
      return property satisfies never;
  }
}
