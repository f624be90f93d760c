/**
 * One file of a map with its names resolved: which entries define a name, which mention it, and what the file imports.
 * It reads no files: the workspace sets the target of each import.
 */
import { attributeOf, type Entry, graphValues, type IdGenerator } from "./entry.ts";
import { EntryIndex } from "./entryIndex.ts";
import type { Name } from "./head.ts";
import {
  collectNameChanges,
  collectNames,
  type MutableNameChange,
  type NameChange,
  type RegisteredEntry,
} from "./nameChange.ts";
import type { SyntaxChange } from "./parsing/nesting.ts";
import { type ContentChange, Syntax } from "./syntax.ts";
import { clauseTargets, type Keyword, keywordRules, type NameKind, type ReferenceRole } from "./vocabulary.ts";

/** The target of an import. `unknown`: not looked up yet, so names that it may define are not reported. */
export type ImportTarget =
  | { readonly state: "found"; readonly file: MapFile }
  | { readonly state: "missing" }
  /** The file lies outside the folders of the workspace, which the user does not trust. */
  | { readonly state: "restricted" }
  /** The file directly or indirectly imports the file that contains the import. `cycle` lists the URIs in order. */
  | { readonly state: "circular"; readonly cycle: readonly string[] }
  | { readonly state: "unknown" };

/** A use of a name. */
export interface Reference {
  readonly entry: Entry;
  readonly name: Name;
  readonly role: ReferenceRole;
  /** The kinds that the name may have here. */
  readonly expectedKinds: readonly NameKind[];
}

/** The result of resolving a name. `indeterminate`: an import that cannot be read may define it. */
export type Resolution =
  | { readonly state: "found"; readonly entry: Entry }
  | { readonly state: "missing"; readonly missingPart: "name" | "prefix" }
  | { readonly state: "indeterminate" };

const filesByDocument = new WeakMap<object, MapFile>();

/** Returns the file that contains an entry; throws if the entry does not belong to a `MapFile`. */
export function fileOf(entry: Entry): MapFile {
  const file = filesByDocument.get(entry.document);
  if (file === undefined) throw new Error("The entry does not belong to a file.");
  return file;
}

/** Returns the title of a map (`map: …`); undefined if it has none. */
export function mapTitle(file: MapFile): string | undefined {
  const [title] = [...file.entriesOf("map")].map(({ text }) => text);
  return title || undefined;
}

/** Returns the language tag of a map (`language: …`); undefined if it has none. */
export function mapLanguage(file: MapFile): string | undefined {
  const [map] = file.entriesOf("map");
  return (map && attributeOf(map, "language")?.value) || undefined;
}

/** Returns the name that an entry defines; undefined if it has no name or only refers to one. */
export function definedName(entry: Entry): Name | undefined {
  const { keyword, form, name } = entry.head;
  return form === "bare" || keywordRules[keyword].name !== "defines" ? undefined : name;
}

/** Returns the kind of the name that an entry defines; undefined if its head is broken, so that any kind is accepted. */
export const kindOf = ({ head }: Entry): NameKind | undefined =>
  head.form === "broken" ? undefined : keywordRules[head.keyword].kind;

const NO_REFERENCES: readonly Reference[] = [];

/** Returns all names that an entry mentions, in the order of its head. */
export function referencesOf(entry: Entry): readonly Reference[] {
  const { head } = entry;
  if (head.form === "full" && head.clauses.length === 0 && head.keyword !== "quote") return NO_REFERENCES;
  if (head.form === "broken")
    return head.possibleNames.map((name) => ({ entry, name, role: "unknown", expectedKinds: [] }));
  const references: Reference[] = [];
  if (head.name !== undefined && head.form === "bare") {
    references.push({ entry, name: head.name, role: "premise", expectedKinds: ["claim"] });
  } else if (head.name !== undefined && head.keyword === "quote") {
    references.push({ entry, name: head.name, role: "quote", expectedKinds: ["source"] });
  }
  for (const { word, names } of head.clauses) {
    for (const name of names) references.push({ entry, name, role: word, expectedKinds: clauseTargets[word] });
  }
  return references;
}

/** One file of a map, with indexes of its names. */
export class MapFile {
  readonly uri: string;
  readonly syntax: Syntax;
  /** Entries by the name that they define. */
  readonly #definitions = new EntryIndex<string>();
  readonly #mentions = new EntryIndex<string>();
  readonly #keywords = new EntryIndex<Keyword>();
  readonly #roles = new EntryIndex<ReferenceRole>();
  readonly #registered = new Map<Entry, RegisteredEntry>();
  readonly #imports = new Map<Entry, ImportTarget>();

  /**
   * @param uri the normalized URI
   * @param newId see {@link Syntax}
   */
  constructor(uri: string, text: string, newId?: IdGenerator) {
    this.uri = uri;
    this.syntax = new Syntax(text, newId);
    filesByDocument.set(this.syntax, this);
    for (const entry of this.syntax.entries.values()) this.#register(entry, undefined);
  }

  /** Applies edits, and returns their effect on entries and names. */
  update(edits: readonly ContentChange[]): { readonly change: SyntaxChange; readonly names: NameChange } {
    const change = this.syntax.update(edits);
    const names: MutableNameChange = { defined: new Set(), mentioned: new Set(), imports: false };
    for (const entry of change.removed) this.#unregister(entry, names);
    for (const entry of change.headChanged) {
      const old = this.#registered.get(entry);
      const now = this.#register(entry, undefined);
      collectNameChanges(old, now, names);
      // The limit of a question changes which of the answers under it contradict each other.
      if (old?.values !== now.values) for (const child of entry.children) addDefinedName(child, names);
    }
    for (const entry of change.added) if (!this.#registered.has(entry)) this.#register(entry, names);
    for (const entry of change.textChanged) if (entry.head.keyword === "import") names.imports = true;
    for (const entry of change.moved) {
      this.#markMoved(entry);
      // The first of two definitions or imports counts, and moving an entry can change which one that is.
      const name = definedName(entry);
      if (name !== undefined) names.defined.add(name.text);
      if (entry.head.keyword === "import") names.imports = true;
    }
    // Steps under a bare premise target the claim that it names.
    for (const use of [...change.childrenChanged, ...[...change.headChanged].map(({ parent }) => parent)]) {
      if (use?.head.form === "bare" && use.head.name !== undefined) names.mentioned.add(use.head.name.text);
    }
    return { change, names };
  }

  /** Returns the entries of this file that define a name, in the order of the text. The first one counts. */
  definitionsOf(name: string): readonly Entry[] {
    return [...this.#definitions.get(name)];
  }

  /** All names that this file defines, unordered. */
  get names(): Iterable<string> {
    return this.#definitions.keys();
  }

  /** Returns the entries that mention a name, with any prefix, in the order of the text. */
  entriesMentioning(name: string): ReadonlySet<Entry> {
    return this.#mentions.get(name);
  }

  /** Returns the entries with a keyword, including bare ones, in the order of the text. */
  entriesOf(keyword: Keyword): ReadonlySet<Entry> {
    return this.#keywords.get(keyword);
  }

  /** Returns the entries that mention any name in a role, in the order of the text. */
  entriesWithRole(role: ReferenceRole): ReadonlySet<Entry> {
    return this.#roles.get(role);
  }

  /** The imports with their targets, in the order of the text. */
  get imports(): readonly { readonly entry: Entry; readonly target: ImportTarget }[] {
    const number = (entry: Entry): number => this.syntax.lines.numberOf(entry.line);
    return [...this.#imports]
      .map(([entry, target]) => ({ entry, target }))
      .sort((a, b) => number(a.entry) - number(b.entry));
  }

  /** Sets the target of an import. Only the workspace calls this. */
  setImportTarget(entry: Entry, target: ImportTarget): void {
    this.#imports.set(entry, target);
  }

  /** Resolves a name in the scope of this file. */
  resolve(name: Pick<Name, "text" | "prefix">): Resolution {
    if (name.prefix !== undefined) return this.#resolvePrefixed(name.prefix, name.text);
    const ownEntry = this.exportedEntry(name.text);
    if (ownEntry !== undefined) return { state: "found", entry: ownEntry };
    if (this.#imports.size === 0) return { state: "missing", missingPart: "name" };
    let mayBeDefined = false;
    for (const { entry, target } of this.imports) {
      if (definedName(entry) !== undefined) continue;
      if (target.state !== "found") mayBeDefined = true;
      const found = target.state === "found" ? target.file.exportedEntry(name.text) : undefined;
      if (found !== undefined) return { state: "found", entry: found };
    }
    return mayBeDefined ? { state: "indeterminate" } : { state: "missing", missingPart: "name" };
  }

  /** Returns the entry that a file importing this one gets for a name. Imports of this file are not passed on. */
  exportedEntry(name: string): Entry | undefined {
    for (const entry of this.#definitions.get(name)) if (entry.head.keyword !== "import") return entry;
    return undefined;
  }

  #resolvePrefixed(prefix: string, name: string): Resolution {
    const entry = this.importWithPrefix(prefix);
    if (entry === undefined) return { state: "missing", missingPart: "prefix" };
    const target = this.#imports.get(entry);
    if (target?.state !== "found") return { state: "indeterminate" };
    const found = target.file.exportedEntry(name);
    return found === undefined ? { state: "missing", missingPart: "name" } : { state: "found", entry: found };
  }

  /** Returns the import that defines a prefix. */
  importWithPrefix(prefix: string): Entry | undefined {
    return this.definitionsOf(prefix).find((one) => one.head.keyword === "import");
  }

  /** Adds an entry to the indexes, or updates them if its head has changed. */
  #register(entry: Entry, names: MutableNameChange | undefined): RegisteredEntry {
    const { keyword } = entry.head;
    const references = referencesOf(entry);
    const registered: RegisteredEntry = {
      keyword,
      roles: [...new Set(references.map(({ role }) => role))],
      defines: definedName(entry)?.text,
      kind: kindOf(entry),
      values: graphValues(entry),
      mentions: [...new Set(references.map(({ name }) => name.text))],
      qualifiedMentions: new Map(
        references.map(({ role, name }) => [`${role} ${name.prefix ?? ""}.${name.text}`, name.text]),
      ),
    };
    const before = this.#registered.get(entry);
    this.#registered.set(entry, registered);
    this.#updateIndexes(entry, before, registered);
    if (names !== undefined) collectNames(registered, names);
    if (keyword !== "import") this.#imports.delete(entry);
    else if (!this.#imports.has(entry)) this.#imports.set(entry, { state: "unknown" });
    return registered;
  }

  #unregister(entry: Entry, names: MutableNameChange): void {
    const registered = this.#registered.get(entry);
    if (registered === undefined) return;
    this.#registered.delete(entry);
    this.#updateIndexes(entry, registered, undefined);
    collectNames(registered, names);
    this.#imports.delete(entry);
  }

  #updateIndexes(entry: Entry, before: RegisteredEntry | undefined, now: RegisteredEntry | undefined): void {
    this.#keywords.update(entry, keywordsOf(before), keywordsOf(now));
    this.#definitions.update(entry, definitionsOf(before), definitionsOf(now));
    this.#mentions.update(entry, before?.mentions ?? NO_KEYS, now?.mentions ?? NO_KEYS);
    this.#roles.update(entry, before?.roles ?? NO_KEYS, now?.roles ?? NO_KEYS);
  }

  #markMoved(entry: Entry): void {
    const registered = this.#registered.get(entry);
    this.#keywords.markMoved(keywordsOf(registered));
    this.#definitions.markMoved(definitionsOf(registered));
    this.#mentions.markMoved(registered?.mentions ?? NO_KEYS);
    this.#roles.markMoved(registered?.roles ?? NO_KEYS);
  }
}

const NO_KEYS: readonly never[] = [];

const keywordsOf = (entry: RegisteredEntry | undefined): readonly Keyword[] =>
  entry === undefined ? NO_KEYS : [entry.keyword];

const definitionsOf = (entry: RegisteredEntry | undefined): readonly string[] =>
  entry?.defines === undefined ? NO_KEYS : [entry.defines];

function addDefinedName(entry: Entry, names: MutableNameChange): void {
  const name = definedName(entry);
  if (name !== undefined) names.defined.add(name.text);
}
