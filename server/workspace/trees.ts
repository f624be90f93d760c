/** The trees that previews look at, each with a version of its own, brought up to date after the problems are out. */
import type { Entry } from "../core/language/entry.ts";
import { importClosure, resolveBarePremise } from "../core/language/graph.ts";
import { fileOf, type MapFile } from "../core/language/map.ts";
import type { SyntaxChange } from "../core/language/nesting.ts";
import type { Problem } from "../core/language/problem.ts";
import type { Position } from "../core/language/syntax.ts";
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
import type { Card, CardId, Section, Tree, TreeChange } from "../core/tree/tree.ts";
import type { FileChange, Workspace } from "./workspace.ts";

interface WatchedTree {
  readonly version: number;
  readonly built: EntryTree;
}

/** What has to be made anew: the cards of some entries, and the sections where headings read otherwise; or everything. */
type Stale = { readonly entries: Set<Entry>; headings: boolean } | "all";

/** A change of one tree, as it is sent. */
export interface VersionedChange {
  readonly uri: string;
  readonly from: number;
  readonly to: number;
  readonly change: TreeChange;
}

type ProblemsOf = (entry: Entry) => readonly Problem[];

export class Trees {
  readonly #workspace: Workspace;
  readonly #isEnabled: (problem: Problem) => boolean;
  readonly #watched = new Map<string, WatchedTree>();
  readonly #stale = new Map<string, Stale>();
  /** Maps that somebody looks at and that are not there. */
  readonly #missing = new Set<string>();
  /** Maps of these that came or went since that was last told. */
  readonly #replaced = new Set<string>();

  /** @param isEnabled whether a problem is to be shown: the user may have turned it off */
  constructor(workspace: Workspace, isEnabled: (problem: Problem) => boolean = () => true) {
    this.#workspace = workspace;
    this.#isEnabled = isEnabled;
  }

  /**
   * The tree of a file; from now on its changes are kept. Undefined where the file is not known; that it comes is kept
   * then. Whoever else looks at the same tree has the same versions: of a tree that is still to be brought up to date this
   * is what the others have, and `refresh` gives all of them what has changed.
   */
  watch(uri: string): { readonly version: number; readonly tree: Tree } | undefined {
    const file = this.#workspace.get(uri)?.file;
    if (file === undefined) {
      this.#missing.add(uri);
      return undefined;
    }
    this.#missing.delete(uri);
    const watched = this.#watched.get(uri) ?? { version: 1, built: buildTree(file, this.#problemsOf) };
    this.#watched.set(uri, watched);
    return { version: watched.version, tree: plainTree(watched.built) };
  }

  /** Makes all trees stale, as when other problems are to be told. */
  invalidateAll(): void {
    for (const uri of this.#watched.keys()) this.#stale.set(uri, "all");
  }

  /** Nobody looks at this tree any more. */
  unwatch(uri: string): void {
    this.#watched.delete(uri);
    this.#stale.delete(uri);
    this.#missing.delete(uri);
    this.#replaced.delete(uri);
  }

  /** Takes note of what changed. @returns whether there is something to refresh or to tell */
  applyChanges(changes: readonly FileChange[]): boolean {
    for (const { uri, change } of changes) {
      const exists = this.#workspace.get(uri) !== undefined;
      if (exists ? this.#missing.delete(uri) : this.#watched.delete(uri)) {
        this.#stale.delete(uri);
        this.#replaced.add(uri);
        if (!exists) this.#missing.add(uri);
      }
      if (!this.#watched.has(uri)) continue;
      const before = this.#stale.get(uri);
      if (change === undefined || before === "all" || (change !== "sources" && changesStructure(change))) {
        this.#stale.set(uri, "all");
        continue;
      }
      const { entries, headings } = before ?? { entries: new Set(), headings: false };
      if (change === "sources") {
        this.#stale.set(uri, { entries, headings });
        continue;
      }
      for (const entry of change.textChanged) entries.add(entry);
      this.#stale.set(uri, { entries, headings: headings || change.headings.size > 0 });
    }
    // Of these entries the problems are others, whoever's text it was that changed. Of what is not checked no card tells any.
    for (const { uri } of changes) {
      for (const entry of this.#workspace.get(uri)?.checkerIfCreated?.takeChanged() ?? []) {
        for (const stale of this.#stale.values()) if (stale !== "all") stale.entries.add(entry);
      }
    }
    return this.#stale.size + this.#replaced.size > 0;
  }

  /** The maps that came or went, each told once: whoever looks at one asks for its tree again. */
  takeReplaced(): readonly string[] {
    const uris = [...this.#replaced];
    this.#replaced.clear();
    return uris;
  }

  /** Brings all stale trees up to date; says what that changed. */
  refresh(): readonly VersionedChange[] {
    const changes: VersionedChange[] = [];
    for (const [uri, stale] of this.#stale) {
      const watched = this.#watched.get(uri);
      const file = this.#workspace.get(uri)?.file;
      if (watched === undefined || file === undefined) continue;
      const { version: from, built } = watched;
      const sections = stale !== "all" && stale.headings ? sectionsOf(file).list : built.sections;
      const { next, change } =
        stale === "all" || !hasSameNesting(built.sections, sections)
          ? rebuildTree(built, file, this.#problemsOf)
          : patchTree(built, rebuildCards(built, stale.entries, file, this.#problemsOf), sections);
      const to = change === undefined ? from : from + 1;
      this.#watched.set(uri, { version: to, built: next });
      if (change !== undefined) changes.push({ uri, from, to, change });
    }
    this.#stale.clear();
    return changes;
  }

  /** The version of a tree that somebody looks at; undefined also while it is still to be brought up to date. */
  versionOf(uri: string): number | undefined {
    return this.#stale.has(uri) ? undefined : this.#watched.get(uri)?.version;
  }

  /** What is behind a card, and the cards from it up to the root; undefined where the entry is no longer there. */
  cardContext(
    uri: string,
    card: CardId,
  ): { readonly cardEntry: CardEntry; readonly path: readonly CardId[] } | undefined {
    const built = this.#watched.get(uri)?.built;
    const cardEntry = built?.cardEntries.get(card);
    if (built === undefined || cardEntry === undefined) return undefined;
    if (cardEntry.entry.document.entries.get(cardEntry.entry.id) !== cardEntry.entry) return undefined;
    const path: CardId[] = [];
    const parents = new Map(built.places.map((place) => [place.card, place.parent]));
    for (let ancestor: CardId | undefined = card; ancestor !== undefined; ancestor = parents.get(ancestor))
      path.push(ancestor);
    return { cardEntry, path };
  }

  /** The entry to show for a card: for a reference card the place of use. */
  entryOf(uri: string, card: CardId): Entry | undefined {
    const drawn = this.#watched.get(uri)?.built.cardEntries.get(card);
    if (drawn === undefined) return undefined;
    const entry = drawn.usedBy?.head.form === "bare" ? drawn.usedBy : drawn.entry;
    return entry.document.entries.get(entry.id) === entry ? entry : undefined;
  }

  /** The card, in the tree of `uri`, of what stands at a place of a file. */
  cardAt(uri: string, location: { readonly uri: string; readonly position: Position }): CardId | undefined {
    const built = this.#watched.get(uri)?.built;
    const file = this.#workspace.get(uri)?.file;
    const other = this.#workspace.get(location.uri)?.file;
    if (built === undefined || file === undefined || other === undefined) return undefined;
    for (
      let entry = other.syntax.resolvePosition(location.position).line.owner;
      entry !== undefined;
      entry = entry.parent
    ) {
      const resolved = resolveBarePremise(entry) ?? entry;
      const usedId = referenceCardId(entry, resolved, file);
      if (built.cardEntries.has(usedId)) return usedId;
      const fullId = cardIdOf(resolved, file);
      if (built.cardEntries.has(fullId)) return fullId;
      // A quote is on the card of what it stands under; sources and speakers are on none.
      if (entry.head.keyword !== "quote") return undefined;
    }
    return undefined;
  }

  /** What is told of an entry, of whatever file. */
  readonly #problemsOf: ProblemsOf = (entry) => {
    const problems = this.#workspace.get(fileOf(entry).uri)?.checker.problemsOf(entry) ?? [];
    return problems.filter(this.#isEnabled);
  };
}

interface TreeUpdate {
  readonly next: EntryTree;
  readonly change: TreeChange | undefined;
}

function rebuildTree(before: EntryTree, file: MapFile, problemsOf: ProblemsOf): TreeUpdate {
  const next = buildTree(file, problemsOf);
  return { next, change: diffTrees(plainTree(before), plainTree(next)) };
}

/** Whether headings stand where they stood, whatever they say: then no card is in another section. */
const hasSameNesting = (before: readonly Section[], next: readonly Section[]): boolean =>
  before === next ||
  (before.length === next.length &&
    before.every(({ id, level }, at) => next[at]?.id === id && next[at]?.level === level));

/** The tree with some cards, or sections, saying something else: nothing else of it is looked at. */
function patchTree(before: EntryTree, cards: readonly CardEntry[], sections: readonly Section[]): TreeUpdate {
  const isRetitled = sections.some(({ title }, at) => title !== before.sections[at]?.title);
  if (cards.length === 0 && !isRetitled) return { next: before, change: undefined };
  // Only this room holds the tree; setting a card in place keeps the order and spares a copy of all others.
  const drawn = before.cardEntries as Map<CardId, CardEntry>;
  for (const one of cards) drawn.set(one.card.id, one);
  const changed = cards.map(({ card }) => card);
  const changedSections = isRetitled ? sections : undefined;
  const next = isRetitled ? { ...before, sections } : before;
  return {
    next,
    change: { title: before.title, changed, removed: [], moved: [], ties: undefined, sections: changedSections },
  };
}

/** Whether an edit may have changed more than what some cards say: what stands where, or titles that many cards show. */
function changesStructure(change: SyntaxChange): boolean {
  const { added, removed, headChanged, moved, childrenChanged, textChanged } = change;
  if (added.size + removed.size + headChanged.size + moved.size + childrenChanged.size > 0) return true;
  for (const { head, text } of textChanged) {
    if (head.keyword === "map" || head.keyword === "source" || head.keyword === "speaker") return true;
    // A step whose text came or went is another kind of card.
    if (text === "") return true;
  }
  return false;
}

/** The cards of these entries, where they say something else now. */
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
    cardIds.add(cardIdOf(cardOwner, file));
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
      relation: card.relation,
      viaPremise: usedBy,
      parentEntry: undefined,
      files,
      section: card.section,
    };
    const rebuilt = createCard(id, input, isFull, problemsOf);
    // Whose it is and where the full card is are of the tree's shape, which has not changed.
    const updated: Card = { ...rebuilt, inheritsBy: card.inheritsBy, shows: card.shows };
    if (!isSameCard(card, updated)) changed.push({ ...previous, card: updated });
  }
  return changed;
}
