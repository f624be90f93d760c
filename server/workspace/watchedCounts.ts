/** The counts of the maps that the client shows. They are counted again only after an edit that can change them. */
import type { Entry } from "../core/language/entry.ts";
import { importClosure } from "../core/language/graph.ts";
import type { MapFile } from "../core/language/map.ts";
import type { SyntaxChange } from "../core/language/parsing/nesting.ts";
import { countedEntries } from "../core/tree/countedEntries.ts";
import { countEntries, type EntryCounts, entryGroups } from "../core/tree/entryCounts.ts";
import { gapsOf } from "../core/tree/gapsOf.ts";
import type { FileChange } from "./fileChange.ts";
import type { Workspace } from "./workspace.ts";

interface WatchedMap {
  readonly counts: EntryCounts;
  /** The entries with a gap when the map was last counted. */
  readonly withGaps: ReadonlySet<Entry>;
}

/** Keeps the counts of watched maps up to date. */
export class WatchedCounts {
  readonly #workspace: Workspace;
  readonly #watched = new Map<string, WatchedMap>();
  readonly #stale = new Set<string>();
  /** How often a map was counted. Tests use it to measure the cost of an edit. */
  countings = 0;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Returns the counts of a map, and watches it. Undefined if it is not loaded. */
  watch(uri: string): EntryCounts | undefined {
    const file = this.#workspace.get(uri)?.file;
    if (file === undefined) return undefined;
    const known = this.#stale.has(uri) ? undefined : this.#watched.get(uri);
    return (known ?? this.#count(uri, file)).counts;
  }

  /** Stops watching a map. */
  unwatch(uri: string): void {
    this.#watched.delete(uri);
    this.#stale.delete(uri);
  }

  /** Records changes of files. */
  applyChanges(changes: readonly FileChange[]): void {
    for (const { uri, change } of changes) {
      const watched = this.#watched.get(uri);
      if (watched === undefined || change === "problems") continue;
      if (change === undefined || this.#canChangeCounts(uri, watched, change)) this.#stale.add(uri);
    }
  }

  /** Counts the maps again that have changed, and returns those with other counts than before. */
  takeChanged(): readonly { readonly uri: string; readonly counts: EntryCounts }[] {
    const changed: { readonly uri: string; readonly counts: EntryCounts }[] = [];
    for (const uri of this.#stale) {
      const before = this.#watched.get(uri)?.counts;
      const file = this.#workspace.get(uri)?.file;
      if (file === undefined) this.#watched.delete(uri);
      else {
        const { counts } = this.#count(uri, file);
        if (entryGroups.some((group) => counts[group] !== before?.[group])) changed.push({ uri, counts });
      }
    }
    this.#stale.clear();
    return changed;
  }

  #count(uri: string, file: MapFile): WatchedMap {
    this.countings++;
    const entries = countedEntries(file);
    const withGaps = new Set(entries.flatMap(({ entry, gaps }) => (gaps.length > 0 ? [entry] : [])));
    const counted = { counts: countEntries(entries), withGaps };
    this.#watched.set(uri, counted);
    return counted;
  }

  /** Whether an edit has changed the structure of a map, or given an entry its first text or taken its last. */
  #canChangeCounts(uri: string, { withGaps }: WatchedMap, change: SyntaxChange): boolean {
    const { added, removed, headChanged, moved, childrenChanged, textChanged } = change;
    if (added.size + removed.size + headChanged.size + moved.size + childrenChanged.size > 0) return true;
    const file = this.#workspace.get(uri)?.file;
    const files = file === undefined ? [] : importClosure(file);
    return [...textChanged].some((entry) => gapsOf(entry, files).length > 0 !== withGaps.has(entry));
  }
}
