/** Groups of entries that share a key, for group checks. */
import type { Entry } from "../language/entry.ts";

/** The entries that share one key, unordered. The object is the identity of the group. */
export type GroupMembers = ReadonlySet<Entry>;

/** Keeps the groups of one check up to date while entries change. */
export class GroupIndex {
  readonly #keyOf: (entry: Entry) => string | undefined;
  readonly #keys = new Map<Entry, string>();
  readonly #groups = new Map<string, Set<Entry>>();

  /** @param keyOf returns the key of an entry; undefined if it belongs to no group */
  constructor(keyOf: (entry: Entry) => string | undefined) {
    this.#keyOf = keyOf;
  }

  /** Puts new or changed entries into their groups. Returns all groups of these entries, before and after. */
  update(entries: Iterable<Entry>): ReadonlySet<GroupMembers> {
    const affected = new Set<GroupMembers>();
    for (const entry of entries) {
      const key = this.#keyOf(entry);
      if (this.#keys.get(entry) !== key) this.#removeFromGroup(entry, affected);
      if (key === undefined) continue;
      const group = this.#groups.get(key) ?? new Set();
      this.#groups.set(key, group.add(entry));
      this.#keys.set(entry, key);
      affected.add(group);
    }
    return affected;
  }

  /** Removes entries. Returns the groups that they belonged to, which may now be empty. */
  remove(entries: Iterable<Entry>): ReadonlySet<GroupMembers> {
    const affected = new Set<GroupMembers>();
    for (const entry of entries) this.#removeFromGroup(entry, affected);
    return affected;
  }

  /** Removes all groups. */
  clear(): void {
    this.#keys.clear();
    this.#groups.clear();
  }

  #removeFromGroup(entry: Entry, affected: Set<GroupMembers>): void {
    const key = this.#keys.get(entry);
    const group = key === undefined ? undefined : this.#groups.get(key);
    if (key === undefined || group === undefined) return;
    this.#keys.delete(entry);
    group.delete(entry);
    if (group.size === 0) this.#groups.delete(key);
    affected.add(group);
  }
}
