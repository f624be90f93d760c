/** The argument of a map: its framework, and which node belongs to which entry. */
import type { Entry } from "../language/entry.ts";
import type { Framework, NodeIndex } from "./framework.ts";

/** The entries of the nodes of an argument. */
export interface NodeEntries {
  /** See {@link Argument.entries}. The nodes of statements and steps come first, then all others. */
  readonly entries: readonly Entry[];
  /** The number of statements and steps. */
  readonly mainCount: number;
  /** The nodes of the texts of steps without premises. */
  readonly textNodes: readonly NodeIndex[];
  /** See {@link Argument.wordings}. */
  readonly wordings: ReadonlyMap<Entry, readonly Entry[]>;
}

/** Tables from entries to nodes, made on demand: an argument is read after each edit, but not each edit needs them. */
class NodeTables {
  readonly #of: NodeEntries;
  #nodes: ReadonlyMap<Entry, NodeIndex> | undefined;
  #textNodes: ReadonlyMap<Entry, NodeIndex> | undefined;

  constructor(of: NodeEntries) {
    this.#of = of;
  }

  get nodes(): ReadonlyMap<Entry, NodeIndex> {
    this.#nodes ??= mainNodes(this.#of);
    return this.#nodes;
  }

  get textNodes(): ReadonlyMap<Entry, NodeIndex> {
    const { entries, textNodes } = this.#of;
    this.#textNodes ??= new Map(
      textNodes.flatMap((node) => {
        const entry = entries[node];
        return entry === undefined ? [] : [[entry, node]];
      }),
    );
    return this.#textNodes;
  }
}

function mainNodes({ entries, mainCount, wordings }: NodeEntries): ReadonlyMap<Entry, NodeIndex> {
  const nodes = new Map<Entry, NodeIndex>();
  for (let node = 0; node < mainCount; node++) {
    const entry = entries[node];
    if (entry === undefined) continue;
    nodes.set(entry, node);
    if (wordings.size > 0) for (const wording of wordings.get(entry) ?? []) nodes.set(wording, node);
  }
  return nodes;
}

/** The framework of a map, and which entry each of its nodes is. */
export class Argument {
  readonly framework: Framework;
  /**
   * The entry of each node. A step without premises has two nodes: one for its text, which is its only premise, and one
   * for itself.
   */
  readonly entries: readonly Entry[];
  /** The wordings of statements that have several, by the main one, which comes first. */
  readonly wordings: ReadonlyMap<Entry, readonly Entry[]>;
  readonly #tables: NodeTables;

  private constructor(
    framework: Framework,
    { entries, wordings }: Pick<NodeEntries, "entries" | "wordings">,
    tables: NodeTables,
  ) {
    this.framework = framework;
    this.entries = entries;
    this.wordings = wordings;
    this.#tables = tables;
  }

  static create(framework: Framework, nodeEntries: NodeEntries): Argument {
    return new Argument(framework, nodeEntries, new NodeTables(nodeEntries));
  }

  /** The node of each statement and step. */
  get nodes(): ReadonlyMap<Entry, NodeIndex> {
    return this.#tables.nodes;
  }

  /** The node of the text, for steps without premises. */
  get textNodes(): ReadonlyMap<Entry, NodeIndex> {
    return this.#tables.textNodes;
  }

  /** Returns the argument with other values of the same nodes. */
  withFramework(framework: Framework): Argument {
    return new Argument(framework, this, this.#tables);
  }
}
