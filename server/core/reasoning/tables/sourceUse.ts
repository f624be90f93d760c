/** Which sources back which statements and steps, and so which conclusions. */
import type { Entry } from "../../language/entry.ts";
import { barePremisesFor, inDocumentOrder } from "../../language/graph.ts";
import type { MapFile } from "../../language/map.ts";
import { resolveSource, sourcesOf } from "../../language/relations/quoteSources.ts";
import { speakersOf } from "../../language/relations/speakers.ts";
import { isWrittenOutClaim } from "../../language/relations/wordings.ts";
import { isStep } from "../../language/vocabulary.ts";
import type { Argument } from "../argument.ts";
import { listOf, type NodeIndex } from "../framework.ts";

export interface SourceUse {
  /** The statements that nothing uses as a premise, and that have a source, a reason or an objection. */
  readonly conclusions: readonly Entry[];
  /** The entries with a quote from a source, or said by it, in the order of the text. */
  readonly citationsOf: (source: Entry) => readonly Entry[];
  /** The sources that back a node directly. */
  readonly sourcesOfNode: (node: NodeIndex) => ReadonlySet<Entry>;
  /** The sources that back a conclusion, its reasons, their premises and so on. */
  readonly sourcesOfConclusion: (conclusion: Entry) => ReadonlySet<Entry>;
  readonly conclusionsOn: (source: Entry) => readonly Entry[];
}

/** Finds out which sources back what. */
export function createSourceUse(files: readonly MapFile[], argument: Argument): SourceUse {
  const { framework, nodes, textNodes } = argument;
  const byNode = new Map<NodeIndex, Set<Entry>>();
  const citations = new Map<Entry, Entry[]>();
  const all = sourcesOf(files);
  for (const [entry, node] of nodes) {
    const sources = [
      ...citedBy(entry, files, all),
      ...speakersOf(entry).filter(({ head }) => head.keyword === "source"),
    ];
    for (const source of new Set(sources)) {
      addTo(citations, source).push(entry);
      for (const backed of [node, textNodes.get(entry)]) {
        if (backed !== undefined) byNode.set(backed, (byNode.get(backed) ?? new Set()).add(source));
      }
    }
  }
  const premises = new Set(framework.premises.items);
  const conclusions = [...nodes].flatMap(([entry, node]) => {
    if (isStep(entry.head.keyword) || premises.has(node) || argument.entries[node] !== entry) return [];
    const steps = listOf(framework.reasons, node).length + listOf(framework.objections, node).length;
    return steps > 0 || byNode.has(node) ? [entry] : [];
  });
  const sourcesOfConclusion = new Map(
    conclusions.map((conclusion) => [conclusion, sourcesBelow(argument, nodes.get(conclusion) ?? -1, byNode)]),
  );
  return {
    conclusions,
    citationsOf: (source) => inDocumentOrder(citations.get(source) ?? [], files),
    sourcesOfNode: (node) => byNode.get(node) ?? NO_SOURCES,
    sourcesOfConclusion: (conclusion) => sourcesOfConclusion.get(conclusion) ?? NO_SOURCES,
    conclusionsOn: (source) => conclusions.filter((one) => sourcesOfConclusion.get(one)?.has(source)),
  };
}

const NO_SOURCES: ReadonlySet<Entry> = new Set();

function addTo(lists: Map<Entry, Entry[]>, key: Entry): Entry[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Returns the sources of the quotes under an entry, and under the bare premises that use it. */
function citedBy(entry: Entry, files: readonly MapFile[], sources: readonly Entry[]): readonly Entry[] {
  const uses = isWrittenOutClaim(entry) && entry.head.name !== undefined ? barePremisesFor(entry, files) : [];
  return [entry, ...uses].flatMap(({ children }) =>
    children.flatMap((child) => (child.head.keyword === "quote" ? (resolveSource(child, sources) ?? []) : [])),
  );
}

/** Returns the sources of a node and of everything that supports it. */
function sourcesBelow(
  { framework }: Argument,
  node: NodeIndex,
  byNode: ReadonlyMap<NodeIndex, ReadonlySet<Entry>>,
): ReadonlySet<Entry> {
  const sources = new Set<Entry>();
  const visited = new Set([node]);
  // Iterating a set includes the elements that are added during the iteration.
  for (const one of visited) {
    for (const source of byNode.get(one) ?? []) sources.add(source);
    for (const list of [framework.reasons, framework.premises]) for (const next of listOf(list, one)) visited.add(next);
  }
  return sources;
}
