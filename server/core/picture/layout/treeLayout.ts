/** Where everything stands in a tree: cards, the frames around linked premises, the grounds of sections. */
import { type FlextreeNode, flextree } from "d3-flextree";
import type { CardId } from "../../tree/tree.ts";
import type { CardLayout } from "../cards/cardLayout.ts";
import { type Box, type Direction, fromAxes } from "../geometry/box.ts";
import type { TextMeasure } from "../text/measure.ts";
import type { CardNode, Hue } from "./cardTree.ts";
import { createNodes, frameSpacing, gaps, type LayoutNode, labelSpacing, resize } from "./layoutNodes.ts";
import { clearSectionArea, closeSectionAreas, type OpenSectionArea, type SectionArea } from "./sectionAreas.ts";
import { type SectionPaths, sectionGap, sectionPadding } from "./sectionPaths.ts";

export type { Box, Direction } from "../geometry/box.ts";

export interface PlacedCard extends Box {
  readonly id: CardId;
  readonly layout: CardLayout;
  readonly parent: CardId | undefined;
  /** 1 for a root, as in an outline. */
  readonly level: number;
}

/** Around the premises that are one step together. */
export interface Frame extends Box {
  /** In an outline, where other rows may stand between them, premises are bracketed. */
  readonly form: "frame" | "bracket";
  readonly step: CardId;
  readonly hue: Hue;
  /** Where the step's line goes, along the side at which it arrives. */
  readonly anchor: number;
}

export interface TreeLayout {
  /** In the order in which the tree is read. */
  readonly cards: readonly PlacedCard[];
  readonly frames: readonly Frame[];
  readonly sectionAreas: readonly SectionArea[];
}

/** A root with all below it, and the places that were reckoned for these from the middle of the root. */
interface BranchLayout {
  /** Parents before their children, siblings in their order. */
  readonly nodes: readonly LayoutNode[];
  readonly nodeByCard: ReadonlyMap<CardNode, LayoutNode>;
  /** All that the places depend on; undefined where a size has changed since it was gathered. */
  readonly signature: readonly number[] | undefined;
  /** For each node two numbers: its middle across, and where it begins along. */
  readonly positions: readonly number[];
}

/** The branches of one picture, kept for the next: those whose boxes all have their old sizes are not laid out again. */
export type BranchLayouts = readonly BranchLayout[];

/** How far before a card its line has to run straight on, as the label of a ground stands there. */
export type StraightLengths = ReadonlyMap<CardId, number>;

export interface LayoutInput {
  readonly direction: Direction;
  readonly sectionPaths: SectionPaths;
  readonly layoutOf: (standing: CardNode) => CardLayout;
  readonly measure: TextMeasure;
  /** Hears that places were reckoned anew. */
  readonly onBranchLaidOut: () => void;
}

export interface LayoutResult extends TreeLayout {
  readonly branches: BranchLayouts;
  readonly straightLengths: StraightLengths;
}

/**
 * Positions of all that is to be seen of a tree. Roots stand after one another, none beside what hangs on another one.
 * @param previous the branches of an earlier picture
 */
export function layoutTree(roots: readonly CardNode[], previous: BranchLayouts, input: LayoutInput): LayoutResult {
  const bySignature = new Map(
    previous.map(({ nodes, positions, signature = branchSignature(nodes) }) => {
      return [hashSignature(signature), { shape: signature, places: positions }];
    }),
  );
  const branches = createNodes(roots, input).map((root): BranchLayout => {
    const nodes = inPreorder(root);
    const nodeByCard = new Map<CardNode, LayoutNode>();
    for (const node of nodes) for (const { cardNode } of node.cards) nodeByCard.set(cardNode, node);
    const signature = branchSignature(nodes);
    const reusable = bySignature.get(hashSignature(signature));
    if (reusable !== undefined && isSameSignature(reusable.shape, signature))
      return { nodes, nodeByCard, signature, positions: reusable.places };
    input.onBranchLaidOut();
    return { nodes, nodeByCard, signature, positions: computePositions(root, nodes, input.direction) };
  });
  return stackBranches(branches, input);
}

/** The branches after some cards have got other faces: only those in which the size of a box has changed are laid out again. */
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

/** All branches in their places, one after the other. */
export function stackBranches(branches: BranchLayouts, input: LayoutInput): LayoutResult {
  const { direction } = input;
  const cards: PlacedCard[] = [];
  const frames: Frame[] = [];
  const grounds = new Set<OpenSectionArea>();
  const straightLengths = new Map<CardId, number>();
  let end = 0;
  let previousRoot: LayoutNode | undefined;
  for (const { nodes, positions } of branches) {
    let [low, high] = [Infinity, -Infinity];
    nodes.forEach(({ across, shift }, index) => {
      const start = Math.round((positions[2 * index] ?? 0) - across / 2 + shift);
      low = Math.min(low, start);
      high = Math.max(high, start + across);
    });
    const [root] = nodes;
    if (previousRoot !== undefined && root !== undefined)
      end += gaps[direction].roots + sectionGap(previousRoot.sectionPath, root.sectionPath);
    const offset = Math.round(end - low);
    nodes.forEach((node, index) => {
      const [across, along] = [positions[2 * index] ?? 0, positions[2 * index + 1] ?? 0];
      for (const area of node.sectionAreas) {
        if (!grounds.has(area)) clearSectionArea(area);
        grounds.add(area);
      }
      placeNode(
        node,
        Math.round(across - node.across / 2 + node.shift) + offset,
        Math.round(along),
        direction,
        cards,
        frames,
      );
      if (direction === "right" || node.labelSpace === 0) return;
      for (const { cardNode } of node.cards) straightLengths.set(cardNode.card.id, node.labelSpace);
    });
    end = offset + high;
    previousRoot = root;
  }
  return { cards, frames, sectionAreas: closeSectionAreas([...grounds], input), branches, straightLengths };
}

/** A root with all below it, parents before their children, siblings in their order. */
function inPreorder(root: LayoutNode): readonly LayoutNode[] {
  const nodes: LayoutNode[] = [];
  const pending: LayoutNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    nodes.push(node);
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at];
      if (child !== undefined) pending.push(child);
    }
  }
  return nodes;
}

/** All that the places of a branch depend on: sizes, shifts, numbers of children, and where sections part. */
function branchSignature(nodes: readonly LayoutNode[]): readonly number[] {
  const signature: number[] = [];
  const pathNumbers = new Map<object, number>();
  for (const { outerSize, shift, children, sectionPath } of nodes) {
    const number = pathNumbers.get(sectionPath) ?? pathNumbers.size;
    pathNumbers.set(sectionPath, number);
    signature.push(outerSize[0], outerSize[1], shift, children.length, number, sectionPath.sections.length);
  }
  return signature;
}

/** What two branches of the same shape share; rarely shared by others. */
function hashSignature(signature: readonly number[]): number {
  let sum = signature.length;
  for (const number of signature) sum = (Math.imul(sum, 31) + Math.round(number * 16)) | 0;
  return sum;
}

const isSameSignature = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((number, index) => number === b[index]);

function computePositions(
  root: LayoutNode,
  nodes: readonly LayoutNode[],
  direction: Direction,
): BranchLayout["positions"] {
  const gap = gaps[direction];
  const tree = flextree<LayoutNode>({
    nodeSize: (node) => asLayoutNode(node).outerSize,
    spacing: (one, other) => {
      const [a, b] = [asLayoutNode(one), asLayoutNode(other)];
      const usual = a.parentNode !== b.parentNode ? gap.cousins : gap.siblings;
      // The boxes are drawn shifted, so the space between two must make up for both shifts.
      return usual + sectionGap(a.sectionPath, b.sectionPath) + a.shift - b.shift;
    },
  });
  // All that d3-flextree reads of a node that it is given are its children and what the functions above tell; it writes its
  // x and y. So it is spared a copy of the whole tree, which would take as long as the layout itself.
  tree(root as unknown as FlextreeNode<LayoutNode>);
  return nodes.flatMap(({ x, y }) => [x, y]);
}

/** The node that was given to the layout as one of its own. */
const asLayoutNode = (node: unknown): LayoutNode => node as LayoutNode;

/** Puts what is in a node, which begins `across` and `along`, into the picture, and the node itself on its grounds. */
function placeNode(
  node: LayoutNode,
  across: number,
  along: number,
  direction: Direction,
  cards: PlacedCard[],
  frames: Frame[],
): void {
  const isRight = direction === "right";
  const near = along + (isRight ? 0 : node.labelSpace);
  for (const { cardNode, layout, level, offset } of node.cards) {
    const box = fromAxes(direction, across + offset, near, layout);
    cards[cardNode.index] = { ...box, id: cardNode.card.id, layout, parent: cardNode.parent?.card.id, level };
  }
  const cardsStart = across + (isRight ? node.labelSpace : 0);
  const cardsEnd = across + node.across;
  if (node.framedStep !== undefined) {
    const length = node.along + 2 * frameSpacing.padding;
    const size = isRight
      ? { width: length, height: cardsEnd - cardsStart }
      : { width: cardsEnd - cardsStart, height: length };
    const box = fromAxes(direction, cardsStart, near - frameSpacing.padding, size);
    const anchor = node.across / 2 - node.shift - (cardsStart - across);
    frames.push({ ...box, form: "frame", step: node.framedStep.card.id, hue: node.framedStep.hue, anchor });
  }
  extendSectionAreas(node, { across, begin: cardsStart, end: cardsEnd, along, near }, direction);
}

interface NodeBounds {
  readonly across: number;
  readonly begin: number;
  readonly end: number;
  readonly along: number;
  readonly near: number;
}

function extendSectionAreas(
  node: LayoutNode,
  { across, begin, end, along, near }: NodeBounds,
  direction: Direction,
): void {
  const isRight = direction === "right";
  const { before, after } = gaps[direction];
  const firstNew = node.sectionAreas.length - node.newAreaCount;
  node.sectionAreas.forEach((area, index) => {
    const padding = sectionPadding(area.innerDepth);
    const labelIndex = index >= firstNew ? index - firstNew : undefined;
    // Label after label, each within the ground of the one before.
    const labelOffset = labelIndex === undefined ? 0 : labelIndex * labelSpacing.more;
    const isFirstNode = node.parentNode === undefined || !node.parentNode.sectionAreas.includes(area);
    const hasLabel = node.labelSpace > 0 && labelIndex !== undefined;
    area.segments.push({
      start: (isRight && hasLabel ? across + labelOffset : begin) - padding,
      end: end + padding,
      near: isFirstNode ? (isRight ? near : along + labelOffset) - padding : near - before,
      // What goes on begins there, and what does not ends there too: a contour without small steps.
      far: near + node.along + after,
    });
    if (labelIndex === undefined || area.label !== undefined) return;
    area.label = isRight
      ? { x: near, y: across + labelOffset + 11, width: node.along }
      : // The line to a card comes down in the middle of it.
        {
          x: begin,
          y: along + labelOffset + 11,
          width: node.parentNode === undefined ? node.across : node.across / 2 - 8,
        };
  });
}
