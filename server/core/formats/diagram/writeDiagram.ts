/** Writes an argument as the text of a diagram, in which sections are groups. */

import type { Exported, ExportedMap } from "../format.ts";
import type { GraphSection } from "../graph/argumentGraph.ts";
import { omitDetails } from "../graph/nodeLabel.ts";
import { Omissions } from "../omissions.ts";
import { type DiagramEdge, type DiagramNode, diagramOf } from "./diagram.ts";

/** How a language writes the parts of a diagram. */
export interface DiagramSyntax {
  /** The lines before the nodes. */
  readonly start: (title: string) => readonly string[];
  readonly node: (node: DiagramNode) => string;
  /** The lines around the nodes of a section. */
  readonly group: (section: GraphSection, index: number, nodes: readonly string[]) => readonly string[];
  readonly edge: (edge: DiagramEdge) => string;
  /** The lines after the edges. */
  readonly end: readonly string[];
}

/** Returns a map as a diagram. Diagrams carry speakers, sections and relations, but neither quotes nor attributes. */
export function writeDiagram({ graph, fileName }: ExportedMap, syntax: DiagramSyntax): Exported {
  const { nodes, edges } = diagramOf(graph);
  const { sections = [], title = fileName } = graph;
  const nodesIn = (section: number | undefined, indent: string): readonly string[] =>
    nodes.filter(({ entry }) => entry.section === section).map((node) => indent + syntax.node(node));
  const lines = [
    ...syntax.start(title),
    ...nodesIn(undefined, "  "),
    ...sections.flatMap((section, index) => syntax.group(section, index, nodesIn(index, "    "))),
    ...edges.map((edge) => `  ${syntax.edge(edge)}`),
    ...syntax.end,
  ];
  const omissions = new Omissions();
  omitDetails(graph, { sections: true, speakers: true, relations: true }, omissions);
  return { content: `${lines.join("\n")}\n`, omissions: omissions.list };
}
