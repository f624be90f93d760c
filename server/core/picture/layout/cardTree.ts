/** The cards of a tree linked to their parents and children, with the properties that they derive from them. */
import { isSameList } from "../../tree/isSameList.ts";
import type { Card, CardId, Tree } from "../../tree/tree.ts";
import type { Hue } from "../model.ts";

/** A card at its position in the tree. */
export interface CardNode {
  readonly card: Card;
  readonly parent: CardNode | undefined;
  readonly children: readonly CardNode[];
  /** The index of the card in preorder, from 0. */
  readonly index: number;
  readonly hue: Hue;
  /** The speakers to show; empty if there are none or the parent has the same. */
  readonly speakers: readonly string[];
  /** The imported file to show; undefined if the parent is from the same file. */
  readonly fileLabel: string | undefined;
  /** For a reference card: the card that shows the entry in full. */
  readonly referencedCard: Card | undefined;
  /** For a reference to a step without name and words: its premises. */
  readonly restsOn: readonly Card[];
  /** The cards of the claims that this one contradicts, as far as they can be listed on a card. */
  readonly contradicts: readonly Card[];
  /** Whether another entry uses the claim of this card as a premise, so that it is not a main claim. */
  readonly isUsedAsPremise: boolean;
  /** Whether a reference card refers to this one, so that it must be recognizable by its name. */
  readonly isReferenced: boolean;
}

/** All cards at their positions. */
export interface CardTree {
  readonly roots: readonly CardNode[];
  /** In preorder. */
  readonly nodesById: ReadonlyMap<CardId, CardNode>;
}

/** A node while the tree is built. */
interface MutableCardNode extends CardNode {
  readonly children: CardNode[];
  heldBy: readonly string[];
  speakers: readonly string[];
  isReferenced: boolean;
  readonly mutableParent: MutableCardNode | undefined;
}

/** Links the cards of a tree. Leaves out cards without a position and cards whose parent is missing. */
export function buildCardTree(tree: Tree): CardTree {
  const cards = new Map<CardId, Card>();
  for (const card of tree.cards) cards.set(card.id, card);
  const usedAsPremise = new Set<CardId | undefined>();
  for (const { form, relation, referencedCard } of tree.cards)
    if (form === "reference" && relation === "premise") usedAsPremise.add(referencedCard);
  const contradicted = contradictedCards(tree, cards);
  const nodes = new Map<CardId, MutableCardNode>();
  const roots: CardNode[] = [];
  for (const position of tree.positions) {
    const card = cards.get(position.card);
    const mutableParent = position.parent === undefined ? undefined : nodes.get(position.parent);
    if (card === undefined || (position.parent !== undefined && mutableParent === undefined)) continue;
    const node: MutableCardNode = {
      card,
      parent: mutableParent,
      mutableParent,
      children: [],
      index: nodes.size,
      hue: hueOf(card, mutableParent),
      heldBy: card.speakers.length > 0 || !card.inheritsSpeakers ? card.speakers : (mutableParent?.heldBy ?? []),
      speakers: [],
      fileLabel: card.file === mutableParent?.card.file ? undefined : card.file,
      isReferenced: false,
      isUsedAsPremise: usedAsPremise.has(card.id),
      contradicts: contradicted.get(card.id) ?? NO_CARDS,
      restsOn: card.restsOn.flatMap((id) => cards.get(id) ?? []),
      referencedCard:
        card.form === "reference" && card.referencedCard !== undefined ? cards.get(card.referencedCard) : undefined,
    };
    nodes.set(card.id, node);
    (mutableParent?.children ?? roots).push(node);
  }
  // A second pass, as a reference or a copy may precede the card that it refers to.
  for (const node of nodes.values()) {
    const { card, referencedCard, mutableParent } = node;
    if (card.referencedCard === undefined) continue;
    const original = nodes.get(card.referencedCard);
    if (original !== undefined) node.heldBy = original.heldBy;
    else if (referencedCard !== undefined) node.heldBy = referencedCard.speakers;
    else if (card.inheritsSpeakers && card.speakers.length === 0) node.heldBy = mutableParent?.heldBy ?? [];
    if (original !== undefined && referencedCard !== undefined) original.isReferenced = true;
  }
  for (const node of nodes.values()) {
    const { heldBy, mutableParent } = node;
    if (mutableParent === undefined || !isSameList(heldBy, mutableParent.heldBy)) node.speakers = heldBy;
  }
  return { roots, nodesById: nodes };
}

const NO_CARDS: readonly Card[] = [];

/** More contradictions than this are not listed on a card. */
const MAX_LISTED = 5;

/** For each card with contradictions, the cards that it contradicts. */
function contradictedCards(
  { contradictions }: Tree,
  cards: ReadonlyMap<CardId, Card>,
): ReadonlyMap<CardId, readonly Card[]> {
  const contradicted = new Map<CardId, Card[]>();
  const add = (from: CardId, to: CardId): void => {
    const [card, listed] = [cards.get(to), contradicted.get(from) ?? []];
    if (card === undefined || listed.length >= MAX_LISTED) return;
    listed.push(card);
    contradicted.set(from, listed);
  };
  for (const { a, b } of contradictions) {
    add(a, b);
    add(b, a);
  }
  return contradicted;
}

/** Premises have the hue of their step. */
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

/** The fields of a node that `updateCards` replaces. */
interface CardFields {
  card: Card;
  referencedCard: Card | undefined;
  restsOn: readonly Card[];
  contradicts: readonly Card[];
}

/**
 * Replaces cards in a tree with newer versions.
 * @returns the nodes that look different now: those of the cards and those of their references. Undefined, with the tree
 * unchanged, if a card differs in a way that may affect other cards.
 */
export function updateCards({ nodesById }: CardTree, cards: readonly Card[]): ReadonlySet<CardNode> | undefined {
  const nodes = cards.map((card) => nodesById.get(card.id));
  if (!nodes.every((node, index) => node !== undefined && hasSameStructure(node.card, cards[index]))) return undefined;
  const changed = new Set<CardNode>();
  const newCards = new Map<CardId, Card>();
  nodes.forEach((node, index) => {
    const card = cards[index];
    if (node === undefined || card === undefined) return;
    // Nodes are readonly to all other modules. Only this one creates and updates them.
    (node as CardFields).card = card;
    newCards.set(card.id, card);
    changed.add(node);
  });
  const isChanged = ({ id }: Card): boolean => newCards.has(id);
  const newest = (card: Card): Card => newCards.get(card.id) ?? card;
  for (const node of nodesById.values()) {
    const { referencedCard, restsOn, contradicts } = node;
    if (referencedCard === undefined && restsOn.length === 0 && contradicts.length === 0) continue;
    const isReferenceChanged = referencedCard !== undefined && isChanged(referencedCard);
    if (!isReferenceChanged && !restsOn.some(isChanged) && !contradicts.some(isChanged)) continue;
    (node as CardFields).referencedCard = referencedCard && newest(referencedCard);
    (node as CardFields).restsOn = restsOn.map(newest);
    (node as CardFields).contradicts = contradicts.map(newest);
    changed.add(node);
  }
  return changed;
}

/** Whether replacing one card with the other affects no other cards than its references. */
const hasSameStructure = (a: Card, b: Card | undefined): boolean =>
  b !== undefined &&
  a.kind === b.kind &&
  a.relation === b.relation &&
  a.form === b.form &&
  a.referencedCard === b.referencedCard &&
  isSameList(a.restsOn, b.restsOn) &&
  a.inheritsSpeakers === b.inheritsSpeakers &&
  a.section === b.section &&
  a.file === b.file &&
  isSameList(a.speakers, b.speakers);
