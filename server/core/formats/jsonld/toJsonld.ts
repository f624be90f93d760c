/** Writes an argument network as JSON-LD. */
import type { AifEdge, AifNetwork, AifNode } from "../aif/aifNetwork.ts";
import { AIF, DCTERMS, FOAF, RDFS, roles } from "./aifOntology.ts";

const reference = { "@type": "@id" };

/** The names of the terms in the file. */
const context = {
  aif: AIF,
  foaf: FOAF,
  dcterms: DCTERMS,
  rdfs: RDFS,
  text: "aif:claimText",
  label: "rdfs:label",
  name: "foaf:name",
  speaker: { "@id": "dcterms:creator", ...reference },
  ...Object.fromEntries(
    [...new Set(Object.values(roles).flatMap(({ from, to }) => [from, to]))].map((term) => [
      term,
      { "@id": `aif:${term}`, ...reference },
    ]),
  ),
};

/** Returns the document of a network. Its nodes are blank, as they have no address. */
export function toJsonld({ nodes, edges, locutions, participants }: AifNetwork): object {
  const speakers = new Map(locutions.map(({ nodeID, personID }) => [nodeID, personID]));
  const into = groupBy(edges, ({ toID }) => toID);
  const outOf = groupBy(edges, ({ fromID }) => fromID);
  return {
    "@context": context,
    "@graph": [
      ...participants.map(({ participantID, name }) => ({
        "@id": personId(participantID),
        "@type": "foaf:Person",
        name,
      })),
      ...nodes.map((node) => ({
        "@id": nodeId(node.nodeID),
        "@type": `aif:${node.type}-node`,
        ...textOf(node),
        ...(speakers.has(node.nodeID) ? { speaker: personId(speakers.get(node.nodeID) ?? "") } : {}),
        ...edgesOf(node, into, outOf),
      })),
    ],
  };
}

const nodeId = (id: string): string => `_:n${id}`;
const personId = (id: string): string => `_:p${id}`;

/** The words of a proposition or locution; the name of a scheme and, if it is another one, its text. */
function textOf({ type, text, scheme }: AifNode): Readonly<Record<string, string>> {
  if (type === "I" || type === "L") return { text };
  return { label: scheme ?? text, ...(scheme !== undefined && text !== scheme ? { text } : {}) };
}

type Edges = ReadonlyMap<string, readonly AifEdge[]>;

/** The edges of a node of a scheme. An edge between two of these is written at both. */
function edgesOf({ nodeID, type }: AifNode, into: Edges, outOf: Edges): Readonly<Record<string, readonly string[]>> {
  const role = roles[type];
  if (role === undefined) return {};
  const from = (into.get(nodeID) ?? []).map(({ fromID }) => nodeId(fromID));
  const to = (outOf.get(nodeID) ?? []).map(({ toID }) => nodeId(toID));
  return { ...(from.length === 0 ? {} : { [role.from]: from }), ...(to.length === 0 ? {} : { [role.to]: to }) };
}

function groupBy(edges: readonly AifEdge[], keyOf: (edge: AifEdge) => string): Edges {
  const groups = new Map<string, AifEdge[]>();
  for (const edge of edges) {
    const group = groups.get(keyOf(edge));
    if (group === undefined) groups.set(keyOf(edge), [edge]);
    else group.push(edge);
  }
  return groups;
}
