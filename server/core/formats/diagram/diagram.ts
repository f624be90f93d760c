/** An argument as nodes and edges, for formats that draw or store graphs. */
import { type ArgumentGraph, type GraphEntry, type GraphStatement, partyTitle } from "../graph/argumentGraph.ts";

export type DiagramKind = "question" | "claim" | "assumption" | "reason" | "objection";

export interface DiagramNode {
  /** Letters and digits, unique in the diagram. */
  readonly id: string;
  readonly kind: DiagramKind;
  readonly entry: GraphEntry;
  /** The names of the speakers. */
  readonly speakers: readonly string[];
}

export type DiagramEdgeKind =
  | "support"
  | "attack"
  | "premise"
  | "answer"
  | "question"
  | "contradiction"
  | "restatement";

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: DiagramEdgeKind;
}

export interface Diagram {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

/** Returns the nodes and edges of an argument. A step is a node of its own. A step about a quote is about the quote's entry. */
export function diagramOf(graph: ArgumentGraph): Diagram {
  const { questions = [], statements, steps } = graph;
  const parties = new Map(
    [...(graph.speakers ?? []), ...(graph.sources ?? [])].map((one) => [one.id, partyTitle(one)]),
  );
  const ids = new Map<string, string>();
  const nodes: DiagramNode[] = [];
  const add = (entry: GraphEntry, kind: DiagramKind): void => {
    const id = `n${nodes.length + 1}`;
    ids.set(entry.id, id);
    for (const quote of entry.quotes ?? []) ids.set(quote.id, id);
    nodes.push({ id, kind, entry, speakers: (entry.speakers ?? []).flatMap((one) => parties.get(one) ?? []) });
  };
  for (const question of questions) add(question, "question");
  for (const statement of statements) add(statement, statement.isAssumption ? "assumption" : "claim");
  for (const step of steps)
    add(step, step.targets.length > 0 && step.targets.every(({ side }) => side === "against") ? "objection" : "reason");
  const edges: DiagramEdge[] = [];
  const connect = (from: string, to: string, kind: DiagramEdgeKind): void => {
    const [start, end] = [ids.get(from), ids.get(to)];
    if (start !== undefined && end !== undefined) edges.push({ from: start, to: end, kind });
  };
  for (const { id, about } of questions) if (about !== undefined) connect(id, about, "question");
  for (const statement of statements) connectStatement(statement, connect);
  for (const { id, targets, premises = [] } of steps) {
    for (const target of targets) connect(id, target.id, target.side === "for" ? "support" : "attack");
    for (const premise of premises) connect(premise, id, "premise");
  }
  return { nodes, edges };
}

function connectStatement(
  { id, answers = [], contradicts = [], restates = [] }: GraphStatement,
  connect: (from: string, to: string, kind: DiagramEdgeKind) => void,
): void {
  for (const question of answers) connect(id, question, "answer");
  for (const other of contradicts) connect(id, other, "contradiction");
  for (const other of restates) connect(id, other, "restatement");
}

/** Returns what a drawn node says: its text, or else its name or kind, and who says it. */
export function diagramLabel({ entry, kind, speakers }: DiagramNode): string {
  const text = entry.text || entry.name || kind;
  return speakers.length === 0 ? text : `${text} (${speakers.join(", ")})`;
}

/** Breaks a text into lines of at most so many characters, at spaces. */
export function wrapLabel(text: string, width = 36): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      if (line !== "" && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    if (line !== "") lines.push(line);
  }
  return lines;
}
