/**
 * Names for cards that outlive the server, as their identities do not: the name of the entry, else how its text
 * begins, and the same of the card above. Pure.
 */

import { parentsOf } from "../../../server/core/picture/explore.ts";
import type { Card, CardId, Tree } from "../../../server/core/tree/tree.ts";

/** Characters of a text that tell it from others well enough, and survive most typing. */
const enough = 40;

type Names = (card: CardId) => string | undefined;

/** How a map is left is told again and again while the picture moves: the tree is the same one then. */
const known = new WeakMap<Tree, Names>();

/** Names each card of a tree. */
export function landmarksOf(tree: Tree): Names {
  const names = known.get(tree) ?? namesIn(tree);
  known.set(tree, names);
  return names;
}

function namesIn(tree: Tree): Names {
  const cards = new Map(tree.cards.map((card) => [card.id, card]));
  const parents = parentsOf(tree);
  return (id) => {
    const card = cards.get(id);
    if (card === undefined) return undefined;
    const parent = parents.get(id);
    const above = parent === undefined ? undefined : cards.get(parent);
    // A named entry has one card in full, wherever it stands.
    if (card.name !== undefined && card.form !== "reference") return own(card);
    return `${own(card)}\n${above === undefined ? "" : own(above)}`;
  };
}

/** Words are told apart by more than their kind, which one may turn; where there are none, that is all there is. */
const own = ({ form, kind, name, text }: Card): string => {
  const sign = form === "reference" ? ">" : "";
  return name === undefined ? `${sign}${text.slice(0, enough) || kind}` : `${sign}#${name}`;
};

/** Finds the cards of a tree, but for some, by such names; the first one where several are called alike. */
export function byLandmark(tree: Tree, but?: ReadonlySet<CardId>): (landmark: string) => CardId | undefined {
  const found = called(tree, but);
  return (landmark) => found.get(landmark)?.[0];
}

/** The cards of each name, in the order of the tree. */
function called(tree: Tree, but?: ReadonlySet<CardId>): ReadonlyMap<string, readonly CardId[]> {
  const nameOf = landmarksOf(tree);
  const found = new Map<string, CardId[]>();
  for (const { card } of tree.places) {
    const name = but?.has(card) ? undefined : nameOf(card);
    if (name === undefined) continue;
    const alike = found.get(name);
    if (alike === undefined) found.set(name, [card]);
    else alike.push(card);
  }
  return found;
}

const away = "(away) ";
/**
 * What stands for a card that is gone: it has its landmark, by which it is found when it comes back – as the one whose head
 * is being retyped does. No card of a tree has such an identity: the server's are numbers and addresses.
 */
const awaiting = (landmark: string): CardId => `${away}${landmark}` as CardId;
/** The landmark of a card that is gone; undefined for any other one. */
export const awaited = (card: CardId): string | undefined =>
  card.startsWith(away) ? card.slice(away.length) : undefined;

export type Successor = (card: CardId) => CardId | undefined;

/**
 * From the cards of one tree to those of a later one of the same map: by identity where it is there, as no other card has
 * the same one, else by name. Of a card that is gone, what stands for it until it comes back.
 */
export function successors(before: Tree, after: Tree): Successor {
  const [old, now] = [idsOf(before), idsOf(after)];
  // Nothing is called by its name before it has to be.
  let find: ReturnType<typeof byLandmark> | undefined;
  return (card) => {
    if (now.has(card)) return card;
    const name = awaited(card) ?? landmarksOf(before)(card);
    if (name === undefined) return undefined;
    find ??= byLandmark(after, old);
    return find(name) ?? awaiting(name);
  };
}

/**
 * The same for what is to be done to a card, which must be done to no other one: undefined where the card is gone, or where
 * more than one is called so, in either tree.
 */
export function soleSuccessors(before: Tree, after: Tree): Successor {
  const now = idsOf(after);
  let both: readonly ReturnType<typeof called>[] | undefined;
  return (card) => {
    if (now.has(card)) return card;
    const name = landmarksOf(before)(card);
    if (name === undefined) return undefined;
    both ??= [called(before), called(after)];
    const [was, is] = both.map((names) => names.get(name) ?? []);
    return was?.length === 1 && is?.length === 1 ? is[0] : undefined;
  };
}

const idsOf = ({ cards }: Tree): ReadonlySet<CardId> => new Set(cards.map(({ id }) => id));
