/** Mermaid flowcharts, which Markdown on code hosts and in notebooks draws. */
import { withoutInvalidCharacters } from "../../strings/escapeXml.ts";
import {
  type DiagramEdgeKind,
  type DiagramKind,
  type DiagramNode,
  diagramLabel,
  diagramOf,
  wrapLabel,
} from "../diagram/diagram.ts";
import type { Exported, ExportedMap, FormatModule } from "../format.ts";
import { omitDetails } from "../nodeLabel.ts";
import { Omissions } from "../omissions.ts";

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

function write({ graph, fileName }: ExportedMap): Exported {
  const { nodes, edges } = diagramOf(graph);
  const { sections = [], title = fileName } = graph;
  const inSection = (section: number | undefined, indent: string): readonly string[] =>
    nodes.filter(({ entry }) => entry.section === section).map((node) => `${indent}${nodeText(node)}`);
  const lines = [
    "---",
    `title: ${JSON.stringify(withoutInvalidCharacters(title))}`,
    "---",
    "flowchart BT",
    ...inSection(undefined, "  "),
    ...sections.flatMap((section, index) => {
      const inside = inSection(index, "    ");
      // An empty group is drawn as a node.
      return inside.length === 0 ? [] : [`  subgraph s${index}["${escaped(section.title)}"]`, ...inside, "  end"];
    }),
    ...edges.map(({ from, to, kind }) => `  ${from} ${arrows[kind]} ${to}`),
    ...Object.entries(styles).map(([kind, style]) => `  classDef ${kind} ${style}`),
  ];
  const omissions = new Omissions();
  omitDetails(graph, { sections: true, speakers: true, relations: true }, omissions);
  return { content: `${lines.join("\n")}\n`, omissions: omissions.list };
}

function nodeText(node: DiagramNode): string {
  const [open, close] = shapes[node.kind];
  const label = wrapLabel(diagramLabel(node)).map(escaped).join("<br>");
  return `${node.id}${open}"${label}"${close}:::${node.kind}`;
}

/** Mermaid reads entities with a number sign; other signs would be markup. */
const escaped = (text: string): string =>
  withoutInvalidCharacters(text).replaceAll(
    /[^\p{L}\p{M}\p{N} .,;:!?'’“”„«»()/+–—-]/gu,
    (sign) => `#${sign.codePointAt(0)};`,
  );

export const mermaid: FormatModule = { write };
