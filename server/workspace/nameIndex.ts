/** All entries of all files, as one looks for them: by name and by what they say. Made anew for a file that was edited. */
import type { Entry } from "../core/language/entry.ts";
import { definedName, type MapFile } from "../core/language/map.ts";

/** An entry that can be looked for. */
export interface IndexedEntry {
  readonly entry: Entry;
  /** As it is written; undefined where it has none. */
  readonly name: string | undefined;
  /** In small letters, `""` where it has none. */
  readonly lowerName: string;
  /** The beginning of what it says, in small letters, accented letters each as one. */
  readonly lowerText: string;
}

/** Further into a text nobody looks who looks for an entry. */
const MAX_TEXT_LENGTH = 120;

export class NameIndex {
  /** By file, so that one that is forgotten takes its names along. */
  readonly #entries = new WeakMap<MapFile, readonly IndexedEntry[]>();

  /** For how many files they were made; tests tell by it what a search has to wait for. */
  buildCount = 0;

  /** A file has been edited. */
  invalidate(file: MapFile): void {
    this.#entries.delete(file);
  }

  /** The entries of one file, bare ones left out. */
  entriesOf(file: MapFile): readonly IndexedEntry[] {
    const cached = this.#entries.get(file);
    if (cached !== undefined) return cached;
    this.buildCount++;
    const entries: IndexedEntry[] = [];
    for (const entry of file.syntax.entries.values()) {
      if (entry.head.form === "bare") continue;
      const name = definedName(entry)?.text;
      const lowerText = entry.text.slice(0, MAX_TEXT_LENGTH).normalize("NFC").toLowerCase();
      entries.push({ entry, name, lowerName: name?.toLowerCase() ?? "", lowerText });
    }
    this.#entries.set(file, entries);
    return entries;
  }
}
