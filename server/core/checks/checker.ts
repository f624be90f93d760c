/** Runs the checks on one file and keeps what they found, so that an edit runs again only what it can have changed. */

import { knotsFrom } from "../language/cycles.ts";
import { attributeOf, type Entry } from "../language/entry.ts";
import { filesOf, sourcesOf } from "../language/graph.ts";
import type { Line } from "../language/lineList.ts";
import type { MapFile, NameChange } from "../language/map.ts";
import type { Change } from "../language/nesting.ts";
import type { Problem } from "../language/problem.ts";
import type { Selectors } from "../sources/quotes/selector.ts";
import type { SourceText } from "../sources/readSource.ts";
import type { Check, Context, EntryCheck, FileCheck, Finding, GroupCheck, LineCheck } from "./check.ts";
import { checks } from "./registry.ts";

const ofScope = <S extends Check["scope"]>(scope: S): readonly Extract<Check, { scope: S }>[] =>
  checks.filter((check): check is Extract<Check, { scope: S }> => check.scope === scope);
const lineChecks: readonly LineCheck[] = ofScope("line");
const entryChecks: readonly EntryCheck[] = ofScope("entry");
const brokenChecks = entryChecks.filter(({ ofBroken }) => ofBroken === true);
const groupChecks: readonly GroupCheck[] = ofScope("group");
const fileChecks: readonly FileCheck[] = ofScope("file");

/** How often each kind of check has run; tests tell by it what an edit cost. */
export interface CheckingCost {
  lines: number;
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
  readonly #lastPlace: (quote: Entry) => Selectors | undefined;
  readonly cost: CheckingCost = { lines: 0, entries: 0, groups: 0, files: 0 };
  readonly #byLine = new Map<Line, readonly Problem[]>();
  readonly #byEntry = new Map<Entry, readonly Problem[]>();
  readonly #groups = new Map<GroupCheck, { readonly keys: Map<Entry, string>; readonly groups: Map<string, Group> }>();
  readonly #users: () => readonly MapFile[];
  readonly #report: ((error: unknown) => void) | undefined;
  /** All problems again, by the entry that they are about. */
  readonly #about = new Map<Entry, Set<Problem>>();
  #changed = new Set<Entry>();
  #errors: unknown[] = [];
  #ofFile: readonly Problem[] = [];
  #knotted: readonly Entry[] = [];
  /** The sources there are, here and in what is imported, as they were last looked at. */
  #sources: ReadonlySet<Entry> = new Set();
  /** Whether there is a source among them whose words can be read. */
  #isQuotable = false;
  /** Where each source of this file has its words, by its `file`. */
  readonly #paths = new Map<Entry, string>();

  /**
   * @param users gives the files known to import this one
   * @param report is told of a check that throws: it then finds nothing, and the others go on. Without it the first such
   * error is thrown when all checks have run.
   * @param lastPlace gives where a quote stood before its article changed
   */
  constructor(
    file: MapFile,
    sourceText: (source: Entry) => SourceText,
    users: () => readonly MapFile[] = () => [],
    report?: (error: unknown) => void,
    lastPlace: (quote: Entry) => Selectors | undefined = () => undefined,
  ) {
    this.file = file;
    this.sourceText = sourceText;
    this.#lastPlace = lastPlace;
    this.#users = users;
    this.#report = report;
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

  /** All that is said of one entry, in the order of the list of checks, and of the text. */
  problemsOf(entry: Entry): readonly Problem[] {
    const problems = this.#about.get(entry);
    if (problems === undefined) return [];
    const { lines } = this.file.syntax;
    return [...problems].sort(
      (a, b) =>
        (ranks.get(a.code) ?? 0) - (ranks.get(b.code) ?? 0) ||
        lines.numberOf(a.at.line) - lines.numberOf(b.at.line) ||
        a.at.start - b.at.start ||
        (a.message < b.message ? -1 : 1),
    );
  }

  /** All that is said of a line that belongs to no entry. */
  problemsOfLine(line: Line): readonly Problem[] {
    return this.#byLine.get(line) ?? [];
  }

  /**
   * The entries of which something else may be said than when this was last asked; some may say the same. For one asker,
   * who keeps what is made of problems up to date. Entries that stand no more are not among them.
   */
  takeChanged(): ReadonlySet<Entry> {
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  /** Runs everything, as when a file is opened or something outside it has changed altogether. */
  recheckAll(): void {
    const { entries } = this.file.syntax;
    this.#changed = new Set([...this.#changed, ...this.#about.keys()].filter((entry) => this.#isHere(entry)));
    this.#about.clear();
    this.#byLine.clear();
    this.#byEntry.clear();
    this.#ofFile = [];
    this.#paths.clear();
    for (const { keys, groups } of this.#groups.values()) {
      keys.clear();
      groups.clear();
    }
    this.#checkLines(this.file.syntax.strays);
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
    this.#finish();
  }

  /** Runs again what an edit of this file can have changed. To be called when its imports have been linked. */
  update(change: Change, names: NameChange): void {
    if (names.imports) {
      this.recheckAll();
      return;
    }
    for (const entry of change.removed) {
      this.#keep(this.#byEntry, entry, []);
      this.#changed.delete(entry);
    }
    for (const check of groupChecks) this.#leave(check, change.removed);
    this.#checkLines(change.strays);
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
    this.#finish();
  }

  /**
   * Runs again what depends on these names, and on what follows from them, after an edit of another file.
   *
   * @param others entries of other files that may have come to rest on others than before: a ring may go through them
   */
  updateNames(names: NameChange, others: Iterable<Entry> = []): void {
    const entries = this.#mentioning(names);
    this.#run(entries, [...entries, ...others, ...this.#knotted], true);
    this.#finish();
  }

  /** Runs the checks of some entries again. */
  recheck(entries: Iterable<Entry>): void {
    this.#run(entries, [], false);
    this.#finish();
  }

  /** Ends a run: what went wrong is thrown, where nobody else is told. */
  #finish(): void {
    const [error] = this.#errors;
    const failed = this.#errors.length > 0;
    this.#errors = [];
    if (failed) throw error;
  }

  /** Puts what is found in the place of what was found before. */
  #keep<Key>(kept: Map<Key, readonly Problem[]>, key: Key, problems: readonly Problem[]): void {
    this.#replace(kept.get(key) ?? [], problems);
    if (problems.length === 0) kept.delete(key);
    else kept.set(key, problems);
  }

  #isHere(entry: Entry): boolean {
    return this.file.syntax.entries.get(entry.id) === entry;
  }

  #replace(before: readonly Problem[], now: readonly Problem[]): void {
    for (const problem of before) {
      if (problem.entry === undefined) continue;
      const about = this.#about.get(problem.entry);
      about?.delete(problem);
      if (about?.size === 0) this.#about.delete(problem.entry);
      if (this.#isHere(problem.entry)) this.#changed.add(problem.entry);
    }
    for (const problem of now) {
      if (problem.entry === undefined) continue;
      const about = this.#about.get(problem.entry);
      if (about === undefined) this.#about.set(problem.entry, new Set([problem]));
      else about.add(problem);
      if (this.#isHere(problem.entry)) this.#changed.add(problem.entry);
    }
  }

  /** What one check finds; nothing where it throws. */
  #found(check: Check, find: () => Iterable<Finding>): readonly Problem[] {
    const { code, severity } = check;
    return this.#attempt<readonly Problem[]>(
      () =>
        Array.from(find(), ({ message, at, to, related = [], entry, offers = [], notes = [] }) => {
          return { code, severity, message, at, to, related, entry, offers, notes };
        }),
      [],
    );
  }

  /** Does a part of the work, so that one mistake of ours does not take the rest along. */
  #attempt<Result>(work: () => Result, otherwise: Result): Result {
    try {
      return work();
    } catch (error) {
      if (this.#report === undefined) this.#errors.push(error);
      else this.#report(error);
      return otherwise;
    }
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
    for (const entry of entries) if (this.#isHere(entry)) here.add(entry);
    if (edges) for (const quote of this.#quotesWithoutSource(files)) here.add(quote);
    const isQuotable = hasWords(files);
    if (isQuotable !== this.#isQuotable) for (const entry of file.syntax.entries.values()) here.add(entry);
    this.#isQuotable = isQuotable;
    const alive = (entry: Entry): boolean => entry.home.entries.get(entry.id) === entry;
    const knots = edges ? this.#attempt(() => knotsFrom(seeds.filter(alive), files), []) : [];
    const context = this.#context(files, knots);
    for (const entry of here) {
      this.cost.entries++;
      const asked = entry.head.form === "broken" ? brokenChecks : entryChecks;
      const problems = asked.flatMap((check) => this.#found(check, () => check.check(entry, context)));
      this.#keep(this.#byEntry, entry, problems);
    }
    for (const check of groupChecks) this.#group(check, here);
    if (!edges) return;
    this.cost.files++;
    this.#knotted = context.knots.flat();
    const problems = fileChecks.flatMap((check) => this.#found(check, () => check.check(context)));
    this.#replace(this.#ofFile, problems);
    this.#ofFile = problems;
  }

  #group(check: GroupCheck, entries: Iterable<Entry>): void {
    const index = this.#groups.get(check);
    if (index === undefined) return;
    const touched = new Set<string>();
    for (const entry of entries) {
      const key = this.#attempt(() => check.key(entry), undefined);
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
    this.#replace(group.problems, []);
    group.problems = [];
    if (group.entries.size < 2) return;
    this.cost.groups++;
    const number = (entry: Entry): number => this.file.syntax.lines.numberOf(entry.line);
    const ordered = [...group.entries].sort((a, b) => number(a) - number(b));
    group.problems = this.#found(check, () => check.check(ordered, this.#context(filesOf(this.file), [])));
    this.#replace([], group.problems);
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
      if (group?.entries.size !== 0) touched.add(key);
      else {
        this.#replace(group.problems, []);
        index.groups.delete(key);
      }
    }
    for (const key of touched) this.#checkGroup(check, key);
  }

  #context(files: readonly MapFile[], knots: Context["knots"]): Context {
    return {
      file: this.file,
      files,
      users: this.#users(),
      sourceText: this.sourceText,
      lastPlace: this.#lastPlace,
      knots,
    };
  }

  /** Checks lines that may belong to no entry; what is said of such a line depends on nothing but the line. */
  #checkLines(lines: ReadonlySet<Line>): void {
    if (lines.size === 0) return;
    const context = this.#context(filesOf(this.file), []);
    for (const line of lines) {
      const isStray = this.file.syntax.strays.has(line);
      if (isStray) this.cost.lines++;
      const asked = isStray ? lineChecks : [];
      this.#keep(
        this.#byLine,
        line,
        asked.flatMap((check) => this.#found(check, () => check.check(line, context))),
      );
    }
  }
}

/** Whether a source of these files says where its words can be read. */
const hasWords = (files: readonly MapFile[]): boolean =>
  sourcesOf(files).some((source) => attributeOf(source, "file") !== undefined);

/** The place of each check in the list of all. */
const ranks = new Map(checks.map(({ code }, index) => [code, index]));

/** What checks that offer names ask of a name that changed, by their codes. */
const offering = new Map(
  entryChecks.flatMap(({ code, offersName }) => (offersName === undefined ? [] : [[code, offersName] as const])),
);
