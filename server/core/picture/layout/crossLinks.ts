/** The lines between claims that contradict or restate each other. They are not edges of the tree. */
import type { Contradiction, Restatement } from "../../tree/tree.ts";
import {
  type AxisExtent,
  type AxisPoint,
  axisExtent,
  boundingBox,
  type Direction,
  type Point,
  toPoint,
} from "../geometry/box.ts";
import { type Curve, svgPath } from "../geometry/curve.ts";
import type { CrossLink, PlacedCard } from "../model.ts";

/** How far a curve bulges out before the cards that it joins, by the number of curves already there, in pixels. */
const bulge = { first: 32, more: 12, max: 56 };
/** Half the size of a mark with its margin, and the minimum distance between the centers of two marks. */
const MARK_RADIUS = 11;
const MARK_DISTANCE = 2 * MARK_RADIUS;

/** A curve in layout coordinates. */
interface AxisCurve {
  readonly start: AxisPoint;
  readonly controlPoints: readonly [AxisPoint, AxisPoint];
  readonly end: AxisPoint;
}

/**
 * A line with a mark for each contradiction and restatement whose two cards are in the picture. `titles` are the tooltips of
 * the marks.
 */
export function layoutCrossLinks(
  pairs: readonly (Contradiction | Restatement)[],
  cards: readonly PlacedCard[],
  direction: Direction,
  titles: Readonly<Record<CrossLink["kind"], string>>,
): readonly CrossLink[] {
  if (pairs.length === 0) return [];
  const placed = new Map(cards.map((card) => [card.id, card]));
  const bulgingCurves: AxisCurve[] = [];
  const marks: AxisPoint[] = [];
  return pairs.flatMap(({ kind, a, b }) => {
    const one = placed.get(a);
    const other = placed.get(b);
    if (one === undefined || other === undefined || one === other) return [];
    const ends = [axisExtent(one, direction), axisExtent(other, direction)] as const;
    const [from, to] = ends[0].near <= ends[1].near ? ends : ([ends[1], ends[0]] as const);
    const isLevel = to.near < from.far;
    const axisCurve = isLevel ? bulgingCurve(from, to, bulgingCurves) : crossingCurve(from, to);
    if (isLevel) bulgingCurves.push(axisCurve);
    const mark = avoidMarks(pointOnCurve(axisCurve, isLevel ? 0.5 : 0.9), marks);
    marks.push(mark);
    const curve = toCurve(axisCurve, direction);
    const points = [axisCurve.start, ...axisCurve.controlPoints, axisCurve.end, ...markCorners(mark)];
    return [
      {
        key: `${kind} ${a} ${b}`,
        kind,
        a,
        b,
        title: titles[kind],
        path: svgPath(curve),
        curve,
        box: boundingBox(points, direction),
        ...toPoint(mark, direction),
      },
    ];
  });
}

function toCurve({ start, controlPoints: [first, second], end }: AxisCurve, direction: Direction): Curve {
  const pointOf = (point: AxisPoint): Point => toPoint(point, direction);
  return { start: pointOf(start), controlPoints: [pointOf(first), pointOf(second)], end: pointOf(end) };
}

/** Opposite corners of the bounding box of a mark. */
const markCorners = ({ across, along }: AxisPoint): readonly AxisPoint[] => [
  { across: across - MARK_RADIUS, along: along - MARK_RADIUS },
  { across: across + MARK_RADIUS, along: along + MARK_RADIUS },
];

/** Where a curve meets a card: near the corner toward the other card, away from the middle, where tree edges arrive. */
function attachmentPoint(here: AxisExtent, there: AxisExtent): number {
  const distance = Math.min((here.end - here.start) / 2 - 8, 40);
  return here.middle + distance * (Math.sign(there.middle - here.middle) || 1);
}

/** A curve between cards at the same depth: it bulges into the space before them, further than other curves there. */
function bulgingCurve(from: AxisExtent, to: AxisExtent, others: readonly AxisCurve[]): AxisCurve {
  const start = { across: attachmentPoint(from, to), along: from.near };
  const end = { across: attachmentPoint(to, from), along: to.near };
  const [low, high] = [Math.min(start.across, end.across), Math.max(start.across, end.across)];
  const obstacles = others.filter(
    (other) =>
      Math.abs(other.start.along - start.along) < 60 &&
      Math.min(other.start.across, other.end.across) < high &&
      Math.max(other.start.across, other.end.across) > low,
  );
  const along = from.near - Math.min(bulge.first + bulge.more * obstacles.length, bulge.max);
  return {
    start,
    controlPoints: [
      { ...start, along },
      { ...end, along },
    ],
    end,
  };
}

/** A curve between cards at different depths: from the far side of one to the near side of the other. */
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

/** The point of a cubic Bézier curve at parameter `t`, by its Bernstein form. */
function pointOnCurve({ start, controlPoints: [first, second], end }: AxisCurve, t: number): AxisPoint {
  const u = 1 - t;
  const mix = (p: number, q: number, r: number, s: number): number =>
    u ** 3 * p + 3 * u * u * t * q + 3 * u * t * t * r + t ** 3 * s;
  return {
    across: mix(start.across, first.across, second.across, end.across),
    along: mix(start.along, first.along, second.along, end.along),
  };
}

/** Moves a mark across until it overlaps no other mark, at most eight times. */
function avoidMarks({ across, along }: AxisPoint, marks: readonly AxisPoint[]): AxisPoint {
  let point = { across, along };
  const overlaps = (mark: AxisPoint): boolean =>
    Math.hypot(mark.across - point.across, mark.along - point.along) < MARK_DISTANCE;
  for (let tries = 0; tries < 8 && marks.some(overlaps); tries += 1)
    point = { across: point.across + MARK_DISTANCE, along };
  return point;
}
