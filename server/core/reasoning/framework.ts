/**
 * The argument of a map as an abstract dialectical framework (Brewka, Ellmauthaler, Strass, Wallner, Woltran: “Abstract
 * Dialectical Frameworks Revisited”, IJCAI 2013): nodes in flat arrays, each with a condition under which it stands.
 * Nodes are statements and steps. This module knows nothing of entries; `readFramework.ts` makes a framework from a map.
 */

/** The index of a node in the arrays of a framework. */
export type NodeIndex = number;

/** What a statement without reasons is before anything is said against it. */
export type Grant = "granted" | "open" | "rejected";

/** One node, before it is packed into arrays. */
export interface NodeDescription {
  readonly kind: "statement" | "step";
  /** For statements without reasons. */
  readonly grant: Grant;
  /**
   * For statements, the stated likelihood from 0 to 1. For steps, the chance that the step carries if its premises
   * stand. Undefined if the map states none.
   */
  readonly chance: number | undefined;
  /** The strength of a step when it is compared with others, from 0 to 1. */
  readonly strength: number;
  /** The steps that support this node. */
  readonly reasons: readonly NodeIndex[];
  /** The steps that attack this node. */
  readonly objections: readonly NodeIndex[];
  /** For steps, the statements that the step rests on. */
  readonly premises: readonly NodeIndex[];
  /** For statements, those that cannot be true together with this one. The relation must be symmetric. */
  readonly contradictions: readonly NodeIndex[];
  /** Determines the worlds drawn for this node. Edits elsewhere should not change it. */
  readonly seed: number;
}

/** Answers of one question that exclude each other. */
export interface RivalGroup {
  readonly answers: readonly NodeIndex[];
  /** Whether one of the answers must be true, so that an answer stands if all others fall. */
  readonly isExhaustive: boolean;
}

/** Lists of indices, one list for each node: the list of node `n` is `items[starts[n]]` to `items[starts[n + 1] - 1]`. */
export interface Adjacency {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

/** A framework in flat arrays, which are indexed by node unless stated otherwise. */
export interface Framework {
  readonly size: number;
  /** 1 for steps, 0 for statements. */
  readonly isStep: Uint8Array;
  /** One of {@link GRANTED}, {@link OPEN} and {@link REJECTED}. */
  readonly grant: Uint8Array;
  /** NaN if the map states no chance. */
  readonly chance: Float64Array;
  readonly strength: Float64Array;
  readonly seed: Uint32Array;
  readonly reasons: Adjacency;
  readonly objections: Adjacency;
  readonly premises: Adjacency;
  readonly contradictions: Adjacency;
  readonly rivalGroups: readonly RivalGroup[];
  /** The indices of the rival groups that a node is part of. */
  readonly groupsOf: Adjacency;
  readonly dependencies: Dependencies;
}

export const GRANTED = 0;
export const OPEN = 1;
export const REJECTED = 2;

/**
 * Who depends on whom. Besides the nodes there is one vertex for each rival group, numbered from `size`, so that a group
 * of n answers needs n edges and not n².
 */
export interface Dependencies {
  /** The strongly connected components, dependencies first. */
  readonly components: Adjacency;
  /** The number of the component that a vertex belongs to. */
  readonly componentOf: Uint32Array;
  /** 1 for components whose vertices depend on each other or on themselves. */
  readonly isCyclic: Uint8Array;
  /** The vertices whose condition mentions a vertex. */
  readonly dependents: Adjacency;
}

/** What `grant` holds for each kind of grant. */
export const grantCodes = { granted: GRANTED, open: OPEN, rejected: REJECTED } as const;

/** Packs nodes into a framework. Indices in the lists of a node are positions in `nodes`. */
export function createFramework(nodes: readonly NodeDescription[], rivalGroups: readonly RivalGroup[] = []): Framework {
  const groupsOf: number[][] = nodes.map(() => []);
  for (const [group, { answers }] of rivalGroups.entries()) for (const node of answers) groupsOf[node]?.push(group);
  const lists = {
    reasons: pack(nodes.map(({ reasons }) => reasons)),
    objections: pack(nodes.map(({ objections }) => objections)),
    premises: pack(nodes.map(({ premises }) => premises)),
    contradictions: pack(nodes.map(({ contradictions }) => contradictions)),
    groupsOf: pack(groupsOf),
  };
  return {
    size: nodes.length,
    isStep: Uint8Array.from(nodes, ({ kind }) => (kind === "step" ? 1 : 0)),
    grant: Uint8Array.from(nodes, ({ grant }) => grantCodes[grant]),
    chance: Float64Array.from(nodes, ({ chance }) => chance ?? Number.NaN),
    strength: Float64Array.from(nodes, ({ strength }) => strength),
    seed: Uint32Array.from(nodes, ({ seed }) => seed),
    ...lists,
    rivalGroups,
    dependencies: analyseDependencies(dependencyLists(nodes, rivalGroups)),
  };
}

/** Packs one list for each node. */
export function pack(lists: readonly (readonly number[])[]): Adjacency {
  const starts = new Uint32Array(lists.length + 1);
  let total = 0;
  for (let index = 0; index < lists.length; index++) {
    total += lists[index]?.length ?? 0;
    starts[index + 1] = total;
  }
  const items = new Uint32Array(total);
  let next = 0;
  for (const list of lists) for (const item of list) items[next++] = item;
  return { starts, items };
}

/** Returns an element of an array; 0 past its end. */
export const at = (array: ArrayLike<number>, index: number): number => array[index] ?? 0;

/** Returns the list of a node. */
export const listOf = ({ starts, items }: Adjacency, node: NodeIndex): Uint32Array =>
  items.subarray(at(starts, node), at(starts, node + 1));

/** Whether the list of a node is empty. */
export const isListEmpty = ({ starts }: Adjacency, node: NodeIndex): boolean =>
  at(starts, node) === at(starts, node + 1);

/** Returns for each vertex the vertices that its condition mentions. */
function dependencyLists(nodes: readonly NodeDescription[], rivalGroups: readonly RivalGroup[]): Adjacency {
  const groupVertices = new Map<NodeIndex, number[]>();
  for (const [group, { answers }] of rivalGroups.entries()) {
    for (const node of answers) {
      const vertices = groupVertices.get(node) ?? [];
      groupVertices.set(node, vertices);
      vertices.push(nodes.length + group);
    }
  }
  const starts = new Uint32Array(nodes.length + rivalGroups.length + 1);
  const items: number[] = [];
  for (const [node, { reasons, objections, premises, contradictions }] of nodes.entries()) {
    for (const list of [reasons, objections, premises, contradictions]) for (const other of list) items.push(other);
    items.push(...(groupVertices.get(node) ?? []));
    starts[node + 1] = items.length;
  }
  for (const [group, { answers }] of rivalGroups.entries()) {
    for (const answer of answers) items.push(answer);
    starts[nodes.length + group + 1] = items.length;
  }
  return { starts, items: Uint32Array.from(items) };
}

/**
 * Finds the strongly connected components, dependencies first: Tarjan, “Depth-first search and linear graph algorithms”,
 * SIAM J. Comput. 1 (1972), with an explicit stack.
 */
function analyseDependencies({ starts, items }: Adjacency): Dependencies {
  const count = starts.length - 1;
  const NOT_VISITED = 0xffffffff;
  const order = new Uint32Array(count).fill(NOT_VISITED);
  const lowLink = new Uint32Array(count);
  const nextEdge = Uint32Array.from(starts.subarray(0, count));
  const componentOf = new Uint32Array(count).fill(NOT_VISITED);
  const members: number[] = [];
  const componentStarts = [0];
  const isCyclic: number[] = [];
  const open: number[] = [];
  const path: number[] = [];
  let visited = 0;
  const visit = (vertex: number): void => {
    order[vertex] = lowLink[vertex] = visited++;
    open.push(vertex);
    path.push(vertex);
  };
  for (let root = 0; root < count; root++) {
    if (order[root] !== NOT_VISITED) continue;
    visit(root);
    for (let vertex = path.at(-1); vertex !== undefined; vertex = path.at(-1)) {
      const edge = at(nextEdge, vertex);
      if (edge < at(starts, vertex + 1)) {
        nextEdge[vertex] = edge + 1;
        const next = at(items, edge);
        if (order[next] === NOT_VISITED) visit(next);
        else if (componentOf[next] === NOT_VISITED) lowLink[vertex] = Math.min(at(lowLink, vertex), at(order, next));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lowLink[above] = Math.min(at(lowLink, above), at(lowLink, vertex));
      if (lowLink[vertex] !== order[vertex]) continue;
      const first = members.length;
      for (let member = open.pop(); member !== undefined; member = member === vertex ? undefined : open.pop()) {
        componentOf[member] = isCyclic.length;
        members.push(member);
      }
      componentStarts.push(members.length);
      isCyclic.push(members.length - first > 1 || listOf({ starts, items }, vertex).includes(vertex) ? 1 : 0);
    }
  }
  return {
    components: { starts: Uint32Array.from(componentStarts), items: Uint32Array.from(members) },
    componentOf,
    isCyclic: Uint8Array.from(isCyclic),
    dependents: transpose({ starts, items }),
  };
}

/** Returns for each index the lists that contain it. */
function transpose({ starts, items }: Adjacency): Adjacency {
  const count = starts.length - 1;
  const newStarts = new Uint32Array(count + 1);
  for (const item of items) newStarts[item + 1] = at(newStarts, item + 1) + 1;
  for (let index = 0; index < count; index++) newStarts[index + 1] = at(newStarts, index + 1) + at(newStarts, index);
  const next = newStarts.slice(0, count);
  const newItems = new Uint32Array(items.length);
  for (let index = 0; index < count; index++) {
    for (let edge = at(starts, index); edge < at(starts, index + 1); edge++) {
      const item = at(items, edge);
      newItems[at(next, item)] = index;
      next[item] = at(next, item) + 1;
    }
  }
  return { starts: newStarts, items: newItems };
}
