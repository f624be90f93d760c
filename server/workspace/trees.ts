/** The trees that previews watch. Each has a version, and is refreshed after the problems have been published. */
import { type Entry, isCurrent } from "../core/language/entry.ts";
import { resolveBarePremise } from "../core/language/graph.ts";
import { fileOf } from "../core/language/map.ts";
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
import type { CardId, Tree, TreeChange } from "../core/tree/tree.ts";
import type { FileChange } from "./fileChange.ts";
import { changesStructure, type ProblemsOf, type StaleParts, updateTree } from "./updateTree.ts";
import type { Workspace } from "./workspace.ts";

interface WatchedTree {
  readonly version: number;
  readonly built: EntryTree;
}

/** A change of one tree between two versions, as it is sent to the client. */
export interface VersionedChange {
  readonly uri: string;
  readonly from: number;
  readonly to: number;
  readonly change: TreeChange;
}

/** Keeps watched trees up to date, and computes their changes. */
export class Trees {
  readonly #workspace: Workspace;
  readonly #isEnabled: (problem: Problem) => boolean;
  readonly #watched = new Map<string, WatchedTree>();
  readonly #stale = new Map<string, StaleParts>();
  /** Watched maps that are not loaded. */
  readonly #missing = new Set<string>();
  /** Watched maps that were loaded or unloaded since the last `takeReplaced`. */
  readonly #replaced = new Set<string>();

  /** @param isEnabled whether a problem is shown; the user may have turned it off */
  constructor(workspace: Workspace, isEnabled: (problem: Problem) => boolean = () => true) {
    this.#workspace = workspace;
    this.#isEnabled = isEnabled;
  }

  /**
   * Starts watching the tree of a file, and returns it. Undefined if the file is not loaded; `takeReplaced` then reports when
   * it is. All watchers of a tree share its versions, so a stale tree is returned as it is, and `refresh` updates it for all.
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

  /** Marks all trees as stale, for example because other problems are enabled. */
  invalidateAll(): void {
    for (const uri of this.#watched.keys()) this.#stale.set(uri, "all");
  }

  /** Stops watching a tree. */
  unwatch(uri: string): void {
    this.#watched.delete(uri);
    this.#stale.delete(uri);
    this.#missing.delete(uri);
    this.#replaced.delete(uri);
  }

  /**
   * Records changes of files.
   *
   * @returns whether `refresh` or `takeReplaced` has work to do
   */
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
      if (change === undefined || before === "all" || (change !== "problems" && changesStructure(change))) {
        this.#stale.set(uri, "all");
        continue;
      }
      const { entries, haveHeadingsChanged } = before ?? { entries: new Set(), haveHeadingsChanged: false };
      if (change === "problems") {
        this.#stale.set(uri, { entries, haveHeadingsChanged });
        continue;
      }
      for (const entry of change.textChanged) entries.add(entry);
      this.#stale.set(uri, { entries, haveHeadingsChanged: haveHeadingsChanged || change.headings.size > 0 });
    }
    // Problems of an entry may change without an edit of its file. Cards show no problems of files that are not checked.
    for (const { uri } of changes) {
      for (const entry of this.#workspace.get(uri)?.checkerIfCreated?.takeChanged() ?? []) {
        for (const stale of this.#stale.values()) if (stale !== "all") stale.entries.add(entry);
      }
    }
    return this.#stale.size + this.#replaced.size > 0;
  }

  /** Returns the watched maps that were loaded or unloaded since the last call. Clients request their trees again. */
  takeReplaced(): readonly string[] {
    const uris = [...this.#replaced];
    this.#replaced.clear();
    return uris;
  }

  /** Updates all stale trees, and returns their changes. */
  refresh(): readonly VersionedChange[] {
    const changes: VersionedChange[] = [];
    for (const [uri, stale] of this.#stale) {
      const watched = this.#watched.get(uri);
      const file = this.#workspace.get(uri)?.file;
      if (watched === undefined || file === undefined) continue;
      const { version: from, built } = watched;
      const { next, change } = updateTree(built, file, stale, this.#problemsOf);
      const to = change === undefined ? from : from + 1;
      this.#watched.set(uri, { version: to, built: next });
      if (change !== undefined) changes.push({ uri, from, to, change });
    }
    this.#stale.clear();
    return changes;
  }

  /** Returns the version of a watched tree; undefined while it is stale. */
  versionOf(uri: string): number | undefined {
    return this.#stale.has(uri) ? undefined : this.#watched.get(uri)?.version;
  }

  /** Returns the entry of a card, and the path of cards from it to the root; undefined if the entry no longer exists. */
  cardContext(
    uri: string,
    card: CardId,
  ): { readonly cardEntry: CardEntry; readonly path: readonly CardId[] } | undefined {
    const built = this.#watched.get(uri)?.built;
    const cardEntry = built?.cardEntries.get(card);
    if (built === undefined || cardEntry === undefined) return undefined;
    if (!isCurrent(cardEntry.entry)) return undefined;
    const path: CardId[] = [];
    const parents = new Map(built.positions.map((position) => [position.card, position.parent]));
    for (let ancestor: CardId | undefined = card; ancestor !== undefined; ancestor = parents.get(ancestor))
      path.push(ancestor);
    return { cardEntry, path };
  }

  /** Returns the entry to reveal for a card; for a reference card, the bare entry that refers to it. */
  entryOf(uri: string, card: CardId): Entry | undefined {
    const cardEntry = this.#watched.get(uri)?.built.cardEntries.get(card);
    if (cardEntry === undefined) return undefined;
    const entry = cardEntry.usedBy?.head.form === "bare" ? cardEntry.usedBy : cardEntry.entry;
    return isCurrent(entry) ? entry : undefined;
  }

  /** Returns the card in the tree of `uri` for the entry at a position of a file. */
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
      // A quote is shown on the card of its parent; sources and speakers have no card.
      if (entry.head.keyword !== "quote") return undefined;
    }
    return undefined;
  }

  /** Returns the enabled problems of an entry of any file. */
  readonly #problemsOf: ProblemsOf = (entry) => {
    const problems = this.#workspace.get(fileOf(entry).uri)?.checker.problemsOf(entry) ?? [];
    return problems.filter(this.#isEnabled);
  };
}
