/** Mermaid flowcharts, which Markdown on code hosts and in notebooks draws. */
import { withoutInvalidCharacters } from "../../strings/escapeXml.ts";
import { type DiagramEdgeKind, type DiagramKind, diagramLabel, wrapLabel } from "../diagram/diagram.ts";
import { type DiagramSyntax, writeDiagram } from "../diagram/writeDiagram.ts";
import type { FormatModule } from "../format.ts";

const shapes: Readonly<Record<DiagramKind, readonly [open: string, close: string]>> = {
  question: ["{{", "}}"],
  claim: ["(", ")"],
  assumption: ["(", ")"],
  reason: ["[", "]"],
  objection: ["[", "]"],
};

const arrows: Readonly<Record<DiagramEdgeKind, string>> = {
  support: "-->",
  attack: "-.->",
  premise: "---",
  answer: "-->",
  question: "-.->",
  contradiction: '-. "≠" .-',
  restatement: '-. "=" .-',
};

const styles: Readonly<Record<DiagramKind, string>> = {
  question: "stroke:#7a4fd0",
  claim: "stroke:#4a5568,stroke-width:2px",
  assumption: "stroke:#4a5568,stroke-dasharray:4 3",
  reason: "stroke:#0b7a65",
  objection: "stroke:#b34700",
};

const syntax: DiagramSyntax = {
  start: (title) => ["---", `title: ${JSON.stringify(withoutInvalidCharacters(title))}`, "---", "flowchart BT"],
  node: (node) => {
    const [open, close] = shapes[node.kind];
    const label = wrapLabel(diagramLabel(node)).map(escaped).join("<br>");
    return `${node.id}${open}"${label}"${close}:::${node.kind}`;
  },
  // An empty group is drawn as a node.
  group: ({ title }, index, nodes) =>
    nodes.length === 0 ? [] : [`  subgraph s${index}["${escaped(title)}"]`, ...nodes, "  end"],
  edge: ({ from, to, kind }) => `${from} ${arrows[kind]} ${to}`,
  end: Object.entries(styles).map(([kind, style]) => `  classDef ${kind} ${style}`),
};

/** Mermaid reads entities with a number sign; other signs would be markup. */
const escaped = (text: string): string =>
  withoutInvalidCharacters(text).replaceAll(
    /[^\p{L}\p{M}\p{N} .,;:!?'’“”„«»()/+–—-]/gu,
    (sign) => `#${sign.codePointAt(0)};`,
  );

/** Diagrams for Mermaid. */
export const mermaid: FormatModule = { write: (map) => writeDiagram(map, syntax) };
