/**
 * Selects the part of a tree to show: folded branches, a focused branch, a filter. All functions take time linear in the
 * size of the tree; without folds, focus and filter, the tree is returned as it is.
 */
import type { Gap } from "../tree/gaps.ts";
import type { Card, CardId, CardKind, CardPosition, Tree } from "../tree/tree.ts";
import { isCopy, unfoldReferences } from "./unfoldReferences.ts";

/** The view options of the user. Ids of cards that no longer exist are ignored. */
export interface Exploration {
  /** Cards whose descendants are hidden. */
  readonly folded: ReadonlySet<CardId>;
  /** References that show what stands under the card that they refer to. */
  readonly unfolded: ReadonlySet<CardId>;
  /** If set, only this card and its descendants are shown. */
  readonly focus: CardId | undefined;
  readonly filter: Filter;
  /** Cards whose long text is shown in full. */
  readonly openTexts: ReadonlySet<CardId>;
}

/** A card matches if it has one of the chosen values in each facet. A facet without chosen values matches all cards. */
export interface Filter {
  /** Those who hold, accept or reject the card, by their titles. */
  readonly speakers: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly kinds: ReadonlySet<CardKind>;
  /** The gaps of the cards. */
  readonly gaps: ReadonlySet<Gap>;
  /** Questions. They match with all their descendants. */
  readonly questions: ReadonlySet<CardId>;
  /** Whether cards that do not match are hidden instead of dimmed. */
  readonly hidesNonMatches: boolean;
  /** Cards that are always shown, with their ancestors, such as search results and cards being edited. */
  readonly exempt: ReadonlySet<CardId>;
}

/** The filter that all cards match. */
export const noFilter: Filter = {
  speakers: new Set(),
  tags: new Set(),
  kinds: new Set(),
  gaps: new Set(),
  questions: new Set(),
  hidesNonMatches: false,
  exempt: new Set(),
};

/** The exploration that shows the whole map. */
export const wholeMap: Exploration = {
  folded: new Set(),
  unfolded: new Set(),
  focus: undefined,
  filter: noFilter,
  openTexts: new Set(),
};

/** A tree after folding, focus and filter. */
export interface ExploredTree {
  /** The tree with the positions of visible cards only. It has all cards, as references show the text of hidden cards. */
  readonly tree: Tree;
  /** For each folded card with descendants, the number of descendants hidden. For a reference, what it would show. */
  readonly hidden: ReadonlyMap<CardId, number>;
  /** Visible cards that neither match the filter nor are ancestors of a match. */
  readonly dimmed: ReadonlySet<CardId>;
  /** The number of cards that match the filter, folded ones included; undefined if there is no filter. */
  readonly matchCount: number | undefined;
  /** The path from the root to the focused card; empty if there is no focus. */
  readonly focusPath: readonly Card[];
}

/** Whether a filter has chosen values. */
export const isFiltering = ({ speakers, tags, kinds, gaps, questions }: Filter): boolean =>
  speakers.size + tags.size + kinds.size + gaps.size + questions.size > 0;

/** Applies an exploration to a tree. Returns the same tree object if all of it is shown. */
export function applyExploration(wholeTree: Tree, { folded, unfolded, focus, filter }: Exploration): ExploredTree {
  const { tree, folded: foldedReferences } = unfoldReferences(wholeTree, unfolded);
  const branch = focus === undefined ? undefined : focusBranch(tree, focus);
  const focusedTree = branch?.tree ?? tree;
  const filtered = isFiltering(filter) ? applyFilter(focusedTree, matchingCards(tree, filter), filter) : undefined;
  const { tree: visibleTree, hidden } = applyFolds(filtered?.tree ?? focusedTree, folded, foldedReferences);
  return {
    tree: visibleTree,
    hidden,
    dimmed: filtered?.dimmed ?? new Set(),
    matchCount: filtered?.matchCount,
    focusPath: branch?.focusPath ?? [],
  };
}

/** The branch of the focused card; undefined if the card is not in the tree. */
function focusBranch(tree: Tree, focus: CardId): Pick<ExploredTree, "tree" | "focusPath"> | undefined {
  const parents = parentsOf(tree);
  if (!parents.has(focus)) return undefined;
  const inBranch = new Set([focus]);
  const positions: CardPosition[] = [];
  for (const { card, parent } of tree.positions) {
    if (card === focus) positions.push({ card, parent: undefined });
    else if (parent !== undefined && inBranch.has(parent)) {
      inBranch.add(card);
      positions.push({ card, parent });
    }
  }
  const path = new Set([focus, ...ancestorsOf(parents, focus)]);
  const onPath = new Map<CardId, Card>();
  for (const card of tree.cards) if (path.has(card.id)) onPath.set(card.id, card);
  const focusPath = [...path].reverse().flatMap((id) => onPath.get(id) ?? []);
  // The focused card shows the speakers that it inherits, as its ancestors are hidden.
  const holders = holdersAlong(focusPath);
  const cards = tree.cards.map((card) =>
    card.id === focus && card.speakers.length === 0 && holders.length > 0 ? { ...card, speakers: holders } : card,
  );
  return { tree: { ...tree, cards, positions }, focusPath };
}

/** The speakers who hold the last card of a path, given from the root. */
const holdersAlong = (path: readonly Card[]): readonly string[] =>
  path.reduce<readonly string[]>(
    (holders, { speakers, inheritsSpeakers }) => (speakers.length > 0 || !inheritsSpeakers ? speakers : holders),
    [],
  );

/** The speakers who hold a card, its own or inherited. */
export function holdersOf(tree: Tree, card: CardId): readonly string[] {
  const cards = new Map(tree.cards.map((one) => [one.id, one]));
  const path = [card, ...ancestorsOf(parentsOf(tree), card)].reverse();
  return holdersAlong(path.flatMap((id) => cards.get(id) ?? []));
}

/** Hides or dims the cards that neither match nor are ancestors of a match. */
function applyFilter(
  tree: Tree,
  matches: ReadonlySet<CardId>,
  { hidesNonMatches, exempt }: Filter,
): Pick<ExploredTree, "tree" | "dimmed" | "matchCount"> {
  const keptCards = withAncestors(tree, exempt.size === 0 ? matches : new Set([...matches, ...exempt]));
  const matchCount = tree.positions.filter(({ card }) => matches.has(card) && !isCopy(card)).length;
  if (hidesNonMatches) {
    const positions = tree.positions.filter(({ card }) => keptCards.has(card));
    return { tree: { ...tree, positions }, dimmed: new Set(), matchCount };
  }
  const dimmed = new Set(tree.positions.flatMap(({ card }) => (keptCards.has(card) ? [] : [card])));
  return { tree, dimmed, matchCount };
}

/** The matches with all their ancestors. */
function withAncestors({ positions }: Tree, matches: ReadonlySet<CardId>): ReadonlySet<CardId> {
  const keptCards = new Set<CardId>();
  // In reverse preorder, children come before their parents.
  for (const { card, parent } of positions.toReversed()) {
    if (matches.has(card)) keptCards.add(card);
    if (keptCards.has(card) && parent !== undefined) keptCards.add(parent);
  }
  return keptCards;
}

/** Hides the descendants of folded cards. `foldedReferences` have none, but are folded too. */
function applyFolds(
  tree: Tree,
  folded: ReadonlySet<CardId>,
  foldedReferences: ReadonlyMap<CardId, number>,
): Pick<ExploredTree, "tree" | "hidden"> {
  if (folded.size === 0) return { tree, hidden: foldedReferences };
  const hidden = new Map(foldedReferences);
  /** For each hidden card, its visible ancestor that is folded. */
  const foldedInto = new Map<CardId, CardId>();
  const positions: CardPosition[] = [];
  for (const position of tree.positions) {
    const { card, parent } = position;
    const foldedCard =
      parent === undefined
        ? undefined
        : folded.has(parent) && !foldedInto.has(parent)
          ? parent
          : foldedInto.get(parent);
    if (foldedCard === undefined) {
      positions.push(position);
      continue;
    }
    foldedInto.set(card, foldedCard);
    hidden.set(foldedCard, (hidden.get(foldedCard) ?? 0) + 1);
  }
  return positions.length === tree.positions.length ? { tree, hidden } : { tree: { ...tree, positions }, hidden };
}

/** All cards that match a filter. */
export function matchingCards(tree: Tree, { speakers, tags, kinds, gaps, questions }: Filter): ReadonlySet<CardId> {
  const holders = speakers.size > 0 ? holdersByCard(tree) : new Map<CardId, readonly string[]>();
  const inBranches = questions.size > 0 ? cardsInBranches(tree, questions) : undefined;
  const namesSpeaker = ({ id, acceptedBy, rejectedBy }: Card): boolean =>
    [holders.get(id) ?? [], acceptedBy, rejectedBy].some((names) => names.some((name) => speakers.has(name)));
  return new Set(
    tree.cards.flatMap((card) =>
      (speakers.size === 0 || namesSpeaker(card)) &&
      (tags.size === 0 || card.tags.some((tag) => tags.has(tag))) &&
      (kinds.size === 0 || kinds.has(card.kind)) &&
      (gaps.size === 0 || card.gaps.some((gap) => gaps.has(gap))) &&
      (inBranches === undefined || inBranches.has(card.id))
        ? [card.id]
        : [],
    ),
  );
}

function cardsInBranches({ positions }: Tree, roots: ReadonlySet<CardId>): ReadonlySet<CardId> {
  const cards = new Set<CardId>();
  for (const { card, parent } of positions) {
    if (roots.has(card) || (parent !== undefined && cards.has(parent))) cards.add(card);
  }
  return cards;
}

/** The speakers who hold each card, its own or inherited. */
export function holdersByCard({ cards, positions }: Tree): ReadonlyMap<CardId, readonly string[]> {
  const cardsById = new Map(cards.map((card) => [card.id, card]));
  const holders = new Map<CardId, readonly string[]>();
  for (const { card: id, parent } of positions) {
    const card = cardsById.get(id);
    if (card === undefined) continue;
    const inherits = card.speakers.length === 0 && card.inheritsSpeakers && parent !== undefined;
    holders.set(id, inherits ? (holders.get(parent) ?? []) : card.speakers);
  }
  for (const { id, referencedCard } of cards) {
    const fullHolders = referencedCard === undefined ? undefined : holders.get(referencedCard);
    if (fullHolders !== undefined) holders.set(id, fullHolders);
  }
  return holders;
}

/** The parent of each card; undefined for roots. */
export const parentsOf = ({ positions }: Tree): ReadonlyMap<CardId, CardId | undefined> =>
  new Map(positions.map(({ card, parent }) => [card, parent]));

/** The ancestors of a card, from its parent to the root. */
export function ancestorsOf(parents: ReadonlyMap<CardId, CardId | undefined>, card: CardId): readonly CardId[] {
  const path: CardId[] = [];
  for (let id = parents.get(card); id !== undefined; id = parents.get(id)) path.push(id);
  return path;
}

/** The cards to fold so that only this many levels are visible. One level shows only the roots. */
export function foldBelowLevel({ positions }: Tree, levels: number): ReadonlySet<CardId> {
  const level = new Map<CardId, number>();
  const folded = new Set<CardId>();
  for (const { card, parent } of positions) {
    const parentLevel = parent === undefined ? 0 : (level.get(parent) ?? 0);
    level.set(card, parentLevel + 1);
    if (parent !== undefined && parentLevel >= levels) folded.add(parent);
  }
  return folded;
}

/** The exploration changed as little as needed to show a card: unfolds its ancestors, clears the focus, exempts it. */
export function withRevealedCard(wholeTree: Tree, exploration: Exploration, card: CardId): Exploration {
  const { tree } = unfoldReferences(wholeTree, exploration.unfolded);
  const parents = parentsOf(tree);
  const path = new Set(ancestorsOf(parents, card));
  const { folded, focus, filter } = exploration;
  // A focus on a card that is not in the tree hides nothing.
  const isInFocus = focus === undefined || focus === card || path.has(focus) || !parents.has(focus);
  const isFilteredOut =
    filter.hidesNonMatches && isFiltering(filter) && !withAncestors(tree, matchingCards(tree, filter)).has(card);
  return {
    ...exploration,
    folded: [...path].some((id) => folded.has(id)) ? new Set([...folded].filter((id) => !path.has(id))) : folded,
    focus: isInFocus ? focus : undefined,
    filter: isFilteredOut ? withExemptCard(filter, card) : filter,
  };
}

/** The filter with one more exempt card. */
export const withExemptCard = (filter: Filter, card: CardId): Filter => ({
  ...filter,
  exempt: new Set([...filter.exempt, card]),
});
