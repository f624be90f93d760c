/** Finds cards by their stable keys: in a saved view, and in a later tree of the same map. */
import { allDefined, COPY_KEY_SEPARATOR, stableKeys } from "../../../server/core/picture/stableKeys.ts";
import { cardIdPath, isCopy, joinCardIds } from "../../../server/core/picture/unfoldReferences.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";

/** Returns the function from keys to cards of a tree. Excluded cards are not found; of several with one key, the first is. */
export function findByKey(tree: Tree, excluded?: ReadonlySet<CardId>): (key: string) => CardId | undefined {
  const matches = cardsByKey(tree, excluded);
  return (key) => {
    const path = allDefined(key.split(COPY_KEY_SEPARATOR).map((part) => matches.get(part)?.[0]));
    return path && joinCardIds(path);
  };
}

/** The cards of each key, in the order of the tree. */
function cardsByKey(tree: Tree, excluded?: ReadonlySet<CardId>): ReadonlyMap<string, readonly CardId[]> {
  const keyOf = stableKeys(tree);
  const byKey = new Map<string, CardId[]>();
  for (const { card } of tree.positions) {
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
 * Returns a placeholder id for a card that is gone. It contains the card's key, by which the card is found when it
 * reappears, for example after the user has retyped its head. It cannot equal an id from the server.
 */
const missingCardId = (key: string): CardId => `${MISSING_PREFIX}${key}` as CardId; // The page creates ids only here and for a draft.

/** Returns the key in a placeholder id; undefined for the id of a card. */
export const missingCardKey = (card: CardId): string | undefined =>
  card.startsWith(MISSING_PREFIX) ? card.slice(MISSING_PREFIX.length) : undefined;

/** Returns the card of a later tree for a card of an earlier one; undefined if there is none. */
export type CardMapping = (card: CardId) => CardId | undefined;

/**
 * Maps the cards of a tree to those of a later tree of the same map: by id if the id still exists, else by key. A card
 * that is gone is mapped to a placeholder id until it reappears.
 */
export function mapCards(before: Tree, after: Tree): CardMapping {
  const [oldIds, newIds] = [cardIds(before), cardIds(after)];
  // Computed only when an id is gone, because it takes a pass over the tree.
  let findCard: ReturnType<typeof findByKey> | undefined;
  const mapCard = (card: CardId): CardId | undefined => {
    if (newIds.has(card)) return card;
    const key = missingCardKey(card) ?? stableKeys(before)(card);
    if (key === undefined) return undefined;
    findCard ??= findByKey(after, oldIds);
    return findCard(key) ?? missingCardId(key);
  };
  return (card) => {
    if (!isCopy(card)) return mapCard(card);
    // A copy goes with the reference that it is under.
    const path = allDefined(cardIdPath(card).map(mapCard));
    return path?.some((id) => missingCardKey(id) !== undefined) ? undefined : path && joinCardIds(path);
  };
}

/**
 * Like {@link mapCards}, but for edits, which must never reach another card: returns undefined if the card is gone or its
 * key is not unique in both trees.
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
