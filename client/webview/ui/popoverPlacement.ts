/** Places boxes over the picture where they cover least of it. Pure; all in pixels of the window. */
import { type Box, contains, type Point, type Size } from "../../../server/core/picture/geometry/box.ts";
import { clampToWindow, WINDOW_MARGIN } from "./clampToWindow.ts";

export interface PopoverPosition extends Point {
  /** The side of the card and the alignment with it. Stable while the picture moves and the popover stays at its side. */
  readonly alignment: string;
}

interface PopoverContext {
  readonly windowSize: Size;
  /** The visible cards. */
  readonly otherCards: readonly Box[];
  readonly growthDirection: "right" | "down";
  /** The position up to now. */
  readonly previous: PopoverPosition | undefined;
}

const CARD_GAP = 12;

/** The cost of a pixel of distance from the card, in square pixels of covered cards. */
const DISTANCE_WEIGHT = 12;
/** The cost of a square pixel of its own card, in square pixels of other cards. */
const OWN_CARD_WEIGHT = 20;
/** The popover keeps its alignment unless another one costs less by this many square pixels. */
const STICKINESS = 4000;

/**
 * Returns the position of a box beside a card: near it, where it covers least of other cards. Among equal positions, it
 * avoids the side to which the branch grows. Where there is no room beside the card, the box covers a part of it.
 */
export function placePopover(
  card: Box,
  box: Size,
  { windowSize, otherCards, growthDirection, previous }: PopoverContext,
): PopoverPosition {
  const xByAlignment = {
    before: card.x - CARD_GAP - box.width,
    start: card.x,
    end: card.x + card.width - box.width,
    after: card.x + card.width + CARD_GAP,
  };
  const yByAlignment = {
    before: card.y - CARD_GAP - box.height,
    start: card.y,
    end: card.y + card.height - box.height,
    after: card.y + card.height + CARD_GAP,
  };
  const alignments =
    growthDirection === "right" ? PREFERRED_ALIGNMENTS : PREFERRED_ALIGNMENTS.map(([x, y]) => [y, x] as const);
  const candidates = alignments.map(([x, y]) => ({
    alignment: `${x} ${y}`,
    x: clampToWindow(xByAlignment[x], box.width, windowSize.width),
    y: clampToWindow(yByAlignment[y], box.height, windowSize.height),
  }));
  const cost = (position: PopoverPosition): number => {
    const candidateBox = { ...position, ...box };
    const coveredArea = otherCards.reduce((sum, other) => sum + overlapArea(candidateBox, other), 0);
    return (
      coveredArea +
      DISTANCE_WEIGHT * boxDistance(candidateBox, card) +
      OWN_CARD_WEIGHT * overlapArea(candidateBox, card) -
      (position.alignment === previous?.alignment ? STICKINESS : 0)
    );
  };
  const [first, ...rest] = candidates;
  let best = {
    position: first ?? { alignment: "", x: WINDOW_MARGIN, y: WINDOW_MARGIN },
    cost: first ? cost(first) : 0,
  };
  for (const position of rest) {
    const positionCost = cost(position);
    if (positionCost < best.cost) best = { position, cost: positionCost };
  }
  return best.position;
}

type AxisAlignment = "before" | "start" | "end" | "after";

/** Horizontal and vertical alignments for a branch that grows to the right, from the most preferred. */
const PREFERRED_ALIGNMENTS: readonly (readonly [AxisAlignment, AxisAlignment])[] = [
  ["start", "after"],
  ["start", "before"],
  ["end", "after"],
  ["end", "before"],
  ["after", "start"],
  ["after", "end"],
  ["before", "start"],
  ["before", "end"],
  ["after", "after"],
  ["after", "before"],
  ["before", "after"],
  ["before", "before"],
];

export type CornerName = "bottom-left" | "top-left" | "bottom-right" | "top-right";

export interface CornerPlacement {
  readonly corner: CornerName;
  /** How far to pan the picture so that the box covers no card. */
  readonly offset: Point;
}

interface CornerOptions {
  readonly windowSize: Size;
  /** The visible cards. */
  readonly cards: readonly Box[];
  /** The whole picture. */
  readonly bounds: Box;
  /** The box in each corner. */
  readonly corners: Readonly<Record<CornerName, Box>>;
}

/** Returns the corner in which a box covers least of the cards. A picture may be panned if all of it then stays in view. */
export function bestCorner({ windowSize, cards, bounds, corners }: CornerOptions): CornerPlacement {
  const noOffset = { x: 0, y: 0 };
  let best: { readonly corner: CornerPlacement; readonly coveredArea: number; readonly moveLength: number } | undefined;
  // The record has exactly these keys.
  for (const [corner, box] of Object.entries(corners) as [CornerName, Box][]) {
    for (const offset of [noOffset, ...escapeOffsets(box, cards)]) {
      const moveLength = Math.hypot(offset.x, offset.y);
      const movedBounds = { ...bounds, x: bounds.x + offset.x, y: bounds.y + offset.y };
      if (moveLength > 0 && !contains({ x: 0, y: 0, ...windowSize }, movedBounds)) continue;
      const coveredArea = cards.reduce(
        (sum, card) => sum + overlapArea(box, { ...card, x: card.x + offset.x, y: card.y + offset.y }),
        0,
      );
      if (
        best === undefined ||
        coveredArea < best.coveredArea ||
        (coveredArea === best.coveredArea && moveLength < best.moveLength)
      )
        best = { corner: { corner, offset }, coveredArea, moveLength };
    }
  }
  return best?.corner ?? { corner: "bottom-left", offset: noOffset };
}

/** Returns the pans down, up, right and left that move all covered cards out from under a box. */
function escapeOffsets(box: Box, cards: readonly Box[]): readonly Point[] {
  const coveredCards = cards.filter((card) => overlapArea(box, card) > 0);
  if (coveredCards.length === 0) return [];
  return [
    { x: 0, y: box.y + box.height + CARD_GAP - Math.min(...coveredCards.map(({ y }) => y)) },
    { x: 0, y: box.y - CARD_GAP - Math.max(...coveredCards.map(({ y, height }) => y + height)) },
    { x: box.x + box.width + CARD_GAP - Math.min(...coveredCards.map(({ x }) => x)), y: 0 },
    { x: box.x - CARD_GAP - Math.max(...coveredCards.map(({ x, width }) => x + width)), y: 0 },
  ];
}

/** Returns the area that two boxes have in common. */
export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Returns the distance between the nearest points of two boxes. */
function boxDistance(a: Box, b: Box): number {
  const x = Math.max(0, b.x - a.x - a.width, a.x - b.x - b.width);
  const y = Math.max(0, b.y - a.y - a.height, a.y - b.y - b.height);
  return Math.hypot(x, y);
}
