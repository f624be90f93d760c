/** Runs the checks on one file and keeps what they found, so that an edit runs again only what it can have changed. */
import { attributeOf, type Entry } from "../language/entry.ts";
import { filesOf, sourcesOf } from "../language/graph.ts";
import { knotsFrom } from "../language/knots.ts";
import type { Line } from "../language/lines.ts";
import type { MapFile, NameChange, SourceText } from "../language/map.ts";
import type { Change } from "../language/nest.ts";
import type { Problem } from "../language/problem.ts";
import { checks } from "./all.ts";
import type { Check, Context, EntryCheck, FileCheck, Finding, GroupCheck, LineCheck } from "./check.ts";

const ofScope = <S extends Check["scope"]>(scope: S): readonly Extract<Check, { scope: S }>[] =>
  checks.filter((check): check is Extract<Check, { scope: S }> => check.scope === scope);
const lineChecks: readonly LineCheck[] = ofScope("line");
const entryChecks: readonly EntryCheck[] = ofScope("entry");
const brokenChecks = entryChecks.filter(({ ofBroken }) => ofBroken === true);
const groupChecks: readonly GroupCheck[] = ofScope("group");
const fileChecks: readonly FileCheck[] = ofScope("file");

/** How often each kind of check has run; tests tell by it what an edit cost. */
export interface CheckingCost {
  entries: number;
  groups: number;
  files: number;
}

interface Group {
  readonly entries: Set<Entry>;
  problems: readonly Problem[];
}

export class Checker {
  readonly file: MapFile;
  readonly sourceText: (source: Entry) => SourceText;
  readonly cost: CheckingCost = { entries: 0, groups: 0, files: 0 };
  readonly #byLine = new Map<Line, readonly Problem[]>();
  readonly #byEntry = new Map<Entry, readonly Problem[]>();
  readonly #groups = new Map<GroupCheck, { readonly keys: Map<Entry, string>; readonly groups: Map<string, Group> }>();
  readonly #users: () => readonly MapFile[];
  #ofFile: readonly Problem[] = [];
  #knotted: readonly Entry[] = [];
  /** The sources there are, here and in what is imported, as they were last looked at. */
  #sources: ReadonlySet<Entry> = new Set();
  /** Where each source of this file has its words, by its `file`. */
  readonly #paths = new Map<Entry, string>();

  constructor(file: MapFile, sourceText: (source: Entry) => SourceText, users: () => readonly MapFile[] = () => []) {
    this.file = file;
    this.sourceText = sourceText;
    this.#users = users;
    for (const check of groupChecks) this.#groups.set(check, { keys: new Map(), groups: new Map() });
    this.recheckAll();
  }

  /** All problems, in no order. */
  *problems(): Iterable<Problem> {
    for (const problems of this.#byLine.values()) yield* problems;
    for (const problems of this.#byEntry.values()) yield* problems;
    for (const { groups } of this.#groups.values()) for (const { problems } of groups.values()) yield* problems;
    yield* this.#ofFile;
  }

  /** Runs everything, as when a file is opened or something outside it has changed altogether. */
  recheckAll(): void {
    const { entries } = this.file.syntax;
    this.#byEntry.clear();
    this.#paths.clear();
    for (const { keys, groups } of this.#groups.values()) {
      keys.clear();
      groups.clear();
    }
    this.#checkLines();
    this.#quotesOfChangedSources([...this.file.entriesOf("source")]);
    // A ring that goes by indentation alone there is none: each goes through a step that names its target, or through
    // what stands above or under the bare use of a claim.
    const { file } = this;
    const uses = [...file.entriesWith("premise")].flatMap((use) => [
      use,
      ...(use.parent === undefined ? [] : [use.parent]),
    ]);
    const naming = [...file.entriesWith("for"), ...file.entriesWith("against"), ...uses];
    this.#run(entries.values(), naming, true);
  }

  /** Runs again what an edit of this file can have changed. To be called when its imports have been linked. */
  update(change: Change, names: NameChange): void {
    if (names.imports) {
      this.recheckAll();
      return;
    }
    for (const entry of change.removed) this.#byEntry.delete(entry);
    for (const check of groupChecks) this.#leave(check, change.removed);
    this.#checkLines();
    const placed = [...change.added, ...change.heads, ...change.moved];
    const entries = new Set<Entry>([...placed, ...change.texts, ...this.#mentioning(names)]);
    for (const parent of change.parents) if (parent !== undefined) entries.add(parent);
    for (const entry of placed) {
      if (entry.parent !== undefined) entries.add(entry.parent);
      for (const child of entry.children) entries.add(child);
      const above = this.#ownerOfLineAbove(entry);
      if (above !== undefined) entries.add(above);
    }
    for (const quote of this.#quotesOfChangedSources(change.texts)) entries.add(quote);
    const edges = placed.length + change.removed.size > 0;
    // The title stands before all other entries, and once.
    if (edges) for (const map of this.file.entriesOf("map")) entries.add(map);
    this.#run(entries, [...entries, ...this.#knotted], edges);
  }

  /** Runs again what depends on these names, and on what follows from them, after an edit of another file. */
  updateNames(names: NameChange): void {
    const entries = this.#mentioning(names);
    this.#run(entries, [...entries, ...this.#knotted], true);
  }

  /** Runs the checks of some entries again. */
  recheck(entries: Iterable<Entry>): void {
    this.#run(entries, [], false);
  }

  #mentioning({ defined, mentioned }: NameChange): readonly Entry[] {
    const entries = new Set<Entry>();
    for (const name of [...defined, ...mentioned]) {
      for (const entry of this.file.mentionsOf(name)) entries.add(entry);
      for (const entry of this.file.definitionsOf(name)) entries.add(entry);
    }
    if (defined.size === 0) return [...entries];
    for (const [entry, problems] of this.#byEntry) {
      for (const { code } of problems) {
        const offersName = offering.get(code);
        if (offersName !== undefined && [...defined].some((name) => offersName(entry, name))) entries.add(entry);
      }
    }
    return [...entries];
  }

  /** The entry whose words stand in the line above an entry: what is said of them may be said of it. */
  #ownerOfLineAbove(entry: Entry): Entry | undefined {
    const { syntax } = this.file;
    if (syntax.entries.get(entry.id) !== entry) return undefined;
    return syntax.lines.at(syntax.lines.numberOf(entry.line) - 1)?.owner;
  }

  /** The quotes of this file, where one of these entries is a source whose words are elsewhere now. */
  #quotesOfChangedSources(entries: Iterable<Entry>): Iterable<Entry> {
    let changed = false;
    for (const entry of entries) {
      if (entry.head.keyword !== "source") continue;
      const path = attributeOf(entry, "file")?.value ?? "";
      if (this.#paths.get(entry) !== path) changed = true;
      this.#paths.set(entry, path);
    }
    return changed ? this.file.entriesOf("quote") : [];
  }

  /** The quotes that name no source, where there are others to choose from than before. */
  #quotesWithoutSource(files: readonly MapFile[]): readonly Entry[] {
    const sources = new Set(sourcesOf(files));
    const same = sources.size === this.#sources.size && [...sources].every((one) => this.#sources.has(one));
    this.#sources = sources;
    return same ? [] : [...this.file.entriesOf("quote")].filter(({ head }) => head.name === undefined);
  }

  #run(entries: Iterable<Entry>, seeds: readonly Entry[], edges: boolean): void {
    const { file } = this;
    const files = filesOf(file);
    const here = new Set<Entry>();
    for (const entry of entries) if (file.syntax.entries.get(entry.id) === entry) here.add(entry);
    if (edges) for (const quote of this.#quotesWithoutSource(files)) here.add(quote);
    const alive = (entry: Entry): boolean => entry.home.entries.get(entry.id) === entry;
    const context = this.#context(files, edges ? knotsFrom(seeds.filter(alive), files) : []);
    for (const entry of here) {
      this.cost.entries++;
      const problems: Problem[] = [];
      for (const check of entry.head.form === "broken" ? brokenChecks : entryChecks) {
        collect(check, check.check(entry, context), problems);
      }
      if (problems.length === 0) this.#byEntry.delete(entry);
      else this.#byEntry.set(entry, problems);
    }
    for (const check of groupChecks) this.#group(check, here);
    if (!edges) return;
    this.cost.files++;
    this.#knotted = context.knots.flat();
    const problems: Problem[] = [];
    for (const check of fileChecks) collect(check, check.check(context), problems);
    this.#ofFile = problems;
  }

  #group(check: GroupCheck, entries: Iterable<Entry>): void {
    const index = this.#groups.get(check);
    if (index === undefined) return;
    const touched = new Set<string>();
    for (const entry of entries) {
      const key = check.key(entry);
      const before = index.keys.get(entry);
      if (before !== undefined && before !== key) this.#leave(check, [entry]);
      if (key === undefined) continue;
      const group = index.groups.get(key);
      if (group === undefined) index.groups.set(key, { entries: new Set([entry]), problems: [] });
      else group.entries.add(entry);
      index.keys.set(entry, key);
      touched.add(key);
    }
    for (const key of touched) this.#checkGroup(check, key);
  }

  #checkGroup(check: GroupCheck, key: string): void {
    const group = this.#groups.get(check)?.groups.get(key);
    if (group === undefined) return;
    group.problems = [];
    if (group.entries.size < 2) return;
    this.cost.groups++;
    const number = (entry: Entry): number => this.file.syntax.lines.numberOf(entry.line);
    const ordered = [...group.entries].sort((a, b) => number(a) - number(b));
    const problems: Problem[] = [];
    collect(check, check.check(ordered, this.#context(filesOf(this.file), [])), problems);
    group.problems = problems;
  }

  #leave(check: GroupCheck, entries: Iterable<Entry>): void {
    const index = this.#groups.get(check);
    if (index === undefined) return;
    const touched = new Set<string>();
    for (const entry of entries) {
      const key = index.keys.get(entry);
      if (key === undefined) continue;
      index.keys.delete(entry);
      const group = index.groups.get(key);
      group?.entries.delete(entry);
      if (group?.entries.size === 0) index.groups.delete(key);
      else touched.add(key);
    }
    for (const key of touched) this.#checkGroup(check, key);
  }

  #context(files: readonly MapFile[], knots: Context["knots"]): Context {
    return { file: this.file, files, users: this.#users(), sourceText: this.sourceText, knots };
  }

  /** Lines of no entry are few, and what they say depends on nothing else: all are looked at. */
  #checkLines(): void {
    this.#byLine.clear();
    const { strays } = this.file.syntax;
    if (strays.size === 0) return;
    const context = this.#context(filesOf(this.file), []);
    for (const line of strays) {
      const problems: Problem[] = [];
      for (const check of lineChecks) collect(check, check.check(line, context), problems);
      if (problems.length > 0) this.#byLine.set(line, problems);
    }
  }
}

/** What checks that offer names ask of a name that changed, by their codes. */
const offering = new Map(
  entryChecks.flatMap(({ code, offersName }) => (offersName === undefined ? [] : [[code, offersName] as const])),
);

function collect(check: Check, findings: Iterable<Finding>, problems: Problem[]): void {
  const { code, severity } = check;
  for (const { message, at, to, related, entry, offers } of findings) {
    problems.push({ code, severity, message, at, to, related: related ?? [], entry, offers: offers ?? [] });
  }
}
