/** The ties between claims that contradict each other. They follow no branch of the tree. */
import type { CardId, Tie } from "../../tree/tree.ts";
import { around, type Box, type Direction, type Extent, extent, type Point, type Spot } from "../geometry/box.ts";
import { type Curve, pathOf } from "../geometry/curve.ts";
import type { PlacedCard } from "./treeLayout.ts";

export interface TieLine {
  readonly a: CardId;
  readonly b: CardId;
  /** As in the `d` of an SVG path. */
  readonly path: string;
  readonly curve: Curve;
  /** Around all of it, its mark included. */
  readonly box: Box;
  /** The middle of its mark. */
  readonly x: number;
  readonly y: number;
}

/** How far a tie swings out before the cards that it joins, and what each further one beside it adds. */
const swing = { first: 32, more: 12, most: 56 };

/** A cubic curve across and along the growth of the tree. */
interface Way {
  readonly start: Spot;
  readonly bends: readonly [Spot, Spot];
  readonly end: Spot;
}

/** A line with a mark for each contradiction between two cards that are drawn. */
export function tieLines(ties: readonly Tie[], cards: readonly PlacedCard[], direction: Direction): readonly TieLine[] {
  if (ties.length === 0) return [];
  const placed = new Map(cards.map((card) => [card.id, card]));
  const swung: Way[] = [];
  const marks: Spot[] = [];
  return ties.flatMap(({ a, b }) => {
    const one = placed.get(a);
    const other = placed.get(b);
    if (one === undefined || other === undefined || one === other) return [];
    const ends = [extent(one, direction), extent(other, direction)] as const;
    const [from, to] = ends[0].near <= ends[1].near ? ends : ([ends[1], ends[0]] as const);
    const level = to.near < from.far;
    const way = level ? swinging(from, to, swung) : crossing(from, to);
    if (level) swung.push(way);
    const mark = apart(on(way, level ? 0.5 : 0.9), marks);
    marks.push(mark);
    const curve = turned(way, direction);
    const spots = [way.start, ...way.bends, way.end, ...corners(mark)];
    return [{ a, b, path: pathOf(curve), curve, box: around(spots, direction), ...pointAt(mark, direction) }];
  });
}

const pointAt = ({ across, along }: Spot, direction: Direction): Point =>
  direction === "right" ? { x: along, y: across } : { x: across, y: along };

function turned({ start, bends: [first, second], end }: Way, direction: Direction): Curve {
  const at = (spot: Spot): Point => pointAt(spot, direction);
  return { start: at(start), bends: [at(first), at(second)], end: at(end) };
}

/** The corners of a mark. */
const corners = ({ across, along }: Spot): readonly Spot[] => [
  { across: across - 11, along: along - 11 },
  { across: across + 11, along: along + 11 },
];

/** Near the corner towards the other card, away from the middle, where the lines of the tree arrive. */
function beside(here: Extent, there: Extent): number {
  const reach = Math.min((here.end - here.start) / 2 - 8, 40);
  return here.middle + reach * (Math.sign(there.middle - here.middle) || 1);
}

/** Between cards that stand level: out into the space before them and back, further than those already there. */
function swinging(from: Extent, to: Extent, swung: readonly Way[]): Way {
  const start = { across: beside(from, to), along: from.near };
  const end = { across: beside(to, from), along: to.near };
  const [low, high] = [Math.min(start.across, end.across), Math.max(start.across, end.across)];
  const before = swung.filter(
    (other) =>
      Math.abs(other.start.along - start.along) < 60 &&
      Math.min(other.start.across, other.end.across) < high &&
      Math.max(other.start.across, other.end.across) > low,
  );
  const along = from.near - Math.min(swing.first + swing.more * before.length, swing.most);
  return {
    start,
    bends: [
      { ...start, along },
      { ...end, along },
    ],
    end,
  };
}

/** Between cards of different depth: from the far side of the one to the near side of the other, behind what is between. */
function crossing(from: Extent, to: Extent): Way {
  const start = { across: beside(from, to), along: from.far };
  const end = { across: beside(to, from), along: to.near };
  return {
    start,
    bends: [
      { ...start, along: from.far + 40 },
      { ...end, along: to.near - 60 },
    ],
    end,
  };
}

/** The point of a curve at `t` of its way. */
function on({ start, bends: [first, second], end }: Way, t: number): Spot {
  const u = 1 - t;
  const mix = (p: number, q: number, r: number, s: number): number =>
    u ** 3 * p + 3 * u * u * t * q + 3 * u * t * t * r + t ** 3 * s;
  return {
    across: mix(start.across, first.across, second.across, end.across),
    along: mix(start.along, first.along, second.along, end.along),
  };
}

/** A place for a mark that covers no other one. */
function apart({ across, along }: Spot, marks: readonly Spot[]): Spot {
  const size = 22;
  let spot = { across, along };
  const covered = (mark: Spot): boolean => Math.hypot(mark.across - spot.across, mark.along - spot.along) < size;
  for (let tries = 0; tries < 8 && marks.some(covered); tries += 1) spot = { across: spot.across + size, along };
  return spot;
}
