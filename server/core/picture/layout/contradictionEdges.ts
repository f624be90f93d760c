/** The ties between claims that contradict each other. They follow no branch of the tree. */
import type { CardId, Contradiction } from "../../tree/tree.ts";
import {
  type AxisExtent,
  type AxisPoint,
  axisExtent,
  type Box,
  boundingBox,
  type Direction,
  type Point,
} from "../geometry/box.ts";
import { type Curve, svgPath } from "../geometry/curve.ts";
import type { PlacedCard } from "./treeLayout.ts";

export interface ContradictionEdge {
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
interface AxisCurve {
  readonly start: AxisPoint;
  readonly controlPoints: readonly [AxisPoint, AxisPoint];
  readonly end: AxisPoint;
}

/** A line with a mark for each contradiction between two cards that are drawn. */
export function contradictionEdges(
  contradictions: readonly Contradiction[],
  cards: readonly PlacedCard[],
  direction: Direction,
): readonly ContradictionEdge[] {
  if (contradictions.length === 0) return [];
  const placed = new Map(cards.map((card) => [card.id, card]));
  const swungCurves: AxisCurve[] = [];
  const marks: AxisPoint[] = [];
  return contradictions.flatMap(({ a, b }) => {
    const one = placed.get(a);
    const other = placed.get(b);
    if (one === undefined || other === undefined || one === other) return [];
    const ends = [axisExtent(one, direction), axisExtent(other, direction)] as const;
    const [from, to] = ends[0].near <= ends[1].near ? ends : ([ends[1], ends[0]] as const);
    const isLevel = to.near < from.far;
    const axisCurve = isLevel ? swingingCurve(from, to, swungCurves) : crossingCurve(from, to);
    if (isLevel) swungCurves.push(axisCurve);
    const mark = avoidMarks(pointOnCurve(axisCurve, isLevel ? 0.5 : 0.9), marks);
    marks.push(mark);
    const curve = toCurve(axisCurve, direction);
    const points = [axisCurve.start, ...axisCurve.controlPoints, axisCurve.end, ...markCorners(mark)];
    return [{ a, b, path: svgPath(curve), curve, box: boundingBox(points, direction), ...toPoint(mark, direction) }];
  });
}

const toPoint = ({ across, along }: AxisPoint, direction: Direction): Point =>
  direction === "right" ? { x: along, y: across } : { x: across, y: along };

function toCurve({ start, controlPoints: [first, second], end }: AxisCurve, direction: Direction): Curve {
  const pointOf = (point: AxisPoint): Point => toPoint(point, direction);
  return { start: pointOf(start), controlPoints: [pointOf(first), pointOf(second)], end: pointOf(end) };
}

/** The corners of a mark. */
const markCorners = ({ across, along }: AxisPoint): readonly AxisPoint[] => [
  { across: across - 11, along: along - 11 },
  { across: across + 11, along: along + 11 },
];

/** Near the corner towards the other card, away from the middle, where the lines of the tree arrive. */
function attachmentPoint(here: AxisExtent, there: AxisExtent): number {
  const distance = Math.min((here.end - here.start) / 2 - 8, 40);
  return here.middle + distance * (Math.sign(there.middle - here.middle) || 1);
}

/** Between cards that stand level: out into the space before them and back, further than those already there. */
function swingingCurve(from: AxisExtent, to: AxisExtent, swungCurves: readonly AxisCurve[]): AxisCurve {
  const start = { across: attachmentPoint(from, to), along: from.near };
  const end = { across: attachmentPoint(to, from), along: to.near };
  const [low, high] = [Math.min(start.across, end.across), Math.max(start.across, end.across)];
  const obstacles = swungCurves.filter(
    (other) =>
      Math.abs(other.start.along - start.along) < 60 &&
      Math.min(other.start.across, other.end.across) < high &&
      Math.max(other.start.across, other.end.across) > low,
  );
  const along = from.near - Math.min(swing.first + swing.more * obstacles.length, swing.most);
  return {
    start,
    controlPoints: [
      { ...start, along },
      { ...end, along },
    ],
    end,
  };
}

/** Between cards of different depth: from the far side of the one to the near side of the other, behind what is between. */
function crossingCurve(from: AxisExtent, to: AxisExtent): AxisCurve {
  const start = { across: attachmentPoint(from, to), along: from.far };
  const end = { across: attachmentPoint(to, from), along: to.near };
  return {
    start,
    controlPoints: [
      { ...start, along: from.far + 40 },
      { ...end, along: to.near - 60 },
    ],
    end,
  };
}

/** The point of a curve at `t` of its way. */
function pointOnCurve({ start, controlPoints: [first, second], end }: AxisCurve, t: number): AxisPoint {
  const u = 1 - t;
  const mix = (p: number, q: number, r: number, s: number): number =>
    u ** 3 * p + 3 * u * u * t * q + 3 * u * t * t * r + t ** 3 * s;
  return {
    across: mix(start.across, first.across, second.across, end.across),
    along: mix(start.along, first.along, second.along, end.along),
  };
}

/** A place for a mark that covers no other one. */
function avoidMarks({ across, along }: AxisPoint, marks: readonly AxisPoint[]): AxisPoint {
  const size = 22;
  let point = { across, along };
  const isCovered = (mark: AxisPoint): boolean =>
    Math.hypot(mark.across - point.across, mark.along - point.along) < size;
  for (let tries = 0; tries < 8 && marks.some(isCovered); tries += 1) point = { across: point.across + size, along };
  return point;
}
