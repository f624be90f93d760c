/** Evaluates maps on demand, and caches each evaluation until an edit changes the argument. */
import { importClosure } from "../core/language/graph.ts";
import type { MapFile } from "../core/language/map.ts";
import type { SyntaxChange } from "../core/language/parsing/nesting.ts";
import type { Argument } from "../core/reasoning/argument.ts";
import { EntryRecords } from "../core/reasoning/entryRecords.ts";
import { hasSameJudgment, withJudgments } from "../core/reasoning/judgments.ts";
import { type Likelihoods, likelihoodSteps } from "../core/reasoning/likelihood/likelihood.ts";
import { readArgument } from "../core/reasoning/readFramework.ts";
import { type ImportanceMatrix, importanceMatrixSteps } from "../core/reasoning/sensitivity/importanceMatrix.ts";
import { lineWeightSteps } from "../core/reasoning/sensitivity/lineWeights.ts";
import { computeStandings, type Standings, type Suppositions } from "../core/reasoning/standing.ts";
import type { FileChange } from "./fileChange.ts";

/** The argument of a map, and what stands in it without suppositions. */
export interface Evaluation {
  /** The files of the map. */
  readonly files: readonly MapFile[];
  readonly argument: Argument;
  readonly standings: Standings;
  /** Another number for each state of an argument. */
  readonly revision: number;
}

interface KeptEvaluation extends Evaluation {
  /** The likelihoods without suppositions, from the first request for them. */
  likelihoods: Promise<Likelihoods | undefined> | undefined;
  /** The importance without suppositions, from the first request for it. */
  importance: Promise<ImportanceMatrix | undefined> | undefined;
}

/** Keeps the evaluations of the maps that were asked for. */
export class Evaluations {
  readonly #fileAt: (uri: string) => MapFile | undefined;
  readonly #defer: (work: () => void) => void;
  readonly #kept = new Map<string, KeptEvaluation>();
  /** The records of the entries of each map, with the files of the map. */
  readonly #read = new Map<string, { readonly files: readonly MapFile[]; readonly records: EntryRecords }>();
  #lastRevision = 0;

  /** @param defer runs a function after the messages already received have been processed */
  constructor(fileAt: (uri: string) => MapFile | undefined, defer: (work: () => void) => void) {
    this.#fileAt = fileAt;
    this.#defer = defer;
  }

  /** Returns the evaluation of a map; undefined if it is not loaded. The same object until the argument changes. */
  of(uri: string): Evaluation | undefined {
    return this.#evaluate(uri);
  }

  /**
   * Returns the likelihoods in a map. Between slices of the work, other messages are answered; if the argument of the map
   * changes meanwhile, the result is undefined.
   */
  async likelihoodsIn(uri: string, suppositions: Suppositions): Promise<Likelihoods | undefined> {
    const evaluation = this.#evaluate(uri);
    if (evaluation === undefined) return undefined;
    const compute = () => this.#inSlices(uri, likelihoodSteps(evaluation.argument.framework, suppositions));
    if (suppositions.size > 0) return compute();
    evaluation.likelihoods ??= compute();
    return evaluation.likelihoods;
  }

  /** Returns how much conclusions depend on each node of a map, in the same way. */
  async lineWeightsIn(uri: string, suppositions: Suppositions): Promise<Float64Array | undefined> {
    const evaluation = this.#evaluate(uri);
    return evaluation && this.#inSlices(uri, lineWeightSteps(evaluation.argument, suppositions));
  }

  /** Returns the importance of what a map takes for granted, in the same way. */
  async importanceIn(uri: string, suppositions: Suppositions): Promise<ImportanceMatrix | undefined> {
    const evaluation = this.#evaluate(uri);
    if (evaluation === undefined) return undefined;
    const { argument, files } = evaluation;
    const compute = () => this.#inSlices(uri, importanceMatrixSteps(argument, files, suppositions));
    if (suppositions.size > 0) return compute();
    evaluation.importance ??= compute();
    return evaluation.importance;
  }

  /** Runs slices of work, with other messages between them. Undefined if the argument of the map changes meanwhile. */
  async #inSlices<Result>(uri: string, steps: Generator<undefined, Result, undefined>): Promise<Result | undefined> {
    const evaluation = this.#kept.get(uri);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      await new Promise<void>((resolve) => this.#defer(resolve));
      if (this.#kept.get(uri) !== evaluation) return undefined;
    }
  }

  /** Forgets or updates the evaluations that a change of files affects. Typing inside a text affects none. */
  applyChanges(changes: readonly FileChange[]): void {
    for (const { uri, change, names } of changes) {
      if (change === "problems") continue;
      for (const [map, { files, records }] of this.#read) {
        if (map !== uri && !files.some((file) => file.uri === uri)) continue;
        if (change === undefined || names === undefined || names.imports) {
          this.#read.delete(map);
          this.#kept.delete(map);
          continue;
        }
        records.forget(change, names, files);
        const kept = this.#kept.get(map);
        if (kept !== undefined) this.#updateKept(map, kept, change);
      }
    }
  }

  /** Forgets or updates an evaluation after an edit. */
  #updateKept(map: string, { argument, files }: KeptEvaluation, change: SyntaxChange): void {
    if (changesStructure(change)) {
      this.#kept.delete(map);
      return;
    }
    const changed = [...change.textChanged].filter((entry) => !hasSameJudgment(argument, entry));
    if (changed.length === 0) return;
    const updated = withJudgments(argument, changed);
    if (updated === undefined) this.#kept.delete(map);
    else this.#keep(map, files, updated);
  }

  #evaluate(uri: string): KeptEvaluation | undefined {
    const kept = this.#kept.get(uri);
    if (kept !== undefined) return kept;
    const file = this.#fileAt(uri);
    if (file === undefined) return undefined;
    const read = this.#read.get(uri) ?? { files: importClosure(file), records: new EntryRecords() };
    this.#read.set(uri, read);
    return this.#keep(uri, read.files, readArgument(read.files, read.records));
  }

  #keep(uri: string, files: readonly MapFile[], argument: Argument): KeptEvaluation {
    let standings: Standings | undefined;
    const evaluation: KeptEvaluation = {
      files,
      argument,
      // Computed on demand: several edits may come before somebody asks.
      get standings() {
        standings ??= computeStandings(argument.framework);
        return standings;
      },
      revision: ++this.#lastRevision,
      likelihoods: undefined,
      importance: undefined,
    };
    this.#kept.set(uri, evaluation);
    return evaluation;
  }
}

/** Whether a change affects more than attributes and texts. */
const changesStructure = ({ added, removed, headChanged, moved, childrenChanged }: SyntaxChange): boolean =>
  added.size + removed.size + headChanged.size + moved.size + childrenChanged.size > 0;
