/** Runs the checks on one file and keeps what they found, so that an edit runs again only what it can have changed. */
import type { Entry } from "../language/entry.ts";
import { filesOf } from "../language/graph.ts";
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
  #ofFile: readonly Problem[] = [];
  #knotted: readonly Entry[] = [];

  constructor(file: MapFile, sourceText: (source: Entry) => SourceText, users: () => readonly MapFile[] = () => []) {
    this.file = file;
    this.sourceText = sourceText;
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
    const { syntax } = this.file;
    this.#byLine.clear();
    this.#byEntry.clear();
    this.#checkLines();
    this.#run(syntax.entries.values(), [...this.file.entriesWith("for"), ...this.file.entriesWith("premise")], true);
  }

  /** Runs again what an edit of this file can have changed. */
  update(change: Change, names: NameChange): void {
    const entries = new Set<Entry>([...change.added, ...change.heads, ...change.texts, ...change.moved]);
    for (const parent of change.parents) if (parent !== undefined) entries.add(parent);
    for (const entry of [...change.heads, ...change.moved, ...change.added]) {
      if (entry.parent !== undefined) entries.add(entry.parent);
      for (const child of entry.children) entries.add(child);
    }
    for (const entry of change.texts) {
      // A quote depends on what its source says of itself.
      if (entry.head.keyword === "source") for (const quote of this.file.entriesOf("quote")) entries.add(quote);
    }
    for (const entry of change.removed) {
      this.#byEntry.delete(entry);
      for (const [check] of this.#groups) this.#leave(check, entry);
    }
    this.#checkLines();
    const edges = change.added.size + change.removed.size + change.heads.size + change.moved.size > 0;
    this.#run([...entries, ...this.#mentioning(names)], [...entries, ...this.#knotted], edges);
  }

  /** Runs again what depends on these names, after they changed in another file. */
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
    return [...entries];
  }

  #run(entries: Iterable<Entry>, seeds: readonly Entry[], edges: boolean): void {
    const { file } = this;
    const here = new Set([...entries].filter((entry) => file.syntax.entries.get(entry.id) === entry));
    const files = filesOf(file);
    const alive = (entry: Entry): boolean => entry.home.entries.get(entry.id) === entry;
    const knots = edges ? knotsFrom(seeds.filter(alive), files) : [];
    const context: Context = { file, files, sourceText: this.sourceText, knots };
    for (const entry of here) {
      this.cost.entries++;
      const problems = entryChecks.flatMap((check) => found(check, check.check(entry, context)));
      if (problems.length === 0) this.#byEntry.delete(entry);
      else this.#byEntry.set(entry, problems);
    }
    for (const check of groupChecks) this.#group(check, here, context);
    if (!edges) return;
    this.cost.files++;
    this.#knotted = knots.flat();
    this.#ofFile = fileChecks.flatMap((check) => found(check, check.check(context)));
  }

  #group(check: GroupCheck, entries: Iterable<Entry>, context: Context): void {
    const index = this.#groups.get(check);
    if (index === undefined) return;
    const touched = new Set<string>();
    for (const entry of entries) {
      const key = check.key(entry);
      const before = index.keys.get(entry);
      if (before !== undefined && before !== key) {
        this.#leave(check, entry);
        touched.add(before);
      }
      if (key === undefined) continue;
      const group = index.groups.get(key);
      if (group === undefined) index.groups.set(key, { entries: new Set([entry]), problems: [] });
      else group.entries.add(entry);
      index.keys.set(entry, key);
      touched.add(key);
    }
    for (const key of touched) this.#checkGroup(check, key, context);
  }

  #checkGroup(check: GroupCheck, key: string, context: Context): void {
    const group = this.#groups.get(check)?.groups.get(key);
    if (group === undefined) return;
    if (group.entries.size < 2) {
      group.problems = [];
      return;
    }
    this.cost.groups++;
    const number = (entry: Entry): number => this.file.syntax.lines.numberOf(entry.line);
    const inOrder = [...group.entries].sort((a, b) => number(a) - number(b));
    group.problems = found(check, check.check(inOrder, context));
  }

  #leave(check: GroupCheck, entry: Entry): void {
    const index = this.#groups.get(check);
    const key = index?.keys.get(entry);
    if (index === undefined || key === undefined) return;
    index.keys.delete(entry);
    const group = index.groups.get(key);
    group?.entries.delete(entry);
    if (group?.entries.size === 0) index.groups.delete(key);
    else if (group !== undefined) this.#checkGroup(check, key, this.#plainContext());
  }

  #plainContext(): Context {
    return { file: this.file, files: filesOf(this.file), sourceText: this.sourceText, knots: [] };
  }

  /** Lines of no entry are few, and what they say depends on nothing else: all are looked at. */
  #checkLines(): void {
    this.#byLine.clear();
    const { strays } = this.file.syntax;
    if (strays.size === 0) return;
    const context = this.#plainContext();
    for (const line of strays) {
      const problems = lineChecks.flatMap((check) => found(check, check.check(line, context)));
      if (problems.length > 0) this.#byLine.set(line, problems);
    }
  }
}

function found(check: Check, findings: Iterable<Finding>): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { message, at, to, related, entry, offers } of findings) {
    const { code, severity } = check;
    problems.push({ code, severity, message, at, to, related: related ?? [], entry, offers: offers ?? [] });
  }
  return problems;
}
