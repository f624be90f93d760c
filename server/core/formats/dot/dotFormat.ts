/** DOT, the language of Graphviz. */
import { withoutInvalidCharacters } from "../../strings/escapeXml.ts";
import { type DiagramEdgeKind, type DiagramKind, diagramLabel, wrapLabel } from "../diagram/diagram.ts";
import { type DiagramSyntax, writeDiagram } from "../diagram/writeDiagram.ts";
import type { FormatModule } from "../format.ts";

const nodeStyles: Readonly<Record<DiagramKind, string>> = {
  question: 'shape=box, style=rounded, color="#7a4fd0"',
  claim: 'shape=box, style="rounded,bold", color="#4a5568"',
  assumption: 'shape=box, style="rounded,dashed", color="#4a5568"',
  reason: 'shape=box, color="#0b7a65"',
  objection: 'shape=box, color="#b34700"',
};

const edgeStyles: Readonly<Record<DiagramEdgeKind, string>> = {
  support: 'color="#0b7a65"',
  attack: 'color="#b34700", style=dashed',
  premise: 'color="#0b7a65", arrowhead=none',
  answer: 'color="#7a8494"',
  question: 'color="#7a8494", style=dotted',
  contradiction: 'color="#b34700", style=dotted, dir=none, constraint=false, label="≠"',
  restatement: 'color="#7a8494", style=dotted, dir=none, constraint=false, label="="',
};

const syntax: DiagramSyntax = {
  start: (title) => [
    `digraph ${quoted(title)} {`,
    `  graph [rankdir=BT, label=${quoted(title)}, labelloc=t, fontname="Helvetica"];`,
    '  node [fontname="Helvetica", fontsize=11];',
    '  edge [fontname="Helvetica", fontsize=11];',
  ],
  node: (node) => `${node.id} [label=${labelOf(diagramLabel(node))}, ${nodeStyles[node.kind]}];`,
  group: ({ title }, index, nodes) => [`  subgraph cluster_${index} {`, `    label=${quoted(title)};`, ...nodes, "  }"],
  edge: ({ from, to, kind }) => `${from} -> ${to} [${edgeStyles[kind]}];`,
  end: ["}"],
};

/** Returns a string of DOT. A backslash would begin an escape, such as \N for the name of a node. */
const quoted = (text: string): string =>
  `"${withoutInvalidCharacters(text)
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll(/\s*\n\s*/g, " ")}"`;

const labelOf = (text: string): string =>
  `"${wrapLabel(text)
    .map((line) => quoted(line).slice(1, -1))
    .join("\\n")}"`;

/** Diagrams for Graphviz. */
export const dot: FormatModule = { write: (map) => writeDiagram(map, syntax) };
