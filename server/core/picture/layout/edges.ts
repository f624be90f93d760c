/** The lines from each card to what hangs on it. */
import type { Relation } from "../../tree/tree.ts";
import { type Direction, type Extent, extent, type Spot } from "../geometry/box.ts";
import { type Curve, pathOf, pointOf } from "../geometry/curve.ts";
import type { Colour } from "../theme.ts";
import type { Frame, Layout, PlacedCard, Rooms } from "./treeLayout.ts";

export interface Line {
  /** The same from one picture to the next: the card to which the line leads, or the step with a word for its frame. */
  readonly key: string;
  readonly colour: Colour;
  readonly dashed: boolean;
  readonly strong: boolean;
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

type Looks = Pick<Line, "colour" | "dashed" | "strong">;

/** A line of a tree. Its path is written when it is asked for: of a large map only that of what is in view is. */
class Branching implements Line {
  readonly key: string;
  readonly colour: Colour;
  readonly dashed: boolean;
  readonly strong: boolean;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** How much of the way before its end is straight. */
  readonly room: number;
  readonly direction: Direction;

  constructor(
    key: string,
    from: Spot,
    to: Spot,
    room: number,
    direction: Direction,
    { colour, dashed, strong }: Looks,
  ) {
    const right = direction === "right";
    this.key = key;
    this.x1 = right ? from.along : from.across;
    this.y1 = right ? from.across : from.along;
    this.x2 = right ? to.along : to.across;
    this.y2 = right ? to.across : to.along;
    this.room = room;
    this.direction = direction;
    this.colour = colour;
    this.dashed = dashed;
    this.strong = strong;
  }

  get curve(): Curve | undefined {
    const { x1, y1, x2, y2, room, direction } = this;
    const start = { x: x1, y: y1 };
    if (direction === "right") {
      if (y1 === y2) return undefined;
      const end = { x: x2 - room, y: y2 };
      const x = (x1 + end.x) / 2;
      return {
        start,
        bends: [
          { x, y: y1 },
          { x, y: y2 },
        ],
        end,
      };
    }
    if (x1 === x2) return undefined;
    const end = { x: x2, y: y2 - room };
    const y = (y1 + end.y) / 2;
    return {
      start,
      bends: [
        { x: x1, y },
        { x: x2, y },
      ],
      end,
    };
  }

  get path(): string {
    const { curve, x1, y1, x2, y2, room } = this;
    const straight = `L${pointOf({ x: x2, y: y2 })}`;
    if (curve === undefined) return `M${pointOf({ x: x1, y: y1 })}${straight}`;
    return room === 0 ? pathOf(curve) : pathOf(curve) + straight;
  }
}

/** One line for each card that hangs on another, but one for all premises in a frame. */
export function lines(
  { cards, frames }: Pick<Layout, "cards" | "frames">,
  rooms: Rooms,
  direction: Direction,
): readonly Line[] {
  const placed = new Map(cards.map((card) => [card.id, card]));
  const framed = new Map(frames.map((frame) => [frame.step, frame]));
  const drawn: Line[] = [];
  for (const card of cards) {
    const parent = card.parent === undefined ? undefined : placed.get(card.parent);
    if (parent === undefined || (card.face.card.relation === "premise" && framed.has(parent.id))) continue;
    const to = extent(card, direction);
    const [from, end] = [extent(parent, direction), { across: to.middle, along: to.near }];
    drawn.push(line(card.id, from, end, rooms.get(card.id) ?? 0, direction, looks(card.face.card.relation, parent)));
  }
  for (const frame of frames) {
    const step = placed.get(frame.step);
    if (step === undefined) continue;
    const [from, end] = [extent(step, direction), arrival(frame, step, direction)];
    drawn.push(line(`${frame.step} premises`, from, end, 0, direction, looks("premise", step)));
  }
  return drawn;
}

/** Where a step's line meets the frame of its premises: straight ahead if it can. */
function arrival(frame: Frame, step: PlacedCard, direction: Direction): Spot {
  const { start, end, near } = extent(frame, direction);
  const { middle } = extent(step, direction);
  const straight = middle > start + 10 && middle < end - 10;
  return { across: straight ? middle : start + frame.anchor, along: near };
}

/** From the far side of a box to a spot before it, straight if that is nearly so. */
function line(key: string, from: Extent, to: Spot, room: number, direction: Direction, looks: Looks): Line {
  const level = Math.abs(from.middle - to.across) < 1.5;
  return new Branching(key, { across: level ? to.across : from.middle, along: from.far }, to, room, direction, looks);
}

/** Support is solid, attack dashed; what neither supports nor attacks is grey. */
export function looks(relation: Relation, parent: PlacedCard): Looks {
  switch (relation) {
    case "support":
    case "backing":
      return { colour: "reason", dashed: false, strong: true };
    case "attack":
    case "undercut":
      return { colour: "objection", dashed: true, strong: true };
    case "premise":
      return { colour: parent.face.hue, dashed: false, strong: true };
    case "root":
    case "answer":
    case "part":
    case "critical":
      return { colour: "line", dashed: false, strong: false };
    default:
      return relation satisfies never;
  }
}
