import type { Entry } from "./entry.ts";

/** Entries by keys. The entries of a key are in the order of the text, so that no answer depends on the order of edits. */
export class EntryIndex<K> {
  readonly #entries = new Map<K, Set<Entry>>();
  /** Keys whose entries may not be in order. They are sorted when they are read, as most edits change no order. */
  readonly #unsorted = new Set<K>();

  /** The keys that have entries, unordered. */
  keys(): Iterable<K> {
    return this.#entries.keys();
  }

  /** Returns the entries of a key in the order of the text. */
  get(key: K): ReadonlySet<Entry> {
    const entries = this.#entries.get(key) ?? NO_ENTRIES;
    if (entries.size < 2 || !this.#unsorted.has(key)) return entries;
    const sorted = new Set(inTextOrder(entries));
    this.#entries.set(key, sorted);
    this.#unsorted.delete(key);
    return sorted;
  }

  /** Moves an entry from some keys to others. Where it stays, it keeps its place. */
  update(entry: Entry, from: readonly K[], to: readonly K[]): void {
    for (const key of from) if (!to.includes(key)) this.#delete(key, entry);
    for (const key of to) if (!from.includes(key)) this.#add(key, entry);
  }

  /** Notes that an entry of these keys may be elsewhere in the text now. */
  markMoved(keys: Iterable<K>): void {
    for (const key of keys) this.#unsorted.add(key);
  }

  #add(key: K, entry: Entry): void {
    const entries = this.#entries.get(key);
    this.#unsorted.add(key);
    if (entries === undefined) this.#entries.set(key, new Set([entry]));
    else entries.add(entry);
  }

  #delete(key: K, entry: Entry): void {
    const entries = this.#entries.get(key);
    entries?.delete(entry);
    if (entries?.size !== 0) return;
    this.#entries.delete(key);
    this.#unsorted.delete(key);
  }
}

const NO_ENTRIES: Set<Entry> = new Set();

/** Sorts entries of one document. */
function inTextOrder(entries: Iterable<Entry>): readonly Entry[] {
  const numbered = Array.from(entries, (entry) => ({ entry, number: entry.document.lines.numberOf(entry.line) }));
  return numbered.sort((a, b) => a.number - b.number).map(({ entry }) => entry);
}
