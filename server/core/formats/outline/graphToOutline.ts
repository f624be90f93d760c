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
} from "../argumentGraph.ts";
import { nodeLabel, omitDetails } from "../nodeLabel.ts";
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
    const addRoot = (node: GraphEntry, role: OutlineRole): unknown =>
      written[(node.section ?? -1) + 1]?.items.push(this.#item(node, role));
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
    return { outline: { title, sections: written }, omissions: this.#omissions };
  }

  #item(node: GraphEntry, role: OutlineRole): OutlineItemDraft {
    if (this.#items.has(node.id)) {
      const reference: OutlineItemDraft = { role, text: node.text, children: [] };
      this.#references.push({ item: reference, id: node.id });
      return reference;
    }
    const item: OutlineItemDraft = {
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
    this.#items.set(node.id, item);
    for (const answer of this.#answersAt.get(node.id) ?? []) item.children.push(this.#item(answer, "claim"));
    for (const id of (node as Partial<GraphStep>).premises ?? []) {
      const premise = this.#statements.get(id);
      if (premise !== undefined)
        item.children.push(this.#item(premise, premise.isAssumption ? "assumption" : "premise"));
    }
    for (const { step, role: side } of this.#stepsAt.get(node.id) ?? []) item.children.push(this.#item(step, side));
    for (const question of this.#questionsAt.get(node.id) ?? []) item.children.push(this.#item(question, "question"));
    return item;
  }
}

/** Returns a text without quotation marks around the whole of it, since sources are written with their own. */
const withoutQuotationMarks = (text: string): string =>
  text.replace(/^(?:“((?:[^“”]|“[^“”]*”)*)”|"([^"]*)"|„([^„“”]*)[“”]|«([^«»]*)»|「([^「」]*)」)$/, "$1$2$3$4$5");

/** The details that outlines can represent. */
const KEPT = { sections: true, quotes: true, sources: new Set(["url"]), attributes: new Set(["note"]) };

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
