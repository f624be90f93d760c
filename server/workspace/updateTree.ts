/** Updates a tree that a preview shows: only the cards that an edit can have changed, or all of it. */
import type { Entry } from "../core/language/entry.ts";
import { importClosure, resolveBarePremise } from "../core/language/graph.ts";
import type { MapFile } from "../core/language/map.ts";
import type { SyntaxChange } from "../core/language/parsing/nesting.ts";
import type { Problem } from "../core/language/problem.ts";
import { wordingsOf } from "../core/language/relations/wordings.ts";
import {
  buildTree,
  type CardEntry,
  cardIdOf,
  type EntryTree,
  plainTree,
  referenceCardId,
} from "../core/tree/buildTree.ts";
import { createCard } from "../core/tree/cardContent.ts";
import { diffTrees, isSameCard } from "../core/tree/diffTrees.ts";
import { sectionsOf } from "../core/tree/sections.ts";
import type { Card, CardId, Section, TreeChange } from "../core/tree/tree.ts";

/** The parts to rebuild: the cards of some entries, and the section titles if headings have changed; or everything. */
export type StaleParts = { readonly entries: Set<Entry>; readonly haveHeadingsChanged: boolean } | "all";

/** Returns the problems that the card of an entry shows. */
export type ProblemsOf = (entry: Entry) => readonly Problem[];

/** A new tree, and how it differs from the one before; undefined if it does not. */
export interface TreeUpdate {
  readonly next: EntryTree;
  readonly change: TreeChange | undefined;
}

/** Rebuilds the stale parts of a tree. May change `built`, which is not to be used afterwards. */
export function updateTree(built: EntryTree, file: MapFile, stale: StaleParts, problemsOf: ProblemsOf): TreeUpdate {
  if (stale === "all") return rebuildTree(built, file, problemsOf);
  const sections = stale.haveHeadingsChanged ? sectionsOf(file).list : built.sections;
  return hasSameNesting(built.sections, sections)
    ? patchTree(built, rebuildCards(built, stale.entries, file, problemsOf), sections)
    : rebuildTree(built, file, problemsOf);
}

function rebuildTree(before: EntryTree, file: MapFile, problemsOf: ProblemsOf): TreeUpdate {
  const next = buildTree(file, problemsOf);
  return { next, change: diffTrees(plainTree(before), plainTree(next)) };
}

/** Whether the sections are the same except for their titles, so that no card has moved to another section. */
const hasSameNesting = (before: readonly Section[], next: readonly Section[]): boolean =>
  before === next ||
  (before.length === next.length &&
    before.every(({ id, level }, at) => next[at]?.id === id && next[at]?.level === level));

/** Replaces some cards and the sections of a tree, without comparing the rest. */
function patchTree(before: EntryTree, cards: readonly CardEntry[], sections: readonly Section[]): TreeUpdate {
  const isRetitled = sections.some(({ title }, at) => title !== before.sections[at]?.title);
  if (cards.length === 0 && !isRetitled) return { next: before, change: undefined };
  // The caller gives the tree away. Changing it keeps the order of the cards, and avoids copying all of them.
  const cardEntries = before.cardEntries as Map<CardId, CardEntry>;
  for (const cardEntry of cards) cardEntries.set(cardEntry.card.id, cardEntry);
  const changed = cards.map(({ card }) => card);
  const changedSections = isRetitled ? sections : undefined;
  const next = isRetitled ? { ...before, sections } : before;
  return {
    next,
    change: {
      title: before.title,
      language: before.language,
      ...(before.metadata && { metadata: before.metadata }),
      changed,
      removed: [],
      moved: [],
      contradictions: undefined,
      restatements: undefined,
      sections: changedSections,
    },
  };
}

/** Returns the cards of these entries whose content has changed. */
function rebuildCards(
  built: EntryTree,
  stale: ReadonlySet<Entry>,
  file: MapFile,
  problemsOf: ProblemsOf,
): readonly CardEntry[] {
  const files = importClosure(file);
  const cardIds = new Set<CardId>();
  for (const entry of stale) {
    const cardOwner = entry.head.keyword === "quote" ? (entry.parent ?? entry) : entry;
    // Each wording of a statement shows the others.
    for (const wording of wordingsOf(cardOwner, files)) cardIds.add(cardIdOf(wording, file));
    const resolved = resolveBarePremise(cardOwner);
    if (resolved !== undefined && resolved !== cardOwner) cardIds.add(referenceCardId(cardOwner, resolved, file));
  }
  const changed: CardEntry[] = [];
  for (const id of cardIds) {
    const previous = built.cardEntries.get(id);
    if (previous === undefined) continue;
    const { card, entry, usedBy } = previous;
    const isFull = card.form !== "reference";
    const input = {
      entry,
      kind: card.kind,
      relation: card.relation,
      viaPremise: usedBy,
      parentEntry: undefined,
      files,
      section: card.section,
    };
    const rebuilt = createCard(id, input, isFull, problemsOf);
    // Whether the speaker is inherited, and which card a reference shows, depend on the structure, which has not changed.
    const { inheritsSpeakers, referencedCard, restsOn } = card;
    const updated: Card = { ...rebuilt, inheritsSpeakers, referencedCard, restsOn };
    if (!isSameCard(card, updated)) changed.push({ ...previous, card: updated });
  }
  return changed;
}

/** Whether an edit may have changed more than the content of single cards: the structure, or titles that many cards show. */
export function changesStructure(change: SyntaxChange): boolean {
  const { added, removed, headChanged, moved, childrenChanged, textChanged } = change;
  if (added.size + removed.size + headChanged.size + moved.size + childrenChanged.size > 0) return true;
  for (const { head, text } of textChanged) {
    if (head.keyword === "map" || head.keyword === "source" || head.keyword === "speaker") return true;
    // An entry without text has another kind of card.
    if (text === "") return true;
  }
  return false;
}
