/** Indexes a graph by its relations, and decides under which entries each part can be nested. */
import type {
  ArgumentGraph,
  GraphEntry,
  GraphQuestion,
  GraphQuote,
  GraphStatement,
  GraphStep,
  GraphTarget,
} from "./argumentGraph.ts";

/** An entry under which others can be indented. */
export type GraphHost =
  | { readonly kind: "question"; readonly node: GraphQuestion }
  | { readonly kind: "statement"; readonly node: GraphStatement }
  | { readonly kind: "step"; readonly node: GraphStep }
  | { readonly kind: "quote"; readonly node: GraphQuote; readonly section: number | undefined };

/** The hosts of the parts of a graph. */
export class GraphIndex {
  readonly #hosts = new Map<string, GraphHost>();
  readonly #stepsUnder = new Map<string, GraphStep[]>();
  readonly #questionsUnder = new Map<string, GraphQuestion[]>();
  readonly #answersUnder = new Map<string, GraphStatement[]>();
  readonly #usersOf = new Map<string, GraphStep[]>();

  constructor({ questions = [], statements, steps }: ArgumentGraph) {
    for (const node of questions) this.#add({ kind: "question", node });
    for (const node of statements) this.#add({ kind: "statement", node });
    for (const node of steps) this.#add({ kind: "step", node });
    for (const step of steps) {
      const host = this.hostTargetOf(step);
      if (host !== undefined) push(this.#stepsUnder, host.id, step);
      for (const premise of step.premises ?? []) push(this.#usersOf, premise, step);
    }
    for (const question of questions)
      if (this.isUnderParent(question) && question.about !== undefined)
        push(this.#questionsUnder, question.about, question);
    for (const statement of statements) {
      const question = this.questionAbove(statement);
      if (question !== undefined) push(this.#answersUnder, question, statement);
    }
  }

  #add(host: GraphHost): void {
    this.#hosts.set(host.node.id, host);
    if (host.kind === "quote") return;
    const { quotes = [], section } = host.node;
    for (const node of quotes) this.#hosts.set(node.id, { kind: "quote", node, section });
  }

  statement(id: string): GraphStatement | undefined {
    const host = this.#hosts.get(id);
    return host?.kind === "statement" ? host.node : undefined;
  }

  stepsUnder = (id: string): readonly GraphStep[] => this.#stepsUnder.get(id) ?? [];
  questionsUnder = (id: string): readonly GraphQuestion[] => this.#questionsUnder.get(id) ?? [];
  answersUnder = (id: string): readonly GraphStatement[] => this.#answersUnder.get(id) ?? [];

  /** Returns the target that a step is written under; undefined if it is written at the left edge. */
  hostTargetOf(step: GraphStep): GraphTarget | undefined {
    return step.targets.find(({ id, side }) => {
      const host = this.#hosts.get(id);
      if (host === undefined || !isInSection(step, host)) return false;
      if (host.kind === "quote" || host.kind === "question") return side === "against";
      return side === "against" || canInherit(step, host.node);
    });
  }

  /** Whether a question is written under what it is about. */
  isUnderParent(question: GraphQuestion): boolean {
    const host = question.about === undefined ? undefined : this.#hosts.get(question.about);
    return host !== undefined && host.kind !== "quote" && isInSection(question, host);
  }

  /** Returns the id of the question that a statement is written under. */
  questionAbove(statement: GraphStatement): string | undefined {
    return statement.answers?.find((id) => {
      const host = this.#hosts.get(id);
      return host?.kind === "question" && isInSection(statement, host);
    });
  }

  /** Whether a statement can be written in full under a step that uses it. */
  canBePremiseOf(statement: GraphStatement, step: GraphStep): boolean {
    if (statement.answers !== undefined && statement.answers.length > 0) return false;
    return isInSection(statement, { node: step }) && (isAssumption(statement) || canInherit(statement, step));
  }

  /** Whether a statement is written under something else. */
  hasHost(statement: GraphStatement): boolean {
    if (this.questionAbove(statement) !== undefined) return true;
    return (this.#usersOf.get(statement.id) ?? []).some((step) => this.canBePremiseOf(statement, step));
  }
}

/** Whether a statement is written as an assumption, which has no speaker. */
export const isAssumption = ({ isAssumption, speakers = [] }: GraphStatement): boolean =>
  isAssumption === true && speakers.length === 0;

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const all = map.get(key);
  if (all === undefined) map.set(key, [value]);
  else all.push(value);
}

/** Whether an entry can be under a host without leaving its section. An entry without a section goes anywhere. */
function isInSection(
  { section }: GraphEntry,
  host: { readonly node: GraphEntry | GraphQuote; readonly section?: number | undefined },
): boolean {
  const hostSection = "section" in host.node ? host.node.section : host.section;
  return section === undefined || section === hostSection;
}

/** Whether an entry keeps its speakers under a host: without any, it would get those of the host. */
const canInherit = ({ speakers = [] }: GraphEntry, host: GraphEntry): boolean =>
  speakers.length > 0 || (host.speakers ?? []).length === 0;
