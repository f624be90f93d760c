/** The cards of a tree with what stands above and below each, and what follows from that. */
import type { Card, CardId, Tree } from "../../tree/tree.ts";

/** What the colour of a card's bar, label and lines says. */
export type Hue = "claim" | "reason" | "objection" | "question";

/** A card in its place. */
export interface Standing {
  readonly card: Card;
  readonly parent: Standing | undefined;
  readonly children: readonly Standing[];
  /** Where it comes among all cards as the tree is read, from 0. */
  readonly index: number;
  readonly hue: Hue;
  /** Who holds it, to be shown where it changes; empty for nobody or where the card above says it already. */
  readonly speakers: readonly string[];
  /** The imported file that it is from, to be shown where that changes. */
  readonly file: string | undefined;
  /** For a reference card: the card that shows the same in full. */
  readonly target: Card | undefined;
}

/** All cards in their places. */
export interface Forest {
  readonly roots: readonly Standing[];
  /** In the order in which the tree is read. */
  readonly all: ReadonlyMap<CardId, Standing>;
}

/** A card in its place while the tree is read. */
interface Open extends Standing {
  readonly children: Standing[];
  heldBy: readonly string[];
  speakers: readonly string[];
  readonly above: Open | undefined;
}

/** The cards of a tree in their places. A card without a place, or under a card that is not there, is left out. */
export function forest(tree: Tree): Forest {
  const cards = new Map<CardId, Card>();
  for (const card of tree.cards) cards.set(card.id, card);
  const placed = new Map<CardId, Open>();
  const roots: Standing[] = [];
  for (const place of tree.places) {
    const card = cards.get(place.card);
    const above = place.parent === undefined ? undefined : placed.get(place.parent);
    if (card === undefined || (place.parent !== undefined && above === undefined)) continue;
    const target = card.form === "reference" && card.shows !== undefined ? cards.get(card.shows) : undefined;
    const heldBy = card.by.length > 0 || !card.inheritsBy ? card.by : (above?.heldBy ?? []);
    const hue = hueOf(card, above);
    const file = card.file === above?.card.file ? undefined : card.file;
    const standing: Open = {
      card,
      parent: above,
      above,
      children: [],
      index: placed.size,
      hue,
      heldBy,
      speakers: [],
      file,
      target,
    };
    placed.set(card.id, standing);
    (above?.children ?? roots).push(standing);
  }
  for (const standing of placed.values()) {
    // What is referred to may be drawn later in the tree, so only now is it known who holds it.
    if (standing.target !== undefined) standing.heldBy = placed.get(standing.target.id)?.heldBy ?? standing.target.by;
  }
  for (const standing of placed.values()) {
    const { heldBy, above } = standing;
    if (above === undefined || !sameNames(heldBy, above.heldBy)) standing.speakers = heldBy;
  }
  return { roots, all: placed };
}

/** What is a premise of a step has the step's colour, whatever it is elsewhere. */
function hueOf({ kind, relation }: Card, parent: Standing | undefined): Hue {
  if (relation === "premise" && parent !== undefined) return parent.hue;
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

export const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((name, index) => name === b[index]));

/** What can be changed by a new card of the same shape; kept to this file. */
interface Changing {
  card: Card;
  target: Card | undefined;
}

/**
 * Puts cards that say something else into a forest, in the places of those that they follow. Gives all that look otherwise
 * now: these, and what refers to them. Undefined, and nothing done, where one of them changes more than itself.
 */
export function retell({ all }: Forest, cards: readonly Card[]): ReadonlySet<Standing> | undefined {
  const standings = cards.map((card) => all.get(card.id));
  if (!standings.every((standing, index) => standing !== undefined && standsAlike(standing.card, cards[index])))
    return undefined;
  const changed = new Set<Standing>();
  const told = new Map<CardId, Card>();
  standings.forEach((standing, index) => {
    const card = cards[index];
    if (standing === undefined || card === undefined) return;
    // Only this file makes standings; for all others they do not change while they are looked at.
    (standing as Changing).card = card;
    told.set(card.id, card);
    changed.add(standing);
  });
  for (const standing of all.values()) {
    const target = standing.target && told.get(standing.target.id);
    if (target === undefined) continue;
    (standing as Changing).target = target;
    changed.add(standing);
  }
  return changed;
}

/** Whether a card stands where another one did, and nothing around it can look otherwise but what refers to it. */
const standsAlike = (a: Card, b: Card | undefined): boolean =>
  b !== undefined &&
  a.kind === b.kind &&
  a.relation === b.relation &&
  a.form === b.form &&
  a.shows === b.shows &&
  a.inheritsBy === b.inheritsBy &&
  a.section === b.section &&
  a.file === b.file &&
  sameNames(a.by, b.by);
