import { attributeOf, type Entry } from "../language/entry.ts";
import type { MapFile } from "../language/map.ts";
import { quotesWithoutSourceName, sourcesOf } from "../language/relations/quoteSources.ts";

/** Notices changes of sources after which entries that do not mention them must be checked again. */
export class SourceTracker {
  readonly #file: MapFile;
  /** The sources of the file and its imports at the last check of the file's structure. */
  #sources: ReadonlySet<Entry> = new Set();
  /** Whether one of these sources has a `file`. */
  #hasSourceFile = false;
  /** The `file` of each source in this file. */
  readonly #paths = new Map<Entry, string>();

  constructor(file: MapFile) {
    this.#file = file;
  }

  /** Reads the `file` of all sources again. */
  readPaths(): void {
    this.#paths.clear();
    this.#updatePaths(this.#file.entriesOf("source"));
  }

  /** Returns the quotes of the file if one of these changed entries is a source with a new `file`. */
  quotesAffectedBy(changed: Iterable<Entry>): Iterable<Entry> {
    return this.#updatePaths(changed) ? this.#file.entriesOf("quote") : [];
  }

  /**
   * Returns the entries that depend on which sources there are, if these have changed since the last call.
   *
   * @param files the file and its direct and indirect imports
   * @param hasStructureChanged whether sources may have been added or removed
   */
  *entriesAffectedIn(files: readonly MapFile[], hasStructureChanged: boolean): Iterable<Entry> {
    if (hasStructureChanged && this.#updateSources(files)) yield* quotesWithoutSourceName(this.#file);
    // `unquoted-entry` applies to a map as soon as one of its sources has a `file`.
    const hasSourceFile = sourcesOf(files).some((source) => attributeOf(source, "file") !== undefined);
    if (hasSourceFile !== this.#hasSourceFile) yield* this.#file.syntax.entries.values();
    this.#hasSourceFile = hasSourceFile;
  }

  /** Returns whether one of these entries is a source with a new `file`. */
  #updatePaths(entries: Iterable<Entry>): boolean {
    let hasChanged = false;
    for (const entry of entries) {
      if (entry.head.keyword !== "source") continue;
      const path = attributeOf(entry, "file")?.value ?? "";
      if (this.#paths.get(entry) !== path) hasChanged = true;
      this.#paths.set(entry, path);
    }
    return hasChanged;
  }

  /** Returns whether the set of sources has changed. */
  #updateSources(files: readonly MapFile[]): boolean {
    const sources = new Set(sourcesOf(files));
    const isUnchanged = sources.size === this.#sources.size && [...sources].every((one) => this.#sources.has(one));
    this.#sources = sources;
    return !isUnchanged;
  }
}
