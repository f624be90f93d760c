/** Where a box goes that opens over the picture: where it covers least of it. Pure; all in pixels of the window. */
import type { Box } from "../../server/picture/box.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  /** At which side of the card, and how it is aligned: the same as long as it stays there while the picture moves. */
  readonly at: string;
  readonly x: number;
  readonly y: number;
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
