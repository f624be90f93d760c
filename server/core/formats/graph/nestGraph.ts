/** Nests an argument as a map: reasons under their claims, premises under their steps, answers under their questions. */
import { nameFromText } from "../../language/nameFromText.ts";
import type { DocumentClause, DocumentEntry, DocumentItem, MapDocument } from "../mapDocument.ts";
import type { ArgumentGraph, GraphNode } from "./argumentGraph.ts";
import { type Placed, placeGraph } from "./placeGraph.ts";
import { isUsableName, UniqueNames } from "./uniqueNames.ts";

/**
 * Returns a graph as a map. What is referred to gets a name, made from its text if it has none.
 *
 * @param isTaken whether a name is used where the map will be
 */
export function nestGraph(graph: ArgumentGraph, isTaken?: (name: string) => boolean): MapDocument {
  const sections = placeGraph(graph);
  const names = new Names(graph, isTaken);
  for (const { roots } of sections) for (const root of roots) nameReferences(root, names);
  const items: DocumentItem[] = [];
  const { title, attributes = [], sources = [], speakers = [] } = graph;
  if (title !== undefined || attributes.length > 0)
    items.push({ keyword: "map", text: title ?? "", ...withAttributes(attributes) });
  for (const source of sources) items.push(partyEntry("source", source, names));
  for (const speaker of speakers) items.push(partyEntry("speaker", speaker, names));
  for (const { section, roots } of sections) {
    const heading = section === undefined ? undefined : graph.sections?.[section];
    if (heading !== undefined) items.push({ level: heading.level, heading: heading.title });
    items.push(...roots.map((root) => toDocumentEntry(root, names)));
  }
  return { items };
}

const withAttributes = (attributes: GraphNode["attributes"]) =>
  attributes === undefined || attributes.length === 0 ? {} : { attributes };

const withName = (name: string | undefined) => (name === undefined ? {} : { name });

/** The names of the parts of a graph. */
class Names {
  readonly #unique: UniqueNames;
  readonly #names = new Map<string, string>();
  readonly #nodes: ReadonlyMap<string, GraphNode>;

  constructor(
    { sources = [], speakers = [], questions = [], statements, steps }: ArgumentGraph,
    isTaken?: (name: string) => boolean,
  ) {
    this.#unique = new UniqueNames(isTaken);
    const all: readonly GraphNode[] = [...sources, ...speakers, ...questions, ...statements, ...steps];
    this.#nodes = new Map(all.map((node) => [node.id, node]));
    for (const { id, name } of all)
      if (name !== undefined && isUsableName(name)) this.#names.set(id, this.#unique.take(name));
  }

  /** Gives a name to a part that has none, and returns its name; undefined if there is no such part. */
  nameFor(id: string, fallback = "claim"): string | undefined {
    const node = this.#nodes.get(id);
    if (this.#names.has(id) || node === undefined) return this.#names.get(id);
    const name = this.#unique.take(nameFromText(node.name ?? "") ?? nameFromText(node.text) ?? fallback);
    this.#names.set(id, name);
    return name;
  }

  /** Returns the name of a part, if it has one. */
  of(id: string): string | undefined {
    return this.#names.get(id);
  }
}

/** Names what an entry, and all under it, refers to. */
function nameReferences(root: Placed, names: Names): void {
  for (const { node, isUse, clauses } of eachPlaced(root)) {
    if (isUse) names.nameFor(node.id);
    for (const { ids } of clauses) for (const id of ids) names.nameFor(id);
  }
}

/** Yields an entry and all under it, in the order of the text. They may be nested more deeply than calls can be. */
function* eachPlaced(root: Placed): Iterable<Placed> {
  const open = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    open.push(...next.children.toReversed());
  }
}

const partyEntry = (keyword: "source" | "speaker", node: GraphNode, names: Names): DocumentEntry => ({
  keyword,
  ...withName(names.nameFor(node.id, keyword)),
  text: node.text,
  ...withAttributes(node.attributes),
});

function toDocumentEntry(root: Placed, names: Names): DocumentEntry {
  const converted = new Map<Placed, DocumentEntry & { readonly entries: DocumentEntry[] }>();
  for (const placed of eachPlaced(root)) converted.set(placed, { ...convert(placed, names), entries: [] });
  for (const [placed, entry] of converted)
    entry.entries.push(...placed.children.flatMap((child) => converted.get(child) ?? []));
  return converted.get(root) ?? { keyword: root.keyword };
}

function convert({ keyword, node, isUse, clauses }: Placed, names: Names): DocumentEntry {
  if (isUse) return { keyword, ...withName(names.of(node.id)), isUse: true };
  const source = "source" in node ? node.source : undefined;
  return {
    keyword,
    ...withName(keyword === "quote" ? source && names.of(source) : names.of(node.id)),
    clauses: clauses.flatMap(({ word, ids }): readonly DocumentClause[] => {
      const named = ids.flatMap((id) => names.of(id) ?? []);
      return named.length === 0 ? [] : [{ word, names: named }];
    }),
    text: node.text,
    ...withAttributes(node.attributes),
  };
}
