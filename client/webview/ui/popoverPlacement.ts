/** Where a box goes that opens over the picture: where it covers least of it. Pure; all in pixels of the window. */
import { type Box, contains, type Point, type Size } from "../../../server/core/picture/geometry/box.ts";

export interface PopoverPosition extends Point {
  /** At which side of the card, and how it is aligned: the same as long as it stays there while the picture moves. */
  readonly alignment: string;
}

interface PopoverContext {
  readonly window: Size;
  /** The cards in sight. */
  readonly otherCards: readonly Box[];
  readonly growthDirection: "right" | "down";
  /** Where it was up to now. */
  readonly previous: PopoverPosition | undefined;
}

const CARD_GAP = 12;
const WINDOW_MARGIN = 8;

/** A pixel away from the card weighs as much as so many square pixels of other cards that are covered. */
const DISTANCE_WEIGHT = 12;
/** It stays where it was unless that covers more, by this, than it must. */
const STICKINESS = 4000;

/**
 * Where a box goes beside a card: near it, where it covers least of other cards; where that is all the same, not on the side
 * to which the branch grows. Where there is no room beside the card, it covers a part of it.
 */
export function placePopover(
  card: Box,
  box: Size,
  { window, otherCards, growthDirection, previous }: PopoverContext,
): PopoverPosition {
  const clamp = (start: number, length: number, available: number): number =>
    Math.max(WINDOW_MARGIN, Math.min(start, available - length - WINDOW_MARGIN));
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
    x: clamp(xByAlignment[x], box.width, window.width),
    y: clamp(yByAlignment[y], box.height, window.height),
  }));
  const cost = (position: PopoverPosition): number => {
    const candidateBox = { ...position, ...box };
    const coveredArea = otherCards.reduce((sum, other) => sum + overlapArea(candidateBox, other), 0);
    return (
      coveredArea +
      DISTANCE_WEIGHT * boxDistance(candidateBox, card) +
      20 * overlapArea(candidateBox, card) -
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

/** Across and down, for a branch that grows to the right; the best comes first. */
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
  /** By which the picture is to move, so that it covers nothing there. */
  readonly offset: Point;
}

interface CornerOptions {
  readonly window: Size;
  /** The cards in sight. */
  readonly cards: readonly Box[];
  /** The whole picture. */
  readonly bounds: Box;
  /** Where the box would be. */
  readonly corners: Readonly<Record<CornerName, Box>>;
}

/**
 * In which corner a box covers least of the cards. Where all of the picture is in sight, it may be moved, as far as it stays
 * there.
 */
export function bestCorner({ window, cards, bounds, corners }: CornerOptions): CornerPlacement {
  const noOffset = { x: 0, y: 0 };
  let best: { readonly corner: CornerPlacement; readonly coveredArea: number; readonly moveLength: number } | undefined;
  // The keys of the record are all corners there are.
  for (const [corner, box] of Object.entries(corners) as [CornerName, Box][]) {
    for (const offset of [noOffset, ...escapeOffsets(box, cards)]) {
      const moveLength = Math.hypot(offset.x, offset.y);
      const movedBounds = { ...bounds, x: bounds.x + offset.x, y: bounds.y + offset.y };
      if (moveLength > 0 && !contains({ x: 0, y: 0, ...window }, movedBounds)) continue;
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

/** Out from under a box: up, down, to the left or to the right. */
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

/** The area that two boxes have in common. */
export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** How far two boxes are from each other. */
function boxDistance(a: Box, b: Box): number {
  const x = Math.max(0, b.x - a.x - a.width, a.x - b.x - b.width);
  const y = Math.max(0, b.y - a.y - a.height, a.y - b.y - b.height);
  return Math.hypot(x, y);
}
