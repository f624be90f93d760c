/** An argument network as AIF describes it: nodes, edges and who says what. Its JSON and JSON-LD forms hold the same. */

export interface AifNetwork {
  readonly nodes: readonly AifNode[];
  readonly edges: readonly AifEdge[];
  readonly locutions: readonly AifLocution[];
  readonly participants: readonly AifParticipant[];
}

/**
 * `I` holds a proposition, `L` a locution. `RA` is an inference, `CA` a conflict, `MA` a rephrase, `PA` a preference, `TA` a
 * transition from one locution to the next, `YA` the illocutionary connection from a locution to what it says.
 */
export interface AifNode {
  readonly nodeID: string;
  readonly text: string;
  readonly type: string;
  readonly scheme?: string | undefined;
}

export interface AifEdge {
  readonly fromID: string;
  readonly toID: string;
}

/** The speaker of an `L` node. */
export interface AifLocution {
  readonly nodeID: string;
  readonly personID: string;
}

export interface AifParticipant {
  readonly participantID: string;
  readonly name: string;
}

/** Looks up the nodes of a network and their edges. */
export class AifIndex {
  readonly #nodes: ReadonlyMap<string, AifNode>;
  readonly #into = new Map<string, AifNode[]>();
  readonly #outOf = new Map<string, AifNode[]>();

  constructor({ nodes, edges }: AifNetwork) {
    this.#nodes = new Map(nodes.map((node) => [node.nodeID, node]));
    for (const { fromID, toID } of edges) {
      const [from, to] = [this.#nodes.get(fromID), this.#nodes.get(toID)];
      if (from === undefined || to === undefined || from === to) continue;
      add(this.#outOf, fromID, to);
      add(this.#into, toID, from);
    }
  }

  /** Returns the nodes with an edge to a node, of some types or of all. */
  into = ({ nodeID }: AifNode, ...types: readonly string[]): readonly AifNode[] =>
    filter(this.#into.get(nodeID), types);
  /** Returns the nodes that a node has an edge to, of some types or of all. */
  outOf = ({ nodeID }: AifNode, ...types: readonly string[]): readonly AifNode[] =>
    filter(this.#outOf.get(nodeID), types);
}

function add(map: Map<string, AifNode[]>, key: string, node: AifNode): void {
  const all = map.get(key);
  if (all === undefined) map.set(key, [node]);
  else if (!all.includes(node)) all.push(node);
}

const filter = (nodes: readonly AifNode[] = [], types: readonly string[]): readonly AifNode[] =>
  types.length === 0 ? nodes : nodes.filter(({ type }) => types.includes(type));
