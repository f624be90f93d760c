/** What names lead to once entries have gone to another file and imports have come, and how an entry can be named then. */
import type { Entry } from "../../core/language/entry.ts";
import { targetOf } from "../../core/language/graph.ts";
import type { Name } from "../../core/language/head.ts";
import { definedName, fileOf, type MapFile, referencesOf } from "../../core/language/map.ts";
import { relativePath } from "../../workspace/paths.ts";
import { nameFromFile } from "../textEdits/freshNames.ts";

/** Entries that go from one file to another, with all that stands under them. */
export interface EntryMove {
  readonly subtree: ReadonlySet<Entry>;
  readonly from: MapFile;
  readonly to: MapFile;
}

/** An import that a file does not have yet. It comes after all others. */
export interface NewImport {
  readonly prefix: string | undefined;
  readonly file: MapFile;
}

/** An import as it will be; `file` undefined where it leads nowhere. */
interface ResolvedImport {
  readonly prefix: string | undefined;
  readonly file: MapFile | undefined;
}

export class NameScope {
  /** The imports that what was asked for needs. */
  readonly imports = new Map<MapFile, NewImport[]>();
  readonly #move: EntryMove | undefined;

  constructor(move?: EntryMove) {
    this.#move = move;
  }

  /** Whether it is asked for because of a move, which must not let anything lead where it does not lead now. */
  get isMove(): boolean {
    return this.#move !== undefined;
  }

  /** The file that an entry will stand in. */
  fileAfterMove(entry: Entry): MapFile {
    return this.#move?.subtree.has(entry) === true ? this.#move.to : fileOf(entry);
  }

  /** What a name will lead to in a file; undefined for nowhere. */
  resolve(file: MapFile, { text, prefix }: Pick<Name, "text" | "prefix">): Entry | undefined {
    const imports = this.#importsOf(file);
    if (prefix !== undefined) {
      const importedFile = imports.find((one) => one.prefix === prefix)?.file;
      return importedFile && this.#exported(importedFile, text);
    }
    const own = this.#exported(file, text);
    if (own !== undefined) return own;
    for (const one of imports) {
      const found = one.prefix === undefined && one.file !== undefined ? this.#exported(one.file, text) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * How a file will have to write the name of an entry so that it leads there; undefined where it cannot. An import that
   * this needs is added.
   *
   * @param requiredPrefix the prefix of that import; undefined: one only where the name needs it
   * @param previousPrefix the prefix that the name has had, which that import gets where nothing else has it
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

  /** A file and all that it will import, directly or by way of others. */
  filesOf(file: MapFile): readonly MapFile[] {
    const files = new Set([file]);
    // A set may grow while it is walked.
    for (const one of files)
      for (const { file: importedFile } of this.#importsOf(one))
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

  /** Whether a move would, by an import without a prefix, let names lead somewhere that lead nowhere now. */
  #wouldCapture(file: MapFile, imported: MapFile): boolean {
    if (this.#move === undefined) return false;
    const { subtree, from, to } = this.#move;
    const movedNames = new Set(imported === to ? [...subtree].flatMap((one) => definedName(one)?.text ?? []) : []);
    const isCaptured = (entry: Entry): boolean =>
      referencesOf(entry).some((reference) => {
        const { prefix, text } = reference.name;
        if (prefix !== undefined || targetOf(reference) !== undefined) return false;
        return movedNames.has(text) || imported.definitionsOf(text).length > 0;
      });
    if (file === to && [...subtree].some(isCaptured)) return true;
    // One of the two is small, as a rule: what moves, or the file that it goes to.
    const { entries } = file.syntax;
    const candidates =
      imported.syntax.entries.size + movedNames.size < entries.size
        ? [...movedNames, ...imported.names].flatMap((name) => [...file.entriesMentioning(name)])
        : [...entries.values()];
    return candidates.some((entry) => !(file === from && subtree.has(entry)) && isCaptured(entry));
  }

  /** The prefixes that a file defines, or uses though they lead nowhere. */
  #usedPrefixes(file: MapFile): ReadonlySet<string | undefined> {
    const used = new Set<string | undefined>(this.#importsOf(file).map(({ prefix }) => prefix));
    const entries = [...file.syntax.entries.values(), ...(this.#move?.to === file ? this.#move.subtree : [])];
    // What leads somewhere is written so that it does so then; what leads nowhere must go on to do so.
    for (const reference of entries.flatMap(referencesOf)) {
      if (reference.name.prefix !== undefined && targetOf(reference) === undefined) used.add(reference.name.prefix);
    }
    return used;
  }

  /** A prefix after the name of the imported file that a file neither defines nor uses yet. */
  #freePrefix(file: MapFile, imported: MapFile): string {
    const name = nameFromFile(imported.uri) || "other";
    const used = this.#usedPrefixes(file);
    let candidate = name;
    for (let number = 2; used.has(candidate) || file.definitionsOf(candidate).length > 0; number++)
      candidate = `${name}-${number}`;
    return candidate;
  }
}
