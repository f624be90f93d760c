/**
 * Stable keys for cards, whose ids are valid only as long as the server runs. A key consists of the entry's name, or else
 * of the beginning of its text, and of the same for the parent card.
 */
import type { Card, CardId, Tree } from "../tree/tree.ts";
import { parentsOf } from "./explore.ts";
import { cardIdPath } from "./unfoldReferences.ts";

/** Enough characters to tell texts apart, and few enough that most edits do not change them. */
const KEY_TEXT_LENGTH = 40;

type KeyOfCard = (card: CardId) => string | undefined;

/** The view is saved repeatedly while the user pans, each time with the same tree. */
const keysCache = new WeakMap<Tree, KeyOfCard>();

/** Returns the function from the cards of a tree to their keys; it returns undefined for a card that is not in the tree. */
export function stableKeys(tree: Tree): KeyOfCard {
  const keyOf = keysCache.get(tree) ?? computeKeys(tree);
  keysCache.set(tree, keyOf);
  return keyOf;
}

function computeKeys(tree: Tree): KeyOfCard {
  const cards = new Map(tree.cards.map((card) => [card.id, card]));
  const parents = parentsOf(tree);
  const keyOf = (id: CardId): string | undefined => {
    const card = cards.get(id);
    if (card === undefined) return undefined;
    const parent = parents.get(id);
    const parentCard = parent === undefined ? undefined : cards.get(parent);
    // Only one card shows a named entry in full, so its key does not need the parent's.
    if (card.name !== undefined && card.form !== "reference") return ownKey(card);
    return `${ownKey(card)}\n${parentCard === undefined ? "" : ownKey(parentCard)}`;
  };
  // The key of a copy under an unfolded reference consists of the keys of that reference and of the card.
  return (id) => allDefined(cardIdPath(id).map(keyOf))?.join(COPY_KEY_SEPARATOR);
}

/** Between the keys of a reference and of a card copied under it. */
export const COPY_KEY_SEPARATOR = "\u001f";

/** Returns the items if none is undefined, else undefined. */
export const allDefined = <Item>(items: readonly (Item | undefined)[]): readonly Item[] | undefined =>
  items.every((item) => item !== undefined) ? items : undefined;

/** The kind is part of the key only for a card without text, because a reason can be converted to an objection. */
const ownKey = ({ form, kind, name, text }: Card): string => {
  const prefix = form === "reference" ? ">" : "";
  return name === undefined ? `${prefix}${text.slice(0, KEY_TEXT_LENGTH) || kind}` : `${prefix}#${name}`;
};
