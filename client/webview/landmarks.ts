/**
 * Names for cards that outlive the server, whose identities do not: the name of the entry, else its kind and how its text
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

const own = ({ form, kind, name, text }: Card): string => {
  const sign = form === "reference" ? ">" : "";
  return name === undefined ? `${sign}${kind} ${text.slice(0, enough)}` : `${sign}#${name}`;
};

/** Finds the cards of a tree by such names; the first one where several are called alike. */
export function byLandmark(tree: Tree): (landmark: string) => CardId | undefined {
  const nameOf = landmarksOf(tree);
  const found = new Map<string, CardId>();
  for (const { card } of tree.places) {
    const name = nameOf(card);
    if (name !== undefined && !found.has(name)) found.set(name, card);
  }
  return (landmark) => found.get(landmark);
}

/**
 * From the cards of one tree to those of a later one of the same map: by identity where the server that gave them is the
 * same, else by name.
 */
export function successors(before: Tree, after: Tree): (card: CardId) => CardId | undefined {
  if (sameIdentities(before, after)) return (card) => card;
  const nameOf = landmarksOf(before);
  const find = byLandmark(after);
  return (card) => {
    const name = nameOf(card);
    return name === undefined ? undefined : find(name);
  };
}

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
