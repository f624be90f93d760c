/** GraphML, which yEd, Gephi and graph libraries read. */
import { escapeXml } from "../../strings/escapeXml.ts";
import { diagramLabel, diagramOf } from "../diagram/diagram.ts";
import type { Exported, ExportedMap, FormatModule } from "../format.ts";
import { omitDetails } from "../graph/nodeLabel.ts";
import { Omissions } from "../omissions.ts";

function write({ graph, fileName }: ExportedMap): Exported {
  const { nodes, edges } = diagramOf(graph);
  const { sections = [], title = fileName } = graph;
  const rows = nodes.map((node) => ({
    id: node.id,
    values: {
      kind: node.kind,
      label: diagramLabel(node),
      name: node.entry.name,
      text: node.entry.text,
      speakers: node.speakers.join("; ") || undefined,
      section: node.entry.section === undefined ? undefined : sections[node.entry.section]?.title,
      ...Object.fromEntries(
        (node.entry.attributes ?? []).map(({ key, value }) => [key === "title" ? "heading" : key, value]),
      ),
    } as Readonly<Record<string, string | undefined>>,
  }));
  const keys = new Set(rows.flatMap(({ values }) => Object.keys(values)));
  const data = (id: string, value: string | undefined): string =>
    value === undefined ? "" : `<data key="${escapeXml(id)}">${escapeXml(value)}</data>`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...[...keys].map(
      (key) => `  <key id="n-${escapeXml(key)}" for="node" attr.name="${escapeXml(key)}" attr.type="string"/>`,
    ),
    '  <key id="e-kind" for="edge" attr.name="kind" attr.type="string"/>',
    '  <key id="g-title" for="graph" attr.name="title" attr.type="string"/>',
    '  <graph edgedefault="directed">',
    `    ${data("g-title", title)}`,
    ...rows.map(({ id, values }) => {
      const all = Object.entries(values).map(([key, value]) => data(`n-${key}`, value));
      return `    <node id="${id}">${all.join("")}</node>`;
    }),
    ...edges.map(
      ({ from, to, kind }, index) =>
        `    <edge id="e${index + 1}" source="${from}" target="${to}">${data("e-kind", kind)}</edge>`,
    ),
    "  </graph>",
    "</graphml>",
  ];
  const omissions = new Omissions();
  omitDetails(graph, { sections: true, speakers: true, relations: true, attributes: "all" }, omissions);
  return { content: `${lines.join("\n")}\n`, omissions: omissions.list };
}

export const graphml: FormatModule = { write };
