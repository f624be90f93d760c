/** Converts a node of the tree layout to placed cards, its frame, and its part of the section areas. */
import { type Direction, fromAxes } from "../geometry/box.ts";
import type { Frame, PlacedCard } from "../model.ts";
import { frameSpacing, heightOfLabels, type LayoutNode, labelWidth, spacing } from "./layoutNodes.ts";
import { sectionPadding } from "./sectionPaths.ts";

/** The distance from the top of a label to its baseline. */
const LABEL_BASELINE = 11;

/** Adds the contents of a node that starts at these layout coordinates to `cards`, `frames` and its section areas. */
export function placeNode(
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
  extendSectionAreas(node, { across, cardsStart, cardsEnd, along, near }, direction);
}

/** The extent of a node in layout coordinates, with and without the space for labels. */
interface NodeExtent {
  readonly across: number;
  readonly cardsStart: number;
  readonly cardsEnd: number;
  readonly along: number;
  readonly near: number;
}

/** Adds a node to the section areas that it is in. */
function extendSectionAreas(
  node: LayoutNode,
  { across, cardsStart, cardsEnd, along, near }: NodeExtent,
  direction: Direction,
): void {
  const isRight = direction === "right";
  const { before, after } = spacing[direction];
  const firstNew = node.sectionAreas.length - node.newAreaCount;
  node.sectionAreas.forEach((area, index) => {
    const padding = sectionPadding(area.innerDepth);
    const labelIndex = index >= firstNew ? index - firstNew : undefined;
    // Each label is within the area of the label before.
    const labelOffset = labelIndex === undefined ? 0 : heightOfLabels(node.sectionAreas.slice(firstNew, index));
    const isFirstNode = node.parentNode === undefined || !node.parentNode.sectionAreas.includes(area);
    const hasLabel = node.labelSpace > 0 && labelIndex !== undefined;
    area.segments.push({
      start: (isRight && hasLabel ? across + labelOffset : cardsStart) - padding,
      end: cardsEnd + padding,
      near: isFirstNode ? (isRight ? near : along + labelOffset) - padding : near - before,
      // The same end for all nodes, with or without children in the area, avoids small steps in the contour.
      far: near + node.along + after,
    });
    if (labelIndex === undefined || area.label !== undefined) return;
    const y = (isRight ? across : along) + labelOffset + LABEL_BASELINE;
    if (isRight) area.label = { x: near, y, width: node.along };
    else area.label = { x: cardsStart, y, width: labelWidth(node.across, node.parentNode !== undefined, "down") };
  });
}
