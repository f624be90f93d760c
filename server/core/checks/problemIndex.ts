/** The problems of one file, indexed by where a check found them and by the entry that they are about. */
import type { Entry, Line } from "../language/entry.ts";
import type { MapFile } from "../language/map.ts";
import type { Problem } from "../language/problem.ts";
import type { GroupMembers } from "./groupIndex.ts";
import { checkOrderOf } from "./problemOrder.ts";

/** Stores problems so that the results of one check run can replace those of the run before. */
export class ProblemIndex {
  readonly #file: MapFile;
  readonly #byLine = new Map<Line, readonly Problem[]>();
  readonly #byCheckedEntry = new Map<Entry, readonly Problem[]>();
  readonly #byGroup = new Map<GroupMembers, readonly Problem[]>();
  #ofFile: readonly Problem[] = [];
  #lacksEvaluation = false;
  #ofEvaluation: readonly Problem[] = [];
  /** All problems of entries again, by the entry that they are about. */
  readonly #bySubject = new Map<Entry, Set<Problem>>();
  #changed = new Set<Entry>();

  constructor(file: MapFile) {
    this.#file = file;
  }

  /** Yields all problems, unordered. */
  *all(): Iterable<Problem> {
    for (const problems of this.#byLine.values()) yield* problems;
    for (const problems of this.#byCheckedEntry.values()) yield* problems;
    for (const problems of this.#byGroup.values()) yield* problems;
    yield* this.#ofFile;
    yield* this.#ofEvaluation;
  }

  /** Returns the problems about an entry, in the order of the list of checks, then of the text. */
  about(entry: Entry): readonly Problem[] {
    const problems = this.#bySubject.get(entry);
    if (problems === undefined) return [];
    const { lines } = this.#file.syntax;
    return [...problems].sort(
      (a, b) =>
        checkOrderOf(a) - checkOrderOf(b) ||
        lines.numberOf(a.at.line) - lines.numberOf(b.at.line) ||
        a.at.start - b.at.start ||
        (a.message < b.message ? -1 : 1),
    );
  }

  /** Returns the problems of a line that belongs to no entry. */
  ofLine(line: Line): readonly Problem[] {
    return this.#byLine.get(line) ?? [];
  }

  /** The problems that entry checks found, by the entry that they checked. */
  get byCheckedEntry(): ReadonlyMap<Entry, readonly Problem[]> {
    return this.#byCheckedEntry;
  }

  /** Replaces the problems of a line. */
  setLine(line: Line, problems: readonly Problem[]): void {
    this.#store(this.#byLine, line, problems);
  }

  /** Replaces the problems that entry checks found at an entry. */
  setEntry(entry: Entry, problems: readonly Problem[]): void {
    this.#store(this.#byCheckedEntry, entry, problems);
  }

  /** Replaces the problems that a group check found. */
  setGroup(group: GroupMembers, problems: readonly Problem[]): void {
    this.#store(this.#byGroup, group, problems);
  }

  /** Replaces the problems that file checks found. */
  setFile(problems: readonly Problem[]): void {
    this.#replace(this.#ofFile, problems);
    this.#ofFile = problems;
  }

  /** Whether problems that evaluation checks found were removed, so that these checks must run again. */
  get lacksEvaluation(): boolean {
    return this.#lacksEvaluation;
  }

  /** Replaces the problems that evaluation checks found. Returns whether they have changed. */
  setEvaluation(problems: readonly Problem[]): boolean {
    this.#lacksEvaluation = false;
    const before = this.#ofEvaluation;
    const isSame =
      before.length === problems.length &&
      before.every(
        ({ code, at, message }, index) =>
          code === problems[index]?.code && at.line === problems[index].at.line && message === problems[index].message,
      );
    if (isSame) return false;
    this.#replace(before, problems);
    this.#ofEvaluation = problems;
    return true;
  }

  /** Removes the problems that evaluation checks found at entries that have changed since: their lines may be gone. */
  dropEvaluation(entries: ReadonlySet<Entry>): void {
    const isStale = ({ entry }: Problem): boolean => entry !== undefined && entries.has(entry);
    if (!this.#ofEvaluation.some(isStale)) return;
    this.setEvaluation(this.#ofEvaluation.filter((problem) => !isStale(problem)));
    this.#lacksEvaluation = true;
  }

  /** Removes the problems that entry checks found at an entry that no longer exists. */
  removeEntry(entry: Entry): void {
    this.setEntry(entry, []);
    this.#changed.delete(entry);
  }

  /** Removes all problems. */
  clear(): void {
    for (const entry of this.#bySubject.keys()) this.#changed.add(entry);
    this.#changed = new Set([...this.#changed].filter((entry) => this.#isCurrent(entry)));
    this.#bySubject.clear();
    this.#byLine.clear();
    this.#byCheckedEntry.clear();
    this.#byGroup.clear();
    this.#ofFile = [];
    this.#ofEvaluation = [];
    this.#lacksEvaluation = true;
  }

  /**
   * Returns the existing entries whose problems may have changed since the last call. It serves a single caller, because
   * each call resets the set.
   */
  takeChanged(): ReadonlySet<Entry> {
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  /** Marks all entries with problems as changed: which of their problems are shown may have changed. */
  markAllChanged(): void {
    for (const entry of this.#bySubject.keys()) this.#markChanged(entry);
  }

  #store<Key>(stored: Map<Key, readonly Problem[]>, key: Key, problems: readonly Problem[]): void {
    this.#replace(stored.get(key) ?? [], problems);
    if (problems.length === 0) stored.delete(key);
    else stored.set(key, problems);
  }

  #replace(before: readonly Problem[], after: readonly Problem[]): void {
    for (const problem of before) {
      if (problem.entry === undefined) continue;
      const problems = this.#bySubject.get(problem.entry);
      problems?.delete(problem);
      if (problems?.size === 0) this.#bySubject.delete(problem.entry);
      this.#markChanged(problem.entry);
    }
    for (const problem of after) {
      if (problem.entry === undefined) continue;
      const problems = this.#bySubject.get(problem.entry);
      if (problems === undefined) this.#bySubject.set(problem.entry, new Set([problem]));
      else problems.add(problem);
      this.#markChanged(problem.entry);
    }
  }

  #markChanged(entry: Entry): void {
    if (this.#isCurrent(entry)) this.#changed.add(entry);
  }

  #isCurrent(entry: Entry): boolean {
    return this.#file.syntax.entries.get(entry.id) === entry;
  }
}
