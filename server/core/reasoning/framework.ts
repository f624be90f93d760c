/**
 * The argument of a map as an abstract dialectical framework (Brewka, Ellmauthaler, Strass, Wallner, Woltran: “Abstract
 * Dialectical Frameworks Revisited”, IJCAI 2013): nodes in flat arrays, each with a condition under which it stands.
 * Nodes are statements and steps. This module knows nothing of entries; `readFramework.ts` makes a framework from a map.
 */

/** The index of a node in the arrays of a framework. */
export type NodeIndex = number;

/** The initial standing of a statement without reasons, before any attack. */
export type Grant = "granted" | "open" | "rejected";

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

/** The lists of all nodes. */
export type NodeLists = Pick<Framework, "reasons" | "objections" | "premises" | "contradictions" | "groupsOf">;

export const GRANTED = 0;
export const OPEN = 1;
export const REJECTED = 2;

/**
 * The dependencies between nodes. Each rival group has a vertex too, numbered from `size`, so that a group
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

/** The value in `grant` for each kind of grant. */
export const grantCodes = { granted: GRANTED, open: OPEN, rejected: REJECTED } as const;

/** Returns an element of an array; 0 past its end. */
export const at = (array: ArrayLike<number>, index: number): number => array[index] ?? 0;

/** Returns the list of a node. */
export const listOf = ({ starts, items }: Adjacency, node: NodeIndex): Uint32Array =>
  items.subarray(at(starts, node), at(starts, node + 1));

/** Whether the list of a node is empty. */
export const isListEmpty = ({ starts }: Adjacency, node: NodeIndex): boolean =>
  at(starts, node) === at(starts, node + 1);
