/**
 * Names for cards that outlive the server, whose identities do not: the name of the entry, else how its text
 * begins, and the same of the card above. Pure.
 */
import type { Card, CardId, Tree } from "../../server/language/tree.ts";
import { parentsOf } from "../../server/picture/explore.ts";

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
  const nameOf = landmarksOf(tree);
  const found = new Map<string, CardId>();
  for (const { card } of tree.places) {
    const name = but?.has(card) ? undefined : nameOf(card);
    if (name !== undefined && !found.has(name)) found.set(name, card);
  }
  return (landmark) => found.get(landmark);
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
 * From the cards of one tree to those of a later one of the same map: by identity where the server that gave them is the
 * same, else by name. Of a card that is gone, what stands for it until it comes back.
 */
export const successors = (before: Tree, after: Tree): Successor =>
  sameIdentities(before, after) ? heirs(before, after) : byNames(before, after, undefined);

/** The same where it is known that both are of the same server. */
export function heirs(before: Tree, after: Tree): Successor {
  const [old, now] = [idsOf(before), idsOf(after)];
  const byName = byNames(before, after, old);
  return (card) => (now.has(card) ? card : byName(card));
}

/** Nothing is called by its name before it has to be. */
function byNames(before: Tree, after: Tree, but: ReadonlySet<CardId> | undefined): Successor {
  let find: ReturnType<typeof byLandmark> | undefined;
  return (card) => {
    const name = awaited(card) ?? landmarksOf(before)(card);
    if (name === undefined) return undefined;
    find ??= byLandmark(after, but);
    return find(name) ?? awaiting(name);
  };
}

const idsOf = ({ cards }: Tree): ReadonlySet<CardId> => new Set(cards.map(({ id }) => id));

/** Whether most of what both trees call alike is the same: a server that has started anew counts from the beginning. */
function sameIdentities(before: Tree, after: Tree): boolean {
  const old = new Map(before.cards.map((card) => [card.id, card]));
  const both = after.cards.filter(({ id }) => old.has(id));
  const same = both.filter(({ id, kind, text }) => {
    const was = old.get(id);
    return was?.kind === kind && was.text === text;
  });
  return both.length > 0 && same.length * 2 >= both.length;
}
