/** Resolves names as they will be after entries have moved between files and imports have been added. */
import type { Entry } from "../../core/language/entry.ts";
import { targetOf } from "../../core/language/graph.ts";
import type { Name } from "../../core/language/head.ts";
import { definedName, fileOf, type MapFile, referencesOf } from "../../core/language/map.ts";
import { relativePath } from "../../workspace/files/paths.ts";
import { nameFromFile } from "../textEdits/freshNames.ts";

/** A move of entries from one file to another. */
export interface EntryMove {
  /** The moved entries with all their descendants. */
  readonly subtree: ReadonlySet<Entry>;
  readonly from: MapFile;
  readonly to: MapFile;
}

/** An import to be added after all imports of a file. */
export interface NewImport {
  readonly prefix: string | undefined;
  readonly file: MapFile;
}

/** An existing or new import. `file` is undefined if the path does not resolve. */
interface ResolvedImport {
  readonly prefix: string | undefined;
  readonly file: MapFile | undefined;
}

/** The names of all files after a planned move, if any. Each `mention` adds the import that it needs. */
export class NameScope {
  /** The imports to be added, by file. */
  readonly imports = new Map<MapFile, NewImport[]>();
  readonly #move: EntryMove | undefined;

  constructor(move?: EntryMove) {
    this.#move = move;
  }

  /** Whether entries move. A move must not change what any name resolves to. */
  get isMove(): boolean {
    return this.#move !== undefined;
  }

  /** The file that will contain an entry. */
  fileAfterMove(entry: Entry): MapFile {
    return this.#move?.subtree.has(entry) === true ? this.#move.to : fileOf(entry);
  }

  /** The entry to which a name will resolve in a file; undefined if there will be none. */
  resolve(file: MapFile, { text, prefix }: Pick<Name, "text" | "prefix">): Entry | undefined {
    const imports = this.#importsOf(file);
    if (prefix !== undefined) {
      const importedFile = imports.find((imported) => imported.prefix === prefix)?.file;
      return importedFile && this.#exported(importedFile, text);
    }
    const own = this.#exported(file, text);
    if (own !== undefined) return own;
    for (const imported of imports) {
      if (imported.prefix !== undefined || imported.file === undefined) continue;
      const found = this.#exported(imported.file, text);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * The name by which a file can refer to an entry after the move; undefined if it cannot. Adds the import that this needs.
   *
   * @param requiredPrefix the prefix of the new import; if undefined, the import has a prefix only if the name needs one
   * @param previousPrefix the prefix that the name has had; the new import uses it if it is free
   */
  mention(file: MapFile, entry: Entry, requiredPrefix?: string, previousPrefix?: string): string | undefined {
    const text = definedName(entry)?.text;
    if (text === undefined) return undefined;
    const definingFile = this.fileAfterMove(entry);
    if (requiredPrefix === undefined && this.resolve(file, { text, prefix: undefined }) === entry) return text;
    if (definingFile === file) return undefined;
    for (const { prefix, file: importedFile } of this.#importsOf(file)) {
      if (requiredPrefix !== undefined || prefix === undefined || importedFile !== definingFile) continue;
      if (this.resolve(file, { text, prefix }) === entry) return `${prefix}.${text}`;
    }
    if (this.#exported(definingFile, text) !== entry || relativePath(file.uri, definingFile.uri) === undefined)
      return undefined;
    if (this.filesOf(definingFile).includes(file)) return undefined;
    const isFree =
      this.resolve(file, { text, prefix: undefined }) === undefined && !this.#wouldCapture(file, definingFile);
    const keptPrefix =
      previousPrefix !== undefined && !this.#usedPrefixes(file).has(previousPrefix) ? previousPrefix : undefined;
    const prefix = requiredPrefix ?? keptPrefix ?? (isFree ? undefined : this.#freePrefix(file, definingFile));
    this.imports.set(file, [...(this.imports.get(file) ?? []), { prefix, file: definingFile }]);
    return prefix === undefined ? text : `${prefix}.${text}`;
  }

  /** A file and all files that it will import, directly or indirectly. */
  filesOf(file: MapFile): readonly MapFile[] {
    const files = new Set([file]);
    // Iterating a set includes the files that are added meanwhile.
    for (const importer of files)
      for (const { file: importedFile } of this.#importsOf(importer))
        if (importedFile !== undefined) files.add(importedFile);
    return [...files];
  }

  /** The sources that these files will define. */
  sourcesOf(files: readonly MapFile[]): readonly Entry[] {
    const { subtree, from, to } = this.#move ?? {};
    return files.flatMap((file) => {
      const keptSources = [...file.entriesOf("source")].filter((source) => subtree?.has(source) !== true);
      const movedSources =
        file === to ? [...(from?.entriesOf("source") ?? [])].filter((source) => subtree?.has(source)) : [];
      return [...keptSources, ...movedSources];
    });
  }

  #importsOf(file: MapFile): readonly ResolvedImport[] {
    const existing = file.imports.map(({ entry, target }): ResolvedImport => {
      return { prefix: definedName(entry)?.text, file: target.state === "found" ? target.file : undefined };
    });
    return [...existing, ...(this.imports.get(file) ?? [])];
  }

  #exported(file: MapFile, name: string): Entry | undefined {
    const { subtree, from, to } = this.#move ?? {};
    if (subtree === undefined || from === undefined || (file !== from && file !== to)) return file.exportedEntry(name);
    const isKept = (entry: Entry): boolean => entry.head.keyword !== "import" && !subtree.has(entry);
    const own = file.definitionsOf(name).find(isKept);
    return own ?? (file === to ? from.definitionsOf(name).find((entry) => subtree.has(entry)) : undefined);
  }

  /** Whether a new import without a prefix would make undefined names resolve to entries of the imported file. */
  #wouldCapture(file: MapFile, imported: MapFile): boolean {
    if (this.#move === undefined) return false;
    const { subtree, from, to } = this.#move;
    const movedNames = new Set(imported === to ? [...subtree].flatMap((entry) => definedName(entry)?.text ?? []) : []);
    const isCaptured = (entry: Entry): boolean =>
      referencesOf(entry).some((reference) => {
        const { prefix, text } = reference.name;
        if (prefix !== undefined || targetOf(reference) !== undefined) return false;
        return movedNames.has(text) || imported.definitionsOf(text).length > 0;
      });
    if (file === to && [...subtree].some(isCaptured)) return true;
    // Search the smaller side: the names that become available, or the entries that might use them.
    const { entries } = file.syntax;
    const candidates =
      imported.syntax.entries.size + movedNames.size < entries.size
        ? [...movedNames, ...imported.names].flatMap((name) => [...file.entriesMentioning(name)])
        : [...entries.values()];
    return candidates.some((entry) => !(file === from && subtree.has(entry)) && isCaptured(entry));
  }

  /** The prefixes that a file defines, or uses without defining them. */
  #usedPrefixes(file: MapFile): ReadonlySet<string | undefined> {
    const used = new Set<string | undefined>(this.#importsOf(file).map(({ prefix }) => prefix));
    const entries = [...file.syntax.entries.values(), ...(this.#move?.to === file ? this.#move.subtree : [])];
    // References that resolve are rewritten by the move. Undefined references must stay undefined.
    for (const reference of entries.flatMap(referencesOf)) {
      if (reference.name.prefix !== undefined && targetOf(reference) === undefined) used.add(reference.name.prefix);
    }
    return used;
  }

  /** A prefix, from the name of the imported file, that `file` neither defines nor uses. */
  #freePrefix(file: MapFile, imported: MapFile): string {
    const name = nameFromFile(imported.uri) || "other";
    const used = this.#usedPrefixes(file);
    let candidate = name;
    for (let number = 2; used.has(candidate) || file.definitionsOf(candidate).length > 0; number++)
      candidate = `${name}-${number}`;
    return candidate;
  }
}
