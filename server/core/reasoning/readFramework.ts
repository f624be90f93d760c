/** Reads the framework of a map from its entries. */

import type { Entry } from "../language/entry.ts";
import { isWrittenOutClaim, mainWordingOf, wordingsOf } from "../language/graph.ts";
import type { MapFile } from "../language/map.ts";
import { answerLimitOf, answersTo, contradictionsIn, restatementsIn } from "../language/relations/claimRelations.ts";
import { isStep } from "../language/vocabulary.ts";
import { type EntryFacts, type EntryRecord, EntryRecords, readStatement } from "./entryRecords.ts";
import type { Framework, NodeIndex } from "./framework.ts";
import { FrameworkBuilder } from "./frameworkBuilder.ts";
import type { Suppositions } from "./standing.ts";
import { seedOf } from "./statedValues.ts";

/** The framework of a map, and which node belongs to which entry. */
export interface Argument {
  readonly framework: Framework;
  /**
   * The entry of each node. A step without premises has two nodes: one for its text, which is its only premise, and one
   * for itself.
   */
  readonly entries: readonly Entry[];
  /** The node of each statement and step. */
  readonly nodes: ReadonlyMap<Entry, NodeIndex>;
  /** The node of the text, for steps without premises. */
  readonly textNodes: ReadonlyMap<Entry, NodeIndex>;
  /** The wordings of statements that have several, by the main one, which comes first. */
  readonly wordings: ReadonlyMap<Entry, readonly Entry[]>;
}

/**
 * Returns the argument of a map that consists of some files. Takes time in proportion to their entries.
 *
 * @param records keeps what single entries say for the next call, which then takes a fraction of the time
 */
export function readArgument(files: readonly MapFile[], records = new EntryRecords()): Argument {
  const reader = new ArgumentReader(records);
  const questions: Entry[] = [];
  const steps: EntryRecord[] = [];
  const restated = new Set(restatementsIn(files).flat());
  forEachEntry(files, (entry) => {
    const { keyword } = entry.head;
    if (isStep(keyword)) steps.push(records.of(entry));
    else if (keyword === "question") questions.push(entry);
    else if (!isWrittenOutClaim(entry)) return;
    else if (restated.has(entry)) reader.addRestatedStatement(wordingsFrom(entry, files));
    else reader.addStatement(records.of(entry));
  });
  for (const step of steps) reader.addStep(step);
  for (const step of steps) reader.connectStep(step);
  for (const [first, second] of contradictionsIn(files)) reader.addContradiction(first, second);
  for (const question of questions) reader.addAnswers(question, files);
  return reader.finish();
}

/**
 * Returns suppositions about entries as suppositions about nodes. A supposition about a step without premises is about its
 * text too. Entries that are neither statements nor steps are left out.
 */
export function supposeEntries(argument: Argument, entries: ReadonlyMap<Entry, boolean>): Suppositions {
  const suppositions = new Map<NodeIndex, boolean>();
  for (const [entry, value] of entries) {
    for (const node of [argument.nodes.get(entry), argument.textNodes.get(entry)]) {
      if (node !== undefined) suppositions.set(node, value);
    }
  }
  return suppositions;
}

/** Returns the wordings of a statement, the main one first. */
function wordingsFrom(entry: Entry, files: readonly MapFile[]): readonly [Entry, ...Entry[]] {
  const main = mainWordingOf(entry, files);
  return [main, ...wordingsOf(entry, files).filter((one) => one !== main)];
}

/** Visits all entries in the order of the text, with an explicit stack for deep maps. */
function forEachEntry(files: readonly MapFile[], visit: (entry: Entry) => void): void {
  const stack: Entry[] = [];
  for (const root of files.flatMap(({ syntax }) => syntax.roots)) {
    stack.push(root);
    for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
      visit(entry);
      for (let index = entry.children.length - 1; index >= 0; index--) {
        const child = entry.children[index];
        if (child !== undefined) stack.push(child);
      }
    }
  }
}

/** Collects the nodes of an argument. */
class ArgumentReader {
  readonly #records: EntryRecords;
  readonly #pass: number;
  readonly #builder = new FrameworkBuilder();
  readonly #entries: Entry[] = [];
  readonly #nodes = new Map<Entry, NodeIndex>();
  readonly #textNodes = new Map<Entry, NodeIndex>();
  readonly #wordings = new Map<Entry, readonly Entry[]>();
  /** How often a text with a likelihood or strength has come before, so that equal texts get different seeds. */
  readonly #occurrences = new Map<string, number>();

  constructor(records: EntryRecords) {
    this.#records = records;
    this.#pass = ++records.pass;
  }

  addStatement(record: EntryRecord): void {
    this.#register(record, this.#add(record.entry, "statement", record.facts));
  }

  /** Adds a statement with its wordings, the main one first. All wordings have the same node. */
  addRestatedStatement(wordings: readonly [Entry, ...Entry[]]): void {
    const [main] = wordings;
    if (this.#nodes.has(main)) return;
    const node = this.#add(main, "statement", readStatement(wordings));
    for (const wording of wordings) this.#register(this.#records.of(wording), node);
    this.#wordings.set(main, wordings);
  }

  addStep(record: EntryRecord): void {
    this.#register(record, this.#add(record.entry, "step", record.facts));
  }

  /** Adds the edges of a step to its premises and targets. All statements and steps must have been added. */
  connectStep(record: EntryRecord): void {
    const { node } = record;
    const { premises, targets } = record.links;
    if (premises.length === 0) this.#builder.addEdge("premises", node, this.#textNodeOf(record));
    for (const { use, claim } of premises) {
      const known = claim && this.#nodeOf(claim);
      // A name that nothing defines is a problem of its own. Until it is fixed, nobody knows whether the premise holds.
      const premise = known ?? this.#add(use, "statement", UNKNOWN_PREMISE);
      this.#builder.addEdge("premises", node, premise);
    }
    for (const { target, side } of targets) {
      const targeted = this.#targetedNodeOf(target);
      if (targeted !== undefined) this.#builder.addEdge(side === "for" ? "reasons" : "objections", targeted, node);
    }
  }

  addContradiction(first: Entry, second: Entry): void {
    const [one, other] = [this.#nodes.get(first), this.#nodes.get(second)];
    if (one === undefined || other === undefined || one === other) return;
    // A clause of a step is misplaced, which is a problem of its own.
    if (isStep(first.head.keyword) || isStep(second.head.keyword)) return;
    this.#builder.addEdge("contradictions", one, other);
    this.#builder.addEdge("contradictions", other, one);
  }

  addAnswers(question: Entry, files: readonly MapFile[]): void {
    const limit = answerLimitOf(question);
    if (limit === undefined) return;
    const answers = [...new Set(answersTo(question, files).flatMap((answer) => this.#nodes.get(answer) ?? []))];
    if (answers.length > 0) this.#builder.addRivalGroup({ answers, isExhaustive: limit === "exactly-one" });
  }

  finish(): Argument {
    return {
      framework: this.#builder.build(),
      entries: this.#entries,
      nodes: this.#nodes,
      textNodes: this.#textNodes,
      wordings: this.#wordings,
    };
  }

  #register(record: EntryRecord, node: NodeIndex): void {
    record.pass = this.#pass;
    record.node = node;
    record.textNode = undefined;
    this.#nodes.set(record.entry, node);
  }

  #nodeOf(record: EntryRecord): NodeIndex | undefined {
    return record.pass === this.#pass ? record.node : undefined;
  }

  /** Returns the node that steps about an entry target: for a step without premises, that of its text. */
  #targetedNodeOf(target: EntryRecord): NodeIndex | undefined {
    return isStep(target.entry.head.keyword) && target.links.premises.length === 0
      ? this.#textNodeOf(target)
      : this.#nodeOf(target);
  }

  #textNodeOf(step: EntryRecord): NodeIndex {
    if (step.textNode !== undefined) return step.textNode;
    const node = this.#add(step.entry, "statement", { ...UNKNOWN_PREMISE, grant: step.facts.grant });
    step.textNode = node;
    this.#textNodes.set(step.entry, node);
    return node;
  }

  #add(entry: Entry, kind: "statement" | "step", { grant, chance, seedKey, firstSeed }: EntryFacts): NodeIndex {
    this.#entries.push(entry);
    return this.#builder.addNode({
      kind,
      grant: kind === "step" ? "granted" : grant,
      chance,
      strength: kind === "step" ? (chance ?? 1) : 0,
      seed: chance === undefined ? 0 : this.#nextSeed(seedKey, firstSeed),
    });
  }

  /** Returns a seed that stays the same while other entries change. */
  #nextSeed(key: string, first: number): number {
    const occurrence = this.#occurrences.get(key) ?? 0;
    this.#occurrences.set(key, occurrence + 1);
    return occurrence === 0 ? first : seedOf(key, occurrence);
  }
}

const UNKNOWN_PREMISE: EntryFacts = { grant: "open", chance: undefined, seedKey: "", firstSeed: 0 };
