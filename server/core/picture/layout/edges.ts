/** The edges of a tree: the lines from each card to its children. */
import type { CardId, Relation } from "../../tree/tree.ts";
import { type AxisExtent, type AxisPoint, axisExtent, type Direction, type Point, toPoint } from "../geometry/box.ts";
import { type Curve, pointOnCurve, svgPath, svgPoint } from "../geometry/curve.ts";
import type { Edge, Frame, PlacedCard } from "../model.ts";
import type { Color } from "../theme.ts";
import { inferenceEdge } from "./inferenceEdge.ts";
import type { StraightLengths, TreeLayout } from "./stackBranches.ts";

type EdgeStyle = Pick<Edge, "color" | "isDashed" | "isStrong">;

/** The point of an edge at which other edges end: its distance before the end in pixels, and its approximate curve parameter. */
const linkPosition = {
  undercut: { distance: 10, parameter: 0.83 },
  backing: { distance: 19, parameter: 0.68 },
} as const;

/** An edge that computes its path on demand: in a large map, only the paths of visible edges are needed. */
class TreeEdge implements Edge {
  readonly key: string;
  readonly card: CardId;
  readonly color: Color;
  readonly isDashed: boolean;
  readonly isStrong: boolean;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** The length of the straight line before the end. */
  readonly straightLength: number;
  readonly direction: Direction;

  constructor(
    key: string,
    card: CardId,
    from: AxisPoint,
    to: AxisPoint,
    straightLength: number,
    direction: Direction,
    { color, isDashed, isStrong }: EdgeStyle,
  ) {
    const [start, end] = [toPoint(from, direction), toPoint(to, direction)];
    this.key = key;
    this.card = card;
    this.x1 = start.x;
    this.y1 = start.y;
    this.x2 = end.x;
    this.y2 = end.y;
    this.straightLength = straightLength;
    this.direction = direction;
    this.color = color;
    this.isDashed = isDashed;
    this.isStrong = isStrong;
  }

  get curve(): Curve | undefined {
    const { x1, y1, x2, y2, straightLength, direction } = this;
    const start = { x: x1, y: y1 };
    if (direction === "right") {
      if (y1 === y2) return undefined;
      const end = { x: x2 - straightLength, y: y2 };
      const x = (x1 + end.x) / 2;
      return {
        start,
        controlPoints: [
          { x, y: y1 },
          { x, y: y2 },
        ],
        end,
      };
    }
    if (x1 === x2) return undefined;
    const end = { x: x2, y: y2 - straightLength };
    const y = (y1 + end.y) / 2;
    return {
      start,
      controlPoints: [
        { x: x1, y },
        { x: x2, y },
      ],
      end,
    };
  }

  /** The point at which the edges of entries that target the step at its end arrive. */
  linkFor(relation: keyof typeof linkPosition): Point {
    const { curve, x2, y2, straightLength, direction } = this;
    const { distance, parameter } = linkPosition[relation];
    if (curve !== undefined && straightLength < distance) return pointOnCurve(curve, parameter);
    return direction === "right" ? { x: x2 - distance, y: y2 } : { x: x2, y: y2 - distance };
  }

  get path(): string {
    const { curve, x1, y1, x2, y2, straightLength } = this;
    const straight = `L${svgPoint({ x: x2, y: y2 })}`;
    if (curve === undefined) return `M${svgPoint({ x: x1, y: y1 })}${straight}`;
    return straightLength === 0 ? svgPath(curve) : svgPath(curve) + straight;
  }
}

/**
 * One edge for each card with a parent, except that framed premises share one edge to their frame. The edge of a card that
 * targets a step ends on the edge of the step.
 */
export function treeEdges(
  { cards, frames }: Pick<TreeLayout, "cards" | "frames">,
  straightLengths: StraightLengths,
  direction: Direction,
): readonly Edge[] {
  const placed = new Map(cards.map((card) => [card.id, card]));
  const framesByStep = new Map(frames.map((frame) => [frame.step, frame]));
  const edges: Edge[] = [];
  const edgesByChild = new Map<CardId, TreeEdge>();
  for (const card of cards) {
    const parent = card.parent === undefined ? undefined : placed.get(card.parent);
    if (parent === undefined || (card.layout.card.relation === "premise" && framesByStep.has(parent.id))) continue;
    const { middle, near } = axisExtent(card, direction);
    const to = { across: middle, along: near };
    const { relation } = card.layout.card;
    const style = edgeStyle(relation, parent);
    const inferenceRelation = relation === "undercut" || relation === "backing" ? relation : undefined;
    const link = inferenceRelation && edgesByChild.get(parent.id)?.linkFor(inferenceRelation);
    if (link !== undefined) {
      edges.push(inferenceEdge(card, parent, link, direction, style));
      continue;
    }
    const straightLength = straightLengths.get(card.id) ?? 0;
    const from = axisExtent(parent, direction);
    const start = relation === "quote" ? atQuotesBadge(from, direction) : from;
    const edge = treeEdge(card.id, card.id, start, to, straightLength, direction, style);
    edgesByChild.set(card.id, edge);
    edges.push(edge);
  }
  for (const frame of frames) {
    const step = placed.get(frame.step);
    if (step === undefined) continue;
    const to = frameArrival(frame, step, direction);
    const style = edgeStyle("premise", step);
    const key = premisesEdgeKey(frame.step);
    edges.push(treeEdge(key, frame.step, axisExtent(step, direction), to, 0, direction, style));
  }
  return edges;
}

/** The distance of the quotes badge from the corner of its card, in pixels. */
const BADGE_OFFSET = 14;

/** The extent of a card with the quotes badge, from which an objection to a quote starts, in place of its middle. */
const atQuotesBadge = (extent: AxisExtent, direction: Direction): AxisExtent => ({
  ...extent,
  middle: direction === "right" ? extent.start + BADGE_OFFSET : extent.end - BADGE_OFFSET,
});

/** The end of a step's edge at the frame of its premises: straight ahead if the frame is there. */
function frameArrival(frame: Frame, step: PlacedCard, direction: Direction): AxisPoint {
  const { start, end, near } = axisExtent(frame, direction);
  const { middle } = axisExtent(step, direction);
  const isStraight = middle > start + 10 && middle < end - 10;
  return { across: isStraight ? middle : start + frame.anchor, along: near };
}

/** An edge from the far side of a box to a point. If the two are nearly level, it starts level with the point. */
function treeEdge(
  key: string,
  card: CardId,
  from: AxisExtent,
  to: AxisPoint,
  straightLength: number,
  direction: Direction,
  style: EdgeStyle,
): TreeEdge {
  const isLevel = Math.abs(from.middle - to.across) < 1.5;
  return new TreeEdge(
    key,
    card,
    { across: isLevel ? to.across : from.middle, along: from.far },
    to,
    straightLength,
    direction,
    style,
  );
}

/** The style of the edge to a card: solid for support, dashed for attack, thin and gray for neither. */
export function edgeStyle(relation: Relation, parent: PlacedCard): EdgeStyle {
  switch (relation) {
    case "support":
    case "backing":
      return { color: "reason", isDashed: false, isStrong: true };
    case "attack":
    case "undercut":
    case "quote":
      return { color: "objection", isDashed: true, isStrong: true };
    case "premise":
      return { color: parent.layout.hue, isDashed: false, isStrong: true };
    case "root":
    case "answer":
    case "part":
    case "critical":
      return { color: "line", isDashed: false, isStrong: false };
    default:
      return relation satisfies never;
  }
}

/** Returns the key of the line from a step to the frame of its premises. */
export const premisesEdgeKey = (step: string): string => `${step} premises`;
