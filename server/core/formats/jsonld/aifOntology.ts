/** The terms of the AIF ontology, in which argument networks are published as linked data. */

export const AIF = "http://www.arg.dundee.ac.uk/aif#";
/** The namespaces in which networks are found. */
export const AIF_NAMESPACES: readonly string[] = [AIF, "http://www.arg.tech/aif#", "https://www.arg.tech/aif#"];
export const FOAF = "http://xmlns.com/foaf/0.1/";
export const DCTERMS = "http://purl.org/dc/terms/";
export const RDFS = "http://www.w3.org/2000/01/rdf-schema#";

/** The types of nodes. The class of each is its type with `-node`. */
export const NODE_TYPES: readonly string[] = ["I", "L", "RA", "CA", "MA", "PA", "TA", "YA"];

/** The properties from a node of a scheme to what it connects, named by the role that this has in the scheme. */
interface Roles {
  readonly from: string;
  readonly to: string;
}

export const roles: Readonly<Record<string, Roles>> = {
  RA: { from: "Premise", to: "Conclusion" },
  CA: { from: "ConflictingElement", to: "ConflictedElement" },
  MA: { from: "Premise", to: "Conclusion" },
  PA: { from: "PreferredElement", to: "DispreferredElement" },
  TA: { from: "StartLocution", to: "EndLocution" },
  YA: { from: "Locution", to: "IllocutionaryContent" },
};

/** All properties of the two directions. Networks of others use those of inferences for every scheme, also with `has`. */
const directions: { readonly [D in keyof Roles]: ReadonlySet<string> } = {
  from: new Set(["hasPremise", ...Object.values(roles).map(({ from }) => from)]),
  to: new Set(["hasConclusion", ...Object.values(roles).map(({ to }) => to)]),
};

/** Whether a property leads from a node of a scheme to where an edge comes from, or to where one goes. */
export function directionOf(property: string): "from" | "to" | undefined {
  const name = localName(property);
  if (name === undefined) return undefined;
  return directions.from.has(name) ? "from" : directions.to.has(name) ? "to" : undefined;
}

/** Returns the part of a term of AIF after its namespace. */
export function localName(iri: string): string | undefined {
  const namespace = AIF_NAMESPACES.find((one) => iri.startsWith(one));
  return namespace === undefined ? undefined : iri.slice(namespace.length);
}
