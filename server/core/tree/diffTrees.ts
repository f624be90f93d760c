/** Computes the difference between two versions of a tree. */
import { bisector } from "d3-array";
import type { Mark } from "../strings/inlineMarkup.ts";
import { isSameList } from "./isSameList.ts";
import type {
  Card,
  CardId,
  CardMove,
  CardPosition,
  CardProblem,
  CardQuote,
  Contradiction,
  MapMetadata,
  Rating,
  Restatement,
  Section,
  Tree,
  TreeChange,
  Wording,
} from "./tree.ts";

const isSameMetadata = (one: MapMetadata | undefined, other: MapMetadata | undefined): boolean =>
  one?.author === other?.author &&
  one?.date === other?.date &&
  isSameList(one?.sources ?? [], other?.sources ?? [], (a, b) => a === b);

/**
 * The change such that `applyChange(before, change)` equals `after`; undefined if the trees are equal. Takes linear time,
 * and n log n for n siblings whose order has changed.
 */
export function diffTrees(before: Tree, after: Tree): TreeChange | undefined {
  if (before === after) return undefined;
  const oldCards = new Map(before.cards.map((card) => [card.id, card]));
  const changed = after.cards.filter((card) => {
    const oldCard = oldCards.get(card.id);
    return oldCard === undefined || !isSameCard(oldCard, card);
  });
  const newIds = new Set(after.cards.map(({ id }) => id));
  const removed = before.cards.flatMap(({ id }) => (newIds.has(id) ? [] : [id]));
  const moved = before.positions === after.positions ? [] : fewestMoves(before.positions, after.positions);
  const contradictions = isSameList(before.contradictions, after.contradictions, isSamePair)
    ? undefined
    : after.contradictions;
  const restatements = isSameList(before.restatements, after.restatements, isSamePair) ? undefined : after.restatements;
  const sections = isSameList(before.sections, after.sections, isSameSection) ? undefined : after.sections;
  const isUnchanged =
    before.title === after.title &&
    before.language === after.language &&
    isSameMetadata(before.metadata, after.metadata) &&
    changed.length === 0 &&
    removed.length === 0 &&
    moved.length === 0 &&
    contradictions === undefined &&
    restatements === undefined &&
    sections === undefined;
  if (isUnchanged) return undefined;
  return {
    title: after.title,
    language: after.language,
    ...(after.metadata && { metadata: after.metadata }),
    changed,
    removed,
    moved,
    contradictions,
    restatements,
    sections,
  };
}

/** Whether two cards are equal by value. */
export function isSameCard(a: Card, b: Card): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      a.kind === b.kind &&
      a.relation === b.relation &&
      a.form === b.form &&
      a.referencedCard === b.referencedCard &&
      isSameList(a.restsOn, b.restsOn) &&
      a.name === b.name &&
      a.title === b.title &&
      a.status === b.status &&
      a.date === b.date &&
      a.answerLimit === b.answerLimit &&
      a.text === b.text &&
      // The marks follow from the written text.
      a.writtenText === b.writtenText &&
      isSameList(a.noteMarks ?? [], b.noteMarks ?? [], isSameMark) &&
      a.inheritsSpeakers === b.inheritsSpeakers &&
      a.confidence === b.confidence &&
      a.scheme === b.scheme &&
      a.note === b.note &&
      a.section === b.section &&
      a.file === b.file &&
      isSameRating(a.likelihood, b.likelihood) &&
      isSameRating(a.strength, b.strength) &&
      isSameList(a.otherWordings, b.otherWordings, isSameWording) &&
      isSameList(a.tags, b.tags) &&
      isSameList(a.speakers, b.speakers) &&
      isSameList(a.gaps, b.gaps) &&
      isSameList(a.acceptedBy, b.acceptedBy) &&
      isSameList(a.rejectedBy, b.rejectedBy) &&
      isSameList(a.quotes, b.quotes, isSameQuote) &&
      isSameList(a.problems, b.problems, isSameProblem))
  );
}

const isSameMark = (a: Mark, b: Mark): boolean =>
  a.kind === b.kind && a.start === b.start && a.end === b.end && a.href === b.href;
const isSameQuote = (a: CardQuote, b: CardQuote): boolean =>
  a.text === b.text && a.source === b.source && a.page === b.page && a.section === b.section && a.link === b.link;
const isSameProblem = (a: CardProblem, b: CardProblem): boolean => a.severity === b.severity && a.message === b.message;
const isSameRating = (a: Rating | undefined, b: Rating | undefined): boolean =>
  a === b || (a?.label === b?.label && a?.fraction === b?.fraction && isSameRange(a?.range, b?.range));
const isSameRange = (a: Rating["range"], b: Rating["range"]): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1];
const isSameSection = (a: Section, b: Section): boolean =>
  a.id === b.id && a.title === b.title && a.level === b.level && a.parent === b.parent;
const isSameWording = (a: Wording, b: Wording): boolean => a.text === b.text && isSameList(a.speakers, b.speakers);
const isSamePair = (a: Contradiction | Restatement, b: Contradiction | Restatement): boolean =>
  a.kind === b.kind && a.a === b.a && a.b === b.b;

/** The fewest moves: among siblings, a longest subsequence that kept its order stays and all others move. */
function fewestMoves(before: readonly CardPosition[], after: readonly CardPosition[]): CardMove[] {
  const oldIndex = new Map(before.map(({ card }, index) => [card, index]));
  const oldParent = new Map(before.map(({ card, parent }) => [card, parent]));
  const siblingsByParent = new Map<CardId | undefined, CardId[]>();
  for (const { card, parent } of after) {
    const siblings = siblingsByParent.get(parent);
    if (siblings) siblings.push(card);
    else siblingsByParent.set(parent, [card]);
  }
  const moved: CardMove[] = [];
  for (const [parent, siblings] of siblingsByParent) {
    const kept = siblings.filter((card) => oldIndex.has(card) && oldParent.get(card) === parent);
    const unmoved = longestIncreasing(kept, (card) => oldIndex.get(card) ?? 0);
    let next: CardId | undefined;
    const siblingMoves: CardMove[] = [];
    // In reverse, so that the sibling after each moved card is already at its final position.
    for (const card of siblings.toReversed()) {
      if (!unmoved.has(card)) siblingMoves.push({ card, parent, before: next });
      next = card;
    }
    moved.push(...siblingMoves);
  }
  return moved;
}

/**
 * The items of a longest increasing subsequence by patience sorting (Fredman, “On computing the length of longest
 * increasing subsequences”, 1975). Linear if the items are in order, n log n at worst.
 */
function longestIncreasing<Item>(items: readonly Item[], rankOf: (item: Item) => number): ReadonlySet<Item> {
  interface RunEnd {
    readonly item: Item;
    readonly rank: number;
    readonly previous: RunEnd | undefined;
  }
  /** For each length, the end of the increasing subsequence of that length with the lowest last rank. */
  const runs: RunEnd[] = [];
  const byRank = bisector((end: RunEnd) => end.rank);
  for (const item of items) {
    const rank = rankOf(item);
    const last = runs.at(-1);
    const index = last === undefined || last.rank < rank ? runs.length : byRank.left(runs, rank);
    runs[index] = { item, rank, previous: runs[index - 1] };
  }
  const subsequence = new Set<Item>();
  for (let end = runs.at(-1); end !== undefined; end = end.previous) subsequence.add(end.item);
  return subsequence;
}
