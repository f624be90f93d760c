/** From a map to the cards and ties of its tree. Pure; knows no places in the text. */
import type { Entry } from "../language/entry.ts";
import {
  answersTo,
  barePremisesFor,
  contradictionsIn,
  hasPremises,
  importClosure,
  isWellPlaced,
  isWrittenOutClaim,
  namedTargets,
  resolveBarePremise,
  stepsBearingOn,
  stepTargets,
} from "../language/graph.ts";
import { fileOf, type MapFile } from "../language/map.ts";
import type { Problem } from "../language/problem.ts";
import { isStep, type Keyword } from "../language/vocabulary.ts";
import { createCard, type PositionedEntry } from "./cardContent.ts";
import { relationUnder } from "./cardRules.ts";
import { sectionsOf } from "./sections.ts";
import type { Card, CardId, CardKind, CardPosition, Contradiction, Relation, Tree } from "./tree.ts";

/** A card with the entry that it shows and, for a reference card, the entry that uses it there. */
export interface CardEntry {
  readonly card: Card;
  readonly entry: Entry;
  readonly usedBy: Entry | undefined;
}

/** A tree with the entries behind its cards, in the order in which they are drawn. */
export interface EntryTree extends Omit<Tree, "cards"> {
  readonly cardEntries: ReadonlyMap<CardId, CardEntry>;
}

/** The plain tree, without the entries. */
export const plainTree = ({ title, cardEntries, places, ties, sections }: EntryTree): Tree => ({
  title,
  cards: [...cardEntries.values()].map(({ card }) => card),
  places,
  ties,
  sections,
});

/** How an entry hangs on one above it; `through` is the bare premise that uses it there, if any. */
interface ChildEntry {
  readonly entry: Entry;
  readonly relation: Relation;
  readonly viaPremise: Entry | undefined;
}

interface Visit extends ChildEntry {
  readonly parent: CardId | undefined;
  readonly parentEntry: Entry | undefined;
}

/** The tree of a file, with all of the files it imports that bears on it. */
export function buildTree(file: MapFile, problemsOf: (entry: Entry) => readonly Problem[]): EntryTree {
  const files = importClosure(file);
  const cardEntries = new Map<CardId, CardEntry>();
  const fullCards = new Map<Entry, CardId>();
  const places: CardPosition[] = [];
  const sections = sectionsOf(file);
  const context: BuildContext = { file, files };

  const rootEntries = new Set(file.syntax.roots.filter(isDrawable).map((entry) => rootEntryOf(context, entry)));
  /** An entry is drawn in full at its home; if that is in no part of this tree, as in another file, where it is first used. */
  const isDrawnHere = (entry: Entry, parentEntry: Entry | undefined, viaPremise: Entry | undefined): boolean =>
    isCanonicalPosition(context, entry, parentEntry, viaPremise) || !rootEntries.has(rootEntryOf(context, entry));

  const addBranch = (root: Entry): void => {
    const pending: Visit[] = [
      { entry: root, relation: "root", viaPremise: undefined, parent: undefined, parentEntry: undefined },
    ];
    for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
      const { entry, relation, viaPremise, parent, parentEntry } = visit;
      const isFull = !fullCards.has(entry) && (parent === undefined || isDrawnHere(entry, parentEntry, viaPremise));
      const id = isFull ? cardIdOf(entry, file) : referenceCardId(viaPremise ?? parentEntry ?? entry, entry, file);
      if (cardEntries.has(id)) continue;
      const positioned: PositionedEntry = {
        entry,
        relation,
        viaPremise,
        parentEntry,
        files,
        section: sections.sectionOf(entry),
      };
      cardEntries.set(id, {
        card: createCard(id, positioned, isFull, problemsOf),
        entry,
        usedBy: isFull ? undefined : (viaPremise ?? parentEntry),
      });
      places.push({ card: id, parent });
      if (!isFull) continue;
      fullCards.set(entry, id);
      const children = childEntries(context, entry);
      for (const child of children.reverse()) pending.push({ ...child, parent: id, parentEntry: entry });
    }
  };
  for (const top of rootEntries) if (!fullCards.has(top)) addBranch(top);

  // A reference card shows the full one, where there is one: what a circle cut off is shown as itself.
  for (const [id, cardEntry] of cardEntries) {
    if (cardEntry.card.form !== "reference") continue;
    cardEntries.set(id, { ...cardEntry, card: { ...cardEntry.card, shows: fullCards.get(cardEntry.entry) } });
  }
  const [title] = [...file.entriesOf("map")].map(({ text }) => text);
  return {
    title: title || undefined,
    cardEntries,
    places,
    ties: contradictionsOf(context, fullCards),
    sections: sections.list,
  };
}

/** Identity of the card that shows an entry in full, in the tree of `file`. */
export function cardIdOf(entry: Entry, file: MapFile): CardId {
  return keyOf(entry, file) as CardId; // The only two places where a string becomes the identity of a card …
}

/** Identity of the card that refers to an entry where another one uses it. */
export function referenceCardId(usedBy: Entry, entry: Entry, file: MapFile): CardId {
  return `${keyOf(usedBy, file)}>${keyOf(entry, file)}` as CardId; // … are these.
}

const keyOf = (entry: Entry, file: MapFile): string => {
  const entryFile = fileOf(entry);
  return entryFile === file ? `${entry.id}` : `${entryFile.uri}#${entry.id}`;
};

interface BuildContext {
  readonly file: MapFile;
  readonly files: readonly MapFile[];
}

const drawableKeywords: ReadonlySet<Keyword> = new Set<Keyword>([
  "question",
  "claim",
  "reason",
  "objection",
  "premise",
  "assumption",
]);
const isDrawable = ({ head }: Entry): boolean => drawableKeywords.has(head.keyword) && head.form !== "bare";

/** Where an entry is drawn in full: the entry above it there, and the bare premise that uses it, if it is drawn for a use. */
function canonicalPosition(
  { files }: BuildContext,
  entry: Entry,
): { readonly above: Entry; readonly viaPremise: Entry | undefined } | undefined {
  const { keyword } = entry.head;
  const parentEntry =
    entry.parent !== undefined && isWellPlaced(entry) ? resolveBarePremise(drawnEntry(entry.parent)) : undefined;
  if (parentEntry !== undefined) return { above: parentEntry, viaPremise: undefined };
  const [target] = isStep(keyword) ? stepTargets(entry) : keyword === "claim" ? namedTargets(entry, "answers") : [];
  if (target !== undefined) return { above: target, viaPremise: undefined };
  if (keyword !== "claim") return undefined;
  for (const use of barePremisesFor(entry, files)) {
    if (use.parent !== undefined && isWellPlaced(use)) return { above: use.parent, viaPremise: use };
  }
  return undefined;
}

/** What is drawn for an entry that hangs on a quote: the entry that the quote stands under. */
const drawnEntry = (entry: Entry): Entry =>
  entry.head.keyword === "quote" && entry.parent !== undefined ? entry.parent : entry;

function isCanonicalPosition(
  context: BuildContext,
  entry: Entry,
  parentEntry: Entry | undefined,
  viaPremise: Entry | undefined,
): boolean {
  const canonical = canonicalPosition(context, entry);
  return canonical === undefined || (canonical.above === parentEntry && canonical.viaPremise === viaPremise);
}

/** The uppermost entry on the way from home to home; the entry itself where that way is a ring. */
function rootEntryOf(context: BuildContext, entry: Entry): Entry {
  const visited = new Set<Entry>([entry]);
  let root = entry;
  for (
    let canonical = canonicalPosition(context, root);
    canonical !== undefined;
    canonical = canonicalPosition(context, root)
  ) {
    if (visited.has(canonical.above)) return entry;
    visited.add(canonical.above);
    root = canonical.above;
  }
  return root;
}

/** What is drawn under an entry, in order. */
function childEntries(context: BuildContext, entry: Entry): ChildEntry[] {
  const { files } = context;
  const children: ChildEntry[] = [];
  const isStepEntry = isStep(entry.head.keyword);
  const isLinked = isStepEntry && hasPremises(entry);
  const parentKind = entry.head.keyword as CardKind; // Only such entries are drawn.
  const relationOf = (kind: CardKind): Relation => relationUnder(kind, parentKind, isLinked);
  if (isLinked) {
    for (const use of entry.children) {
      if (use.head.keyword !== "premise" && use.head.keyword !== "assumption") continue;
      const claim = resolveBarePremise(use);
      if (claim === undefined) children.push({ entry: use, relation: relationOf("premise"), viaPremise: undefined });
      else
        children.push({ entry: claim, relation: relationOf("premise"), viaPremise: claim === use ? undefined : use });
    }
  }
  const inPlace = entry.children.filter(isWellPlaced);
  if (entry.head.keyword === "question") {
    for (const part of inPlace)
      if (part.head.keyword === "question") children.push(childEntry(part, relationOf("question")));
    for (const answer of answersTo(entry, files)) children.push(childEntry(answer, relationOf("claim")));
  }
  const bearingRelation = ({ head }: Entry): Relation => relationOf(head.keyword === "reason" ? "reason" : "objection");
  for (const { step: one } of stepsBearingOn(entry, files)) children.push(childEntry(one, bearingRelation(one)));
  for (const child of inPlace) {
    if (child.head.keyword === "question" && entry.head.keyword !== "question")
      children.push(childEntry(child, relationOf("question")));
    if (child.head.keyword !== "quote") continue;
    for (const one of child.children)
      if (one.head.keyword === "objection") children.push(childEntry(one, bearingRelation(one)));
  }
  for (const use of barePremisesFor(entry, files)) {
    for (const child of use.children)
      if (child.head.keyword === "question") children.push(childEntry(child, relationOf("question")));
  }
  return children;
}

const childEntry = (entry: Entry, relation: Relation): ChildEntry => ({ entry, relation, viaPremise: undefined });

function contradictionsOf({ files }: BuildContext, fullCards: ReadonlyMap<Entry, CardId>): readonly Contradiction[] {
  const drawingOrder = new Map([...fullCards.values()].map((id, index) => [id, index]));
  const orderOf = (id: CardId): number => drawingOrder.get(id) ?? 0;
  const contradictions = new Map<string, Contradiction>();
  for (const [one, other] of contradictionsIn(files)) {
    const a = fullCards.get(one);
    const b = fullCards.get(other);
    if (a === undefined || b === undefined || !isWrittenOutClaim(one)) continue;
    const [first, second] = orderOf(a) < orderOf(b) ? [a, b] : [b, a];
    contradictions.set(`${first} ${second}`, { kind: "contradiction", a: first, b: second });
  }
  return [...contradictions.values()].sort((x, y) => orderOf(x.a) - orderOf(y.a));
}
