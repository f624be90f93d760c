/** The trees that previews look at, each with a version of its own, brought up to date after the problems are out. */
import type { Entry } from "../core/language/entry.ts";
import { filesOf, meant } from "../core/language/graph.ts";
import { fileOf, type MapFile } from "../core/language/map.ts";
import type { Change } from "../core/language/nesting.ts";
import type { Problem } from "../core/language/problem.ts";
import type { Position } from "../core/language/syntax.ts";
import { buildTree, cardIdOf, type Drawn, type EntryTree, plainTree, usedCardId } from "../core/tree/buildTree.ts";
import { content } from "../core/tree/cardContent.ts";
import { diffTrees, sameCard } from "../core/tree/diffTrees.ts";
import { sectionsOf } from "../core/tree/sections.ts";
import type { Card, CardId, Section, Tree, TreeChange } from "../core/tree/tree.ts";
import type { FileChange, Workspace } from "./workspace.ts";

interface Watched {
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
  readonly #isTold: (problem: Problem) => boolean;
  readonly #watched = new Map<string, Watched>();
  readonly #stale = new Map<string, Stale>();
  /** Maps that somebody looks at and that are not there. */
  readonly #absent = new Set<string>();
  /** Maps of these that came or went since that was last told. */
  readonly #cameOrWent = new Set<string>();

  /** @param isTold whether a problem is to be shown: the user may have turned it off */
  constructor(workspace: Workspace, isTold: (problem: Problem) => boolean = () => true) {
    this.#workspace = workspace;
    this.#isTold = isTold;
  }

  /**
   * The tree of a file; from now on its changes are kept. Undefined where the file is not known; that it comes is kept
   * then. Whoever else looks at the same tree has the same versions: of a tree that is still to be brought up to date this
   * is what the others have, and `refresh` gives all of them what has changed.
   */
  watch(uri: string): { readonly version: number; readonly tree: Tree } | undefined {
    const file = this.#workspace.get(uri)?.file;
    if (file === undefined) {
      this.#absent.add(uri);
      return undefined;
    }
    this.#absent.delete(uri);
    const watched = this.#watched.get(uri) ?? { version: 1, built: buildTree(file, this.#problemsOf) };
    this.#watched.set(uri, watched);
    return { version: watched.version, tree: plainTree(watched.built) };
  }

  /** Makes all trees stale, as when other problems are to be told. */
  noteAll(): void {
    for (const uri of this.#watched.keys()) this.#stale.set(uri, "all");
  }

  /** Nobody looks at this tree any more. */
  unwatch(uri: string): void {
    this.#watched.delete(uri);
    this.#stale.delete(uri);
    this.#absent.delete(uri);
    this.#cameOrWent.delete(uri);
  }

  /** Takes note of what changed. @returns whether there is something to refresh or to tell */
  note(changes: readonly FileChange[]): boolean {
    for (const { uri, change } of changes) {
      const isThere = this.#workspace.get(uri) !== undefined;
      if (isThere ? this.#absent.delete(uri) : this.#watched.delete(uri)) {
        this.#stale.delete(uri);
        this.#cameOrWent.add(uri);
        if (!isThere) this.#absent.add(uri);
      }
      if (!this.#watched.has(uri)) continue;
      const before = this.#stale.get(uri);
      if (change === undefined || before === "all" || (change !== "sources" && reshapes(change))) {
        this.#stale.set(uri, "all");
        continue;
      }
      const { entries, headings } = before ?? { entries: new Set(), headings: false };
      if (change === "sources") {
        this.#stale.set(uri, { entries, headings });
        continue;
      }
      for (const entry of change.texts) entries.add(entry);
      this.#stale.set(uri, { entries, headings: headings || change.headings.size > 0 });
    }
    // Of these entries the problems are others, whoever's text it was that changed. Of what is not checked no card tells any.
    for (const { uri } of changes) {
      for (const entry of this.#workspace.get(uri)?.checked?.takeChanged() ?? []) {
        for (const stale of this.#stale.values()) if (stale !== "all") stale.entries.add(entry);
      }
    }
    return this.#stale.size + this.#cameOrWent.size > 0;
  }

  /** The maps that came or went, each told once: whoever looks at one asks for its tree again. */
  takeCameOrWent(): readonly string[] {
    const uris = [...this.#cameOrWent];
    this.#cameOrWent.clear();
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
      const { now, change } =
        stale === "all" || !sameNesting(built.sections, sections)
          ? rebuilt(built, file, this.#problemsOf)
          : retold(built, redrawn(built, stale.entries, file, this.#problemsOf), sections);
      const to = change === undefined ? from : from + 1;
      this.#watched.set(uri, { version: to, built: now });
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
  cardWith(uri: string, card: CardId): { readonly drawn: Drawn; readonly path: readonly CardId[] } | undefined {
    const built = this.#watched.get(uri)?.built;
    const drawn = built?.drawn.get(card);
    if (built === undefined || drawn === undefined) return undefined;
    if (drawn.entry.home.entries.get(drawn.entry.id) !== drawn.entry) return undefined;
    const path: CardId[] = [];
    const parents = new Map(built.places.map((place) => [place.card, place.parent]));
    for (let at: CardId | undefined = card; at !== undefined; at = parents.get(at)) path.push(at);
    return { drawn, path };
  }

  /** The entry to show for a card: for a reference card the place of use. */
  entryOf(uri: string, card: CardId): Entry | undefined {
    const drawn = this.#watched.get(uri)?.built.drawn.get(card);
    if (drawn === undefined) return undefined;
    const entry = drawn.through?.head.form === "bare" ? drawn.through : drawn.entry;
    return entry.home.entries.get(entry.id) === entry ? entry : undefined;
  }

  /** The card, in the tree of `uri`, of what stands at a place of a file. */
  cardAt(uri: string, place: { readonly uri: string; readonly position: Position }): CardId | undefined {
    const built = this.#watched.get(uri)?.built;
    const file = this.#workspace.get(uri)?.file;
    const other = this.#workspace.get(place.uri)?.file;
    if (built === undefined || file === undefined || other === undefined) return undefined;
    for (let entry = other.syntax.place(place.position).line.owner; entry !== undefined; entry = entry.parent) {
      const shown = meant(entry) ?? entry;
      const used = usedCardId(entry, shown, file);
      if (built.drawn.has(used)) return used;
      const full = cardIdOf(shown, file);
      if (built.drawn.has(full)) return full;
      // A quote is on the card of what it stands under; sources and speakers are on none.
      if (entry.head.keyword !== "quote") return undefined;
    }
    return undefined;
  }

  /** What is told of an entry, of whatever file. */
  readonly #problemsOf: ProblemsOf = (entry) => {
    const problems = this.#workspace.get(fileOf(entry).uri)?.checker.problemsOf(entry) ?? [];
    return problems.filter(this.#isTold);
  };
}

interface Refreshed {
  readonly now: EntryTree;
  readonly change: TreeChange | undefined;
}

function rebuilt(before: EntryTree, file: MapFile, problemsOf: ProblemsOf): Refreshed {
  const now = buildTree(file, problemsOf);
  return { now, change: diffTrees(plainTree(before), plainTree(now)) };
}

/** Whether headings stand where they stood, whatever they say: then no card is in another section. */
const sameNesting = (before: readonly Section[], now: readonly Section[]): boolean =>
  before === now ||
  (before.length === now.length && before.every(({ id, level }, at) => now[at]?.id === id && now[at]?.level === level));

/** The tree with some cards, or sections, saying something else: nothing else of it is looked at. */
function retold(before: EntryTree, cards: readonly Drawn[], sections: readonly Section[]): Refreshed {
  const retitled = sections.some(({ title }, at) => title !== before.sections[at]?.title);
  if (cards.length === 0 && !retitled) return { now: before, change: undefined };
  // Only this room holds the tree; setting a card in place keeps the order and spares a copy of all others.
  const drawn = before.drawn as Map<CardId, Drawn>;
  for (const one of cards) drawn.set(one.card.id, one);
  const changed = cards.map(({ card }) => card);
  const said = retitled ? sections : undefined;
  const now = retitled ? { ...before, sections } : before;
  return {
    now,
    change: { title: before.title, changed, removed: [], moved: [], ties: undefined, sections: said },
  };
}

/** Whether an edit may have changed more than what some cards say: what stands where, or titles that many cards show. */
function reshapes(change: Change): boolean {
  const { added, removed, heads, moved, parents, texts } = change;
  if (added.size + removed.size + heads.size + moved.size + parents.size > 0) return true;
  for (const { head, text } of texts) {
    if (head.keyword === "map" || head.keyword === "source" || head.keyword === "speaker") return true;
    // A step whose text came or went is another kind of card.
    if (text === "") return true;
  }
  return false;
}

/** The cards of these entries, where they say something else now. */
function redrawn(built: EntryTree, stale: ReadonlySet<Entry>, file: MapFile, problemsOf: ProblemsOf): readonly Drawn[] {
  const files = filesOf(file);
  const says = new Set<CardId>();
  for (const entry of stale) {
    const carrier = entry.head.keyword === "quote" ? (entry.parent ?? entry) : entry;
    says.add(cardIdOf(carrier, file));
    const shown = meant(carrier);
    if (shown !== undefined && shown !== carrier) says.add(usedCardId(carrier, shown, file));
  }
  const redrawn: Drawn[] = [];
  for (const id of says) {
    const one = built.drawn.get(id);
    if (one === undefined) continue;
    const { card, entry, through } = one;
    const whole = card.form !== "reference";
    const what = { entry, relation: card.relation, through, above: undefined, files, section: card.section };
    const anew = content(id, what, whole, problemsOf);
    // Whose it is and where the full card is are of the tree's shape, which has not changed.
    const now: Card = { ...anew, inheritsBy: card.inheritsBy, shows: card.shows };
    if (!sameCard(card, now)) redrawn.push({ ...one, card: now });
  }
  return redrawn;
}
