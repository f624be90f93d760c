/**
 * What part of a map one looks at: branches folded away, one branch alone, what fits a filter. Pure; all of it takes time
 * in proportion to the size of the tree at most, and none where nothing is folded, focused or filtered.
 */
import type { Card, CardId, CardKind, Place, Tree } from "../tree/tree.ts";

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
  readonly spared: ReadonlySet<CardId>;
}

export const noFilter: Filter = {
  speakers: new Set(),
  tags: new Set(),
  kinds: new Set(),
  questions: new Set(),
  hides: false,
  spared: new Set(),
};

/** All of a map. */
export const everything: Exploration = { folded: new Set(), focus: undefined, filter: noFilter, openTexts: new Set() };

export interface Explored {
  /** The tree with the places of what is shown. All cards are kept: one that refers to a hidden card shows its text. */
  readonly tree: Tree;
  /** For each folded card, how many cards are folded away below it. */
  readonly hidden: ReadonlyMap<CardId, number>;
  /** What is shown though it neither fits the filter nor leads to what fits. */
  readonly dimmed: ReadonlySet<CardId>;
  /** How many cards fit the filter, shown or folded away; undefined where there is no filter. */
  readonly fitting: number | undefined;
  /** The cards above the one in focus, from the root; then the one in focus. Empty without a focus. */
  readonly crumbs: readonly Card[];
}

export const isFiltering = ({ speakers, tags, kinds, questions }: Filter): boolean =>
  speakers.size + tags.size + kinds.size + questions.size > 0;

/** The part of a tree that an exploration shows. The very same tree where it shows all. */
export function explored(tree: Tree, { folded, focus, filter }: Exploration): Explored {
  const seen = focus === undefined ? undefined : focused(tree, focus);
  const whole = seen?.tree ?? tree;
  const sifted = isFiltering(filter) ? sift(whole, fittingIn(tree, filter), filter) : undefined;
  const { tree: shown, hidden } = fold(sifted?.tree ?? whole, folded);
  return {
    tree: shown,
    hidden,
    dimmed: sifted?.dimmed ?? new Set(),
    fitting: sifted?.fitting,
    crumbs: seen?.crumbs ?? [],
  };
}

/** The branch of a card; undefined where the card has no place in the tree. */
function focused(tree: Tree, focus: CardId): Pick<Explored, "tree" | "crumbs"> | undefined {
  const parents = parentsOf(tree);
  if (!parents.has(focus)) return undefined;
  const inside = new Set([focus]);
  const places: Place[] = [];
  for (const { card, parent } of tree.places) {
    if (card === focus) places.push({ card, parent: undefined });
    else if (parent !== undefined && inside.has(parent)) {
      inside.add(card);
      places.push({ card, parent });
    }
  }
  const path = new Set([focus, ...above(parents, focus)]);
  const onPath = new Map<CardId, Card>();
  for (const card of tree.cards) if (path.has(card.id)) onPath.set(card.id, card);
  const crumbs = [...path].reverse().flatMap((id) => onPath.get(id) ?? []);
  // What the cards above say of who holds it is said by the branch itself now.
  const holders = holdersOn(crumbs);
  const cards = tree.cards.map((card) =>
    card.id === focus && card.by.length === 0 && holders.length > 0 ? { ...card, by: holders } : card,
  );
  return { tree: { ...tree, cards, places }, crumbs };
}

/** Who holds the last of some cards, each of which hangs on the one before. */
const holdersOn = (path: readonly Card[]): readonly string[] =>
  path.reduce<readonly string[]>((held, { by, inheritsBy }) => (by.length > 0 || !inheritsBy ? by : held), []);

/** Who holds a card, by its own words or by those of the cards above. */
export function holdersOf(tree: Tree, card: CardId): readonly string[] {
  const cards = new Map(tree.cards.map((one) => [one.id, one]));
  const path = [card, ...above(parentsOf(tree), card)].reverse();
  return holdersOn(path.flatMap((id) => cards.get(id) ?? []));
}

/** Takes away or dims what neither fits nor leads to what fits. */
function sift(
  tree: Tree,
  fits: ReadonlySet<CardId>,
  { hides, spared }: Filter,
): Pick<Explored, "tree" | "dimmed"> & { readonly fitting: number } {
  const kept = leadingTo(tree, spared.size === 0 ? fits : new Set([...fits, ...spared]));
  const fitting = tree.places.filter(({ card }) => fits.has(card)).length;
  if (hides) {
    const places = tree.places.filter(({ card }) => kept.has(card));
    return { tree: { ...tree, places }, dimmed: new Set(), fitting };
  }
  return { tree, dimmed: new Set(tree.places.flatMap(({ card }) => (kept.has(card) ? [] : [card]))), fitting };
}

/** What fits, with all cards above. */
function leadingTo({ places }: Tree, fits: ReadonlySet<CardId>): ReadonlySet<CardId> {
  const kept = new Set<CardId>();
  // From the last to the first: what stands below is seen before what it hangs on.
  for (const { card, parent } of places.toReversed()) {
    if (fits.has(card)) kept.add(card);
    if (kept.has(card) && parent !== undefined) kept.add(parent);
  }
  return kept;
}

function fold(tree: Tree, folded: ReadonlySet<CardId>): Pick<Explored, "tree" | "hidden"> {
  const hidden = new Map<CardId, number>();
  if (folded.size === 0) return { tree, hidden };
  /** For each card that is not shown, the card into which it is folded. */
  const within = new Map<CardId, CardId>();
  const places: Place[] = [];
  for (const place of tree.places) {
    const { card, parent } = place;
    const into =
      parent === undefined ? undefined : folded.has(parent) && !within.has(parent) ? parent : within.get(parent);
    if (into === undefined) {
      places.push(place);
      continue;
    }
    within.set(card, into);
    hidden.set(into, (hidden.get(into) ?? 0) + 1);
  }
  return hidden.size === 0 ? { tree, hidden } : { tree: { ...tree, places }, hidden };
}

/** The cards that fit a filter, wherever they stand. */
function fittingIn(tree: Tree, { speakers, tags, kinds, questions }: Filter): ReadonlySet<CardId> {
  const holders = speakers.size > 0 ? holdersIn(tree) : new Map<CardId, readonly string[]>();
  const under = questions.size > 0 ? cardsUnder(tree, questions) : undefined;
  const saysIt = ({ id, acceptedBy, rejectedBy }: Card): boolean =>
    [holders.get(id) ?? [], acceptedBy, rejectedBy].some((names) => names.some((name) => speakers.has(name)));
  return new Set(
    tree.cards.flatMap((card) =>
      (speakers.size === 0 || saysIt(card)) &&
      (tags.size === 0 || card.tags.some((tag) => tags.has(tag))) &&
      (kinds.size === 0 || kinds.has(card.kind)) &&
      (under === undefined || under.has(card.id))
        ? [card.id]
        : [],
    ),
  );
}

function cardsUnder({ places }: Tree, tops: ReadonlySet<CardId>): ReadonlySet<CardId> {
  const under = new Set<CardId>();
  for (const { card, parent } of places) {
    if (tops.has(card) || (parent !== undefined && under.has(parent))) under.add(card);
  }
  return under;
}

/** Who holds each card, by its own words or by those of a card above. */
function holdersIn({ cards, places }: Tree): ReadonlyMap<CardId, readonly string[]> {
  const all = new Map(cards.map((card) => [card.id, card]));
  const holders = new Map<CardId, readonly string[]>();
  for (const { card: id, parent } of places) {
    const card = all.get(id);
    if (card === undefined) continue;
    const inherits = card.by.length === 0 && card.inheritsBy && parent !== undefined;
    holders.set(id, inherits ? (holders.get(parent) ?? []) : card.by);
  }
  for (const { id, shows } of cards) {
    const held = shows === undefined ? undefined : holders.get(shows);
    if (held !== undefined) holders.set(id, held);
  }
  return holders;
}

/** On which card each card hangs. */
export const parentsOf = ({ places }: Tree): ReadonlyMap<CardId, CardId | undefined> =>
  new Map(places.map(({ card, parent }) => [card, parent]));

/** The cards above one, from its parent to the root. */
export function above(parents: ReadonlyMap<CardId, CardId | undefined>, card: CardId): readonly CardId[] {
  const path: CardId[] = [];
  for (let id = parents.get(card); id !== undefined; id = parents.get(id)) path.push(id);
  return path;
}

/** The cards to fold so that no more than this many levels are to be seen; 1: only the roots. */
export function foldedTo({ places }: Tree, levels: number): ReadonlySet<CardId> {
  const level = new Map<CardId, number>();
  const folded = new Set<CardId>();
  for (const { card, parent } of places) {
    const above = parent === undefined ? 0 : (level.get(parent) ?? 0);
    level.set(card, above + 1);
    if (parent !== undefined && above >= levels) folded.add(parent);
  }
  return folded;
}

/**
 * The exploration in which a card is to be seen: unfolded as far as it must be, with a wider focus, and spared by a filter
 * that hides it, where these stand against it.
 */
export function revealing(tree: Tree, exploration: Exploration, card: CardId): Exploration {
  const parents = parentsOf(tree);
  const path = new Set(above(parents, card));
  const { folded, focus, filter } = exploration;
  // A focus that is in no tree stands against nothing.
  const inFocus = focus === undefined || focus === card || path.has(focus) || !parents.has(focus);
  const isSifted = filter.hides && isFiltering(filter) && !leadingTo(tree, fittingIn(tree, filter)).has(card);
  return {
    ...exploration,
    folded: [...path].some((id) => folded.has(id)) ? new Set([...folded].filter((id) => !path.has(id))) : folded,
    focus: inFocus ? focus : undefined,
    filter: isSifted ? sparing(filter, card) : filter,
  };
}

/** The filter with a card that stands out whether it fits or not. */
export const sparing = (filter: Filter, card: CardId): Filter => ({
  ...filter,
  spared: new Set([...filter.spared, card]),
});

/** What a filter may ask for in a tree, each with how many cards have it; the most frequent first. */
export interface Respects {
  readonly speakers: readonly Respect<string>[];
  readonly tags: readonly Respect<string>[];
  readonly kinds: readonly Respect<CardKind>[];
  readonly questions: readonly { readonly of: Card; readonly count: number }[];
}

export interface Respect<Value> {
  readonly of: Value;
  readonly count: number;
}

export function respectsOf(tree: Tree): Respects {
  const holders = holdersIn(tree);
  const speakers = new Map<string, number>();
  const tags = new Map<string, number>();
  const kinds = new Map<CardKind, number>();
  const count = <Value>(counts: Map<Value, number>, value: Value): unknown =>
    counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const card of tree.cards) {
    count(kinds, card.kind);
    for (const tag of new Set(card.tags)) count(tags, tag);
    const names = [...(holders.get(card.id) ?? []), ...card.acceptedBy, ...card.rejectedBy];
    for (const name of new Set(names)) count(speakers, name);
  }
  const sizes = new Map<CardId, number>();
  for (const { card, parent } of tree.places.toReversed()) {
    const size = (sizes.get(card) ?? 0) + 1;
    sizes.set(card, size);
    if (parent !== undefined) sizes.set(parent, (sizes.get(parent) ?? 0) + size);
  }
  return {
    speakers: ranked(speakers),
    tags: ranked(tags),
    kinds: ranked(kinds),
    questions: tree.cards
      .filter(({ kind, relation, form }) => kind === "question" && relation !== "critical" && form === "full")
      .map((of) => ({ of, count: sizes.get(of.id) ?? 1 })),
  };
}

const ranked = <Value>(counts: ReadonlyMap<Value, number>): readonly Respect<Value>[] =>
  [...counts].map(([of, count]) => ({ of, count })).sort((a, b) => b.count - a.count);
