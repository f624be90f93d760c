/** Runs the checks on one file and keeps their results, so that an edit reruns only the checks that it may affect. */

import type { Selectors } from "../articles/quotes/selector.ts";
import type { SourceArticle } from "../articles/readArticle.ts";
import { type Entry, isCurrent, type Line } from "../language/entry.ts";
import { importClosure } from "../language/graph.ts";
import type { MapFile } from "../language/map.ts";
import type { NameChange } from "../language/nameChange.ts";
import type { SyntaxChange } from "../language/parsing/nesting.ts";
import type { Problem } from "../language/problem.ts";
import { contradictionGroupsIn } from "../language/relations/claimRelations.ts";
import { findCyclicComponents } from "../language/relations/cycles.ts";
import {
  type CheckedFile,
  changesStructure,
  entriesAffectedByEdit,
  entriesAffectedByNames,
} from "./affectedEntries.ts";
import type { CheckContext, EvaluationCheck, EvaluationContext, GroupCheck } from "./check.ts";
import { CheckRunner } from "./checkRunner.ts";
import {
  commentChecks,
  entryChecks,
  entryChecksFor,
  evaluationChecks,
  fileChecks,
  groupChecks,
  lineChecks,
} from "./checksByScope.ts";
import { GroupIndex, type GroupMembers } from "./groupIndex.ts";
import { IgnoreIndex } from "./ignoreIndex.ts";
import { NameDependents } from "./nameDependents.ts";
import { ProblemIndex } from "./problemIndex.ts";
import { SourceTracker } from "./sourceTracker.ts";

const evaluationCodes: ReadonlySet<string> = new Set(evaluationChecks.map(({ code }) => code));
const checksOfText = entryChecks.flatMap(({ namesInText }) => namesInText ?? []);

/** How often each kind of check has run. Tests use it to measure the cost of an edit. */
export interface CheckingCost {
  lines: number;
  entries: number;
  groups: number;
  files: number;
}

/** Checks one file, first as a whole and then after each edit. */
export class Checker {
  readonly file: MapFile;
  readonly articleOf: (source: Entry) => SourceArticle;
  readonly #previousSelectors: (quote: Entry) => Selectors | undefined;
  readonly #importers: () => readonly MapFile[];
  readonly #runner: CheckRunner;
  readonly cost: CheckingCost = { lines: 0, entries: 0, groups: 0, files: 0 };
  readonly #problems: ProblemIndex;
  readonly #groupIndexes: ReadonlyMap<GroupCheck, GroupIndex>;
  readonly #ignores = new IgnoreIndex();
  /** The codes of the checks of the last evaluation. */
  #evaluatedCodes: ReadonlySet<string> = new Set();
  readonly #nameDependents = new NameDependents();
  readonly #sources: SourceTracker;
  #cyclicEntries: readonly Entry[] = [];

  /**
   * @param articleOf returns the text of a source
   * @param importers returns the files that are known to import this one
   * @param reportError receives the error of a check that throws; the check then finds nothing, and the others continue.
   * Without it, the first error is thrown after all checks have run.
   * @param previousSelectors returns the position of a quote before its article changed
   */
  constructor(
    file: MapFile,
    articleOf: (source: Entry) => SourceArticle,
    importers: () => readonly MapFile[] = () => [],
    reportError?: (error: unknown) => void,
    previousSelectors: (quote: Entry) => Selectors | undefined = () => undefined,
  ) {
    this.file = file;
    this.articleOf = articleOf;
    this.#previousSelectors = previousSelectors;
    this.#importers = importers;
    this.#runner = new CheckRunner(reportError);
    this.#problems = new ProblemIndex(file);
    this.#sources = new SourceTracker(file);
    this.#groupIndexes = new Map(
      groupChecks.map((check) => [
        check,
        new GroupIndex((entry) => this.#runner.attempt(() => check.key(entry), undefined)),
      ]),
    );
    this.recheckAll();
  }

  /** Returns all problems, unordered. */
  *problems(): Iterable<Problem> {
    const { shown, contexts } = this.#ignores.filter(this.#problems.all(), this.#hasRun);
    yield* shown;
    for (const context of contexts) yield* this.#runner.runAll(commentChecks, context, undefined);
  }

  /** Returns the problems about an entry, in the order of the list of checks, then of the text. */
  problemsOf(entry: Entry): readonly Problem[] {
    return [...this.#ignores.filter(this.#problems.about(entry), this.#hasRun).shown];
  }

  /** Returns the problems of a line that belongs to no entry, or of a comment that silences problems. */
  problemsOfLine(line: Line): readonly Problem[] {
    if (this.file.syntax.ignoreComments.has(line)) return [...this.problems()].filter(({ at }) => at.line === line);
    return this.#problems.ofLine(line);
  }

  /** See {@link ProblemIndex.takeChanged}. */
  takeChanged(): ReadonlySet<Entry> {
    return this.#problems.takeChanged();
  }

  /** Runs all checks, as when a file is opened or its surroundings have changed completely. */
  recheckAll(): void {
    const { file } = this;
    this.#problems.clear();
    this.#sources.readPaths();
    this.#nameDependents.clear();
    for (const index of this.#groupIndexes.values()) index.clear();
    this.#checkLines(file.syntax.strays);
    // No cycle consists of indentation alone: each contains a step that names its target, a bare premise with the step
    // above it, or a statement in several wordings.
    const barePremises = [...file.entriesWithRole("premise")].flatMap((use) => [
      use,
      ...(use.parent === undefined ? [] : [use.parent]),
    ]);
    const referencingEntries = [
      ...file.entriesWithRole("for"),
      ...file.entriesWithRole("against"),
      ...file.entriesWithRole("restates"),
      ...barePremises,
    ];
    this.#runChecks(file.syntax.entries.values(), referencingEntries, true);
    this.#finish();
  }

  /** Reruns the checks that an edit of this file may affect. Call it after the imports have been linked. */
  update(change: SyntaxChange, names: NameChange): void {
    if (names.imports) {
      this.recheckAll();
      return;
    }
    for (const entry of change.removed) {
      this.#problems.removeEntry(entry);
      this.#nameDependents.remove(entry);
    }
    for (const entries of [change.removed, change.headChanged, change.textChanged])
      this.#problems.dropEvaluation(entries);
    for (const [check, index] of this.#groupIndexes) this.#checkGroups(check, index.remove(change.removed));
    this.#checkLines(change.strays);
    const entries = entriesAffectedByEdit(this.#checkedFile, change, names);
    for (const quote of this.#sources.quotesAffectedBy(change.textChanged)) entries.add(quote);
    const hasStructureChanged = changesStructure(change);
    // A `map` line must be unique and come before all other entries.
    if (hasStructureChanged) for (const map of this.file.entriesOf("map")) entries.add(map);
    this.#runChecks(entries, [...entries, ...this.#cyclicEntries], hasStructureChanged);
    this.#finish();
  }

  /**
   * Reruns the checks that depend on some names, after an edit of another file.
   * @param others entries of other files whose dependencies may have changed, so that they may be part of a cycle
   */
  updateNames(names: NameChange, others: Iterable<Entry> = []): void {
    const entries = entriesAffectedByNames(this.#checkedFile, names);
    this.#runChecks(entries, [...entries, ...others, ...this.#cyclicEntries], true);
    this.#finish();
  }

  /** Reruns the checks of some entries. */
  recheck(entries: Iterable<Entry>): void {
    this.#runChecks(entries, [], false);
    this.#finish();
  }

  /** Whether the checks that need the evaluation of the map must run again, because an edit removed what they had found. */
  get lacksEvaluation(): boolean {
    return this.#problems.lacksEvaluation;
  }

  /** Runs some checks that need the evaluation of the map. Returns whether the problems of the file may have changed. */
  checkEvaluation(
    wanted: readonly EvaluationCheck[],
    computedLikelihoodOf: EvaluationContext["computedLikelihoodOf"],
  ): boolean {
    const context = { ...this.#context(importClosure(this.file), []), computedLikelihoodOf };
    const found = this.#runner.runAll(wanted, context, undefined);
    const hadRun = evaluationChecks.filter(({ code }) => this.#hasRun(code));
    const haveProblemsChanged = this.#problems.setEvaluation(found);
    this.#evaluatedCodes = new Set(wanted.map(({ code }) => code));
    // A comment may silence nothing now that a check has run.
    const haveCodesChanged =
      hadRun.length !== wanted.length || hadRun.some(({ code }) => !this.#evaluatedCodes.has(code));
    this.#finish();
    return haveProblemsChanged || (haveCodesChanged && this.#ignores.hasComments);
  }

  /** Whether the check with a code has run on the map as it is: those that need the evaluation may be off, or still to come. */
  readonly #hasRun = (code: string): boolean =>
    !evaluationCodes.has(code) || (!this.lacksEvaluation && this.#evaluatedCodes.has(code));

  /** Reads the comments that silence problems, and throws the first error of the run, unless errors are reported. */
  #finish(): void {
    if (this.#ignores.update(this.file.syntax)) this.#problems.markAllChanged();
    this.#runner.finish();
  }

  get #checkedFile(): CheckedFile {
    return { file: this.file, problems: this.#problems, nameDependents: this.#nameDependents };
  }

  #isCurrent(entry: Entry): boolean {
    return this.file.syntax.entries.get(entry.id) === entry;
  }

  /**
   * @param entries the entries to check
   * @param seeds entries from which cycles are searched
   * @param hasStructureChanged whether file checks must run too
   */
  #runChecks(entries: Iterable<Entry>, seeds: readonly Entry[], hasStructureChanged: boolean): void {
    const { file } = this;
    const files = importClosure(file);
    const currentEntries = new Set<Entry>();
    for (const entry of entries) if (this.#isCurrent(entry)) currentEntries.add(entry);
    for (const entry of this.#sources.entriesAffectedIn(files, hasStructureChanged)) currentEntries.add(entry);
    const components = hasStructureChanged
      ? this.#runner.attempt(() => findCyclicComponents(seeds.filter(isCurrent), files), [])
      : [];
    const context = this.#context(files, components);
    for (const entry of currentEntries) {
      this.cost.entries++;
      this.#problems.setEntry(entry, this.#runner.runAll(entryChecksFor(entry), entry, context));
      this.#nameDependents.set(
        entry,
        checksOfText.flatMap((namesInText) => namesInText(entry)),
      );
    }
    for (const [check, index] of this.#groupIndexes) this.#checkGroups(check, index.update(currentEntries));
    if (!hasStructureChanged) return;
    this.cost.files++;
    this.#cyclicEntries = context.cyclicComponents.flat();
    this.#problems.setFile(this.#runner.runAll(fileChecks, context, undefined));
  }

  #checkGroups(check: GroupCheck, groups: Iterable<GroupMembers>): void {
    const { lines } = this.file.syntax;
    for (const group of groups) {
      if (group.size < 2) {
        this.#problems.setGroup(group, []);
        continue;
      }
      this.cost.groups++;
      const ordered = [...group].sort((a, b) => lines.numberOf(a.line) - lines.numberOf(b.line));
      const context = this.#context(importClosure(this.file), []);
      this.#problems.setGroup(group, this.#runner.run(check, ordered, context));
    }
  }

  #context(files: readonly MapFile[], cyclicComponents: CheckContext["cyclicComponents"]): CheckContext {
    let groups: ReturnType<CheckContext["contradictionGroups"]> | undefined;
    return {
      file: this.file,
      files,
      importers: this.#importers(),
      articleOf: this.articleOf,
      previousSelectors: this.#previousSelectors,
      cyclicComponents,
      contradictionGroups: () => {
        groups ??= contradictionGroupsIn(files);
        return groups;
      },
    };
  }

  /** Checks lines that may be strays. The problems of such a line depend on that line only. */
  #checkLines(lines: ReadonlySet<Line>): void {
    if (lines.size === 0) return;
    const context = this.#context(importClosure(this.file), []);
    for (const line of lines) {
      const isStray = this.file.syntax.strays.has(line);
      if (isStray) this.cost.lines++;
      this.#problems.setLine(line, isStray ? this.#runner.runAll(lineChecks, line, context) : []);
    }
  }
}
