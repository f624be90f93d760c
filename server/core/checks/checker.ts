/** Runs the checks on one file and keeps what they found, so that an edit runs again only what it can have changed. */

import { findCyclicComponents } from "../language/cycles.ts";
import { attributeOf, type Entry, type Line } from "../language/entry.ts";
import { importClosure, sourcesOf } from "../language/graph.ts";
import type { MapFile, NameChange } from "../language/map.ts";
import type { SyntaxChange } from "../language/nesting.ts";
import type { Problem } from "../language/problem.ts";
import type { Selectors } from "../sources/quotes/selector.ts";
import type { SourceText } from "../sources/readSource.ts";
import type { Check, CheckContext, CheckFinding, EntryCheck, FileCheck, GroupCheck, LineCheck } from "./check.ts";
import { checks } from "./registry.ts";

const checksOfScope = <S extends Check["scope"]>(scope: S): readonly Extract<Check, { scope: S }>[] =>
  checks.filter((check): check is Extract<Check, { scope: S }> => check.scope === scope);
const lineChecks: readonly LineCheck[] = checksOfScope("line");
const entryChecks: readonly EntryCheck[] = checksOfScope("entry");
const brokenHeadChecks = entryChecks.filter(({ includesBroken }) => includesBroken === true);
const groupChecks: readonly GroupCheck[] = checksOfScope("group");
const fileChecks: readonly FileCheck[] = checksOfScope("file");

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
  readonly #previousSelectors: (quote: Entry) => Selectors | undefined;
  readonly cost: CheckingCost = { lines: 0, entries: 0, groups: 0, files: 0 };
  readonly #byLine = new Map<Line, readonly Problem[]>();
  readonly #byEntry = new Map<Entry, readonly Problem[]>();
  readonly #groups = new Map<GroupCheck, { readonly keys: Map<Entry, string>; readonly groups: Map<string, Group> }>();
  readonly #importers: () => readonly MapFile[];
  readonly #reportError: ((error: unknown) => void) | undefined;
  /** All problems again, by the entry that they are about. */
  readonly #byRelatedEntry = new Map<Entry, Set<Problem>>();
  #changed = new Set<Entry>();
  #errors: unknown[] = [];
  #fileProblems: readonly Problem[] = [];
  #cyclicEntries: readonly Entry[] = [];
  /** The sources there are, here and in what is imported, as they were last looked at. */
  #sources: ReadonlySet<Entry> = new Set();
  /** Whether there is a source among them whose words can be read. */
  #hasReadableSource = false;
  /** Where each source of this file has its words, by its `file`. */
  readonly #sourcePaths = new Map<Entry, string>();

  /**
   * @param importers gives the files known to import this one
   * @param reportError is told of a check that throws: it then finds nothing, and the others go on. Without it the first such
   * error is thrown when all checks have run.
   * @param previousSelectors gives where a quote stood before its article changed
   */
  constructor(
    file: MapFile,
    sourceText: (source: Entry) => SourceText,
    importers: () => readonly MapFile[] = () => [],
    reportError?: (error: unknown) => void,
    previousSelectors: (quote: Entry) => Selectors | undefined = () => undefined,
  ) {
    this.file = file;
    this.sourceText = sourceText;
    this.#previousSelectors = previousSelectors;
    this.#importers = importers;
    this.#reportError = reportError;
    for (const check of groupChecks) this.#groups.set(check, { keys: new Map(), groups: new Map() });
    this.recheckAll();
  }

  /** All problems, in no order. */
  *problems(): Iterable<Problem> {
    for (const problems of this.#byLine.values()) yield* problems;
    for (const problems of this.#byEntry.values()) yield* problems;
    for (const { groups } of this.#groups.values()) for (const { problems } of groups.values()) yield* problems;
    yield* this.#fileProblems;
  }

  /** All that is said of one entry, in the order of the list of checks, and of the text. */
  problemsOf(entry: Entry): readonly Problem[] {
    const problems = this.#byRelatedEntry.get(entry);
    if (problems === undefined) return [];
    const { lines } = this.file.syntax;
    return [...problems].sort(
      (a, b) =>
        (checkOrder.get(a.code) ?? 0) - (checkOrder.get(b.code) ?? 0) ||
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
    this.#changed = new Set(
      [...this.#changed, ...this.#byRelatedEntry.keys()].filter((entry) => this.#isCurrent(entry)),
    );
    this.#byRelatedEntry.clear();
    this.#byLine.clear();
    this.#byEntry.clear();
    this.#fileProblems = [];
    this.#sourcePaths.clear();
    for (const { keys, groups } of this.#groups.values()) {
      keys.clear();
      groups.clear();
    }
    this.#checkLines(this.file.syntax.strays);
    this.#quotesOfChangedSources([...this.file.entriesOf("source")]);
    // A ring that goes by indentation alone there is none: each goes through a step that names its target, or through
    // what stands above or under the bare use of a claim.
    const { file } = this;
    const barePremises = [...file.entriesWithRole("premise")].flatMap((use) => [
      use,
      ...(use.parent === undefined ? [] : [use.parent]),
    ]);
    const referencingEntries = [...file.entriesWithRole("for"), ...file.entriesWithRole("against"), ...barePremises];
    this.#runChecks(entries.values(), referencingEntries, true);
    this.#finish();
  }

  /** Runs again what an edit of this file can have changed. To be called when its imports have been linked. */
  update(change: SyntaxChange, names: NameChange): void {
    if (names.imports) {
      this.recheckAll();
      return;
    }
    for (const entry of change.removed) {
      this.#store(this.#byEntry, entry, []);
      this.#changed.delete(entry);
    }
    for (const check of groupChecks) this.#removeFromGroup(check, change.removed);
    this.#checkLines(change.strays);
    const restructured = [...change.added, ...change.headChanged, ...change.moved];
    const entries = new Set<Entry>([...restructured, ...change.textChanged, ...this.#entriesAffectedBy(names)]);
    for (const parent of change.childrenChanged) if (parent !== undefined) entries.add(parent);
    for (const entry of restructured) {
      if (entry.parent !== undefined) entries.add(entry.parent);
      for (const child of entry.children) entries.add(child);
      const entryAbove = this.#ownerOfLineAbove(entry);
      if (entryAbove !== undefined) entries.add(entryAbove);
    }
    for (const quote of this.#quotesOfChangedSources(change.textChanged)) entries.add(quote);
    const hasStructureChanged = restructured.length + change.removed.size > 0;
    // The title stands before all other entries, and once.
    if (hasStructureChanged) for (const map of this.file.entriesOf("map")) entries.add(map);
    this.#runChecks(entries, [...entries, ...this.#cyclicEntries], hasStructureChanged);
    this.#finish();
  }

  /**
   * Runs again what depends on these names, and on what follows from them, after an edit of another file.
   *
   * @param others entries of other files that may have come to rest on others than before: a ring may go through them
   */
  updateNames(names: NameChange, others: Iterable<Entry> = []): void {
    const entries = this.#entriesAffectedBy(names);
    this.#runChecks(entries, [...entries, ...others, ...this.#cyclicEntries], true);
    this.#finish();
  }

  /** Runs the checks of some entries again. */
  recheck(entries: Iterable<Entry>): void {
    this.#runChecks(entries, [], false);
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
  #store<Key>(stored: Map<Key, readonly Problem[]>, key: Key, problems: readonly Problem[]): void {
    this.#replaceProblems(stored.get(key) ?? [], problems);
    if (problems.length === 0) stored.delete(key);
    else stored.set(key, problems);
  }

  #isCurrent(entry: Entry): boolean {
    return this.file.syntax.entries.get(entry.id) === entry;
  }

  #replaceProblems(before: readonly Problem[], after: readonly Problem[]): void {
    for (const problem of before) {
      if (problem.entry === undefined) continue;
      const about = this.#byRelatedEntry.get(problem.entry);
      about?.delete(problem);
      if (about?.size === 0) this.#byRelatedEntry.delete(problem.entry);
      if (this.#isCurrent(problem.entry)) this.#changed.add(problem.entry);
    }
    for (const problem of after) {
      if (problem.entry === undefined) continue;
      const about = this.#byRelatedEntry.get(problem.entry);
      if (about === undefined) this.#byRelatedEntry.set(problem.entry, new Set([problem]));
      else about.add(problem);
      if (this.#isCurrent(problem.entry)) this.#changed.add(problem.entry);
    }
  }

  /** What one check finds; nothing where it throws. */
  #runCheck(check: Check, find: () => Iterable<CheckFinding>): readonly Problem[] {
    const { code, severity } = check;
    return this.#attempt<readonly Problem[]>(
      () =>
        Array.from(find(), ({ message, at, to, related = [], entry, suggestions = [], suggestionNotes = [] }) => {
          return { code, severity, message, at, to, related, entry, suggestions, suggestionNotes };
        }),
      [],
    );
  }

  /** Does a part of the work, so that one mistake of ours does not take the rest along. */
  #attempt<Result>(work: () => Result, fallback: Result): Result {
    try {
      return work();
    } catch (error) {
      if (this.#reportError === undefined) this.#errors.push(error);
      else this.#reportError(error);
      return fallback;
    }
  }

  #entriesAffectedBy({ defined, mentioned }: NameChange): readonly Entry[] {
    const entries = new Set<Entry>();
    for (const name of [...defined, ...mentioned]) {
      for (const entry of this.file.entriesMentioning(name)) entries.add(entry);
      for (const entry of this.file.definitionsOf(name)) entries.add(entry);
    }
    if (defined.size === 0) return [...entries];
    for (const [entry, problems] of this.#byEntry) {
      for (const { code } of problems) {
        const offersName = nameSuggesters.get(code);
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
      if (this.#sourcePaths.get(entry) !== path) changed = true;
      this.#sourcePaths.set(entry, path);
    }
    return changed ? this.file.entriesOf("quote") : [];
  }

  /** The quotes that name no source, where there are others to choose from than before. */
  #quotesWithoutSource(files: readonly MapFile[]): readonly Entry[] {
    const sources = new Set(sourcesOf(files));
    const isUnchanged = sources.size === this.#sources.size && [...sources].every((one) => this.#sources.has(one));
    this.#sources = sources;
    return isUnchanged ? [] : [...this.file.entriesOf("quote")].filter(({ head }) => head.name === undefined);
  }

  #runChecks(entries: Iterable<Entry>, seeds: readonly Entry[], hasStructureChanged: boolean): void {
    const { file } = this;
    const files = importClosure(file);
    const currentEntries = new Set<Entry>();
    for (const entry of entries) if (this.#isCurrent(entry)) currentEntries.add(entry);
    if (hasStructureChanged) for (const quote of this.#quotesWithoutSource(files)) currentEntries.add(quote);
    const hasReadableSource = hasSourceFile(files);
    if (hasReadableSource !== this.#hasReadableSource)
      for (const entry of file.syntax.entries.values()) currentEntries.add(entry);
    this.#hasReadableSource = hasReadableSource;
    const isAlive = (entry: Entry): boolean => entry.document.entries.get(entry.id) === entry;
    const components = hasStructureChanged
      ? this.#attempt(() => findCyclicComponents(seeds.filter(isAlive), files), [])
      : [];
    const context = this.#context(files, components);
    for (const entry of currentEntries) {
      this.cost.entries++;
      const applicableChecks = entry.head.form === "broken" ? brokenHeadChecks : entryChecks;
      const problems = applicableChecks.flatMap((check) => this.#runCheck(check, () => check.check(entry, context)));
      this.#store(this.#byEntry, entry, problems);
    }
    for (const check of groupChecks) this.#regroup(check, currentEntries);
    if (!hasStructureChanged) return;
    this.cost.files++;
    this.#cyclicEntries = context.cyclicComponents.flat();
    const problems = fileChecks.flatMap((check) => this.#runCheck(check, () => check.check(context)));
    this.#replaceProblems(this.#fileProblems, problems);
    this.#fileProblems = problems;
  }

  #regroup(check: GroupCheck, entries: Iterable<Entry>): void {
    const index = this.#groups.get(check);
    if (index === undefined) return;
    const touched = new Set<string>();
    for (const entry of entries) {
      const key = this.#attempt(() => check.key(entry), undefined);
      const before = index.keys.get(entry);
      if (before !== undefined && before !== key) this.#removeFromGroup(check, [entry]);
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
    this.#replaceProblems(group.problems, []);
    group.problems = [];
    if (group.entries.size < 2) return;
    this.cost.groups++;
    const number = (entry: Entry): number => this.file.syntax.lines.numberOf(entry.line);
    const ordered = [...group.entries].sort((a, b) => number(a) - number(b));
    group.problems = this.#runCheck(check, () => check.check(ordered, this.#context(importClosure(this.file), [])));
    this.#replaceProblems([], group.problems);
  }

  #removeFromGroup(check: GroupCheck, entries: Iterable<Entry>): void {
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
        this.#replaceProblems(group.problems, []);
        index.groups.delete(key);
      }
    }
    for (const key of touched) this.#checkGroup(check, key);
  }

  #context(files: readonly MapFile[], cyclicComponents: CheckContext["cyclicComponents"]): CheckContext {
    return {
      file: this.file,
      files,
      importers: this.#importers(),
      sourceText: this.sourceText,
      previousSelectors: this.#previousSelectors,
      cyclicComponents,
    };
  }

  /** Checks lines that may belong to no entry; what is said of such a line depends on nothing but the line. */
  #checkLines(lines: ReadonlySet<Line>): void {
    if (lines.size === 0) return;
    const context = this.#context(importClosure(this.file), []);
    for (const line of lines) {
      const isStray = this.file.syntax.strays.has(line);
      if (isStray) this.cost.lines++;
      const applicableChecks = isStray ? lineChecks : [];
      this.#store(
        this.#byLine,
        line,
        applicableChecks.flatMap((check) => this.#runCheck(check, () => check.check(line, context))),
      );
    }
  }
}

/** Whether a source of these files says where its words can be read. */
const hasSourceFile = (files: readonly MapFile[]): boolean =>
  sourcesOf(files).some((source) => attributeOf(source, "file") !== undefined);

/** The place of each check in the list of all. */
const checkOrder = new Map(checks.map(({ code }, index) => [code, index]));

/** What checks that offer names ask of a name that changed, by their codes. */
const nameSuggesters = new Map(
  entryChecks.flatMap(({ code, suggestsName }) => (suggestsName === undefined ? [] : [[code, suggestsName] as const])),
);
