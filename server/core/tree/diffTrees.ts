/** What changed from one tree to a later one. */
import { bisector } from "d3-array";
import type {
  Card,
  CardId,
  CardProblem,
  CardQuote,
  Move,
  Place,
  Rating,
  Section,
  Tie,
  Tree,
  TreeChange,
} from "./tree.ts";

/**
 * The change that leads from one tree to another; undefined where there is none. `applyChange(before, …)` gives `after`
 * again. Takes time in proportion to the size of both, but for cards that changed places among their siblings.
 */
export function diffTrees(before: Tree, after: Tree): TreeChange | undefined {
  if (before === after) return undefined;
  const old = new Map(before.cards.map((card) => [card.id, card]));
  const changed = after.cards.filter((card) => {
    const was = old.get(card.id);
    return was === undefined || !sameCard(was, card);
  });
  const now = new Set(after.cards.map(({ id }) => id));
  const removed = before.cards.flatMap(({ id }) => (now.has(id) ? [] : [id]));
  const moved = before.places === after.places ? [] : moves(before.places, after.places);
  const ties = sameList(before.ties, after.ties, sameTie) ? undefined : after.ties;
  const sections = sameList(before.sections, after.sections, sameSection) ? undefined : after.sections;
  const same =
    before.title === after.title &&
    changed.length === 0 &&
    removed.length === 0 &&
    moved.length === 0 &&
    ties === undefined &&
    sections === undefined;
  return same ? undefined : { title: after.title, changed, removed, moved, ties, sections };
}

/** Whether two cards say the same. */
export function sameCard(a: Card, b: Card): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      a.kind === b.kind &&
      a.relation === b.relation &&
      a.form === b.form &&
      a.shows === b.shows &&
      a.name === b.name &&
      a.text === b.text &&
      a.inheritsBy === b.inheritsBy &&
      a.confidence === b.confidence &&
      a.scheme === b.scheme &&
      a.note === b.note &&
      a.section === b.section &&
      a.file === b.file &&
      sameRating(a.likelihood, b.likelihood) &&
      sameRating(a.strength, b.strength) &&
      sameList(a.tags, b.tags, Object.is) &&
      sameList(a.by, b.by, Object.is) &&
      sameList(a.acceptedBy, b.acceptedBy, Object.is) &&
      sameList(a.rejectedBy, b.rejectedBy, Object.is) &&
      sameList(a.quotes, b.quotes, sameQuote) &&
      sameList(a.problems, b.problems, sameProblem))
  );
}

const sameQuote = (a: CardQuote, b: CardQuote): boolean =>
  a.text === b.text && a.source === b.source && a.page === b.page && a.link === b.link;
const sameProblem = (a: CardProblem, b: CardProblem): boolean => a.severity === b.severity && a.message === b.message;
const sameRating = (a: Rating | undefined, b: Rating | undefined): boolean =>
  a === b || (a?.words === b?.words && a?.share === b?.share);
const sameSection = (a: Section, b: Section): boolean =>
  a.id === b.id && a.title === b.title && a.level === b.level && a.parent === b.parent;
const sameTie = (a: Tie, b: Tie): boolean => a.kind === b.kind && a.a === b.a && a.b === b.b;

function sameList<Item>(a: readonly Item[], b: readonly Item[], same: (a: Item, b: Item) => boolean): boolean {
  // Both lists are as long as the other, so `b[index]` is there wherever `a` has an item.
  return a === b || (a.length === b.length && a.every((item, index) => same(item, b[index] as Item)));
}

/** Fewest moves under each parent: the longest run of siblings that kept their order stays, the others are put before it. */
function moves(before: readonly Place[], after: readonly Place[]): Move[] {
  const oldIndex = new Map(before.map(({ card }, index) => [card, index]));
  const oldParent = new Map(before.map(({ card, parent }) => [card, parent]));
  const rows = new Map<CardId | undefined, CardId[]>();
  for (const { card, parent } of after) {
    const row = rows.get(parent);
    if (row) row.push(card);
    else rows.set(parent, [card]);
  }
  const moved: Move[] = [];
  for (const [parent, row] of rows) {
    const stood = row.filter((card) => oldIndex.has(card) && oldParent.get(card) === parent);
    const staying = increasing(stood, (card) => oldIndex.get(card) ?? 0);
    let next: CardId | undefined;
    const here: Move[] = [];
    // From the last to the first, so that each is put before one that stands where it will stay.
    for (const card of row.toReversed()) {
      if (!staying.has(card)) here.push({ card, parent, before: next });
      next = card;
    }
    moved.push(...here);
  }
  return moved;
}

/**
 * The items of a longest increasing subsequence, found by patience sorting (Fredman 1975): linear where the order is
 * kept, n log n at worst.
 */
function increasing<Item>(items: readonly Item[], rankOf: (item: Item) => number): ReadonlySet<Item> {
  interface Step {
    readonly item: Item;
    readonly rank: number;
    readonly previous: Step | undefined;
  }
  /** For each length, the run of that length that ends lowest. */
  const runs: Step[] = [];
  const byRank = bisector((step: Step) => step.rank);
  for (const item of items) {
    const rank = rankOf(item);
    const last = runs.at(-1);
    const at = last === undefined || last.rank < rank ? runs.length : byRank.left(runs, rank);
    runs[at] = { item, rank, previous: runs[at - 1] };
  }
  const kept = new Set<Item>();
  for (let step = runs.at(-1); step !== undefined; step = step.previous) kept.add(step.item);
  return kept;
}
