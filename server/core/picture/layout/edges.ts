/** The lines from each card to what hangs on it. */
import type { Relation } from "../../tree/tree.ts";
import { type AxisExtent, type AxisPoint, axisExtent, type Direction } from "../geometry/box.ts";
import { type Curve, svgPath, svgPoint } from "../geometry/curve.ts";
import type { Colour } from "../theme.ts";
import type { Frame, PlacedCard, StraightLengths, TreeLayout } from "./treeLayout.ts";

export interface Edge {
  /** The same from one picture to the next: the card to which the line leads, or the step with a word for its frame. */
  readonly key: string;
  readonly colour: Colour;
  readonly isDashed: boolean;
  readonly isStrong: boolean;
  /** Where it begins, and where it ends. It does not leave the box between the two. */
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** As in the `d` of an SVG path. */
  readonly path: string;
  /** What of its path is a curve; undefined where nothing is. A straight line from the end of the curve to its own ends it. */
  readonly curve: Curve | undefined;
}

type EdgeStyle = Pick<Edge, "colour" | "isDashed" | "isStrong">;

/** A line of a tree. Its path is written when it is asked for: of a large map only that of what is in view is. */
class TreeEdge implements Edge {
  readonly key: string;
  readonly colour: Colour;
  readonly isDashed: boolean;
  readonly isStrong: boolean;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** How much of the way before its end is straight. */
  readonly straightLength: number;
  readonly direction: Direction;

  constructor(
    key: string,
    from: AxisPoint,
    to: AxisPoint,
    room: number,
    direction: Direction,
    { colour, isDashed, isStrong }: EdgeStyle,
  ) {
    const right = direction === "right";
    this.key = key;
    this.x1 = right ? from.along : from.across;
    this.y1 = right ? from.across : from.along;
    this.x2 = right ? to.along : to.across;
    this.y2 = right ? to.across : to.along;
    this.straightLength = room;
    this.direction = direction;
    this.colour = colour;
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

  get path(): string {
    const { curve, x1, y1, x2, y2, straightLength } = this;
    const straight = `L${svgPoint({ x: x2, y: y2 })}`;
    if (curve === undefined) return `M${svgPoint({ x: x1, y: y1 })}${straight}`;
    return straightLength === 0 ? svgPath(curve) : svgPath(curve) + straight;
  }
}

/** One line for each card that hangs on another, but one for all premises in a frame. */
export function treeEdges(
  { cards, frames }: Pick<TreeLayout, "cards" | "frames">,
  straightLengths: StraightLengths,
  direction: Direction,
): readonly Edge[] {
  const placed = new Map(cards.map((card) => [card.id, card]));
  const framesByStep = new Map(frames.map((frame) => [frame.step, frame]));
  const edges: Edge[] = [];
  for (const card of cards) {
    const parent = card.parent === undefined ? undefined : placed.get(card.parent);
    if (parent === undefined || (card.layout.card.relation === "premise" && framesByStep.has(parent.id))) continue;
    const to = axisExtent(card, direction);
    const [from, end] = [axisExtent(parent, direction), { across: to.middle, along: to.near }];
    edges.push(
      treeEdge(
        card.id,
        from,
        end,
        straightLengths.get(card.id) ?? 0,
        direction,
        edgeStyle(card.layout.card.relation, parent),
      ),
    );
  }
  for (const frame of frames) {
    const step = placed.get(frame.step);
    if (step === undefined) continue;
    const [from, end] = [axisExtent(step, direction), frameArrival(frame, step, direction)];
    edges.push(treeEdge(`${frame.step} premises`, from, end, 0, direction, edgeStyle("premise", step)));
  }
  return edges;
}

/** Where a step's line meets the frame of its premises: straight ahead if it can. */
function frameArrival(frame: Frame, step: PlacedCard, direction: Direction): AxisPoint {
  const { start, end, near } = axisExtent(frame, direction);
  const { middle } = axisExtent(step, direction);
  const isStraight = middle > start + 10 && middle < end - 10;
  return { across: isStraight ? middle : start + frame.anchor, along: near };
}

/** From the far side of a box to a spot before it, straight if that is nearly so. */
function treeEdge(
  key: string,
  from: AxisExtent,
  to: AxisPoint,
  straightLength: number,
  direction: Direction,
  style: EdgeStyle,
): Edge {
  const isLevel = Math.abs(from.middle - to.across) < 1.5;
  return new TreeEdge(
    key,
    { across: isLevel ? to.across : from.middle, along: from.far },
    to,
    straightLength,
    direction,
    style,
  );
}

/** Support is solid, attack dashed; what neither supports nor attacks is grey. */
export function edgeStyle(relation: Relation, parent: PlacedCard): EdgeStyle {
  switch (relation) {
    case "support":
    case "backing":
      return { colour: "reason", isDashed: false, isStrong: true };
    case "attack":
    case "undercut":
      return { colour: "objection", isDashed: true, isStrong: true };
    case "premise":
      return { colour: parent.layout.hue, isDashed: false, isStrong: true };
    case "root":
    case "answer":
    case "part":
    case "critical":
      return { colour: "line", isDashed: false, isStrong: false };
    default:
      return relation satisfies never;
  }
}
