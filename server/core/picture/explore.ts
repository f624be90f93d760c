/**
 * What part of a map one looks at: branches folded away, one branch alone, what fits a filter. Pure; all of it takes time
 * in proportion to the size of the tree at most, and none where nothing is folded, focused or filtered.
 */
import type { Card, CardId, CardKind, CardPosition, Tree } from "../tree/tree.ts";

/** What the user has chosen to see. Identities that are in no tree any more do no harm. */
export interface Exploration {
  /** Cards whose branches are not shown. */
  readonly folded: ReadonlySet<CardId>;
  /** Only this card is shown, with all below it. */
  readonly focus: CardId | undefined;
  readonly filter: Filter;
  /** Cards whose long text is shown whole. */
  readonly openTexts: ReadonlySet<CardId>;
}

/** A card fits if it has one of what is asked for in each respect; a respect in which nothing is asked for fits all. */
export interface Filter {
  /** Who holds, accepts or rejects it, by the titles shown. */
  readonly speakers: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly kinds: ReadonlySet<CardKind>;
  /** Cards of kind `question`: they and what hangs on them. */
  readonly questions: ReadonlySet<CardId>;
  /** Whether what does not fit is hidden, and not only dimmed. */
  readonly hides: boolean;
  /** Cards that stand out all the same, with those above: a search has led to them, or they are being written. */
  readonly exempt: ReadonlySet<CardId>;
}

export const noFilter: Filter = {
  speakers: new Set(),
  tags: new Set(),
  kinds: new Set(),
  questions: new Set(),
  hides: false,
  exempt: new Set(),
};

/** All of a map. */
export const showAll: Exploration = { folded: new Set(), focus: undefined, filter: noFilter, openTexts: new Set() };

export interface ExploredTree {
  /** The tree with the places of what is shown. All cards are kept: one that refers to a hidden card shows its text. */
  readonly tree: Tree;
  /** For each folded card, how many cards are folded away below it. */
  readonly hidden: ReadonlyMap<CardId, number>;
  /** What is shown though it neither fits the filter nor leads to what fits. */
  readonly dimmed: ReadonlySet<CardId>;
  /** How many cards fit the filter, shown or folded away; undefined where there is no filter. */
  readonly matchCount: number | undefined;
  /** The cards above the one in focus, from the root; then the one in focus. Empty without a focus. */
  readonly focusPath: readonly Card[];
}

export const isFiltering = ({ speakers, tags, kinds, questions }: Filter): boolean =>
  speakers.size + tags.size + kinds.size + questions.size > 0;

/** The part of a tree that an exploration shows. The very same tree where it shows all. */
export function applyExploration(tree: Tree, { folded, focus, filter }: Exploration): ExploredTree {
  const branch = focus === undefined ? undefined : focusBranch(tree, focus);
  const focusedTree = branch?.tree ?? tree;
  const filtered = isFiltering(filter) ? applyFilter(focusedTree, matchingCards(tree, filter), filter) : undefined;
  const { tree: visibleTree, hidden } = applyFolds(filtered?.tree ?? focusedTree, folded);
  return {
    tree: visibleTree,
    hidden,
    dimmed: filtered?.dimmed ?? new Set(),
    matchCount: filtered?.fitting,
    focusPath: branch?.focusPath ?? [],
  };
}

/** The branch of a card; undefined where the card has no place in the tree. */
function focusBranch(tree: Tree, focus: CardId): Pick<ExploredTree, "tree" | "focusPath"> | undefined {
  const parents = parentsOf(tree);
  if (!parents.has(focus)) return undefined;
  const inBranch = new Set([focus]);
  const places: CardPosition[] = [];
  for (const { card, parent } of tree.places) {
    if (card === focus) places.push({ card, parent: undefined });
    else if (parent !== undefined && inBranch.has(parent)) {
      inBranch.add(card);
      places.push({ card, parent });
    }
  }
  const path = new Set([focus, ...ancestorsOf(parents, focus)]);
  const onPath = new Map<CardId, Card>();
  for (const card of tree.cards) if (path.has(card.id)) onPath.set(card.id, card);
  const focusPath = [...path].reverse().flatMap((id) => onPath.get(id) ?? []);
  // What the cards above say of who holds it is said by the branch itself now.
  const holders = holdersAlong(focusPath);
  const cards = tree.cards.map((card) =>
    card.id === focus && card.by.length === 0 && holders.length > 0 ? { ...card, by: holders } : card,
  );
  return { tree: { ...tree, cards, places }, focusPath };
}

/** Who holds the last of some cards, each of which hangs on the one before. */
const holdersAlong = (path: readonly Card[]): readonly string[] =>
  path.reduce<readonly string[]>((holders, { by, inheritsBy }) => (by.length > 0 || !inheritsBy ? by : holders), []);

/** Who holds a card, by its own words or by those of the cards above. */
export function holdersOf(tree: Tree, card: CardId): readonly string[] {
  const cards = new Map(tree.cards.map((one) => [one.id, one]));
  const path = [card, ...ancestorsOf(parentsOf(tree), card)].reverse();
  return holdersAlong(path.flatMap((id) => cards.get(id) ?? []));
}

/** Takes away or dims what neither fits nor leads to what fits. */
function applyFilter(
  tree: Tree,
  matches: ReadonlySet<CardId>,
  { hides, exempt }: Filter,
): Pick<ExploredTree, "tree" | "dimmed"> & { readonly fitting: number } {
  const keptCards = withAncestors(tree, exempt.size === 0 ? matches : new Set([...matches, ...exempt]));
  const fitting = tree.places.filter(({ card }) => matches.has(card)).length;
  if (hides) {
    const places = tree.places.filter(({ card }) => keptCards.has(card));
    return { tree: { ...tree, places }, dimmed: new Set(), fitting };
  }
  return { tree, dimmed: new Set(tree.places.flatMap(({ card }) => (keptCards.has(card) ? [] : [card]))), fitting };
}

/** What fits, with all cards above. */
function withAncestors({ places }: Tree, matches: ReadonlySet<CardId>): ReadonlySet<CardId> {
  const keptCards = new Set<CardId>();
  // From the last to the first: what stands below is seen before what it hangs on.
  for (const { card, parent } of places.toReversed()) {
    if (matches.has(card)) keptCards.add(card);
    if (keptCards.has(card) && parent !== undefined) keptCards.add(parent);
  }
  return keptCards;
}

function applyFolds(tree: Tree, folded: ReadonlySet<CardId>): Pick<ExploredTree, "tree" | "hidden"> {
  const hidden = new Map<CardId, number>();
  if (folded.size === 0) return { tree, hidden };
  /** For each card that is not shown, the card into which it is folded. */
  const foldedInto = new Map<CardId, CardId>();
  const places: CardPosition[] = [];
  for (const position of tree.places) {
    const { card, parent } = position;
    const foldedCard =
      parent === undefined
        ? undefined
        : folded.has(parent) && !foldedInto.has(parent)
          ? parent
          : foldedInto.get(parent);
    if (foldedCard === undefined) {
      places.push(position);
      continue;
    }
    foldedInto.set(card, foldedCard);
    hidden.set(foldedCard, (hidden.get(foldedCard) ?? 0) + 1);
  }
  return hidden.size === 0 ? { tree, hidden } : { tree: { ...tree, places }, hidden };
}

/** The cards that fit a filter, wherever they stand. */
function matchingCards(tree: Tree, { speakers, tags, kinds, questions }: Filter): ReadonlySet<CardId> {
  const holders = speakers.size > 0 ? holdersByCard(tree) : new Map<CardId, readonly string[]>();
  const inBranches = questions.size > 0 ? cardsInBranches(tree, questions) : undefined;
  const namesSpeaker = ({ id, acceptedBy, rejectedBy }: Card): boolean =>
    [holders.get(id) ?? [], acceptedBy, rejectedBy].some((names) => names.some((name) => speakers.has(name)));
  return new Set(
    tree.cards.flatMap((card) =>
      (speakers.size === 0 || namesSpeaker(card)) &&
      (tags.size === 0 || card.tags.some((tag) => tags.has(tag))) &&
      (kinds.size === 0 || kinds.has(card.kind)) &&
      (inBranches === undefined || inBranches.has(card.id))
        ? [card.id]
        : [],
    ),
  );
}

function cardsInBranches({ places }: Tree, roots: ReadonlySet<CardId>): ReadonlySet<CardId> {
  const cards = new Set<CardId>();
  for (const { card, parent } of places) {
    if (roots.has(card) || (parent !== undefined && cards.has(parent))) cards.add(card);
  }
  return cards;
}

/** Who holds each card, by its own words or by those of a card above. */
function holdersByCard({ cards, places }: Tree): ReadonlyMap<CardId, readonly string[]> {
  const cardsById = new Map(cards.map((card) => [card.id, card]));
  const holders = new Map<CardId, readonly string[]>();
  for (const { card: id, parent } of places) {
    const card = cardsById.get(id);
    if (card === undefined) continue;
    const inherits = card.by.length === 0 && card.inheritsBy && parent !== undefined;
    holders.set(id, inherits ? (holders.get(parent) ?? []) : card.by);
  }
  for (const { id, shows } of cards) {
    const fullHolders = shows === undefined ? undefined : holders.get(shows);
    if (fullHolders !== undefined) holders.set(id, fullHolders);
  }
  return holders;
}

/** On which card each card hangs. */
export const parentsOf = ({ places }: Tree): ReadonlyMap<CardId, CardId | undefined> =>
  new Map(places.map(({ card, parent }) => [card, parent]));

/** The cards above one, from its parent to the root. */
export function ancestorsOf(parents: ReadonlyMap<CardId, CardId | undefined>, card: CardId): readonly CardId[] {
  const path: CardId[] = [];
  for (let id = parents.get(card); id !== undefined; id = parents.get(id)) path.push(id);
  return path;
}

/** The cards to fold so that no more than this many levels are to be seen; 1: only the roots. */
export function foldBelowLevel({ places }: Tree, levels: number): ReadonlySet<CardId> {
  const level = new Map<CardId, number>();
  const folded = new Set<CardId>();
  for (const { card, parent } of places) {
    const parentLevel = parent === undefined ? 0 : (level.get(parent) ?? 0);
    level.set(card, parentLevel + 1);
    if (parent !== undefined && parentLevel >= levels) folded.add(parent);
  }
  return folded;
}

/**
 * The exploration in which a card is to be seen: unfolded as far as it must be, with a wider focus, and spared by a filter
 * that hides it, where these stand against it.
 */
export function withRevealedCard(tree: Tree, exploration: Exploration, card: CardId): Exploration {
  const parents = parentsOf(tree);
  const path = new Set(ancestorsOf(parents, card));
  const { folded, focus, filter } = exploration;
  // A focus that is in no tree stands against nothing.
  const isInFocus = focus === undefined || focus === card || path.has(focus) || !parents.has(focus);
  const isFilteredOut =
    filter.hides && isFiltering(filter) && !withAncestors(tree, matchingCards(tree, filter)).has(card);
  return {
    ...exploration,
    folded: [...path].some((id) => folded.has(id)) ? new Set([...folded].filter((id) => !path.has(id))) : folded,
    focus: isInFocus ? focus : undefined,
    filter: isFilteredOut ? withExemptCard(filter, card) : filter,
  };
}

/** The filter with a card that stands out whether it fits or not. */
export const withExemptCard = (filter: Filter, card: CardId): Filter => ({
  ...filter,
  exempt: new Set([...filter.exempt, card]),
});

/** What a filter may ask for in a tree, each with how many cards have it; the most frequent first. */
export interface FilterFacets {
  readonly speakers: readonly FacetValue<string>[];
  readonly tags: readonly FacetValue<string>[];
  readonly kinds: readonly FacetValue<CardKind>[];
  readonly questions: readonly { readonly value: Card; readonly count: number }[];
}

export interface FacetValue<Value> {
  readonly value: Value;
  readonly count: number;
}

export function filterFacets(tree: Tree): FilterFacets {
  const holders = holdersByCard(tree);
  const speakers = new Map<string, number>();
  const tags = new Map<string, number>();
  const kinds = new Map<CardKind, number>();
  const countValue = <Value>(counts: Map<Value, number>, value: Value): unknown =>
    counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const card of tree.cards) {
    countValue(kinds, card.kind);
    for (const tag of new Set(card.tags)) countValue(tags, tag);
    const names = [...(holders.get(card.id) ?? []), ...card.acceptedBy, ...card.rejectedBy];
    for (const name of new Set(names)) countValue(speakers, name);
  }
  const branchSizes = new Map<CardId, number>();
  for (const { card, parent } of tree.places.toReversed()) {
    const size = (branchSizes.get(card) ?? 0) + 1;
    branchSizes.set(card, size);
    if (parent !== undefined) branchSizes.set(parent, (branchSizes.get(parent) ?? 0) + size);
  }
  return {
    speakers: byFrequency(speakers),
    tags: byFrequency(tags),
    kinds: byFrequency(kinds),
    questions: tree.cards
      .filter(({ kind, relation, form }) => kind === "question" && relation !== "critical" && form === "full")
      .map((value) => ({ value, count: branchSizes.get(value.id) ?? 1 })),
  };
}

const byFrequency = <Value>(counts: ReadonlyMap<Value, number>): readonly FacetValue<Value>[] =>
  [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
