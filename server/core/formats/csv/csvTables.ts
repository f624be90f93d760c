/** The nodes and edges of an argument as CSV, which Excel opens with all characters. */
import { BYTE_ORDER_MARK, csvRecord } from "../../strings/csv.ts";
import { diagramOf } from "../diagram/diagram.ts";
import type { Exported, ExportedMap } from "../format.ts";
import { graphValue } from "../graph/argumentGraph.ts";
import { omitDetails } from "../graph/nodeLabel.ts";
import { Omissions } from "../omissions.ts";

const attributeColumns = [
  "title",
  "tags",
  "status",
  "likelihood",
  "confidence",
  "strength",
  "scheme",
  "date",
  "note",
] as const;

/** Writes one row for each entry. */
export function writeNodes({ graph }: ExportedMap): Exported {
  const { nodes } = diagramOf(graph);
  const records = nodes.map(({ id, kind, entry, speakers }) => [
    id,
    kind,
    entry.name ?? "",
    entry.text,
    speakers.join("; "),
    entry.section === undefined ? "" : (graph.sections?.[entry.section]?.title ?? ""),
    ...attributeColumns.map((key) => graphValue(entry, key) ?? ""),
    (entry.quotes ?? []).map(({ text }) => text).join("\n"),
  ]);
  const header = ["id", "kind", "name", "text", "speakers", "section", ...attributeColumns, "quotes"];
  const omissions = new Omissions();
  omitDetails(
    graph,
    {
      sections: true,
      quotes: new Set<string>(),
      speakers: true,
      relations: true,
      attributes: new Set(attributeColumns),
    },
    omissions,
  );
  return { content: BYTE_ORDER_MARK + [header, ...records].map(csvRecord).join(""), omissions: omissions.list };
}

/** Writes one row for each relation, with the texts of both ends. */
export function writeEdges({ graph }: ExportedMap): Exported {
  const { nodes, edges } = diagramOf(graph);
  const texts = new Map(nodes.map(({ id, entry }) => [id, entry.text]));
  const records = edges.map(({ from, to, kind }) => [from, to, kind, texts.get(from) ?? "", texts.get(to) ?? ""]);
  const header = ["from", "to", "kind", "from_text", "to_text"];
  return { content: BYTE_ORDER_MARK + [header, ...records].map(csvRecord).join(""), omissions: [] };
}
