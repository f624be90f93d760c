/** Builds a framework: nodes and edges are added one by one, and then packed into flat arrays. */
import { dependenciesOf } from "./dependencies.ts";
import {
  type Adjacency,
  at,
  type Framework,
  type Grant,
  grantCodes,
  type NodeIndex,
  type RivalGroup,
} from "./framework.ts";

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

/** The values of one node; see {@link NodeDescription}. */
type NodeValues = Pick<NodeDescription, "kind" | "grant" | "chance" | "strength" | "seed">;

/** The lists of nodes that an edge can be part of. */
type EdgeKind = "reasons" | "objections" | "premises" | "contradictions";

/** Edges in the order in which they were added. */
class EdgeList {
  readonly #from: NodeIndex[] = [];
  readonly #to: NodeIndex[] = [];

  add(from: NodeIndex, to: NodeIndex): void {
    this.#from.push(from);
    this.#to.push(to);
  }

  /** Returns for each node the ends of its edges, in the order in which they were added. */
  pack(size: number): Adjacency {
    const starts = new Uint32Array(size + 1);
    for (const from of this.#from) starts[from + 1] = at(starts, from + 1) + 1;
    for (let node = 0; node < size; node++) starts[node + 1] = at(starts, node + 1) + at(starts, node);
    const next = starts.slice(0, size);
    const items = new Uint32Array(this.#to.length);
    for (let edge = 0; edge < items.length; edge++) {
      const from = this.#from[edge] ?? 0;
      const place = at(next, from);
      items[place] = this.#to[edge] ?? 0;
      next[from] = place + 1;
    }
    return { starts, items };
  }
}

/**
 * Collects nodes and edges in columns. Creating an object with its own lists for each node would take most of the time that
 * it takes to read the argument of a large map.
 */
export class FrameworkBuilder {
  readonly #isStep: number[] = [];
  readonly #grant: number[] = [];
  readonly #chance: number[] = [];
  readonly #strength: number[] = [];
  readonly #seed: number[] = [];
  readonly #edges = {
    reasons: new EdgeList(),
    objections: new EdgeList(),
    premises: new EdgeList(),
    contradictions: new EdgeList(),
  };
  readonly #rivalGroups: RivalGroup[] = [];

  addNode({ kind, grant, chance, strength, seed }: NodeValues): NodeIndex {
    this.#grant.push(grantCodes[grant]);
    this.#chance.push(chance ?? Number.NaN);
    this.#strength.push(strength);
    this.#seed.push(seed);
    return this.#isStep.push(kind === "step" ? 1 : 0) - 1;
  }

  /** Adds `other` to a list of `node`. */
  addEdge(kind: EdgeKind, node: NodeIndex, other: NodeIndex): void {
    this.#edges[kind].add(node, other);
  }

  addRivalGroup(group: RivalGroup): void {
    this.#rivalGroups.push(group);
  }

  build(): Framework {
    const size = this.#isStep.length;
    const rivalGroups = this.#rivalGroups;
    const lists = {
      reasons: this.#edges.reasons.pack(size),
      objections: this.#edges.objections.pack(size),
      premises: this.#edges.premises.pack(size),
      contradictions: this.#edges.contradictions.pack(size),
      groupsOf: packGroups(size, rivalGroups),
    };
    return {
      size,
      isStep: new Uint8Array(this.#isStep),
      grant: new Uint8Array(this.#grant),
      chance: new Float64Array(this.#chance),
      strength: new Float64Array(this.#strength),
      seed: new Uint32Array(this.#seed),
      ...lists,
      rivalGroups,
      dependencies: dependenciesOf(size, lists, rivalGroups),
    };
  }
}

/** Returns the framework of some nodes. Indices in the lists of a node are positions in `nodes`. */
export function createFramework(nodes: readonly NodeDescription[], rivalGroups: readonly RivalGroup[] = []): Framework {
  const builder = new FrameworkBuilder();
  for (const node of nodes) builder.addNode(node);
  for (const [node, lists] of nodes.entries()) {
    for (const kind of ["reasons", "objections", "premises", "contradictions"] as const) {
      for (const other of lists[kind]) builder.addEdge(kind, node, other);
    }
  }
  for (const group of rivalGroups) builder.addRivalGroup(group);
  return builder.build();
}

/** Returns for each node the indices of the groups that it is part of. */
function packGroups(size: number, rivalGroups: readonly RivalGroup[]): Adjacency {
  const answers = new EdgeList();
  for (const [group, { answers: members }] of rivalGroups.entries()) {
    for (const node of members) answers.add(node, group);
  }
  return answers.pack(size);
}
