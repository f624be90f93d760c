/** The nodes of the tree layout: a card, or a frame with its premises, with room for section labels. */

import type { CardId } from "../../tree/tree.ts";
import type { Direction } from "../geometry/box.ts";
import type { CardLayout } from "../model.ts";
import type { TextMeasure } from "../typesetting/measure.ts";
import type { CardNode } from "./cardTree.ts";
import { moreLinesHeight, type OpenSectionArea, wrapTitle } from "./sectionAreas.ts";
import { emptyPath, type SectionPath, type SectionPaths } from "./sectionPaths.ts";

/**
 * Gaps in pixels: before and after a node along the direction of growth, and across it between nodes. The gap between columns
 * has room for the mark of a contradiction.
 */
export const spacing = {
  right: { before: 32, after: 16, siblings: 14, cousins: 24, roots: 40, columns: 72 },
  down: { before: 32, after: 16, siblings: 20, cousins: 36, roots: 60, columns: 72 },
} as const;
export const frameSpacing = { padding: 7, between: 10 };
/** The space for the label of a section area, and the additional space for each area within it that starts here too. */
const labelSpacing = { first: 20, more: 26 };
/** Half the space that a label leaves for the edge that arrives at the middle of a card. */
const EDGE_CLEARANCE = 8;

/** The width of the label at a card with this width. An edge from above arrives in the middle of a card. */
export const labelWidth = (cardWidth: number, hasParent: boolean, direction: Direction): number =>
  direction === "right" || !hasParent ? cardWidth : cardWidth / 2 - EDGE_CLEARANCE;

/** The height of the labels of some areas that start at the same node, each within the one before. */
export const heightOfLabels = (areas: readonly OpenSectionArea[]): number =>
  areas.reduce((height, area) => height + labelSpacing.more + moreLinesHeight(area), 0);

/** A card of a node. */
export interface CardInNode {
  readonly cardNode: CardNode;
  readonly layout: CardLayout;
  readonly level: number;
  /** The distance from the start of the node, across the direction of growth. */
  readonly offset: number;
}

/** The properties of a node that depend on the sizes of its cards. */
interface NodeSize {
  cards: readonly CardInNode[];
  /** The size across the direction of growth. */
  across: number;
  /** The size along the direction of growth. */
  along: number;
  /** The offset across at which the node is drawn, so that premises are level with their own children. */
  shift: number;
  /** The size given to the layout: across, and along with the gaps before and after. */
  outerSize: [number, number];
}

/** A node of the tree that d3-flextree lays out. */
export interface LayoutNode extends NodeSize {
  /** The step whose linked premises the node frames; undefined for a single card. */
  readonly framedStep: CardNode | undefined;
  readonly level: number;
  /** The space before the cards for labels of section areas. Included in the node's size. */
  readonly labelSpace: number;
  readonly sectionPath: SectionPath;
  /** The section areas that the node is in, outermost first. The last `newAreaCount` of them start at this node. */
  readonly sectionAreas: readonly OpenSectionArea[];
  readonly newAreaCount: number;
  /** Undefined for a root. */
  readonly parentNode: LayoutNode | undefined;
  readonly children: LayoutNode[];
  /** Set by d3-flextree, relative to the root: the middle of the node across, and its start along. */
  x: number;
  y: number;
}

/** d3-flextree is recursive. Nodes below this level are placed beside the nodes of this level to limit the recursion. */
const MAX_DEPTH = 1000;

interface SizingOptions {
  readonly direction: Direction;
  readonly layoutOf: (cardNode: CardNode) => CardLayout;
}

interface NodeOptions extends SizingOptions {
  readonly sectionPaths: SectionPaths;
  /** The roots that start a new column, and with it new section areas. */
  readonly columnStarts: ReadonlySet<CardId>;
  readonly measure: TextMeasure;
}

/** Nodes still to be created. */
interface PendingNodes {
  /** The list to add them to. */
  readonly output: LayoutNode[];
  readonly parentNode: LayoutNode | undefined;
  /** The children of each card of the parent node. */
  readonly siblingGroups: readonly (readonly CardNode[])[];
  readonly level: number;
}

/** Creates the nodes of all roots and their descendants. Not recursive, as a deep map would overflow the call stack. */
export function createNodes(roots: readonly CardNode[], options: NodeOptions): readonly LayoutNode[] {
  const nodes: LayoutNode[] = [];
  const pending: PendingNodes[] = [{ output: nodes, parentNode: undefined, siblingGroups: [roots], level: 1 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { output, parentNode, siblingGroups, level } = next;
    const groups =
      siblingGroups.length === 1 && siblingGroups[0]
        ? groupLinkedPremises(siblingGroups[0])
        : siblingGroups.flatMap(groupLinkedPremises);
    const placements = placeInSections(groups, parentNode, options);
    // In a tree that grows down, siblings are aligned even if only some of them have labels.
    const sharedLabelSpace =
      options.direction === "down" ? placements.reduce((max, one) => Math.max(max, labelSpaceFor(one)), 0) : undefined;
    groups.forEach((cardNodes, index) => {
      const placement = placements[index];
      if (placement === undefined) return;
      const labelSpace = sharedLabelSpace ?? labelSpaceFor(placement);
      const framedStep = cardNodes.length > 1 ? cardNodes[0]?.parent : undefined;
      const { sectionPath, sectionAreas, newAreaCount } = placement;
      const { cards, across, along, shift, outerSize } = nodeSize(
        cardNodes,
        { framedStep, level, labelSpace },
        options,
      );
      // Field by field: with thousands of nodes, spreading the two objects takes longer than the layout.
      const node: LayoutNode = {
        cards,
        across,
        along,
        shift,
        outerSize,
        sectionPath,
        sectionAreas,
        newAreaCount,
        parentNode,
        framedStep,
        level,
        labelSpace,
        children: [],
        x: 0,
        y: 0,
      };
      output.push(node);
      const childGroups: (readonly CardNode[])[] = [];
      for (const { children } of cardNodes) if (children.length > 0) childGroups.push(children);
      if (childGroups.length === 0) return;
      pending.push({
        output: level < MAX_DEPTH ? node.children : output,
        parentNode: node,
        siblingGroups: childGroups,
        level: level + 1,
      });
    });
  }
  return nodes;
}

function labelSpaceFor({ sectionAreas, newAreaCount }: SectionPlacement): number {
  if (newAreaCount === 0) return 0;
  return heightOfLabels(sectionAreas.slice(-newAreaCount)) - labelSpacing.more + labelSpacing.first;
}

/** Groups siblings into nodes: linked premises at the position of the first, each other card alone. */
function groupLinkedPremises(siblings: readonly CardNode[]): readonly (readonly CardNode[])[] {
  const isPremise = ({ card, parent }: CardNode): boolean => card.relation === "premise" && parent !== undefined;
  if (siblings.length < 2) return [siblings];
  const linkedPremises = siblings.filter(isPremise);
  if (linkedPremises.length < 2) return siblings.map((one) => [one]);
  return siblings.flatMap((one) => (!isPremise(one) ? [[one]] : one === linkedPremises[0] ? [linkedPremises] : []));
}

interface SectionPlacement {
  readonly sectionPath: SectionPath;
  readonly sectionAreas: readonly OpenSectionArea[];
  readonly newAreaCount: number;
}

const outsideSections: SectionPlacement = { sectionPath: emptyPath, sectionAreas: [], newAreaCount: 0 };

/** Assigns siblings to section areas. A node continues the area of its parent or of its previous sibling, or starts one. */
function placeInSections(
  groups: readonly (readonly CardNode[])[],
  parentNode: LayoutNode | undefined,
  { sectionPaths, columnStarts, layoutOf, direction, measure }: NodeOptions,
): readonly SectionPlacement[] {
  if (sectionPaths.isEmpty) return groups.map(() => outsideSections);
  let previousAreas: readonly OpenSectionArea[] = [];
  return groups.map(([first, second]): SectionPlacement => {
    // A frame of premises is in the section of its step.
    const sectionPath =
      first === undefined || second !== undefined
        ? (parentNode?.sectionPath ?? emptyPath)
        : sectionPaths.pathOf(first, parentNode?.sectionPath);
    if (sectionPath.sections.length === 0) {
      previousAreas = [];
      return { sectionPath, sectionAreas: [], newAreaCount: 0 };
    }
    if (first !== undefined && columnStarts.has(first.card.id)) previousAreas = [];
    let newAreaCount = 0;
    const sectionAreas = sectionPath.sections.map((section, index): OpenSectionArea => {
      const isSameSection = (one: OpenSectionArea): boolean => one.section === section;
      const known = parentNode?.sectionAreas.find(isSameSection) ?? previousAreas.find(isSameSection);
      if (known !== undefined) return known;
      newAreaCount += 1;
      const innermost = parentNode?.sectionAreas.at(-1);
      return {
        section,
        innerDepth: sectionPath.innerDepths[index] ?? 0,
        depth: index,
        order: (innermost?.order ?? -1) + 1 + index,
        segments: [],
        titleLines:
          first === undefined
            ? []
            : wrapTitle(section.title, labelWidth(layoutOf(first).width, parentNode !== undefined, direction), measure),
        label: undefined,
      };
    });
    previousAreas = sectionAreas;
    return { sectionPath, sectionAreas, newAreaCount };
  });
}

/**
 * Updates a node after the layouts of its cards have changed.
 * @returns whether the size or the shift of the node has changed
 */
export function resize(node: LayoutNode, options: SizingOptions): boolean {
  const { outerSize, shift } = node;
  const cardNodes = node.cards.map(({ cardNode }) => cardNode);
  Object.assign(node, nodeSize(cardNodes, node, options));
  return outerSize[0] !== node.outerSize[0] || outerSize[1] !== node.outerSize[1] || shift !== node.shift;
}

/** The size of a node with a single card, or with premises side by side in a frame. */
function nodeSize(
  cardNodes: readonly CardNode[],
  { framedStep, level, labelSpace }: Pick<LayoutNode, "framedStep" | "level" | "labelSpace">,
  { direction, layoutOf }: SizingOptions,
): NodeSize {
  const isRight = direction === "right";
  const acrossOf = ({ width, height }: CardLayout): number => (isRight ? height : width);
  const alongOf = (layout: CardLayout): number =>
    (isRight ? layout.width : layout.height) + overhang(layout, direction);
  const padding = framedStep === undefined ? 0 : frameSpacing.padding;
  const start = (isRight ? labelSpace : 0) + padding;
  const cards: CardInNode[] = [];
  let offset = start;
  let along = 0;
  for (const cardNode of cardNodes) {
    const layout = layoutOf(cardNode);
    cards.push({ cardNode, layout, level, offset });
    offset += acrossOf(layout) + frameSpacing.between;
    along = Math.max(along, alongOf(layout));
  }
  const across = offset - frameSpacing.between + padding;
  const middle = (card: CardInNode): number => card.offset + acrossOf(card.layout) / 2;
  const { before, after } = spacing[direction];
  const outerSize: [number, number] = [across, before + (isRight ? 0 : labelSpace) + along + after];
  const [only, second] = cards;
  if (only !== undefined && second === undefined)
    return { cards, across, along, shift: across / 2 - middle(only), outerSize };
  // The children of premises are centered on the premises that have children.
  const withChildren = cards.filter(({ cardNode }) => cardNode.children.length > 0);
  const first = withChildren[0];
  const last = withChildren.at(-1);
  const anchor = first && last ? (middle(first) + middle(last)) / 2 : (start - padding + across) / 2;
  return { cards, across, along, shift: across / 2 - anchor, outerSize };
}

/** How far the badge with the number of folded cards extends beyond a card, along the direction of growth. */
function overhang({ hiddenCount, controls, width, height }: CardLayout, direction: Direction): number {
  if (hiddenCount === 0) return 0;
  const foldHandle = controls.find(({ kind }) => kind === "fold");
  if (foldHandle === undefined) return 0;
  return direction === "right"
    ? Math.max(0, foldHandle.x + foldHandle.width - width)
    : Math.max(0, foldHandle.y + foldHandle.height - height);
}
