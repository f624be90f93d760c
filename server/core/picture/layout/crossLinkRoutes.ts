/** Chooses routes for cross-links: before or around the cards that they join, not behind others, and each in its own lane. */
import type { AxisExtent, AxisPoint } from "../geometry/box.ts";
import { cubicAt } from "../geometry/curve.ts";

/** A curve in layout coordinates. */
export interface AxisCurve {
  readonly start: AxisPoint;
  readonly controlPoints: readonly [AxisPoint, AxisPoint];
  readonly end: AxisPoint;
}

/** A card with its extent in layout coordinates. */
export interface Obstacle extends AxisExtent {
  readonly id: string;
}

/** How far curves bulge out before two cards at the same depth: the first lane, and the distance of the next, in pixels. */
const lanes = { first: 24, step: 9, count: 12 };
/** The size of the cells in which cards and earlier curves are looked up, in pixels. */
const CELL = { card: 128, lane: 7 };
const SAMPLES = 32;
/** A route behind a card is worse than one that shares a lane all the way. */
const CARD_COST = 100;
/** After so many routes, the usual one is taken without a choice. A picture with more is unreadable anyway. */
const MAX_CHOSEN = 200;
/** In a picture with more cards, routes avoid each other but not the cards, so that an edit remains fast. */
const MAX_CARDS = 3000;

/** The point of a curve in layout coordinates at a parameter from 0 to 1. */
export const pointOnAxisCurve = ({ start, controlPoints: [first, second], end }: AxisCurve, t: number): AxisPoint => ({
  across: cubicAt(t, start.across, first.across, second.across, end.across),
  along: cubicAt(t, start.along, first.along, second.along, end.along),
});

/** Routes cross-links one after another. */
export class CrossLinkRouter {
  readonly #cardsByCell = new Map<number, Obstacle[]>();
  readonly #usedLanes = new Set<number>();
  #routeCount = 0;

  constructor(cards: readonly Obstacle[]) {
    if (cards.length > MAX_CARDS) return;
    for (const card of cards) {
      for (let across = cellOf(card.start, CELL.card); across <= cellOf(card.end, CELL.card); across++) {
        for (let along = cellOf(card.near, CELL.card); along <= cellOf(card.far, CELL.card); along++) {
          const key = cellKey(across, along);
          const inCell = this.#cardsByCell.get(key);
          if (inCell === undefined) this.#cardsByCell.set(key, [card]);
          else inCell.push(card);
        }
      }
    }
  }

  /** The best route between two cards, of which `from` is not deeper than `to`. The lane that it takes is then used. */
  route(from: Obstacle, to: Obstacle): AxisCurve {
    let best: AxisCurve | undefined;
    let lowest = Infinity;
    this.#routeCount += 1;
    for (const curve of candidates(from, to)) {
      const cost = this.#costOf(curve, from, to);
      if (cost < lowest) [best, lowest] = [curve, cost];
      if (cost === 0 || this.#routeCount > MAX_CHOSEN) break;
    }
    const chosen = best ?? crossingCurve(from, to, 1, 1, 50);
    for (const point of samplesOf(chosen)) this.#usedLanes.add(laneKey(point));
    return chosen;
  }

  /** Whether a card covers a point, or comes closer to it than a distance. */
  isCovered({ across, along }: AxisPoint, distance: number): boolean {
    const [low, high] = [-distance, distance];
    return [low, high].some((x) =>
      [low, high].some((y) => this.#cardAt({ across: across + x, along: along + y }) !== undefined),
    );
  }

  /** The cost of a route: by the cards that it runs behind, and by how far it shares the lanes of others. */
  #costOf(curve: AxisCurve, from: Obstacle, to: Obstacle): number {
    const hidden = new Set<string>();
    let shared = 0;
    for (const point of samplesOf(curve)) {
      const card = this.#cardAt(point);
      // A route may run along the side of its own cards, but not behind them.
      if (card !== undefined && ((card !== from && card !== to) || isWithin(point, card, 3))) hidden.add(card.id);
      if (this.#usedLanes.has(laneKey(point))) shared += 1;
    }
    // Two routes that cross share a point or two.
    return hidden.size * CARD_COST + (shared <= 2 ? 0 : shared);
  }

  #cardAt(point: AxisPoint): Obstacle | undefined {
    const key = cellKey(cellOf(point.across, CELL.card), cellOf(point.along, CELL.card));
    return this.#cardsByCell.get(key)?.find((card) => isWithin(point, card, 0));
  }
}

const cellOf = (position: number, size: number): number => Math.floor(position / size);
/** A number for each cell, as numbers are looked up faster than strings. */
const cellKey = (across: number, along: number): number => across * 1_000_003 + along;
const laneKey = ({ across, along }: AxisPoint): number =>
  cellKey(cellOf(across, 4 * CELL.lane), cellOf(along, CELL.lane));

/** Whether a point is inside a card, further than `inset` from its sides. */
const isWithin = ({ across, along }: AxisPoint, { start, end, near, far }: AxisExtent, inset: number): boolean =>
  across > start + inset && across < end - inset && along > near + inset && along < far - inset;

const samplesOf = (curve: AxisCurve): readonly AxisPoint[] =>
  Array.from({ length: SAMPLES - 1 }, (_, index) => pointOnAxisCurve(curve, (index + 1) / SAMPLES));

/** The routes to try, the usual ones first. */
function* candidates(from: AxisExtent, to: AxisExtent): Iterable<AxisCurve> {
  if (to.near < from.far) {
    for (let lane = 0; lane < lanes.count; lane++) yield bulgingCurve(from, to, lanes.first + lane * lanes.step);
    return;
  }
  for (const length of [50, 110, 200])
    for (const side of [1, -1]) for (const otherSide of [1, -1]) yield crossingCurve(from, to, side, otherSide, length);
  for (const lane of lanesBetween(from, to)) yield laneCurve(from, to, lane);
  for (const length of [40, 90, 160, 260]) for (const side of [1, -1]) yield sideCurve(from, to, side, length);
  for (let lane = 0; lane < lanes.count; lane += 2) yield bulgingCurve(from, to, lanes.first + lane * lanes.step);
}

/** Returns the point at which a curve meets a card: near a corner, because tree edges arrive in the middle. */
const attachmentPoint = ({ start, end, middle }: AxisExtent, side: number): number =>
  middle + side * Math.min((end - start) / 2 - 8, 40);

const sideTowards = (here: AxisExtent, there: AxisExtent): number => Math.sign(there.middle - here.middle) || 1;

/** A curve that bulges out into the space before both cards. */
function bulgingCurve(from: AxisExtent, to: AxisExtent, bulge: number): AxisCurve {
  const start = { across: attachmentPoint(from, sideTowards(from, to)), along: from.near };
  const end = { across: attachmentPoint(to, sideTowards(to, from)), along: to.near };
  const along = from.near - bulge * 1.3;
  return {
    start,
    controlPoints: [
      { ...start, along },
      { ...end, along },
    ],
    end,
  };
}

/** A curve from the far side of one card to the near side of a deeper one. */
function crossingCurve(from: AxisExtent, to: AxisExtent, side: number, otherSide: number, length: number): AxisCurve {
  const start = { across: attachmentPoint(from, side * sideTowards(from, to)), along: from.far };
  const end = { across: attachmentPoint(to, otherSide * sideTowards(to, from)), along: to.near };
  return {
    start,
    controlPoints: [
      { ...start, along: from.far + length },
      { ...end, along: to.near - length },
    ],
    end,
  };
}

/** Positions across at which a lane may pass: beside the two cards, and between them. */
function lanesBetween(from: AxisExtent, to: AxisExtent): readonly number[] {
  const gaps = [10, 20, 34, 50, 70];
  const between = [0.5, 0.35, 0.65].map((share) => from.middle + share * (to.middle - from.middle));
  return [
    ...gaps.flatMap((gap) => [from.end + gap, from.start - gap]),
    ...between,
    ...gaps.flatMap((gap) => [to.end + gap, to.start - gap]),
  ];
}

/** A curve that leaves a card across the direction of growth, and runs along a lane to the near side of a deeper card. */
function laneCurve(from: AxisExtent, to: AxisExtent, lane: number): AxisCurve {
  const isBeside = lane > from.start && lane < from.end;
  const start = isBeside
    ? { across: lane, along: from.far }
    : { across: lane >= from.end ? from.end : from.start, along: from.near + 30 };
  const end = { across: attachmentPoint(to, Math.sign(lane - to.middle) || 1), along: to.near };
  return {
    start,
    controlPoints: [
      { across: lane, along: start.along + (to.near - start.along) / 6 },
      { across: lane, along: to.near - 20 },
    ],
    end,
  };
}

/** A curve that leaves a card across the direction of growth, so that it passes the children of the card. */
function sideCurve(from: AxisExtent, to: AxisExtent, side: number, length: number): AxisCurve {
  const direction = side * sideTowards(from, to);
  const start = { across: direction > 0 ? from.end : from.start, along: from.near + 30 };
  const end = { across: attachmentPoint(to, sideTowards(to, from)), along: to.near };
  return {
    start,
    controlPoints: [
      { ...start, across: start.across + direction * length },
      { ...end, along: to.near - length },
    ],
    end,
  };
}
