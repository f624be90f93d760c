/** Where a box goes that opens over the picture: where it covers least of it. Pure; all in pixels of the window. */
import { type Box, contains, type Point, type Size } from "../../../server/core/picture/geometry/box.ts";

export interface Spot extends Point {
  /** At which side of the card, and how it is aligned: the same as long as it stays there while the picture moves. */
  readonly at: string;
}

interface Around {
  readonly window: Size;
  /** The cards in sight. */
  readonly others: readonly Box[];
  readonly grows: "right" | "down";
  /** Where it was up to now. */
  readonly last: Spot | undefined;
}

const gap = 12;
const edge = 8;

/** A pixel away from the card weighs as much as so many square pixels of other cards that are covered. */
const distance = 12;
/** It stays where it was unless that covers more, by this, than it must. */
const lazy = 4000;

/**
 * Where a box goes beside a card: near it, where it covers least of other cards; where that is all the same, not on the side
 * to which the branch grows. Where there is no room beside the card, it covers a part of it.
 */
export function spotBeside(card: Box, box: Size, { window, others, grows, last }: Around): Spot {
  const within = (start: number, length: number, room: number): number =>
    Math.max(edge, Math.min(start, room - length - edge));
  const alongX = {
    before: card.x - gap - box.width,
    start: card.x,
    end: card.x + card.width - box.width,
    after: card.x + card.width + gap,
  };
  const alongY = {
    before: card.y - gap - box.height,
    start: card.y,
    end: card.y + card.height - box.height,
    after: card.y + card.height + gap,
  };
  const sides = grows === "right" ? preferred : preferred.map(([x, y]) => [y, x] as const);
  const spots = sides.map(([x, y]) => ({
    at: `${x} ${y}`,
    x: within(alongX[x], box.width, window.width),
    y: within(alongY[y], box.height, window.height),
  }));
  const cost = (spot: Spot): number => {
    const own = { ...spot, ...box };
    const covered = others.reduce((sum, other) => sum + common(own, other), 0);
    return covered + distance * apart(own, card) + 20 * common(own, card) - (spot.at === last?.at ? lazy : 0);
  };
  const [first, ...rest] = spots;
  let best = { spot: first ?? { at: "", x: edge, y: edge }, cost: first ? cost(first) : 0 };
  for (const spot of rest) {
    const own = cost(spot);
    if (own < best.cost) best = { spot, cost: own };
  }
  return best.spot;
}

type Along = "before" | "start" | "end" | "after";

/** Across and down, for a branch that grows to the right; the best comes first. */
const preferred: readonly (readonly [Along, Along])[] = [
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

export interface Corner {
  readonly corner: CornerName;
  /** By which the picture is to move, so that it covers nothing there. */
  readonly move: Point;
}

interface Corners {
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
export function cornerFor({ window, cards, bounds, corners }: Corners): Corner {
  const still = { x: 0, y: 0 };
  let best: { readonly corner: Corner; readonly covered: number; readonly moved: number } | undefined;
  // The keys of the record are all corners there are.
  for (const [corner, box] of Object.entries(corners) as [CornerName, Box][]) {
    for (const move of [still, ...ways(box, cards)]) {
      const moved = Math.hypot(move.x, move.y);
      const after = { ...bounds, x: bounds.x + move.x, y: bounds.y + move.y };
      if (moved > 0 && !contains({ x: 0, y: 0, ...window }, after)) continue;
      const covered = cards.reduce(
        (sum, card) => sum + common(box, { ...card, x: card.x + move.x, y: card.y + move.y }),
        0,
      );
      if (best === undefined || covered < best.covered || (covered === best.covered && moved < best.moved))
        best = { corner: { corner, move }, covered, moved };
    }
  }
  return best?.corner ?? { corner: "bottom-left", move: still };
}

/** Out from under a box: up, down, to the left or to the right. */
function ways(box: Box, cards: readonly Box[]): readonly Point[] {
  const under = cards.filter((card) => common(box, card) > 0);
  if (under.length === 0) return [];
  return [
    { x: 0, y: box.y + box.height + gap - Math.min(...under.map(({ y }) => y)) },
    { x: 0, y: box.y - gap - Math.max(...under.map(({ y, height }) => y + height)) },
    { x: box.x + box.width + gap - Math.min(...under.map(({ x }) => x)), y: 0 },
    { x: box.x - gap - Math.max(...under.map(({ x, width }) => x + width)), y: 0 },
  ];
}

/** The area that two boxes have in common. */
export function common(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** How far two boxes are from each other. */
function apart(a: Box, b: Box): number {
  const x = Math.max(0, b.x - a.x - a.width, a.x - b.x - b.width);
  const y = Math.max(0, b.y - a.y - a.height, a.y - b.y - b.height);
  return Math.hypot(x, y);
}
