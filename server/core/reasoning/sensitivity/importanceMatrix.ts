/** How much each conclusion of a map depends on each of the statements that the map takes for granted. */

import type { MapFile } from "../../language/map.ts";
import { answersTo } from "../../language/relations/claimRelations.ts";
import { isStep } from "../../language/vocabulary.ts";
import type { Argument } from "../argument.ts";
import { at, listOf, type NodeIndex } from "../framework.ts";
import { NO_SUPPOSITIONS, type Suppositions } from "../standing.ts";
import { groundsOf, importanceSteps } from "./importance.ts";

/** The importance of each ground for each conclusion and each answer to a question. */
export interface ImportanceMatrix {
  /** The statements without reasons, and the texts of steps without premises. */
  readonly grounds: readonly NodeIndex[];
  /** From −1 to 1; 0 if the node was not asked for. */
  readonly importanceFor: (ground: NodeIndex, conclusion: NodeIndex) => number;
}

/** Computes the matrix. */
export function computeImportanceMatrix(
  argument: Argument,
  files: readonly MapFile[],
  suppositions: Suppositions = NO_SUPPOSITIONS,
): ImportanceMatrix {
  const steps = importanceMatrixSteps(argument, files, suppositions);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Does the same in slices of a few milliseconds: the caller may pause after each. */
export function* importanceMatrixSteps(
  argument: Argument,
  files: readonly MapFile[],
  suppositions: Suppositions,
): Generator<undefined, ImportanceMatrix, undefined> {
  const grounds = groundsOf(argument.framework).filter((ground) => argument.entries[ground] !== undefined);
  const columns = [...new Set([...conclusionsOf(argument), ...answerNodes(argument, files)])];
  const rows = yield* importanceSteps(argument.framework, grounds, columns, suppositions);
  const rowOf = new Map(grounds.map((ground, index) => [ground, index]));
  const columnOf = new Map(columns.map((node, index) => [node, index]));
  return {
    grounds,
    importanceFor(ground, conclusion) {
      const [row, column] = [rowOf.get(ground), columnOf.get(conclusion)];
      return row === undefined || column === undefined ? 0 : at(rows[row] ?? [], column);
    },
  };
}

/** Returns the statements that have reasons or objections and are not used as premises. */
export function conclusionsOf({ framework, nodes }: Argument): readonly NodeIndex[] {
  const premises = new Set(framework.premises.items);
  const conclusions = new Set<NodeIndex>();
  for (const [entry, node] of nodes) {
    if (isStep(entry.head.keyword) || premises.has(node)) continue;
    if (listOf(framework.reasons, node).length + listOf(framework.objections, node).length > 0) conclusions.add(node);
  }
  return [...conclusions];
}

const answerNodes = ({ nodes }: Argument, files: readonly MapFile[]): readonly NodeIndex[] =>
  files.flatMap((file) =>
    [...file.entriesOf("question")].flatMap((question) =>
      answersTo(question, files).flatMap((answer) => nodes.get(answer) ?? []),
    ),
  );
