/** Reads the framework of a map from its entries. */

import type { Entry } from "../language/entry.ts";
import { isWrittenOutClaim, mainWordingOf, premisesOf, stepTargets, wordingsOf } from "../language/graph.ts";
import type { MapFile } from "../language/map.ts";
import { answerLimitOf, answersTo, contradictionsIn, restatementsIn } from "../language/relations/claimRelations.ts";
import { isStep } from "../language/vocabulary.ts";
import {
  createFramework,
  type Framework,
  type Grant,
  type NodeDescription,
  type NodeIndex,
  type RivalGroup,
} from "./framework.ts";
import type { Suppositions } from "./standing.ts";
import { grantOf, grantOfText, hash, seedKey, statedLikelihood, statedStrength } from "./statedValues.ts";

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

/** Returns the argument of a map that consists of some files. Takes time in proportion to their entries. */
export function readArgument(files: readonly MapFile[]): Argument {
  const reader = new ArgumentReader();
  const entries = files.flatMap((file) => [...file.syntax.roots].flatMap(withDescendants));
  const steps = entries.filter(({ head }) => isStep(head.keyword));
  const restated = new Set(restatementsIn(files).flat());
  for (const entry of entries) {
    if (isWrittenOutClaim(entry)) reader.addStatement(restated.has(entry) ? wordingsFrom(entry, files) : [entry]);
  }
  for (const step of steps) reader.addStep(step);
  for (const step of steps) reader.connectStep(step);
  for (const [first, second] of contradictionsIn(files)) reader.addContradiction(first, second);
  for (const entry of entries) if (entry.head.keyword === "question") reader.addAnswers(entry, files);
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
function wordingsFrom(entry: Entry, files: readonly MapFile[]): readonly Entry[] {
  const main = mainWordingOf(entry, files);
  return [main, ...wordingsOf(entry, files).filter((one) => one !== main)];
}

/** Returns an entry and all entries under it in the order of the text, with an explicit stack for deep maps. */
function withDescendants(root: Entry): readonly Entry[] {
  const found: Entry[] = [];
  const stack = [root];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    found.push(entry);
    for (let index = entry.children.length - 1; index >= 0; index--) {
      const child = entry.children[index];
      if (child !== undefined) stack.push(child);
    }
  }
  return found;
}

type NodeList = "reasons" | "objections" | "premises" | "contradictions";

/** A node whose lists are still being filled. */
type NodeDraft = Omit<NodeDescription, NodeList> & Record<NodeList, readonly NodeIndex[]>;

/** Most lists stay empty, and share this one: creating four for each node would take most of the time. */
const NO_NODES: readonly NodeIndex[] = [];

function append(draft: NodeDraft | undefined, list: NodeList, node: NodeIndex): void {
  if (draft === undefined) return;
  // Only this function adds to the lists that it creates.
  if (draft[list] === NO_NODES) draft[list] = [node];
  else (draft[list] as NodeIndex[]).push(node);
}

/** Collects the nodes of an argument. */
class ArgumentReader {
  readonly #drafts: NodeDraft[] = [];
  readonly #entries: Entry[] = [];
  readonly #nodes = new Map<Entry, NodeIndex>();
  readonly #textNodes = new Map<Entry, NodeIndex>();
  readonly #wordings = new Map<Entry, readonly Entry[]>();
  readonly #rivalGroups: RivalGroup[] = [];
  /** How often a text with a likelihood or strength has come before, so that equal texts get different seeds. */
  readonly #occurrences = new Map<string, number>();

  /** Adds a statement with its wordings, the main one first. All wordings have the same node. */
  addStatement(wordings: readonly Entry[]): void {
    const [main] = wordings;
    if (main === undefined || this.#nodes.has(main)) return;
    const node = this.#add(main, "statement", grantOf(wordings), statedLikelihood(wordings));
    for (const wording of wordings) this.#nodes.set(wording, node);
    if (wordings.length > 1) this.#wordings.set(main, wordings);
  }

  addStep(step: Entry): void {
    this.#nodes.set(step, this.#add(step, "step", "granted", statedStrength(step)));
  }

  /** Adds the edges of a step to its premises and targets. All statements and steps must have been added. */
  connectStep(step: Entry): void {
    const node = this.#nodes.get(step);
    const draft = node === undefined ? undefined : this.#drafts[node];
    if (node === undefined || draft === undefined) return;
    const premises = premisesOf(step);
    if (premises.length === 0) append(draft, "premises", this.#textNodeOf(step));
    for (const { use, claim } of premises) {
      const known = claim === undefined ? undefined : this.#nodes.get(claim);
      // A name that nothing defines is a problem of its own. Until it is fixed, nobody knows whether the premise holds.
      const premise = known ?? this.#add(use, "statement", "open", undefined);
      append(draft, "premises", premise);
    }
    for (const { target, side } of stepTargets(step)) {
      const targetDraft = this.#drafts[this.#targetedNodeOf(target) ?? -1];
      append(targetDraft, side === "for" ? "reasons" : "objections", node);
    }
  }

  addContradiction(first: Entry, second: Entry): void {
    const [one, other] = [this.#nodes.get(first), this.#nodes.get(second)];
    if (one === undefined || other === undefined || one === other) return;
    // A clause of a step is misplaced, which is a problem of its own.
    if (this.#drafts[one]?.kind === "step" || this.#drafts[other]?.kind === "step") return;
    append(this.#drafts[one], "contradictions", other);
    append(this.#drafts[other], "contradictions", one);
  }

  addAnswers(question: Entry, files: readonly MapFile[]): void {
    const limit = answerLimitOf(question);
    if (limit === undefined) return;
    const answers = [...new Set(answersTo(question, files).flatMap((answer) => this.#nodes.get(answer) ?? []))];
    if (answers.length > 0) this.#rivalGroups.push({ answers, isExhaustive: limit === "exactly-one" });
  }

  finish(): Argument {
    return {
      framework: createFramework(this.#drafts, this.#rivalGroups),
      entries: this.#entries,
      nodes: this.#nodes,
      textNodes: this.#textNodes,
      wordings: this.#wordings,
    };
  }

  /** Returns the node that steps about an entry target: for a step without premises, that of its text. */
  #targetedNodeOf(target: Entry): NodeIndex | undefined {
    return isStep(target.head.keyword) && premisesOf(target).length === 0
      ? this.#textNodeOf(target)
      : this.#nodes.get(target);
  }

  #textNodeOf(step: Entry): NodeIndex {
    const known = this.#textNodes.get(step);
    if (known !== undefined) return known;
    const node = this.#add(step, "statement", grantOfText(step), undefined);
    this.#textNodes.set(step, node);
    return node;
  }

  #add(entry: Entry, kind: NodeDescription["kind"], grant: Grant, chance: number | undefined): NodeIndex {
    this.#entries.push(entry);
    const seed = chance === undefined ? 0 : this.#seedOf(entry);
    const strength = kind === "step" ? (chance ?? 1) : 0;
    const lists = { reasons: NO_NODES, objections: NO_NODES, premises: NO_NODES, contradictions: NO_NODES };
    return this.#drafts.push({ kind, grant, chance, strength, seed, ...lists }) - 1;
  }

  /** Returns a seed that stays the same while other entries change. */
  #seedOf(entry: Entry): number {
    const key = seedKey(entry);
    const occurrence = this.#occurrences.get(key) ?? 0;
    this.#occurrences.set(key, occurrence + 1);
    return hash(`${key}\n${occurrence}`);
  }
}
