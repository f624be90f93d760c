/**
 * Names for cards that outlive the server, as their identities do not: the name of the entry, else how its text
 * begins, and the same of the card above. Pure.
 */

import { parentsOf } from "../../../server/core/picture/explore.ts";
import type { Card, CardId, Tree } from "../../../server/core/tree/tree.ts";

/** Characters of a text that tell it from others well enough, and survive most typing. */
const KEY_TEXT_LENGTH = 40;

type KeyOfCard = (card: CardId) => string | undefined;

/** How a map is left is told again and again while the picture moves: the tree is the same one then. */
const keysCache = new WeakMap<Tree, KeyOfCard>();

/** Names each card of a tree. */
export function stableKeys(tree: Tree): KeyOfCard {
  const keyOf = keysCache.get(tree) ?? computeKeys(tree);
  keysCache.set(tree, keyOf);
  return keyOf;
}

function computeKeys(tree: Tree): KeyOfCard {
  const cards = new Map(tree.cards.map((card) => [card.id, card]));
  const parents = parentsOf(tree);
  return (id) => {
    const card = cards.get(id);
    if (card === undefined) return undefined;
    const parent = parents.get(id);
    const parentCard = parent === undefined ? undefined : cards.get(parent);
    // A named entry has one card in full, wherever it stands.
    if (card.name !== undefined && card.form !== "reference") return ownKey(card);
    return `${ownKey(card)}\n${parentCard === undefined ? "" : ownKey(parentCard)}`;
  };
}

/** Words are told apart by more than their kind, which one may turn; where there are none, that is all there is. */
const ownKey = ({ form, kind, name, text }: Card): string => {
  const prefix = form === "reference" ? ">" : "";
  return name === undefined ? `${prefix}${text.slice(0, KEY_TEXT_LENGTH) || kind}` : `${prefix}#${name}`;
};

/** Finds the cards of a tree, but for some, by such names; the first one where several are called alike. */
export function findByKey(tree: Tree, excluded?: ReadonlySet<CardId>): (key: string) => CardId | undefined {
  const matches = cardsByKey(tree, excluded);
  return (key) => matches.get(key)?.[0];
}

/** The cards of each name, in the order of the tree. */
function cardsByKey(tree: Tree, excluded?: ReadonlySet<CardId>): ReadonlyMap<string, readonly CardId[]> {
  const keyOf = stableKeys(tree);
  const byKey = new Map<string, CardId[]>();
  for (const { card } of tree.places) {
    const key = excluded?.has(card) ? undefined : keyOf(card);
    if (key === undefined) continue;
    const sameKey = byKey.get(key);
    if (sameKey === undefined) byKey.set(key, [card]);
    else sameKey.push(card);
  }
  return byKey;
}

const MISSING_PREFIX = "(away) ";
/**
 * What stands for a card that is gone: it has its landmark, by which it is found when it comes back – as the one whose head
 * is being retyped does. No card of a tree has such an identity: the server's are numbers and addresses.
 */
const missingCardId = (key: string): CardId => `${MISSING_PREFIX}${key}` as CardId;
/** The landmark of a card that is gone; undefined for any other one. */
export const missingCardKey = (card: CardId): string | undefined =>
  card.startsWith(MISSING_PREFIX) ? card.slice(MISSING_PREFIX.length) : undefined;

export type CardMapping = (card: CardId) => CardId | undefined;

/**
 * From the cards of one tree to those of a later one of the same map: by identity where it is there, as no other card has
 * the same one, else by name. Of a card that is gone, what stands for it until it comes back.
 */
export function mapCards(before: Tree, after: Tree): CardMapping {
  const [oldIds, newIds] = [cardIds(before), cardIds(after)];
  // Nothing is called by its name before it has to be.
  let findCard: ReturnType<typeof findByKey> | undefined;
  return (card) => {
    if (newIds.has(card)) return card;
    const key = missingCardKey(card) ?? stableKeys(before)(card);
    if (key === undefined) return undefined;
    findCard ??= findByKey(after, oldIds);
    return findCard(key) ?? missingCardId(key);
  };
}

/**
 * The same for what is to be done to a card, which must be done to no other one: undefined where the card is gone, or where
 * more than one is called so, in either tree.
 */
export function mapUniqueCards(before: Tree, after: Tree): CardMapping {
  const newIds = cardIds(after);
  let keyIndexes: readonly ReturnType<typeof cardsByKey>[] | undefined;
  return (card) => {
    if (newIds.has(card)) return card;
    const key = stableKeys(before)(card);
    if (key === undefined) return undefined;
    keyIndexes ??= [cardsByKey(before), cardsByKey(after)];
    const [oldMatches, newMatches] = keyIndexes.map((keyIndex) => keyIndex.get(key) ?? []);
    return oldMatches?.length === 1 && newMatches?.length === 1 ? newMatches[0] : undefined;
  };
}

const cardIds = ({ cards }: Tree): ReadonlySet<CardId> => new Set(cards.map(({ id }) => id));
