/** The items of a card's context menu. */
import {
  addableKinds,
  allowedAdditions,
  type CardProperty,
  canInvert,
  cardProperties,
  hasProperty,
  invertedKind,
} from "../../../server/core/tree/cardRules.ts";
import type { Card, CardKind } from "../../../server/core/tree/tree.ts";
import { cardKeyBindings, type EditCommand, editKeyBindings } from "../input/keyBindings.ts";
import { messages } from "../messages/messages.ts";
import { canSuppose } from "../weighing/useWeighing.ts";

/** The commands of the menu that do not edit the map. */
export type ViewCommand = "fold" | "focus" | "copy";

/** The effect of an item. */
export type MenuAction =
  | { readonly type: "edit"; readonly command: EditCommand }
  | { readonly type: "view"; readonly command: ViewCommand }
  /** Lets the user pick values for a property. */
  | { readonly type: "property"; readonly property: CardProperty }
  /** Supposes that the entry is true or false; undefined: neither. */
  | { readonly type: "suppose"; readonly isTrue: boolean | undefined };

export interface MenuItem {
  readonly label: string;
  /** The current value of a property. */
  readonly value?: string | undefined;
  readonly isEnabled: boolean;
  /** The names of the keys that choose the item. The menu shows the first one. */
  readonly keys: readonly string[];
  readonly action: MenuAction;
}

/** The card that the menu is for. */
export interface MenuTarget {
  readonly card: Card;
  /** The card with the content of the entry: the same, or the one that a reference refers to. */
  readonly fullCard: Card;
  /** The kind of the parent card; undefined for a root. */
  readonly parentKind: CardKind | undefined;
  /** Whether the card has a branch, shown or folded. */
  readonly hasBranch: boolean;
  /** The supposition about the card's entry; undefined if there is none. */
  readonly supposed: boolean | undefined;
}

const keysOf = <Name>(
  bindings: readonly { readonly command: Name; readonly keys: readonly string[] }[],
  command: Name,
): readonly string[] => bindings.find((binding) => binding.command === command)?.keys ?? [];

const editItem = (command: EditCommand, label: string, isEnabled = true): MenuItem => ({
  label,
  isEnabled,
  keys: keysOf(editKeyBindings, command),
  action: { type: "edit", command },
});

const viewItem = (command: ViewCommand, label: string, isEnabled = true): MenuItem => ({
  label,
  isEnabled,
  keys: command === "copy" ? [] : keysOf(cardKeyBindings, command),
  action: { type: "view", command },
});

/** Returns the items of the menu in groups. The last group is the one that destroys something. */
export function menuGroups(target: MenuTarget): readonly (readonly MenuItem[])[] {
  const { card, parentKind, hasBranch, supposed } = target;
  const allowed = allowedAdditions(card.kind);
  const otherKind = invertedKind(card.kind);
  const { convertToReason, convertToObjection, objectToStep, removeReference, showAlone, copyText, move } =
    messages.menu;
  const conversion =
    otherKind === undefined
      ? []
      : [
          editItem(
            "convert",
            otherKind === "reason" ? convertToReason : convertToObjection,
            canInvert(card.kind, parentKind),
          ),
        ];
  return [
    addableKinds.map((kind) => editItem(kind, messages.keys[kind], allowed.includes(kind))),
    [
      editItem("editText", messages.keys.editText),
      ...conversion,
      ...(otherKind === undefined ? [] : [editItem("objectToStep", objectToStep)]),
      editItem("move", move),
    ],
    propertyItems(target),
    [
      viewItem("fold", messages.keys.fold, hasBranch),
      viewItem("focus", showAlone, hasBranch),
      viewItem("copy", copyText),
    ],
    canSuppose(card) ? suppositionItems(supposed) : [],
    [editItem("delete", card.form === "reference" ? removeReference : messages.keys.delete)],
  ].filter((group) => group.length > 0);
}

/** Returns the items for the properties that the entry can have, with their values. */
const propertyItems = ({ fullCard }: MenuTarget): readonly MenuItem[] =>
  cardProperties
    .filter((property) => hasProperty(fullCard.kind, property))
    .map((property) => ({
      label: messages.menu.properties[property],
      value: propertyValue(fullCard, property),
      isEnabled: true,
      keys: [],
      action: { type: "property", property },
    }));

function propertyValue(card: Card, property: CardProperty): string | undefined {
  switch (property) {
    case "speaker":
      return card.speakers.join(messages.listSeparator) || undefined;
    case "tags":
      return card.tags.join(messages.listSeparator) || undefined;
    case "likelihood":
    case "strength":
      return card[property]?.label;
    case "scheme":
      return card.scheme;
    default:
      return property satisfies never;
  }
}

/** Returns the items about suppositions, first the one that the key of the card command would choose. */
function suppositionItems(supposed: boolean | undefined): readonly MenuItem[] {
  const { stopSupposing, supposeTrue, supposeFalse } = messages.menu;
  const neither = [stopSupposing, undefined] as const;
  const isTrue = [supposeTrue, true] as const;
  const isFalse = [supposeFalse, false] as const;
  const choices = supposed === undefined ? [isTrue, isFalse] : supposed ? [isFalse, neither] : [neither, isTrue];
  return choices.map(([label, value], index) => ({
    label,
    isEnabled: true,
    keys: index === 0 ? keysOf(cardKeyBindings, "suppose") : [],
    action: { type: "suppose", isTrue: value },
  }));
}
