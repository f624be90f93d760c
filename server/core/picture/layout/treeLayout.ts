/** Lays out the branches of a tree. `stackBranches` puts them together. */
import { type FlextreeNode, flextree } from "d3-flextree";
import type { CardId } from "../../tree/tree.ts";
import type { Direction } from "../geometry/box.ts";
import type { CardLayout } from "../model.ts";
import type { TextMeasure } from "../typesetting/measure.ts";
import { type BranchSignature, branchSignature, hashSignature, isSameSignature } from "./branchSignature.ts";
import type { CardNode } from "./cardTree.ts";
import { createNodes, type LayoutNode, resize, spacing } from "./layoutNodes.ts";
import { type SectionPaths, sectionGap } from "./sectionPaths.ts";

/** A root with its descendants and their positions relative to the root. */
export interface BranchLayout {
  /** In preorder. */
  readonly nodes: readonly LayoutNode[];
  readonly nodeByCard: ReadonlyMap<CardNode, LayoutNode>;
  /** Undefined if a size has changed since the signature was computed. */
  readonly signature: BranchSignature | undefined;
  /** Two numbers for each node, in layout coordinates: its middle across, and its start along. */
  readonly positions: readonly number[];
}

/** The branches of a picture, kept for the next one: a branch whose signature is unchanged is not laid out again. */
export type BranchLayouts = readonly BranchLayout[];

/** The options of a tree layout. */
export interface LayoutInput {
  readonly direction: Direction;
  /** The roots that start a new column; a new row in a tree that grows down. */
  readonly columnStarts: ReadonlySet<CardId>;
  readonly sectionPaths: SectionPaths;
  readonly layoutOf: (cardNode: CardNode) => CardLayout;
  readonly measure: TextMeasure;
  /** Called for each branch that is laid out. */
  readonly onBranchLaidOut: () => void;
}

/**
 * Lays out the branches of a tree, each for itself.
 * @param previous the branches of an earlier picture, reused where their signatures are equal
 */
export function layoutBranches(roots: readonly CardNode[], previous: BranchLayouts, input: LayoutInput): BranchLayouts {
  const byHash = new Map(
    previous.map(({ nodes, positions, signature = branchSignature(nodes) }) => {
      return [hashSignature(signature), { signature, positions }];
    }),
  );
  return createNodes(roots, input).map((root): BranchLayout => {
    const nodes = inPreorder(root);
    const nodeByCard = new Map<CardNode, LayoutNode>();
    for (const node of nodes) for (const { cardNode } of node.cards) nodeByCard.set(cardNode, node);
    const signature = branchSignature(nodes);
    const reusable = byHash.get(hashSignature(signature));
    if (reusable !== undefined && isSameSignature(reusable.signature, signature))
      return { nodes, nodeByCard, signature, positions: reusable.positions };
    input.onBranchLaidOut();
    return { nodes, nodeByCard, signature, positions: computePositions(root, nodes, input.direction) };
  });
}

/** Updates branches after the layouts of some cards have changed. Lays out only branches in which a node has a new size. */
export function relayoutBranches(
  previous: BranchLayouts,
  changed: ReadonlySet<CardNode>,
  input: LayoutInput,
): BranchLayouts {
  return previous.map((branch): BranchLayout => {
    const changedNodes = new Set<LayoutNode>();
    for (const cardNode of changed) {
      const node = branch.nodeByCard.get(cardNode);
      if (node !== undefined) changedNodes.add(node);
    }
    let isResized = false;
    for (const node of changedNodes) if (resize(node, input)) isResized = true;
    const [root] = branch.nodes;
    if (!isResized || root === undefined) return branch;
    input.onBranchLaidOut();
    return { ...branch, signature: undefined, positions: computePositions(root, branch.nodes, input.direction) };
  });
}

/** A root and its descendants in preorder. Not recursive, as a deep map would overflow the call stack. */
function inPreorder(root: LayoutNode): readonly LayoutNode[] {
  const nodes: LayoutNode[] = [];
  const pending: LayoutNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    nodes.push(node);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) pending.push(child);
    }
  }
  return nodes;
}

/**
 * Computes the positions of a branch by d3-flextree: van der Ploeg, “Drawing non-layered tidy trees in linear time”
 * (2014), for nodes of different sizes.
 */
function computePositions(
  root: LayoutNode,
  nodes: readonly LayoutNode[],
  direction: Direction,
): BranchLayout["positions"] {
  const gap = spacing[direction];
  const layout = flextree<LayoutNode>({
    nodeSize: (node) => asLayoutNode(node).outerSize,
    spacing: (one, other) => {
      const [a, b] = [asLayoutNode(one), asLayoutNode(other)];
      const usual = a.parentNode !== b.parentNode ? gap.cousins : gap.siblings;
      // Nodes are drawn shifted, so the spacing compensates for the shifts of both.
      return usual + sectionGap(a.sectionPath, b.sectionPath) + a.shift - b.shift;
    },
  });
  // Passing our own nodes saves a copy of the tree, which takes as long as the layout. d3-flextree only reads their
  // `children`, calls the functions above, and sets `x` and `y`.
  layout(root as unknown as FlextreeNode<LayoutNode>);
  return nodes.flatMap(({ x, y }) => [x, y]);
}

/** d3-flextree passes back the nodes that it was given. */
const asLayoutNode = (node: unknown): LayoutNode => node as LayoutNode;
