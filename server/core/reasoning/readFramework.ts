/** Reads the framework of a map from its entries. */

import type { Entry } from "../language/entry.ts";
import type { MapFile } from "../language/map.ts";
import { answerLimitOf, answersTo, contradictionsIn, restatementsIn } from "../language/relations/claimRelations.ts";
import { mainWordingOf, wordingsOf } from "../language/relations/wordings.ts";
import { isStep } from "../language/vocabulary.ts";
import { Argument } from "./argument.ts";
import { type EntryFacts, type EntryRecord, EntryRecords, readStatement } from "./entryRecords.ts";
import type { NodeIndex } from "./framework.ts";
import { FrameworkBuilder } from "./frameworkBuilder.ts";
import type { Suppositions } from "./standing.ts";
import { seedOf } from "./statedValues.ts";

/**
 * Returns the argument of a map that consists of some files. Takes time in proportion to their entries.
 *
 * @param records keeps what single entries say for the next call, which then takes a fraction of the time
 */
export function readArgument(files: readonly MapFile[], records = new EntryRecords()): Argument {
  const reader = new ArgumentReader(records);
  const restated = new Set(restatementsIn(files).flat());
  const lists = files.map((file) => records.inTextOrder(file));
  for (const { statement: statements } of lists) {
    for (const record of statements) {
      if (restated.has(record.entry)) reader.addRestatedStatement(wordingsFrom(record.entry, files));
      else reader.addStatement(record);
    }
  }
  for (const { step: steps } of lists) for (const step of steps) reader.addStep(step);
  for (const { step: steps } of lists) for (const step of steps) reader.connectStep(step);
  for (const [first, second] of contradictionsIn(files)) reader.addContradiction(first, second);
  for (const { question: questions } of lists) for (const { entry } of questions) reader.addAnswers(entry, files);
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

/** Collects the nodes of an argument. */
class ArgumentReader {
  readonly #records: EntryRecords;
  readonly #pass: number;
  readonly #builder = new FrameworkBuilder();
  readonly #entries: Entry[] = [];
  readonly #textNodes: NodeIndex[] = [];
  #mainCount = 0;
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
    if (this.#nodeOf(this.#records.of(main)) !== undefined) return;
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
    const [one, other] = [this.#nodeOf(this.#records.of(first)), this.#nodeOf(this.#records.of(second))];
    if (one === undefined || other === undefined || one === other) return;
    // A clause of a step is misplaced, which is a problem of its own.
    if (isStep(first.head.keyword) || isStep(second.head.keyword)) return;
    this.#builder.addEdge("contradictions", one, other);
    this.#builder.addEdge("contradictions", other, one);
  }

  addAnswers(question: Entry, files: readonly MapFile[]): void {
    const limit = answerLimitOf(question);
    if (limit === undefined) return;
    const answers = [
      ...new Set(answersTo(question, files).flatMap((answer) => this.#nodeOf(this.#records.of(answer)) ?? [])),
    ];
    if (answers.length > 0) this.#builder.addRivalGroup({ answers, isExhaustive: limit === "exactly-one" });
  }

  finish(): Argument {
    return Argument.create(this.#builder.build(), {
      entries: this.#entries,
      mainCount: this.#mainCount,
      textNodes: this.#textNodes,
      wordings: this.#wordings,
    });
  }

  #register(record: EntryRecord, node: NodeIndex): void {
    record.pass = this.#pass;
    record.node = node;
    record.textNode = undefined;
    this.#mainCount = node + 1;
  }

  #nodeOf(record: EntryRecord): NodeIndex | undefined {
    return record.pass === this.#pass ? record.node : undefined;
  }

  /** Returns the node that steps about an entry target: for a step without premises, that of its text. */
  #targetedNodeOf(target: EntryRecord): NodeIndex | undefined {
    return target.role === "step" && target.links.premises.length === 0
      ? this.#textNodeOf(target)
      : this.#nodeOf(target);
  }

  #textNodeOf(step: EntryRecord): NodeIndex {
    if (step.textNode !== undefined) return step.textNode;
    const node = this.#add(step.entry, "statement", { ...UNKNOWN_PREMISE, grant: step.facts.grant });
    step.textNode = node;
    this.#textNodes.push(node);
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
