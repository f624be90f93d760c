/** Makes an outline of an argument. What outlines have no place for is reported. */
import {
  type ArgumentGraph,
  type GraphEntry,
  type GraphNode,
  type GraphQuestion,
  type GraphStatement,
  type GraphStep,
  graphValue,
  partyTitle,
} from "../graph/argumentGraph.ts";
import { hasParagraphs, nodeLabel, omitDetails } from "../graph/nodeLabel.ts";
import { Omissions } from "../omissions.ts";
import type { Outline, OutlineItemDraft, OutlineRole, OutlineSection, OutlineSource } from "./outlineItem.ts";

/** An outline, and what it leaves out. */
export interface WrittenOutline {
  readonly outline: Outline;
  readonly omissions: Omissions;
}

/** Returns the outline of an argument, with numbers for its items. */
export function graphToOutline(graph: ArgumentGraph): WrittenOutline {
  return new OutlineBuilder(graph).build();
}

class OutlineBuilder {
  readonly #graph: ArgumentGraph;
  readonly #omissions = new Omissions();
  readonly #statements = new Map<string, GraphStatement>();
  readonly #sources: ReadonlyMap<string, GraphNode>;
  readonly #stepsAt = new Map<string, { readonly step: GraphStep; readonly role: OutlineRole }[]>();
  readonly #questionsAt = new Map<string, GraphQuestion[]>();
  readonly #answersAt = new Map<string, GraphStatement[]>();
  /** The items that show an entry in full. */
  readonly #items = new Map<string, OutlineItemDraft>();
  readonly #references: { readonly item: OutlineItemDraft; readonly id: string }[] = [];

  constructor(graph: ArgumentGraph) {
    this.#graph = graph;
    this.#sources = new Map([...(graph.sources ?? []), ...(graph.speakers ?? [])].map((one) => [one.id, one]));
    for (const statement of graph.statements) {
      this.#statements.set(statement.id, statement);
      for (const question of statement.answers ?? []) push(this.#answersAt, question, statement);
    }
    for (const question of graph.questions ?? [])
      if (question.about !== undefined) push(this.#questionsAt, question.about, question);
    for (const step of graph.steps) {
      for (const { id, side } of step.targets) push(this.#stepsAt, id, { step, role: side === "for" ? "pro" : "con" });
    }
  }

  build(): WrittenOutline {
    const { title, sections = [], questions = [], statements, steps } = this.#graph;
    const written: (OutlineSection & { readonly items: OutlineItemDraft[] })[] = [
      { heading: undefined, level: 0, items: [] },
      ...sections.map(({ title: heading, level }) => ({ heading, level, items: [] })),
    ];
    const premises = new Set(steps.flatMap((step) => step.premises ?? []));
    const addRoot = (node: GraphEntry, role: OutlineRole): void => {
      const section = written[(node.section ?? -1) + 1];
      if (section !== undefined) this.#addTree(node, role, section.items);
    };
    for (const question of questions) if (question.about === undefined) addRoot(question, "question");
    for (const statement of statements)
      if (!premises.has(statement.id) && (statement.answers ?? []).length === 0) addRoot(statement, "claim");
    // Entries that are reachable only within a circle, and steps without a target.
    for (const statement of statements) if (!this.#items.has(statement.id)) addRoot(statement, "claim");
    for (const step of steps) {
      if (!this.#items.has(step.id)) addRoot(step, step.targets[0]?.side === "against" ? "con" : "pro");
    }
    let count = 0;
    for (const { items } of written) for (const item of items) numberItem(item, `${++count}`);
    for (const { item, id } of this.#references) item.sameAs = this.#items.get(id)?.number;
    for (const step of steps)
      if (step.targets.some(({ id }) => !this.#items.has(id)))
        this.#omissions.add("objections to quotes", nodeLabel(step));
    omitDetails(this.#graph, KEPT, this.#omissions);
    for (const entry of [...questions, ...statements, ...steps]) {
      const joined = [...(entry.quotes ?? []).map(({ text }) => text), graphValue(entry, "note") ?? ""];
      if (joined.some(hasParagraphs))
        this.#omissions.add("breaks between paragraphs of quotes and notes", nodeLabel(entry));
    }
    return { outline: { title, sections: written }, omissions: this.#omissions };
  }

  /** Adds an item with all that is below it. It may be nested more deeply than calls can be. */
  #addTree(node: GraphEntry, role: OutlineRole, roots: OutlineItemDraft[]): void {
    const waiting: Task[] = [{ node, role, siblings: roots }];
    for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
      const { node, role, siblings } = task;
      if (this.#items.has(node.id)) {
        const reference: OutlineItemDraft = { role, text: node.text, children: [] };
        this.#references.push({ item: reference, id: node.id });
        siblings.push(reference);
        continue;
      }
      const item = this.#item(node, role);
      this.#items.set(node.id, item);
      siblings.push(item);
      waiting.push(...this.#tasksBelow(node, item.children).toReversed());
    }
  }

  #item(node: GraphEntry, role: OutlineRole): OutlineItemDraft {
    return {
      id: node.id,
      role,
      text: node.text,
      children: [],
      note: graphValue(node, "note"),
      sources: (node.quotes ?? []).map((quote): OutlineSource => {
        const source = quote.source === undefined ? undefined : this.#sources.get(quote.source);
        return {
          title: source === undefined ? "" : partyTitle(source),
          url: source && graphValue(source, "url"),
          words: withoutQuotationMarks(quote.text),
          page: graphValue(quote, "page"),
        };
      }),
    };
  }

  #tasksBelow(node: GraphEntry & Partial<GraphStep>, siblings: OutlineItemDraft[]): readonly Task[] {
    const { id, premises = [] } = node;
    return [
      ...(this.#answersAt.get(id) ?? []).map((answer): Task => ({ node: answer, role: "claim", siblings })),
      ...premises.flatMap((one): readonly Task[] => {
        const premise = this.#statements.get(one);
        if (premise === undefined) return [];
        return [{ node: premise, role: premise.isAssumption ? "assumption" : "premise", siblings }];
      }),
      ...(this.#stepsAt.get(id) ?? []).map(({ step, role }): Task => ({ node: step, role, siblings })),
      ...(this.#questionsAt.get(id) ?? []).map((question): Task => ({ node: question, role: "question", siblings })),
    ];
  }
}

/** An item to be added to its siblings. */
interface Task {
  readonly node: GraphEntry;
  readonly role: OutlineRole;
  readonly siblings: OutlineItemDraft[];
}

/** Returns a text without quotation marks around the whole of it, since sources are written with their own. */
const withoutQuotationMarks = (text: string): string =>
  text.replace(/^(?:“((?:[^“”]|“[^“”]*”)*)”|"([^"]*)"|„([^„“”]*)[“”]|«([^«»]*)»|「([^「」]*)」)$/, "$1$2$3$4$5");

/** The details that outlines can represent. */
const KEPT = {
  sections: true,
  quotes: new Set(["page"]),
  sources: new Set(["url"]),
  attributes: new Set(["note"]),
};

/** Numbers an item and all below it: 1, 1.1, 1.1.1. */
function numberItem(root: OutlineItemDraft, number: string): void {
  root.number = number;
  const waiting = [root];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    for (const [index, child] of item.children.entries()) {
      child.number = `${item.number}.${index + 1}`;
      waiting.push(child);
    }
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
