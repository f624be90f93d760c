/** What names lead to once entries have gone to another file and imports have come, and how an entry can be named then. */
import type { Entry } from "../../core/language/entry.ts";
import { targetOf } from "../../core/language/graph.ts";
import type { Name } from "../../core/language/head.ts";
import { definedName, fileOf, type MapFile, referencesOf } from "../../core/language/map.ts";
import { relativePath } from "../../workspace/paths.ts";
import { nameOfFile } from "../textEdits/freshNames.ts";

/** Entries that go from one file to another, with all that stands under them. */
export interface Move {
  readonly tree: ReadonlySet<Entry>;
  readonly from: MapFile;
  readonly to: MapFile;
}

/** An import that a file does not have yet. It comes after all others. */
export interface NewImport {
  readonly prefix: string | undefined;
  readonly file: MapFile;
}

/** An import as it will be; `file` undefined where it leads nowhere. */
interface Import {
  readonly prefix: string | undefined;
  readonly file: MapFile | undefined;
}

export class Sight {
  /** The imports that what was asked for needs. */
  readonly imports = new Map<MapFile, NewImport[]>();
  readonly #move: Move | undefined;

  constructor(move?: Move) {
    this.#move = move;
  }

  /** Whether it is asked for because of a move, which must not let anything lead where it does not lead now. */
  get isMove(): boolean {
    return this.#move !== undefined;
  }

  /** The file that an entry will stand in. */
  homeOf(entry: Entry): MapFile {
    return this.#move?.tree.has(entry) === true ? this.#move.to : fileOf(entry);
  }

  /** What a name will lead to in a file; undefined for nowhere. */
  resolve(file: MapFile, { text, prefix }: Pick<Name, "text" | "prefix">): Entry | undefined {
    const imports = this.#importsOf(file);
    if (prefix !== undefined) {
      const by = imports.find((one) => one.prefix === prefix)?.file;
      return by && this.#exported(by, text);
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
   * @param wanted the prefix of that import; undefined: one only where the name needs it
   * @param before the prefix that the name has had, which that import gets where nothing else has it
   */
  mention(file: MapFile, entry: Entry, wanted?: string, before?: string): string | undefined {
    const text = definedName(entry)?.text;
    if (text === undefined) return undefined;
    const home = this.homeOf(entry);
    if (wanted === undefined && this.resolve(file, { text, prefix: undefined }) === entry) return text;
    if (home === file) return undefined;
    for (const { prefix, file: by } of this.#importsOf(file)) {
      if (wanted !== undefined || prefix === undefined || by !== home) continue;
      if (this.resolve(file, { text, prefix }) === entry) return `${prefix}.${text}`;
    }
    if (this.#exported(home, text) !== entry || relativePath(file.uri, home.uri) === undefined) return undefined;
    if (this.filesOf(home).includes(file)) return undefined;
    const isFree = this.resolve(file, { text, prefix: undefined }) === undefined && !this.#brings(file, home);
    const kept = before !== undefined && !this.#usedPrefixes(file).has(before) ? before : undefined;
    const prefix = wanted ?? kept ?? (isFree ? undefined : this.#freePrefix(file, home));
    this.imports.set(file, [...(this.imports.get(file) ?? []), { prefix, file: home }]);
    return prefix === undefined ? text : `${prefix}.${text}`;
  }

  /** A file and all that it will import, directly or by way of others. */
  filesOf(file: MapFile): readonly MapFile[] {
    const files = new Set([file]);
    // A set may grow while it is walked.
    for (const one of files) for (const { file: by } of this.#importsOf(one)) if (by !== undefined) files.add(by);
    return [...files];
  }

  /** The sources that these files will define. */
  sourcesOf(files: readonly MapFile[]): readonly Entry[] {
    const { tree, from, to } = this.#move ?? {};
    return files.flatMap((file) => {
      const own = [...file.entriesOf("source")].filter((source) => tree?.has(source) !== true);
      const come = file === to ? [...(from?.entriesOf("source") ?? [])].filter((source) => tree?.has(source)) : [];
      return [...own, ...come];
    });
  }

  #importsOf(file: MapFile): readonly Import[] {
    const known = file.imports.map(({ entry, target }): Import => {
      return { prefix: definedName(entry)?.text, file: target.state === "found" ? target.file : undefined };
    });
    return [...known, ...(this.imports.get(file) ?? [])];
  }

  #exported(file: MapFile, name: string): Entry | undefined {
    const { tree, from, to } = this.#move ?? {};
    if (tree === undefined || from === undefined || (file !== from && file !== to)) return file.exported(name);
    const isKept = (entry: Entry): boolean => entry.head.keyword !== "import" && !tree.has(entry);
    const own = file.definitionsOf(name).find(isKept);
    return own ?? (file === to ? from.definitionsOf(name).find((entry) => tree.has(entry)) : undefined);
  }

  /** Whether a move would, by an import without a prefix, let names lead somewhere that lead nowhere now. */
  #brings(file: MapFile, imported: MapFile): boolean {
    if (this.#move === undefined) return false;
    const { tree, from, to } = this.#move;
    const along = new Set(imported === to ? [...tree].flatMap((one) => definedName(one)?.text ?? []) : []);
    const comes = (entry: Entry): boolean =>
      referencesOf(entry).some((reference) => {
        const { prefix, text } = reference.name;
        if (prefix !== undefined || targetOf(reference) !== undefined) return false;
        return along.has(text) || imported.definitionsOf(text).length > 0;
      });
    if (file === to && [...tree].some(comes)) return true;
    // One of the two is small, as a rule: what moves, or the file that it goes to.
    const { entries } = file.syntax;
    const own =
      imported.syntax.entries.size + along.size < entries.size
        ? [...along, ...imported.names].flatMap((name) => [...file.mentionsOf(name)])
        : [...entries.values()];
    return own.some((entry) => !(file === from && tree.has(entry)) && comes(entry));
  }

  /** The prefixes that a file defines, or uses though they lead nowhere. */
  #usedPrefixes(file: MapFile): ReadonlySet<string | undefined> {
    const used = new Set<string | undefined>(this.#importsOf(file).map(({ prefix }) => prefix));
    const entries = [...file.syntax.entries.values(), ...(this.#move?.to === file ? this.#move.tree : [])];
    // What leads somewhere is written so that it does so then; what leads nowhere must go on to do so.
    for (const reference of entries.flatMap(referencesOf)) {
      if (reference.name.prefix !== undefined && targetOf(reference) === undefined) used.add(reference.name.prefix);
    }
    return used;
  }

  /** A prefix after the name of the imported file that a file neither defines nor uses yet. */
  #freePrefix(file: MapFile, imported: MapFile): string {
    const name = nameOfFile(imported.uri) || "other";
    const used = this.#usedPrefixes(file);
    let free = name;
    for (let number = 2; used.has(free) || file.definitionsOf(free).length > 0; number++) free = `${name}-${number}`;
    return free;
  }
}
