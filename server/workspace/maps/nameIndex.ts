/** An index of the names and texts of all entries for searching. Rebuilt for a file when it is edited. */
import { attributeOf, type Entry, entriesInOrder } from "../../core/language/entry.ts";
import { definedName, type MapFile } from "../../core/language/map.ts";

/** An entry prepared for searching. */
export interface IndexedEntry {
  readonly entry: Entry;
  /** The name that the entry defines, as written. */
  readonly name: string | undefined;
  /** The name in lower case, or `""`. */
  readonly lowerName: string;
  /** The beginning of the text, in lower case and Unicode NFC. */
  /** The title and the text. */
  readonly text: string;
  readonly lowerText: string;
}

/** How many UTF-16 units of a text are searched. */
const MAX_TEXT_LENGTH = 120;

/** Caches the searchable entries of each file. */
export class NameIndex {
  readonly #entries = new WeakMap<MapFile, readonly IndexedEntry[]>();

  /** How many times entries of a file were indexed. Tests use it to check the work that a search has to do. */
  buildCount = 0;

  /** Drops the entries of a file that was edited. */
  invalidate(file: MapFile): void {
    this.#entries.delete(file);
  }

  /** Returns the entries of a file, except bare ones, which only refer to another entry. */
  entriesOf(file: MapFile): readonly IndexedEntry[] {
    const cached = this.#entries.get(file);
    if (cached !== undefined) return cached;
    this.buildCount++;
    const entries: IndexedEntry[] = [];
    for (const entry of entriesInOrder(file.syntax)) {
      if (entry.head.form === "bare") continue;
      const name = definedName(entry)?.text;
      const title = attributeOf(entry, "title")?.value ?? "";
      const text = title === "" || entry.text === "" ? title || entry.text : `${title}: ${entry.text}`;
      const lowerText = text.slice(0, MAX_TEXT_LENGTH).normalize("NFC").toLowerCase();
      entries.push({ entry, name, lowerName: name?.toLowerCase() ?? "", text, lowerText });
    }
    this.#entries.set(file, entries);
    return entries;
  }
}
