/**
 * One file of a map with its names bound: who defines a name, who mentions it, and what it brings in from other files.
 * Knows nothing of editors and reads no file: the workspace says which file an import leads to.
 */
import type { Entry, IdGenerator } from "./entry.ts";
import type { Name } from "./head.ts";
import type { SyntaxChange } from "./nesting.ts";
import { type ContentChange, Syntax } from "./syntax.ts";
import type { ClauseWord } from "./vocabulary.ts";
import { clauseTargets, type Keyword, keywordRules, type NameKind } from "./vocabulary.ts";

/** What an import leads to. `unknown`: not looked up yet; nothing is said of the names it would bring. */
export type ImportTarget =
  | { readonly state: "found"; readonly file: MapFile }
  | { readonly state: "missing" }
  /** It imports, directly or by way of others, the file it stands in; the files in order, by URI. */
  | { readonly state: "circular"; readonly cycle: readonly string[] }
  | { readonly state: "unknown" };

/** In what part a name is mentioned: after a clause word, as a bare premise, as the source of a quote. */
export type ReferenceRole = ClauseWord | "premise" | "quote" | "loose";

/** A place where a name is used. */
export interface Reference {
  readonly entry: Entry;
  readonly name: Name;
  readonly role: ReferenceRole;
  /** What the name may stand for here. */
  readonly expectedKinds: readonly NameKind[];
}

/** What became of a reference. `open`: what could define it cannot be read. */
export type Resolution =
  | { readonly state: "found"; readonly entry: Entry }
  | { readonly state: "missing"; readonly missingPart: "name" | "prefix" }
  | { readonly state: "open" };

/** The names that an edit touched. */
export interface NameChange {
  /** Names that are defined otherwise, or by another entry. */
  readonly defined: ReadonlySet<string>;
  /** Names that are mentioned by more, fewer or other entries. */
  readonly mentioned: ReadonlySet<string>;
  /** Whether an import was added, changed or removed. */
  readonly imports: boolean;
}

const filesByDocument = new WeakMap<object, MapFile>();

/** The file an entry stands in. */
export function fileOf(entry: Entry): MapFile {
  const file = filesByDocument.get(entry.document);
  if (file === undefined) throw new Error("This entry is of no file.");
  return file;
}

/** What an entry defines: its name, unless it is a reference or has none. */
export function definedName(entry: Entry): Name | undefined {
  const { keyword, form, name } = entry.head;
  return form === "bare" || keywordRules[keyword].name !== "defines" ? undefined : name;
}

/** What an entry is when it is referred to; undefined where its head is broken, so that no kind is wrong. */
export const kindOf = ({ head }: Entry): NameKind | undefined =>
  head.form === "broken" ? undefined : keywordRules[head.keyword].kind;

const NO_REFERENCES: readonly Reference[] = [];

/** All names that an entry mentions, in the order of its head. */
export function referencesOf(entry: Entry): readonly Reference[] {
  const { head } = entry;
  if (head.form === "full" && head.clauses.length === 0 && head.keyword !== "quote") return NO_REFERENCES;
  if (head.form === "broken")
    return head.possibleNames.map((name) => ({ entry, name, role: "loose", expectedKinds: [] }));
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

interface RegisteredEntry {
  readonly keyword: Keyword;
  readonly roles: readonly ReferenceRole[];
  readonly defines: string | undefined;
  readonly kind: NameKind | undefined;
  readonly mentions: readonly string[];
  /** Each mention with its role and prefix. */
  readonly qualifiedMentions: ReadonlyMap<string, string>;
}

export class MapFile {
  readonly uri: string;
  readonly syntax: Syntax;
  /** Entries by the name they define, in no order. */
  readonly #definitions = new Map<string, Set<Entry>>();
  readonly #mentions = new Map<string, Set<Entry>>();
  readonly #keywords = new Map<Keyword, Set<Entry>>();
  readonly #roles = new Map<ReferenceRole, Set<Entry>>();
  readonly #registered = new Map<Entry, RegisteredEntry>();
  readonly #imports = new Map<Entry, ImportTarget>();

  /**
   * @param uri a URI, as everywhere below the rim
   * @param newId as for {@link Syntax}
   */
  constructor(uri: string, text: string, newId?: IdGenerator) {
    this.uri = uri;
    this.syntax = new Syntax(text, newId);
    filesByDocument.set(this.syntax, this);
    for (const entry of this.syntax.entries.values()) this.#register(entry, undefined);
  }

  /** Applies edits; says what they did to entries and to names. */
  update(edits: readonly ContentChange[]): { readonly change: SyntaxChange; readonly names: NameChange } {
    const change = this.syntax.update(edits);
    const names: MutableNameChange = { defined: new Set(), mentioned: new Set(), imports: false };
    for (const entry of change.removed) this.#unregister(entry, names);
    const before = new Map([...change.headChanged].map((entry) => [entry, this.#registered.get(entry)]));
    for (const entry of change.headChanged) this.#unregister(entry, undefined);
    for (const entry of change.headChanged) {
      this.#register(entry, undefined);
      collectNameChanges(before.get(entry), this.#registered.get(entry), names);
    }
    for (const entry of change.added) if (!this.#registered.has(entry)) this.#register(entry, names);
    for (const entry of change.textChanged) if (entry.head.keyword === "import") names.imports = true;
    for (const entry of change.moved) {
      // Of two definitions the first counts, and of two imports; which one that is may be otherwise now.
      const name = definedName(entry);
      if (name !== undefined) names.defined.add(name.text);
      if (entry.head.keyword === "import") names.imports = true;
    }
    // What stands under a bare reference bears on the claim that it names.
    for (const use of [...change.childrenChanged, ...[...change.headChanged].map(({ parent }) => parent)]) {
      if (use?.head.form === "bare" && use.head.name !== undefined) names.mentioned.add(use.head.name.text);
    }
    return { change, names };
  }

  /** The entries that define a name here, the one that counts first. */
  definitionsOf(name: string): readonly Entry[] {
    const entries = [...(this.#definitions.get(name) ?? [])];
    const number = (entry: Entry): number => this.syntax.lines.numberOf(entry.line);
    return entries.length < 2 ? entries : entries.sort((a, b) => number(a) - number(b));
  }

  /** All names defined here. */
  get names(): Iterable<string> {
    return this.#definitions.keys();
  }

  /** The entries that mention a name, whatever it stands for there. */
  entriesMentioning(name: string): ReadonlySet<Entry> {
    return this.#mentions.get(name) ?? NO_ENTRIES;
  }

  /** The entries of one keyword, bare ones too, in no order. */
  entriesOf(keyword: Keyword): ReadonlySet<Entry> {
    return this.#keywords.get(keyword) ?? NO_ENTRIES;
  }

  /** The entries that mention some name in this role, in no order. */
  entriesWithRole(role: ReferenceRole): ReadonlySet<Entry> {
    return this.#roles.get(role) ?? NO_ENTRIES;
  }

  /** The imports, in the order of the text, with what they lead to. */
  get imports(): readonly { readonly entry: Entry; readonly target: ImportTarget }[] {
    const number = (entry: Entry): number => this.syntax.lines.numberOf(entry.line);
    return [...this.#imports]
      .map(([entry, target]) => ({ entry, target }))
      .sort((a, b) => number(a.entry) - number(b.entry));
  }

  /** Says what an import leads to. For the workspace. */
  setImportTarget(entry: Entry, target: ImportTarget): void {
    this.#imports.set(entry, target);
  }

  /** What a name stands for in this file. */
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
    return mayBeDefined ? { state: "open" } : { state: "missing", missingPart: "name" };
  }

  /** What another file that imports this one gets by a name: only what is defined here, not what is imported here. */
  exportedEntry(name: string): Entry | undefined {
    const entries = this.#definitions.get(name);
    if (entries === undefined) return undefined;
    // Nearly all names are defined once.
    if (entries.size === 1) for (const entry of entries) return entry.head.keyword === "import" ? undefined : entry;
    return this.definitionsOf(name).find((entry) => entry.head.keyword !== "import");
  }

  #resolvePrefixed(prefix: string, name: string): Resolution {
    const entry = this.importWithPrefix(prefix);
    if (entry === undefined) return { state: "missing", missingPart: "prefix" };
    const target = this.#imports.get(entry);
    if (target?.state !== "found") return { state: "open" };
    const found = target.file.exportedEntry(name);
    return found === undefined ? { state: "missing", missingPart: "name" } : { state: "found", entry: found };
  }

  /** The import that defines a prefix. */
  importWithPrefix(prefix: string): Entry | undefined {
    return this.definitionsOf(prefix).find((one) => one.head.keyword === "import");
  }

  #register(entry: Entry, names: MutableNameChange | undefined): void {
    const defines = definedName(entry)?.text;
    const { keyword } = entry.head;
    const references = referencesOf(entry);
    const mentions = [...new Set(references.map(({ name }) => name.text))];
    const roles = [...new Set(references.map(({ role }) => role))];
    const qualifiedMentions = new Map(
      references.map(({ role, name }) => [`${role} ${name.prefix ?? ""}.${name.text}`, name.text]),
    );
    this.#registered.set(entry, { keyword, roles, defines, kind: kindOf(entry), mentions, qualifiedMentions });
    addToIndex(this.#keywords, keyword, entry);
    for (const role of roles) addToIndex(this.#roles, role, entry);
    if (defines !== undefined) {
      addToIndex(this.#definitions, defines, entry);
      names?.defined.add(defines);
    }
    for (const name of mentions) {
      addToIndex(this.#mentions, name, entry);
      names?.mentioned.add(name);
    }
    if (keyword !== "import") return;
    if (!this.#imports.has(entry)) this.#imports.set(entry, { state: "unknown" });
    if (names !== undefined) names.imports = true;
  }

  #unregister(entry: Entry, names: MutableNameChange | undefined): void {
    const registered = this.#registered.get(entry);
    if (registered === undefined) return;
    this.#registered.delete(entry);
    if (registered.defines !== undefined) {
      removeFromIndex(this.#definitions, registered.defines, entry);
      names?.defined.add(registered.defines);
    }
    for (const name of registered.mentions) {
      removeFromIndex(this.#mentions, name, entry);
      names?.mentioned.add(name);
    }
    removeFromIndex(this.#keywords, registered.keyword, entry);
    for (const role of registered.roles) removeFromIndex(this.#roles, role, entry);
    if (registered.keyword !== "import") return;
    if (names !== undefined) names.imports = true;
    if (entry.head.keyword !== "import" || !this.syntax.entries.has(entry.id)) this.#imports.delete(entry);
  }
}

const NO_ENTRIES: ReadonlySet<Entry> = new Set();

/** The names that an edit touched, while they are collected. */
interface MutableNameChange {
  readonly defined: Set<string>;
  readonly mentioned: Set<string>;
  imports: boolean;
}

/** Adds the names for which it matters that a head reads otherwise now. */
function collectNameChanges(
  before: RegisteredEntry | undefined,
  now: RegisteredEntry | undefined,
  names: MutableNameChange,
): void {
  if (before?.keyword === "import" || now?.keyword === "import") names.imports = true;
  const isSameDefinition =
    before?.defines === now?.defines && before?.kind === now?.kind && before?.keyword === now?.keyword;
  for (const one of [before, now]) {
    if (one === undefined) continue;
    if (one.defines !== undefined && !isSameDefinition) names.defined.add(one.defines);
    const other = one === before ? now : before;
    for (const [written, name] of one.qualifiedMentions) {
      // A reason that becomes an objection bears otherwise on what it names.
      if (one.keyword !== other?.keyword || !other.qualifiedMentions.has(written)) names.mentioned.add(name);
    }
  }
}

function addToIndex<K>(index: Map<K, Set<Entry>>, key: K, entry: Entry): void {
  const entries = index.get(key);
  if (entries === undefined) index.set(key, new Set([entry]));
  else entries.add(entry);
}

function removeFromIndex<K>(index: Map<K, Set<Entry>>, key: K, entry: Entry): void {
  const entries = index.get(key);
  entries?.delete(entry);
  if (entries?.size === 0) index.delete(key);
}
