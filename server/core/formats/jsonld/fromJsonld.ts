/** Reads an argument network from JSON-LD. */
import jsonld from "jsonld";
import type { AifEdge, AifLocution, AifNetwork, AifNode, AifParticipant } from "../aif/aifNetwork.ts";
import { ImportError } from "../format.ts";
import { AIF_NAMESPACES, DCTERMS, directionOf, FOAF, localName, NODE_TYPES, RDFS } from "./aifOntology.ts";

/** A node as JSON-LD gives it when it is flattened: all keys are addresses, all values lists. */
type FlatNode = Readonly<Record<string, unknown>>;

/** Returns the network in a JSON-LD document. Throws {@link ImportError} if it holds none. */
export async function fromJsonld(value: unknown): Promise<AifNetwork> {
  const flat = await flatten(value);
  const nodes = flat.flatMap((one) => toNode(one) ?? []);
  if (nodes.length === 0) throw new ImportError("This JSON-LD holds no nodes of the AIF ontology.");
  const participants = flat.flatMap((one): readonly AifParticipant[] => {
    const [name] = textsOf(one, [`${FOAF}name`, `${RDFS}label`]);
    return name === undefined || nodeTypeOf(one) !== undefined ? [] : [{ participantID: idOf(one), name }];
  });
  return { nodes, edges: flat.flatMap(edgesOf), locutions: flat.flatMap(locutionsOf), participants };
}

async function flatten(value: unknown): Promise<readonly FlatNode[]> {
  if (typeof value !== "object" || value === null)
    throw new ImportError("This JSON-LD is neither an object nor a list.");
  try {
    const flat: unknown = await jsonld.flatten(value, undefined, { documentLoader: refuse });
    return Array.isArray(flat) ? flat : [];
  } catch (error) {
    if (error instanceof RangeError) throw new ImportError("The values in this JSON-LD are nested too deeply.");
    const address = refusedAddress(error);
    if (address !== undefined)
      throw new ImportError(`The context of this JSON-LD is at ${address}, which is not read. Put it into the file.`);
    throw new ImportError(`The JSON-LD is not valid: ${error instanceof Error ? error.message : String(error)}`);
  }
}

class RefusedError extends Error {}

/** An import reads no addresses. */
const refuse = (address: string): Promise<never> => Promise.reject(new RefusedError(address));

/** Returns the address that was not read. The library wraps errors in its own. */
function refusedAddress(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = causeOf(at)) if (at instanceof RefusedError) return at.message;
  return undefined;
}

function causeOf(error: Error): unknown {
  if (error.cause !== undefined) return error.cause;
  const details: unknown = "details" in error ? error.details : undefined;
  return typeof details === "object" && details !== null && "cause" in details ? details.cause : undefined;
}

const idOf = (node: FlatNode): string => String(node["@id"] ?? "");

/** Returns the type of a node of a network: `RA` for `aif:RA-node`. */
function nodeTypeOf(node: FlatNode): string | undefined {
  for (const type of listOf(node["@type"])) {
    const name = typeof type === "string" ? localName(type)?.replace(/-node$/u, "") : undefined;
    if (name !== undefined && NODE_TYPES.includes(name)) return name;
  }
  return undefined;
}

function toNode(node: FlatNode): AifNode | undefined {
  const type = nodeTypeOf(node);
  if (type === undefined) return undefined;
  const [label] = textsOf(node, [`${RDFS}label`]);
  const [words] = textsOf(node, [...AIF_NAMESPACES.map((namespace) => `${namespace}claimText`), `${RDFS}label`]);
  const isScheme = type !== "I" && type !== "L";
  return { nodeID: idOf(node), type, text: words ?? "", scheme: isScheme ? label : undefined };
}

function edgesOf(node: FlatNode): readonly AifEdge[] {
  if (nodeTypeOf(node) === undefined) return [];
  const id = idOf(node);
  return Object.entries(node).flatMap(([property, values]) => {
    const direction = directionOf(property);
    if (direction === undefined) return [];
    return referencesIn(values).map((other) =>
      direction === "from" ? { fromID: other, toID: id } : { fromID: id, toID: other },
    );
  });
}

function locutionsOf(node: FlatNode): readonly AifLocution[] {
  if (nodeTypeOf(node) !== "L") return [];
  const speakers = [`${DCTERMS}creator`, "http://purl.org/dc/elements/1.1/creator"].flatMap((property) =>
    referencesIn(node[property]),
  );
  return speakers.slice(0, 1).map((personID) => ({ nodeID: idOf(node), personID }));
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const referencesIn = (values: unknown): readonly string[] =>
  listOf(values).flatMap((value) =>
    typeof value === "object" && value !== null && "@id" in value ? [String(value["@id"])] : [],
  );

/** Returns the texts that a node has for some properties, those of the first property first. */
const textsOf = (node: FlatNode, properties: readonly string[]): readonly string[] =>
  properties.flatMap((property) =>
    listOf(node[property]).flatMap((value) =>
      typeof value === "object" && value !== null && "@value" in value ? [String(value["@value"])] : [],
    ),
  );
