/** A change of a tree, carried out. */
import type { Card, CardId, Move, Place, Tree, TreeChange } from "./tree.ts";

/**
 * The tree after a change. Its cards and places are listed as the tree is read: a card, then all below it, then its next
 * sibling. Cards that did not change are the same objects as before. Takes time in proportion to the size of the tree.
 */
export function applyChange(tree: Tree, change: TreeChange): Tree {
  const cards = new Map<CardId, Card>();
  for (const card of tree.cards) cards.set(card.id, card);
  for (const id of change.removed) cards.delete(id);
  for (const card of change.changed) cards.set(card.id, card);

  const ties = change.ties ?? tree.ties;
  const sections = change.sections ?? tree.sections;
  if (change.removed.length === 0 && change.moved.length === 0) {
    return { title: change.title, cards: [...cards.values()], places: tree.places, ties, sections };
  }
  const siblings = new Siblings(tree.places);
  for (const id of change.removed) siblings.take(id);
  for (const move of change.moved) siblings.put(move);
  const places = siblings.places();
  const ordered = places.flatMap(({ card }) => cards.get(card) ?? []);
  return { title: change.title, cards: ordered, places, ties, sections };
}

/** A card among its siblings. */
interface Link {
  readonly card: CardId;
  parent: CardId | undefined;
  previous: Link | undefined;
  next: Link | undefined;
}

interface Row {
  first: Link | undefined;
  last: Link | undefined;
}

/** The cards under each parent as doubly linked rows, so that a move costs the same wherever it goes. */
class Siblings {
  readonly #links = new Map<CardId, Link>();
  readonly #rows = new Map<CardId | undefined, Row>();

  constructor(places: readonly Place[]) {
    for (const { card, parent } of places) this.put({ card, parent, before: undefined });
  }

  /** Puts a card, with all below it, under a parent; takes it from where it stood. */
  put({ card, parent, before }: Move): void {
    this.take(card);
    const link: Link = { card, parent, previous: undefined, next: undefined };
    this.#links.set(card, link);
    const row = this.#row(parent);
    const next = before === undefined ? undefined : this.#links.get(before);
    // A sibling that is not there is no place to stand before: last is the nearest sensible reading.
    link.next = next?.parent === parent ? next : undefined;
    link.previous = link.next ? link.next.previous : row.last;
    if (link.previous) link.previous.next = link;
    else row.first = link;
    if (link.next) link.next.previous = link;
    else row.last = link;
  }

  take(card: CardId): void {
    const link = this.#links.get(card);
    if (link === undefined) return;
    const row = this.#row(link.parent);
    if (link.previous) link.previous.next = link.next;
    else row.first = link.next;
    if (link.next) link.next.previous = link.previous;
    else row.last = link.previous;
    this.#links.delete(card);
  }

  /** All places, each card followed by those below it. */
  places(): Place[] {
    const places: Place[] = [];
    const open: Link[] = [];
    let link = this.#rows.get(undefined)?.first;
    while (link !== undefined) {
      places.push({ card: link.card, parent: link.parent });
      if (link.next) open.push(link.next);
      link = this.#rows.get(link.card)?.first ?? open.pop();
    }
    return places;
  }

  #row(parent: CardId | undefined): Row {
    let row = this.#rows.get(parent);
    if (row === undefined) {
      row = { first: undefined, last: undefined };
      this.#rows.set(parent, row);
    }
    return row;
  }
}
