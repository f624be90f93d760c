/** Which entries must be checked again when a name is added or removed, although they do not mention it in their heads. */
import type { Entry } from "../language/entry.ts";

/** The entries whose checks asked for a name. */
export class NameDependents {
  readonly #names = new Map<Entry, readonly string[]>();
  readonly #entries = new Map<string, Set<Entry>>();

  /** Replaces the names that the result of an entry's checks depends on. */
  set(entry: Entry, names: readonly string[]): void {
    this.remove(entry);
    if (names.length === 0) return;
    this.#names.set(entry, names);
    for (const name of names) {
      const entries = this.#entries.get(name);
      if (entries === undefined) this.#entries.set(name, new Set([entry]));
      else entries.add(entry);
    }
  }

  /** Removes an entry. */
  remove(entry: Entry): void {
    for (const name of this.#names.get(entry) ?? []) {
      const entries = this.#entries.get(name);
      entries?.delete(entry);
      if (entries?.size === 0) this.#entries.delete(name);
    }
    this.#names.delete(entry);
  }

  /** Removes all entries. */
  clear(): void {
    this.#names.clear();
    this.#entries.clear();
  }

  /** Returns the entries whose checks asked for a name. */
  of(name: string): Iterable<Entry> {
    return this.#entries.get(name) ?? [];
  }
}
