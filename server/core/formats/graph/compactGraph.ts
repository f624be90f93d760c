/** Writes steps with a single premise as a text, as people do. */

import { keywordRules } from "../../language/vocabulary.ts";
import { type ArgumentGraph, type GraphStatement, type GraphStep, graphValue } from "./argumentGraph.ts";

const stepKeys: ReadonlySet<string> = new Set(keywordRules.reason.attributes);

/**
 * Returns the same argument with fewer parts: where a statement is nothing but the only premise of one step, and nothing
 * targets the inference, the step gets its text. What targeted the statement then targets the text of the step.
 */
export function compactGraph(graph: ArgumentGraph): ArgumentGraph {
  const statements = new Map(graph.statements.map((statement) => [statement.id, statement]));
  const uses = countUses(graph);
  const merged = new Map<string, string>();
  const steps = graph.steps.map((step) => {
    const [premise, ...others] = step.premises ?? [];
    const statement = premise === undefined ? undefined : statements.get(premise);
    if (statement === undefined || others.length > 0 || !canMerge(statement, step, uses)) return step;
    merged.set(statement.id, step.id);
    return mergedStep(statement, step);
  });
  if (merged.size === 0) return graph;
  return {
    ...graph,
    statements: graph.statements.filter(({ id }) => !merged.has(id)),
    steps: steps.map((step) => ({
      ...step,
      targets: step.targets.map((one) => ({ ...one, id: merged.get(one.id) ?? one.id })),
    })),
    questions: (graph.questions ?? []).map((question) => ({
      ...question,
      about: question.about === undefined ? undefined : (merged.get(question.about) ?? question.about),
    })),
  };
}

/** How often each id is used in another way than as a target. A step is used where its inference is targeted. */
function countUses({ statements, steps, questions = [] }: ArgumentGraph): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const count = (id: string): void => void uses.set(id, (uses.get(id) ?? 0) + 1);
  const stepIds = new Set(steps.map(({ id }) => id));
  for (const { premises = [], targets } of steps) {
    for (const id of premises) count(id);
    for (const { id } of targets) if (stepIds.has(id)) count(id);
  }
  for (const { contradicts = [], restates = [] } of statements)
    for (const id of [...contradicts, ...restates]) count(id);
  for (const { about } of questions) if (about !== undefined && stepIds.has(about)) count(about);
  return uses;
}

function canMerge(statement: GraphStatement, step: GraphStep, uses: ReadonlyMap<string, number>): boolean {
  const {
    answers = [],
    contradicts = [],
    restates = [],
    acceptedBy = [],
    rejectedBy = [],
    attributes = [],
  } = statement;
  const relations = [answers, contradicts, restates, acceptedBy, rejectedBy];
  return (
    step.text === "" &&
    (step.name === undefined || statement.name === undefined) &&
    statement.isAssumption !== true &&
    uses.get(statement.id) === 1 &&
    !uses.has(step.id) &&
    step.targets.every(({ id }) => id !== statement.id) &&
    relations.every((ids) => ids.length === 0) &&
    attributes.every(({ key }) => stepKeys.has(key) || key.startsWith("x-")) &&
    (step.attributes ?? []).every(({ key }) => graphValue(statement, key) === undefined) &&
    (statement.section === undefined || step.section === undefined || statement.section === step.section) &&
    haveSameSpeakers(statement, step)
  );
}

function haveSameSpeakers({ speakers: a = [] }: GraphStatement, { speakers: b = [] }: GraphStep): boolean {
  return b.length === 0 || (a.length === b.length && a.every((id) => b.includes(id)));
}

const mergedStep = (statement: GraphStatement, step: GraphStep): GraphStep => ({
  ...step,
  name: step.name ?? statement.name,
  text: statement.text,
  premises: [],
  speakers: statement.speakers ?? [],
  section: step.section ?? statement.section,
  attributes: [...(statement.attributes ?? []), ...(step.attributes ?? [])],
  quotes: [...(statement.quotes ?? []), ...(step.quotes ?? [])],
});
