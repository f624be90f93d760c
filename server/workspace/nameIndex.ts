/** All entries of all files, as one looks for them: by name and by what they say. Made anew for a file that was edited. */
import type { Entry } from "../core/language/entry.ts";
import { definedName, type MapFile } from "../core/language/map.ts";

/** An entry that can be looked for. */
export interface Searchable {
  readonly entry: Entry;
  /** As it is written; undefined where it has none. */
  readonly name: string | undefined;
  /** In small letters, `""` where it has none. */
  readonly lowerName: string;
  /** The beginning of what it says, in small letters, accented letters each as one. */
  readonly lowerText: string;
}

/** Further into a text nobody looks who looks for an entry. */
const MOST_TEXT = 120;

export class NameIndex {
  /** By file, so that one that is forgotten takes its names along. */
  readonly #searchable = new WeakMap<MapFile, readonly Searchable[]>();

  /** For how many files they were made; tests tell by it what a search has to wait for. */
  made = 0;

  /** A file has been edited. */
  forget(file: MapFile): void {
    this.#searchable.delete(file);
  }

  /** The entries of one file, bare ones left out. */
  of(file: MapFile): readonly Searchable[] {
    const known = this.#searchable.get(file);
    if (known !== undefined) return known;
    this.made++;
    const made: Searchable[] = [];
    for (const entry of file.syntax.entries.values()) {
      if (entry.head.form === "bare") continue;
      const name = definedName(entry)?.text;
      const lowerText = entry.text.slice(0, MOST_TEXT).normalize("NFC").toLowerCase();
      made.push({ entry, name, lowerName: name?.toLowerCase() ?? "", lowerText });
    }
    this.#searchable.set(file, made);
    return made;
  }
}
