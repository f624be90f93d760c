/** The lines between claims that contradict or restate each other. They are not edges of the tree. */
import type { Contradiction, Restatement } from "../../tree/tree.ts";
import { type AxisPoint, axisExtent, boundingBox, type Direction, type Point, toPoint } from "../geometry/box.ts";
import { type Curve, svgPath } from "../geometry/curve.ts";
import type { CrossLink, PlacedCard } from "../model.ts";
import { type AxisCurve, CrossLinkRouter, pointOnAxisCurve } from "./crossLinkRoutes.ts";

/** Half the size of a mark with its margin, and the minimum distance between the centers of two marks. */
const MARK_RADIUS = 11;
const MARK_DISTANCE = 2 * MARK_RADIUS;
/** The positions of a mark on its curve to try, as parameters of the curve. */
const MARK_POSITIONS = [0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2, 0.9];

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
  const placed = new Map(cards.map((card) => [card.id, { ...axisExtent(card, direction), id: card.id }]));
  const router = new CrossLinkRouter([...placed.values()]);
  const marks: AxisPoint[] = [];
  return pairs.flatMap(({ kind, a, b }) => {
    const one = placed.get(a);
    const other = placed.get(b);
    if (one === undefined || other === undefined || one === other) return [];
    const [from, to] = one.near <= other.near ? [one, other] : [other, one];
    const axisCurve = router.route(from, to);
    const free = MARK_POSITIONS.find((t) => !router.isCovered(pointOnAxisCurve(axisCurve, t), MARK_RADIUS));
    const mark = avoidMarks(pointOnAxisCurve(axisCurve, free ?? 0.5), marks);
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

/** Moves a mark across until it overlaps no other mark, at most eight times. */
function avoidMarks({ across, along }: AxisPoint, marks: readonly AxisPoint[]): AxisPoint {
  let point = { across, along };
  const overlaps = (mark: AxisPoint): boolean =>
    Math.hypot(mark.across - point.across, mark.along - point.along) < MARK_DISTANCE;
  for (let tries = 0; tries < 8 && marks.some(overlaps); tries += 1)
    point = { across: point.across + MARK_DISTANCE, along };
  return point;
}
