/** Puts the branches of a tree together, in columns: the positions of cards, frames and section areas. */
import type { CardId } from "../../tree/tree.ts";
import type { Direction } from "../geometry/box.ts";
import type { Frame, Picture, PlacedCard } from "../model.ts";
import { frameSpacing, type LayoutNode, spacing } from "./layoutNodes.ts";
import { placeNode } from "./placeNode.ts";
import { clearSectionArea, closeSectionAreas, type OpenSectionArea } from "./sectionAreas.ts";
import { sectionGap, sectionPadding } from "./sectionPaths.ts";
import type { BranchLayout, BranchLayouts, LayoutInput } from "./treeLayout.ts";

export type TreeLayout = Pick<Picture, "cards" | "frames" | "sectionAreas">;

/** The length of the straight end of the edge to a card, which runs past the label of a section area. */
export type StraightLengths = ReadonlyMap<CardId, number>;

/** A tree layout with the lengths that its edges need. */
export interface StackedBranches extends TreeLayout {
  readonly straightLengths: StraightLengths;
}

/**
 * Places the branches one after another across the direction of growth, without interlocking. A root of `columnStarts` begins
 * a new column beyond all branches so far; in a tree that grows down, this is a row.
 */
export function stackBranches(branches: BranchLayouts, input: LayoutInput): StackedBranches {
  const { direction, columnStarts } = input;
  const cards: PlacedCard[] = [];
  const frames: Frame[] = [];
  const areas = new Set<OpenSectionArea>();
  const straightLengths = new Map<CardId, number>();
  let [end, columnNear, columnFar] = [0, 0, 0];
  let previousRoot: LayoutNode | undefined;
  for (const branch of branches) {
    const { nodes, positions } = branch;
    const root = nodes[0];
    const extent = branchExtent(branch, direction);
    if (previousRoot !== undefined && root !== undefined) {
      if (startsColumn(root, columnStarts)) {
        columnNear = columnFar + spacing[direction].columns + rootPadding(root);
        end = 0;
      } else end += spacing[direction].roots + sectionGap(previousRoot.sectionPath, root.sectionPath);
    }
    const offset = Math.round(end - extent.low);
    nodes.forEach((node, index) => {
      for (const area of node.sectionAreas) {
        if (!areas.has(area)) clearSectionArea(area);
        areas.add(area);
      }
      const across = Math.round((positions[2 * index] ?? 0) - node.across / 2 + node.shift) + offset;
      const along = Math.round(positions[2 * index + 1] ?? 0) + columnNear;
      placeNode(node, across, along, direction, cards, frames);
      if (direction === "right" || node.labelSpace === 0) return;
      for (const { cardNode } of node.cards) straightLengths.set(cardNode.card.id, node.labelSpace);
    });
    end = offset + extent.high;
    columnFar = Math.max(columnFar, columnNear + extent.far);
    previousRoot = root;
  }
  return { cards, frames, sectionAreas: closeSectionAreas([...areas], input), straightLengths };
}

/** Whether a root is the first of a column other than the first column. */
export const startsColumn = ({ cards }: Pick<LayoutNode, "cards">, columnStarts: ReadonlySet<CardId>): boolean =>
  columnStarts.size > 0 && cards.some(({ cardNode }) => columnStarts.has(cardNode.card.id));

/** How far the section areas of a root extend before it. */
const rootPadding = ({ sectionPath }: LayoutNode): number =>
  sectionPath.innerDepths[0] === undefined ? 0 : sectionPadding(sectionPath.innerDepths[0]);

/** The extent of a branch in layout coordinates, as far as its cards and frames reach; along, it starts at 0. */
export function branchExtent(
  { nodes, positions }: BranchLayout,
  direction: Direction,
): { readonly low: number; readonly high: number; readonly far: number } {
  let [low, high, far] = [Infinity, -Infinity, 0];
  nodes.forEach(({ across, shift, along, labelSpace, framedStep }, index) => {
    const start = Math.round((positions[2 * index] ?? 0) - across / 2 + shift);
    const near = Math.round(positions[2 * index + 1] ?? 0) + (direction === "right" ? 0 : labelSpace);
    low = Math.min(low, start);
    high = Math.max(high, start + across);
    far = Math.max(far, near + along + (framedStep === undefined ? 0 : frameSpacing.padding));
  });
  return { low, high, far };
}
