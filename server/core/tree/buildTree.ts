/** From a map to the cards and ties of its tree. Pure; knows no places in the text. */
import type { Entry } from "../language/entry.ts";
import {
  answersTo,
  bearingsOn,
  contradictionsIn,
  filesOf,
  hasPremises,
  isClaim,
  isInPlace,
  meant,
  named,
  targetsOf,
  usesOf,
} from "../language/graph.ts";
import { fileOf, type MapFile } from "../language/map.ts";
import type { Problem } from "../language/problem.ts";
import { isStep, type Keyword } from "../language/vocabulary.ts";
import { type Content, content } from "./cardContent.ts";
import { relationUnder } from "./cardRules.ts";
import { sectionsOf } from "./sections.ts";
import type { Card, CardId, CardKind, Place, Relation, Tie, Tree } from "./tree.ts";

/** A card with the entry that it shows and, for a reference card, the entry that uses it there. */
export interface Drawn {
  readonly card: Card;
  readonly entry: Entry;
  readonly through: Entry | undefined;
}

/** A tree with the entries behind its cards, in the order in which they are drawn. */
export interface EntryTree extends Omit<Tree, "cards"> {
  readonly drawn: ReadonlyMap<CardId, Drawn>;
}

/** The plain tree, without the entries. */
export const plainTree = ({ title, drawn, places, ties, sections }: EntryTree): Tree => ({
  title,
  cards: [...drawn.values()].map(({ card }) => card),
  places,
  ties,
  sections,
});

/** How an entry hangs on one above it; `through` is the bare premise that uses it there, if any. */
interface Hanging {
  readonly entry: Entry;
  readonly relation: Relation;
  readonly through: Entry | undefined;
}

interface Visit extends Hanging {
  readonly parent: CardId | undefined;
  readonly above: Entry | undefined;
}

/** The tree of a file, with all of the files it imports that bears on it. */
export function buildTree(file: MapFile, problemsOf: (entry: Entry) => readonly Problem[]): EntryTree {
  const files = filesOf(file);
  const drawn = new Map<CardId, Drawn>();
  const full = new Map<Entry, CardId>();
  const places: Place[] = [];
  const sections = sectionsOf(file);
  const shape: Shape = { file, files };

  const tops = new Set(file.syntax.roots.filter(isDrawable).map((entry) => topOf(shape, entry)));
  /** An entry is drawn in full at its home; if that is in no part of this tree, as in another file, where it is first used. */
  const isDrawnHere = (entry: Entry, above: Entry | undefined, through: Entry | undefined): boolean =>
    isHome(shape, entry, above, through) || !tops.has(topOf(shape, entry));

  const draw = (root: Entry): void => {
    const open: Visit[] = [{ entry: root, relation: "root", through: undefined, parent: undefined, above: undefined }];
    for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
      const { entry, relation, through, parent, above } = visit;
      const whole = !full.has(entry) && (parent === undefined || isDrawnHere(entry, above, through));
      const id = whole ? cardIdOf(entry, file) : usedCardId(through ?? above ?? entry, entry, file);
      if (drawn.has(id)) continue;
      const what: Content = { entry, relation, through, above, files, section: sections.of(entry) };
      drawn.set(id, {
        card: content(id, what, whole, problemsOf),
        entry,
        through: whole ? undefined : (through ?? above),
      });
      places.push({ card: id, parent });
      if (!whole) continue;
      full.set(entry, id);
      const below = hangingOn(shape, entry);
      for (const hanging of below.reverse()) open.push({ ...hanging, parent: id, above: entry });
    }
  };
  for (const top of tops) if (!full.has(top)) draw(top);

  // A reference card shows the full one, where there is one: what a circle cut off is shown as itself.
  for (const [id, one] of drawn) {
    if (one.card.form !== "reference") continue;
    drawn.set(id, { ...one, card: { ...one.card, shows: full.get(one.entry) } });
  }
  const [title] = [...file.entriesOf("map")].map(({ text }) => text);
  return { title: title || undefined, drawn, places, ties: tiesOf(shape, full), sections: sections.list };
}

/** Identity of the card that shows an entry in full, in the tree of `file`. */
export function cardIdOf(entry: Entry, file: MapFile): CardId {
  return keyOf(entry, file) as CardId; // The only two places where a string becomes the identity of a card …
}

/** Identity of the card that refers to an entry where another one uses it. */
export function usedCardId(by: Entry, entry: Entry, file: MapFile): CardId {
  return `${keyOf(by, file)}>${keyOf(entry, file)}` as CardId; // … are these.
}

const keyOf = (entry: Entry, file: MapFile): string => {
  const home = fileOf(entry);
  return home === file ? `${entry.id}` : `${home.uri}#${entry.id}`;
};

interface Shape {
  readonly file: MapFile;
  readonly files: readonly MapFile[];
}

const drawable: ReadonlySet<Keyword> = new Set<Keyword>([
  "question",
  "claim",
  "reason",
  "objection",
  "premise",
  "assumption",
]);
const isDrawable = ({ head }: Entry): boolean => drawable.has(head.keyword) && head.form !== "bare";

/** Where an entry is drawn in full: the entry above it there, and the bare premise that uses it, if it is drawn for a use. */
function homeOf(
  { files }: Shape,
  entry: Entry,
): { readonly above: Entry; readonly through: Entry | undefined } | undefined {
  const { keyword } = entry.head;
  const above = entry.parent !== undefined && isInPlace(entry) ? meant(carrier(entry.parent)) : undefined;
  if (above !== undefined) return { above, through: undefined };
  const [target] = isStep(keyword) ? targetsOf(entry) : keyword === "claim" ? named(entry, "answers") : [];
  if (target !== undefined) return { above: target, through: undefined };
  if (keyword !== "claim") return undefined;
  for (const use of usesOf(entry, files)) {
    if (use.parent !== undefined && isInPlace(use)) return { above: use.parent, through: use };
  }
  return undefined;
}

/** What is drawn for an entry that hangs on a quote: the entry that the quote stands under. */
const carrier = (entry: Entry): Entry =>
  entry.head.keyword === "quote" && entry.parent !== undefined ? entry.parent : entry;

function isHome(shape: Shape, entry: Entry, above: Entry | undefined, through: Entry | undefined): boolean {
  const home = homeOf(shape, entry);
  return home === undefined || (home.above === above && home.through === through);
}

/** The uppermost entry on the way from home to home; the entry itself where that way is a ring. */
function topOf(shape: Shape, entry: Entry): Entry {
  const passed = new Set<Entry>([entry]);
  let top = entry;
  for (let home = homeOf(shape, top); home !== undefined; home = homeOf(shape, top)) {
    if (passed.has(home.above)) return entry;
    passed.add(home.above);
    top = home.above;
  }
  return top;
}

/** What is drawn under an entry, in order. */
function hangingOn(shape: Shape, entry: Entry): Hanging[] {
  const { files } = shape;
  const hanging: Hanging[] = [];
  const step = isStep(entry.head.keyword);
  const linked = step && hasPremises(entry);
  const own = entry.head.keyword as CardKind; // Only such entries are drawn.
  const under = (kind: CardKind): Relation => relationUnder(kind, own, linked);
  if (linked) {
    for (const use of entry.children) {
      if (use.head.keyword !== "premise" && use.head.keyword !== "assumption") continue;
      const claim = meant(use);
      if (claim === undefined) hanging.push({ entry: use, relation: under("premise"), through: undefined });
      else hanging.push({ entry: claim, relation: under("premise"), through: claim === use ? undefined : use });
    }
  }
  const inPlace = entry.children.filter(isInPlace);
  if (entry.head.keyword === "question") {
    for (const part of inPlace) if (part.head.keyword === "question") hanging.push(hung(part, under("question")));
    for (const answer of answersTo(entry, files)) hanging.push(hung(answer, under("claim")));
  }
  const bearing = ({ head }: Entry): Relation => under(head.keyword === "reason" ? "reason" : "objection");
  for (const { step: one } of bearingsOn(entry, files)) hanging.push(hung(one, bearing(one)));
  for (const child of inPlace) {
    if (child.head.keyword === "question" && entry.head.keyword !== "question")
      hanging.push(hung(child, under("question")));
    if (child.head.keyword !== "quote") continue;
    for (const one of child.children) if (one.head.keyword === "objection") hanging.push(hung(one, bearing(one)));
  }
  for (const use of usesOf(entry, files)) {
    for (const child of use.children)
      if (child.head.keyword === "question") hanging.push(hung(child, under("question")));
  }
  return hanging;
}

const hung = (entry: Entry, relation: Relation): Hanging => ({ entry, relation, through: undefined });

function tiesOf({ files }: Shape, full: ReadonlyMap<Entry, CardId>): readonly Tie[] {
  const order = new Map([...full.values()].map((id, index) => [id, index]));
  const place = (id: CardId): number => order.get(id) ?? 0;
  const ties = new Map<string, Tie>();
  for (const [one, other] of contradictionsIn(files)) {
    const a = full.get(one);
    const b = full.get(other);
    if (a === undefined || b === undefined || !isClaim(one)) continue;
    const [first, second] = place(a) < place(b) ? [a, b] : [b, a];
    ties.set(`${first} ${second}`, { kind: "contradiction", a: first, b: second });
  }
  return [...ties.values()].sort((x, y) => place(x.a) - place(y.a));
}
