/** Applies a change to a tree. */
import type { Card, CardId, CardMove, CardPosition, Tree, TreeChange } from "./tree.ts";

/**
 * The tree after a change. Cards and positions are in preorder. Unchanged cards are the same objects as before. Takes time
 * linear in the size of the tree.
 */
export function applyChange(tree: Tree, change: TreeChange): Tree {
  const cards = new Map<CardId, Card>();
  for (const card of tree.cards) cards.set(card.id, card);
  for (const id of change.removed) cards.delete(id);
  for (const card of change.changed) cards.set(card.id, card);

  const { title, language, metadata } = change;
  const about = { title, language, ...(metadata && { metadata }) };
  const contradictions = change.contradictions ?? tree.contradictions;
  const restatements = change.restatements ?? tree.restatements;
  const sections = change.sections ?? tree.sections;
  if (change.removed.length === 0 && change.moved.length === 0) {
    return {
      ...about,
      cards: [...cards.values()],
      positions: tree.positions,
      contradictions,
      restatements,
      sections,
    };
  }
  const siblings = new SiblingLists(tree.positions);
  for (const id of change.removed) siblings.remove(id);
  for (const move of change.moved) siblings.insert(move);
  const positions = siblings.toPositions();
  const orderedCards = positions.flatMap(({ card }) => cards.get(card) ?? []);
  return { ...about, cards: orderedCards, positions, contradictions, restatements, sections };
}

/** A card among its siblings. */
interface SiblingNode {
  readonly card: CardId;
  parent: CardId | undefined;
  previous: SiblingNode | undefined;
  next: SiblingNode | undefined;
}

interface SiblingList {
  first: SiblingNode | undefined;
  last: SiblingNode | undefined;
}

/** The children of each card as doubly linked lists, so that each move takes constant time. */
class SiblingLists {
  readonly #nodes = new Map<CardId, SiblingNode>();
  readonly #lists = new Map<CardId | undefined, SiblingList>();

  constructor(positions: readonly CardPosition[]) {
    for (const { card, parent } of positions) this.insert({ card, parent, before: undefined });
  }

  /** Inserts a card, or moves it with its descendants. */
  insert({ card, parent, before }: CardMove): void {
    this.remove(card);
    const node: SiblingNode = { card, parent, previous: undefined, next: undefined };
    this.#nodes.set(card, node);
    const list = this.#listOf(parent);
    const next = before === undefined ? undefined : this.#nodes.get(before);
    // If `before` is not a child of the parent, the card becomes the last child.
    node.next = next?.parent === parent ? next : undefined;
    node.previous = node.next ? node.next.previous : list.last;
    if (node.previous) node.previous.next = node;
    else list.first = node;
    if (node.next) node.next.previous = node;
    else list.last = node;
  }

  remove(card: CardId): void {
    const node = this.#nodes.get(card);
    if (node === undefined) return;
    const list = this.#listOf(node.parent);
    if (node.previous) node.previous.next = node.next;
    else list.first = node.next;
    if (node.next) node.next.previous = node.previous;
    else list.last = node.previous;
    this.#nodes.delete(card);
  }

  /** All positions in preorder. */
  toPositions(): CardPosition[] {
    const positions: CardPosition[] = [];
    const pending: SiblingNode[] = [];
    let node = this.#lists.get(undefined)?.first;
    while (node !== undefined) {
      positions.push({ card: node.card, parent: node.parent });
      if (node.next) pending.push(node.next);
      node = this.#lists.get(node.card)?.first ?? pending.pop();
    }
    return positions;
  }

  #listOf(parent: CardId | undefined): SiblingList {
    let list = this.#lists.get(parent);
    if (list === undefined) {
      list = { first: undefined, last: undefined };
      this.#lists.set(parent, list);
    }
    return list;
  }
}
