/** Decides where each part of an argument is written, and where it is only named. */
import { type ClauseWord, isStep, type Keyword, type Side, stepOnSide } from "../../language/vocabulary.ts";
import {
  type ArgumentGraph,
  type GraphQuestion,
  type GraphQuote,
  type GraphStatement,
  type GraphStep,
  graphValue,
} from "./argumentGraph.ts";
import { GraphIndex, isAssumption } from "./graphIndex.ts";

/** An entry at its position. */
export interface Placed {
  readonly keyword: Keyword;
  readonly node: GraphQuestion | GraphStatement | GraphStep | GraphQuote;
  /** Whether it only uses a statement that is written elsewhere. */
  readonly isUse: boolean;
  readonly clauses: readonly PlacedClause[];
  readonly children: Placed[];
}

/** A clause with the ids of what it names. */
export interface PlacedClause {
  readonly word: ClauseWord;
  readonly ids: readonly string[];
}

/** The entries at the left edge of one section. */
export interface PlacedSection {
  /** The index of the section; undefined before the first heading. */
  readonly section: number | undefined;
  readonly roots: readonly Placed[];
}

/** Something to be written, and what it is under. */
type Task =
  | { readonly kind: "question"; readonly node: GraphQuestion; readonly parent: Parent | undefined }
  | StatementTask
  | { readonly kind: "step"; readonly node: GraphStep; readonly parent: Parent | undefined }
  | { readonly kind: "quote"; readonly node: GraphQuote; readonly parent: Parent };

interface StatementTask {
  readonly kind: "statement";
  readonly node: GraphStatement;
  readonly parent: Parent | undefined;
  /** The step that uses it as a premise. */
  readonly step?: GraphStep;
}

/** The parent of an entry, with the speakers and the date that the entry inherits. */
interface Parent {
  readonly placed: Placed;
  readonly depth: number;
  readonly speakers: readonly string[];
  readonly hasDate: boolean;
}

/** What is deeper goes to the left edge: each level makes all lines below it longer. */
const MAX_DEPTH = 400;

/**
 * Returns the entries of all sections. Everything is written once: under its first target or use in the same section, or
 * else at the left edge. An entry that nobody says is not written where it would inherit a speaker.
 */
export function placeGraph(graph: ArgumentGraph): readonly PlacedSection[] {
  const { questions = [], statements, steps, sections = [] } = graph;
  const index = new GraphIndex(graph);
  const written = new Set<string>();
  const placedSections = [undefined, ...sections.keys()].map((section) => ({ section, roots: [] as Placed[] }));
  const placeRoot = (task: Task, section: number | undefined): void => {
    if (written.has(task.node.id)) return;
    const root = placeTree(task, index, written);
    if (root !== undefined) placedSections[section === undefined ? 0 : section + 1]?.roots.push(root);
  };
  // Entries without a parent come first, then circles of reasons, which have no beginning.
  for (const isLast of [false, true]) {
    for (const node of questions)
      if (isLast || !index.isUnderParent(node)) placeRoot({ kind: "question", node, parent: undefined }, node.section);
    for (const node of statements)
      if (isLast || !index.hasHost(node)) placeRoot({ kind: "statement", node, parent: undefined }, node.section);
    for (const node of steps)
      if (isLast || index.hostTargetOf(node) === undefined)
        placeRoot({ kind: "step", node, parent: undefined }, node.section);
  }
  return placedSections;
}

/** Places an entry with all that is written under it. It may be nested more deeply than calls can be. */
function placeTree(first: Task, index: GraphIndex, written: Set<string>): Placed | undefined {
  const open = [first];
  let root: Placed | undefined;
  for (let task = open.pop(); task !== undefined; task = open.pop()) {
    if (task.kind === "statement" && isOnlyUsed(task, index, written)) {
      task.parent?.placed.children.push(useOf(task.node));
      continue;
    }
    if (written.has(task.node.id) || isTooDeep(task)) continue;
    written.add(task.node.id);
    const placed = toPlaced(task, index);
    root ??= placed;
    task.parent?.placed.children.push(placed);
    open.push(...tasksUnder(task, placed, index).toReversed());
  }
  return root;
}

/** Whether a step uses a statement that is written elsewhere, or has to be. */
const isOnlyUsed = (task: StatementTask, index: GraphIndex, written: ReadonlySet<string>): boolean =>
  task.step !== undefined &&
  (written.has(task.node.id) || !index.canBePremiseOf(task.node, task.step) || isTooDeep(task));

/** Whether something has to be written at the left edge, as long as it can say there what it belongs to. */
const isTooDeep = ({ kind, parent }: Task): boolean =>
  parent !== undefined &&
  parent.depth >= MAX_DEPTH &&
  (kind === "statement" || (kind === "step" && parent.placed.keyword !== "quote"));

const useOf = (node: GraphStatement): Placed => ({ keyword: "premise", node, isUse: true, clauses: [], children: [] });

function toPlaced(task: Task, index: GraphIndex): Placed {
  const { node, parent } = task;
  switch (task.kind) {
    case "quote":
      return { keyword: "quote", node, isUse: false, clauses: [], children: [] };
    case "question":
      return { keyword: "question", node, isUse: false, clauses: bySpeakers(task, "question"), children: [] };
    case "statement": {
      const isPremise = parent !== undefined && isStep(parent.placed.keyword);
      const keyword = !isPremise ? "claim" : isAssumption(task.node) ? "assumption" : "premise";
      const clauses = [...bySpeakers(task, keyword), ...statementClauses(task.node, parent)];
      return { keyword, node, isUse: false, clauses, children: [] };
    }
    case "step": {
      const target = (parent && index.hostTargetOf(task.node)) ?? task.node.targets[0];
      const keyword = stepOnSide(target?.side ?? "for");
      const named = task.node.targets.filter((one) => parent === undefined || one !== target);
      const clauses = [...bySpeakers(task, keyword), ...targetClauses(named)];
      return { keyword, node, isUse: false, clauses, children: [] };
    }
    default:
      return task satisfies never;
  }
}

/** Returns the `by` clause of an entry; none if it inherits its speakers. */
function bySpeakers(
  { node, parent }: Exclude<Task, { readonly kind: "quote" }>,
  keyword: Keyword,
): readonly PlacedClause[] {
  const { speakers = [] } = node;
  const inherits = parent !== undefined && !breaksInheritance(keyword);
  const isSame =
    inherits && speakers.length === parent.speakers.length && speakers.every((id) => parent.speakers.includes(id));
  // A clause also keeps the entry from inheriting the date.
  const keepsDate = !inherits || !parent.hasDate || graphValue(node, "date") !== undefined;
  return speakers.length === 0 || (isSame && keepsDate) ? [] : [{ word: "by", ids: speakers }];
}

const breaksInheritance = (keyword: Keyword): boolean =>
  keyword === "objection" || keyword === "question" || keyword === "assumption" || keyword === "claim";

function statementClauses(statement: GraphStatement, parent: Parent | undefined): readonly PlacedClause[] {
  const { answers = [], contradicts = [], restates = [], acceptedBy = [], rejectedBy = [] } = statement;
  const clauses: readonly PlacedClause[] = [
    { word: "answers", ids: answers.filter((id) => id !== parent?.placed.node.id) },
    { word: "contradicts", ids: contradicts },
    { word: "restates", ids: restates },
    { word: "accepted-by", ids: acceptedBy },
    { word: "rejected-by", ids: rejectedBy },
  ];
  return clauses.filter(({ ids }) => ids.length > 0);
}

function targetClauses(targets: GraphStep["targets"]): readonly PlacedClause[] {
  const idsOn = (side: Side): readonly string[] => targets.flatMap((one) => (one.side === side ? [one.id] : []));
  return (["for", "against"] as const).flatMap((word) => {
    const ids = idsOn(word);
    return ids.length === 0 ? [] : [{ word, ids }];
  });
}

/** Returns what is written under an entry, in order. */
function tasksUnder(task: Task, placed: Placed, index: GraphIndex): readonly Task[] {
  const parent = parentFor(task, placed);
  const { id } = task.node;
  const steps: readonly Task[] = index.stepsUnder(id).map((node) => ({ kind: "step", node, parent }));
  if (task.kind === "quote") return steps;
  const quotes: readonly Task[] = (task.node.quotes ?? []).map((node) => ({ kind: "quote", node, parent }));
  const questions: readonly Task[] = index.questionsUnder(id).map((node) => ({ kind: "question", node, parent }));
  if (task.kind === "question") {
    const answers: readonly Task[] = index.answersUnder(id).map((node) => ({ kind: "statement", node, parent }));
    return [...steps, ...questions, ...answers];
  }
  if (task.kind === "statement") return [...quotes, ...steps, ...questions];
  return [...premiseTasks(task.node, parent, index), ...quotes, ...steps, ...questions];
}

function premiseTasks(step: GraphStep, parent: Parent, index: GraphIndex): readonly Task[] {
  return (step.premises ?? []).flatMap((id): readonly Task[] => {
    const node = index.statement(id);
    return node === undefined ? [] : [{ kind: "statement", node, parent, step }];
  });
}

function parentFor({ kind, node, parent }: Task, placed: Placed): Parent {
  const depth = (parent?.depth ?? 0) + 1;
  if (kind === "quote") return { placed, depth, speakers: [], hasDate: false };
  const { speakers = [] } = node;
  const inherits = speakers.length > 0 && !placed.clauses.some(({ word }) => word === "by");
  const hasDate = graphValue(node, "date") !== undefined || (inherits && parent?.hasDate === true);
  return { placed, depth, speakers, hasDate };
}
