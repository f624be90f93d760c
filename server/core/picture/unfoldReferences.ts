/**
 * Shows what stands under an unfolded reference: copies of the cards under the card that it refers to. A copy has an id of
 * its own and, as `referencedCard`, the card that it copies. So it shares with that card all that belongs to the entry.
 */
import type { Card, CardId, CardPosition, Tree } from "../tree/tree.ts";

/** A tree with copies of cards under its unfolded references. */
export interface UnfoldedTree {
  readonly tree: Tree;
  /** For each folded reference that can be unfolded, the number of cards that it would show. */
  readonly folded: ReadonlyMap<CardId, number>;
}

/** Separates the id of a reference from that of a card copied under it. No other id contains this control character. */
const COPY_SEPARATOR = "\u001f";

/** The id of the copy of a card under a reference. */
const copyId = (reference: CardId, card: CardId): CardId => `${reference}${COPY_SEPARATOR}${card}` as CardId; // Made here only.

/** The card of the map that a card of the picture shows: the copied card of a copy, else the card itself. */
export const originalCardId = (id: CardId): CardId => id.slice(id.lastIndexOf(COPY_SEPARATOR) + 1) as CardId;

/** The ids that a card's id consists of: those of the unfolded references that it is under, then that of the original. */
export const cardIdPath = (id: CardId): readonly CardId[] => id.split(COPY_SEPARATOR) as CardId[];

/** The id that consists of these. */
export const joinCardIds = (path: readonly CardId[]): CardId => path.join(COPY_SEPARATOR) as CardId;

/** Whether a card shows an entry that is shown in full elsewhere: it is a reference, or a copy under one. */
export const isShownElsewhere = ({ form, referencedCard }: Pick<Card, "form" | "referencedCard">): boolean =>
  form === "reference" || referencedCard !== undefined;

/** Whether a card is a copy under an unfolded reference. */
export const isCopy = (id: CardId): boolean => id.includes(COPY_SEPARATOR);

/** Adds copies under the unfolded references. Returns the same tree if there are none. Takes linear time. */
export function unfoldReferences(tree: Tree, unfolded: ReadonlySet<CardId>): UnfoldedTree {
  const folded = new Map<CardId, number>();
  const known = unfolded.size === 0 ? foldedCache.get(tree.positions) : undefined;
  if (known !== undefined) return { tree, folded: known };
  const references = referencesIn(tree.cards);
  if (references.size === 0) return { tree, folded };
  const { positions } = tree;
  const branches = indexBranches(positions);
  const cards = new Map<CardId, Card>();
  if (unfolded.size > 0) for (const card of tree.cards) cards.set(card.id, card);
  const output: CardPosition[] = [];
  const copies: Card[] = [];

  /** Adds copies of the branch of `target` under a reference, which is inside `enclosing`. */
  const addCopies = (reference: CardId, target: Branch, enclosing: readonly Enclosing[]): void => {
    for (let index = target.start + 1; index <= target.end; index++) {
      const position = positions[index];
      const card = position && cards.get(position.card);
      if (position === undefined || card === undefined) continue;
      const { parent } = position;
      const id = copyId(reference, card.id);
      const isChild = parent === undefined || branches.get(parent)?.start === target.start;
      output.push({ card: id, parent: isChild ? reference : copyId(reference, parent) });
      copies.push(copyOf(card, id));
      visitReference(card.id, id, index, enclosing);
    }
  };
  /** Unfolds a reference, or counts what it would show. `id` is that of the reference or of its copy. */
  const visitReference = (original: CardId, id: CardId, index: number, enclosing: readonly Enclosing[]): void => {
    const referenced = references.get(original);
    const target = referenced === undefined ? undefined : branches.get(referenced);
    if (target === undefined || target.start === target.end || isInside(target, index, enclosing)) return;
    if (unfolded.has(id)) addCopies(id, target, [...enclosing, { index, target }]);
    else folded.set(id, target.end - target.start);
  };

  if (![...references.keys()].some((id) => unfolded.has(id))) {
    for (const id of references.keys()) visitReference(id, id, branches.get(id)?.start ?? 0, []);
    foldedCache.set(positions, folded);
    return { tree, folded };
  }
  positions.forEach((position, index) => {
    output.push(position);
    visitReference(position.card, position.card, index, []);
  });
  return { tree: { ...tree, cards: [...tree.cards, ...copies], positions: output }, folded };
}

/** The folded references by the positions of a tree. An edit of a text changes neither the list of positions nor a reference. */
const foldedCache = new WeakMap<readonly CardPosition[], ReadonlyMap<CardId, number>>();

/** The indexes of the first and last position in the branch of a card, in preorder. */
interface Branch {
  readonly start: number;
  readonly end: number;
}

/** An unfolded reference that others are inside: the index of its position, and the branch that it shows. */
interface Enclosing {
  readonly index: number;
  readonly target: Branch;
}

const contains = ({ start, end }: Branch, index: number): boolean => start <= index && index <= end;

/**
 * Whether a reference is inside the branch that it refers to, so that unfolding it would never end: above it, as it is
 * shown, is the card that it refers to, or another reference to that card.
 */
function isInside(target: Branch, index: number, enclosing: readonly Enclosing[]): boolean {
  const path = [...enclosing.map((one) => one.index), index];
  return path.some((at, depth) => {
    // Above a copied reference, only the branch that is copied is shown.
    const shown = enclosing[depth - 1]?.target;
    return contains(target, at) && (shown === undefined || contains(shown, target.start));
  });
}

/** The references that refer to a card of the tree, with that card. */
function referencesIn(cards: readonly Card[]): ReadonlyMap<CardId, CardId> {
  const references = new Map<CardId, CardId>();
  for (const { id, form, referencedCard } of cards)
    if (form === "reference" && referencedCard !== undefined) references.set(id, referencedCard);
  return references;
}

/** An edit of a text moves no card, so the next tree has the same list of positions. */
const branchCache = new WeakMap<readonly CardPosition[], ReadonlyMap<CardId, Branch>>();

function indexBranches(positions: readonly CardPosition[]): ReadonlyMap<CardId, Branch> {
  const known = branchCache.get(positions);
  if (known !== undefined) return known;
  const branches = new Map<CardId, { readonly start: number; end: number }>();
  positions.forEach(({ card }, start) => {
    branches.set(card, { start, end: start });
  });
  // In reverse preorder, children come before their parents.
  for (const { card, parent } of positions.toReversed()) {
    const above = parent === undefined ? undefined : branches.get(parent);
    if (above !== undefined) above.end = Math.max(above.end, branches.get(card)?.end ?? 0);
  }
  branchCache.set(positions, branches);
  return branches;
}

/** The copies of each card, so that an unchanged card has unchanged copies. */
const copyCache = new WeakMap<Card, Map<CardId, Card>>();

function copyOf(card: Card, id: CardId): Card {
  const copies = copyCache.get(card) ?? new Map<CardId, Card>();
  copyCache.set(card, copies);
  // The copy of a reference refers to the same card as the reference.
  const copy = copies.get(id) ?? { ...card, id, referencedCard: card.referencedCard ?? card.id };
  copies.set(id, copy);
  return copy;
}
