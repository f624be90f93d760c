/** The cards of a tree with what stands above and below each, and what follows from that. */
import type { Card, CardId, Tree } from "../../tree/tree.ts";

/** What the colour of a card's bar, label and lines says. */
export type Hue = "claim" | "reason" | "objection" | "question";

/** A card in its place. */
export interface CardNode {
  readonly card: Card;
  readonly parent: CardNode | undefined;
  readonly children: readonly CardNode[];
  /** Where it comes among all cards as the tree is read, from 0. */
  readonly index: number;
  readonly hue: Hue;
  /** Who holds it, to be shown where it changes; empty for nobody or where the card above says it already. */
  readonly speakers: readonly string[];
  /** The imported file that it is from, to be shown where that changes. */
  readonly fileLabel: string | undefined;
  /** For a reference card: the card that shows the same in full. */
  readonly referencedCard: Card | undefined;
}

/** All cards in their places. */
export interface CardTree {
  readonly roots: readonly CardNode[];
  /** In the order in which the tree is read. */
  readonly nodesById: ReadonlyMap<CardId, CardNode>;
}

/** A card in its place while the tree is read. */
interface MutableCardNode extends CardNode {
  readonly children: CardNode[];
  heldBy: readonly string[];
  speakers: readonly string[];
  readonly mutableParent: MutableCardNode | undefined;
}

/** The cards of a tree in their places. A card without a place, or under a card that is not there, is left out. */
export function buildCardTree(tree: Tree): CardTree {
  const cards = new Map<CardId, Card>();
  for (const card of tree.cards) cards.set(card.id, card);
  const nodes = new Map<CardId, MutableCardNode>();
  const roots: CardNode[] = [];
  for (const position of tree.places) {
    const card = cards.get(position.card);
    const mutableParent = position.parent === undefined ? undefined : nodes.get(position.parent);
    if (card === undefined || (position.parent !== undefined && mutableParent === undefined)) continue;
    const referencedCard = card.form === "reference" && card.shows !== undefined ? cards.get(card.shows) : undefined;
    const heldBy = card.by.length > 0 || !card.inheritsBy ? card.by : (mutableParent?.heldBy ?? []);
    const hue = hueOf(card, mutableParent);
    const fileLabel = card.file === mutableParent?.card.file ? undefined : card.file;
    const node: MutableCardNode = {
      card,
      parent: mutableParent,
      mutableParent,
      children: [],
      index: nodes.size,
      hue,
      heldBy,
      speakers: [],
      fileLabel,
      referencedCard,
    };
    nodes.set(card.id, node);
    (mutableParent?.children ?? roots).push(node);
  }
  for (const node of nodes.values()) {
    // What is referred to may be drawn later in the tree, so only now is it known who holds it.
    if (node.referencedCard !== undefined)
      node.heldBy = nodes.get(node.referencedCard.id)?.heldBy ?? node.referencedCard.by;
  }
  for (const node of nodes.values()) {
    const { heldBy, mutableParent } = node;
    if (mutableParent === undefined || !haveSameNames(heldBy, mutableParent.heldBy)) node.speakers = heldBy;
  }
  return { roots, nodesById: nodes };
}

/** What is a premise of a step has the step's colour, whatever it is elsewhere. */
function hueOf({ kind, relation }: Card, parentNode: CardNode | undefined): Hue {
  if (relation === "premise" && parentNode !== undefined) return parentNode.hue;
  switch (kind) {
    case "reason":
    case "objection":
    case "question":
    case "claim":
      return kind;
    case "premise":
    case "assumption":
      return "claim";
    default:
      return kind satisfies never;
  }
}

export const haveSameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((name, index) => name === b[index]));

/** What can be changed by a new card of the same shape; kept to this file. */
interface CardFields {
  card: Card;
  referencedCard: Card | undefined;
}

/**
 * Puts cards that say something else into a forest, in the places of those that they follow. Gives all that look otherwise
 * now: these, and what refers to them. Undefined, and nothing done, where one of them changes more than itself.
 */
export function updateCards({ nodesById }: CardTree, cards: readonly Card[]): ReadonlySet<CardNode> | undefined {
  const nodes = cards.map((card) => nodesById.get(card.id));
  if (!nodes.every((node, index) => node !== undefined && hasSameStructure(node.card, cards[index]))) return undefined;
  const changed = new Set<CardNode>();
  const newCards = new Map<CardId, Card>();
  nodes.forEach((node, index) => {
    const card = cards[index];
    if (node === undefined || card === undefined) return;
    // Only this file makes standings; for all others they do not change while they are looked at.
    (node as CardFields).card = card;
    newCards.set(card.id, card);
    changed.add(node);
  });
  for (const node of nodesById.values()) {
    const target = node.referencedCard && newCards.get(node.referencedCard.id);
    if (target === undefined) continue;
    (node as CardFields).referencedCard = target;
    changed.add(node);
  }
  return changed;
}

/** Whether a card stands where another one did, and nothing around it can look otherwise but what refers to it. */
const hasSameStructure = (a: Card, b: Card | undefined): boolean =>
  b !== undefined &&
  a.kind === b.kind &&
  a.relation === b.relation &&
  a.form === b.form &&
  a.shows === b.shows &&
  a.inheritsBy === b.inheritsBy &&
  a.section === b.section &&
  a.file === b.file &&
  haveSameNames(a.by, b.by);
