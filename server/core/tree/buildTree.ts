/** Builds the tree of a map: its cards, their positions, contradictions and sections. */

import { attributeOf, type Entry, titleOf } from "../language/entry.ts";
import { importClosure, inDocumentOrder, premisesOf } from "../language/graph.ts";
import { fileOf, type MapFile, mapLanguage, mapTitle } from "../language/map.ts";
import type { Problem } from "../language/problem.ts";
import { contradictionsIn, restatementsIn, rivalAnswersIn } from "../language/relations/claimRelations.ts";
import { isWrittenOutClaim } from "../language/relations/wordings.ts";
import { isStep, type Keyword } from "../language/vocabulary.ts";
import { CanonicalPositions } from "./canonicalPosition.ts";
import { createCard, entryKey, type PositionedEntry } from "./cardContent.ts";
import { type ChildEntry, cardKindOf, childEntries } from "./childEntries.ts";
import { sectionsOf } from "./sections.ts";
import {
  type Card,
  type CardId,
  type CardPosition,
  type Contradiction,
  cardKinds,
  type MapMetadata,
  type Restatement,
  type Tree,
} from "./tree.ts";

/** A card with its entry. */
export interface CardEntry {
  readonly card: Card;
  readonly entry: Entry;
  /** For a reference: the entry that refers to `entry`. */
  readonly usedBy: Entry | undefined;
}

/** A tree with the entries of its cards. */
export interface EntryTree extends Omit<Tree, "cards"> {
  /** In preorder. */
  readonly cardEntries: ReadonlyMap<CardId, CardEntry>;
}

/** The tree without the entries. */
export const plainTree = ({
  title,
  language,
  metadata,
  cardEntries,
  positions,
  contradictions,
  restatements,
  sections,
}: EntryTree): Tree => ({
  title,
  language,
  ...(metadata && { metadata }),
  cards: [...cardEntries.values()].map(({ card }) => card),
  positions,
  contradictions,
  restatements,
  sections,
});

/** An entry to be added to the tree. */
interface Visit extends ChildEntry {
  readonly parent: CardId | undefined;
  readonly parentEntry: Entry | undefined;
}

/**
 * Builds the tree of a file. Includes entries of imported files that its own entries lead to. Not recursive, as a deep map
 * would overflow the call stack.
 */
export function buildTree(file: MapFile, problemsOf: (entry: Entry) => readonly Problem[]): EntryTree {
  const files = importClosure(file);
  const cardEntries = new Map<CardId, CardEntry>();
  const fullCards = new Map<Entry, CardId>();
  const positions: CardPosition[] = [];
  const sections = sectionsOf(file);
  const metadata = metadataOf(file);

  const canonicalPositions = new CanonicalPositions(files);
  // In the order of the text. A root of this file comes where it is written, any other where something leads to it.
  const rootEntries = new Set(
    file.syntax.roots.filter(isDrawable).flatMap((entry) => {
      const root = canonicalPositions.rootOf(entry);
      return root === entry || fileOf(root) !== file || root.parent !== undefined ? [root] : [];
    }),
  );
  // An entry whose canonical position is not in this tree, as it is in another file, is shown in full where it comes first.
  const isShownInFull = ({ entry, parentEntry, viaPremise }: Visit): boolean =>
    canonicalPositions.isCanonical(entry, parentEntry, viaPremise) ||
    !rootEntries.has(canonicalPositions.rootOf(entry));

  const addBranch = (root: Entry): void => {
    const pending: Visit[] = [
      {
        entry: root,
        kind: cardKindOf(root),
        relation: "root",
        viaPremise: undefined,
        parent: undefined,
        parentEntry: undefined,
      },
    ];
    for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
      const { entry, kind, relation, viaPremise, parent, parentEntry } = visit;
      const isFull = !fullCards.has(entry) && (parent === undefined || isShownInFull(visit));
      const id = isFull ? cardIdOf(entry, file) : referenceCardId(viaPremise ?? parentEntry ?? entry, entry, file);
      if (cardEntries.has(id)) continue;
      const section = sections.sectionOf(entry);
      const positioned: PositionedEntry = { entry, kind, relation, viaPremise, parentEntry, files, section };
      cardEntries.set(id, {
        card: createCard(id, positioned, isFull, problemsOf),
        entry,
        usedBy: isFull ? undefined : (viaPremise ?? parentEntry),
      });
      positions.push({ card: id, parent });
      if (!isFull) continue;
      fullCards.set(entry, id);
      for (const child of childEntries(files, entry).reverse())
        pending.push({ ...child, parent: id, parentEntry: entry });
    }
  };
  for (const root of rootEntries) if (!fullCards.has(root)) addBranch(root);

  // Only now are all full cards known. An entry that is shown only as references, because of a cycle, has none.
  for (const [id, cardEntry] of cardEntries) {
    if (cardEntry.card.form !== "reference") continue;
    const referencedCard = fullCards.get(cardEntry.entry);
    const restsOn = isWordless(cardEntry.entry) ? premiseCards(cardEntry.entry, fullCards) : [];
    cardEntries.set(id, { ...cardEntry, card: { ...cardEntry.card, referencedCard, restsOn } });
  }
  return {
    title: mapTitle(file),
    language: mapLanguage(file),
    ...(metadata && { metadata }),
    cardEntries,
    positions,
    contradictions: contradictionsOf(files, fullCards),
    restatements: restatementsOf(files, fullCards),
    sections: sections.list,
  };
}

/** Undefined if the map says nothing about itself. */
function metadataOf(file: MapFile): MapMetadata | undefined {
  const [map] = file.entriesOf("map");
  const author = (map && attributeOf(map, "author")?.value) || undefined;
  const date = (map && attributeOf(map, "date")?.value) || undefined;
  const sources = inDocumentOrder(file.entriesOf("source"), [file])
    .map(titleOf)
    .filter((title) => title !== "");
  return author === undefined && date === undefined && sources.length === 0 ? undefined : { author, date, sources };
}

/** The id of the card that shows an entry in full in the tree of `file`. */
export function cardIdOf(entry: Entry, file: MapFile): CardId {
  return entryKey(entry, file) as CardId; // Only here and below is a string cast to a card id.
}

/** The id of the card for a reference from one entry to another. */
export function referenceCardId(usedBy: Entry, entry: Entry, file: MapFile): CardId {
  return `${entryKey(usedBy, file)}>${entryKey(entry, file)}` as CardId;
}

/** Whether a step has nothing to be recognized by but its premises. */
const isWordless = ({ head, text }: Entry): boolean => isStep(head.keyword) && head.name === undefined && text === "";

const premiseCards = (step: Entry, fullCards: ReadonlyMap<Entry, CardId>): readonly CardId[] =>
  premisesOf(step).flatMap(({ claim }) => (claim && fullCards.get(claim)) ?? []);

const drawableKeywords: ReadonlySet<Keyword> = new Set(cardKinds);
const isDrawable = ({ head }: Entry): boolean => drawableKeywords.has(head.keyword) && head.form !== "bare";

/**
 * The written contradictions between cards, each pair once, in drawing order. Answers to a question that allows only one
 * are left out: the card of the question says so for all of them.
 */
function contradictionsOf(files: readonly MapFile[], fullCards: ReadonlyMap<Entry, CardId>): readonly Contradiction[] {
  const limitedQuestions = new Map<Entry, Set<Entry>>();
  for (const { question, answers } of rivalAnswersIn(files))
    for (const answer of answers)
      limitedQuestions.set(answer, (limitedQuestions.get(answer) ?? new Set()).add(question));
  const areRivals = (one: Entry, other: Entry): boolean =>
    [...(limitedQuestions.get(one) ?? [])].some((question) => limitedQuestions.get(other)?.has(question));
  const written = contradictionsIn(files).filter(([one, other]) => isWrittenOutClaim(one) && !areRivals(one, other));
  return cardPairs(written, fullCards).map(([a, b]) => ({ kind: "contradiction", a, b }));
}

/** The restatements between cards, each pair once, in drawing order. */
const restatementsOf = (files: readonly MapFile[], fullCards: ReadonlyMap<Entry, CardId>): readonly Restatement[] =>
  cardPairs(restatementsIn(files), fullCards).map(([a, b]) => ({ kind: "restatement", a, b }));

/** The cards of pairs of entries in drawing order. */
function cardPairs(
  pairs: readonly (readonly [Entry, Entry])[],
  fullCards: ReadonlyMap<Entry, CardId>,
): readonly (readonly [CardId, CardId])[] {
  if (pairs.length === 0) return [];
  const drawingOrder = new Map([...fullCards.values()].map((id, index) => [id, index]));
  const orderOf = (id: CardId): number => drawingOrder.get(id) ?? 0;
  const ordered = pairs.flatMap(([one, other]) => {
    const [a, b] = [fullCards.get(one), fullCards.get(other)];
    if (a === undefined || b === undefined) return [];
    return [orderOf(a) < orderOf(b) ? ([a, b] as const) : ([b, a] as const)];
  });
  return ordered.sort(([a], [b]) => orderOf(a) - orderOf(b));
}
