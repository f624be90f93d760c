/** The lines from each card to what hangs on it. */
import type { Relation } from "../language/tree.ts";
import { around, type Box, type Direction, type Extent, extent, type Spot, written } from "./box.ts";
import type { Frame, Layout, PlacedCard, Rooms } from "./layout.ts";
import type { Colour } from "./theme.ts";

export interface Line {
  /** The same from one picture to the next: the card to which the line leads, or the step with a word for its frame. */
  readonly key: string;
  readonly colour: Colour;
  readonly dashed: boolean;
  readonly strong: boolean;
  /** As in the `d` of an SVG path. */
  readonly path: string;
  /** Around all of it. */
  readonly box: Box;
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
    const way = curve(extent(parent, direction), { across: to.middle, along: to.near }, direction, rooms.get(card.id));
    drawn.push({ key: card.id, ...way, ...looks(card.face.card.relation, parent) });
  }
  for (const frame of frames) {
    const step = placed.get(frame.step);
    if (step === undefined) continue;
    const way = curve(extent(step, direction), arrival(frame, step, direction), direction);
    drawn.push({ key: `${frame.step} premises`, ...way, ...looks("premise", step) });
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

/** From the far side of a box to a spot before it; the last `room` pixels of the way are straight. */
function curve(from: Extent, to: Spot, direction: Direction, room = 0): Pick<Line, "path" | "box"> {
  const level = Math.abs(from.middle - to.across) < 1.5;
  const start = { across: level ? to.across : from.middle, along: from.far };
  const box = around([start, to], direction);
  if (level) return { path: `M${written(start, direction)}L${written(to, direction)}`, box };
  const end = { ...to, along: to.along - room };
  const turn = (start.along + end.along) / 2;
  const bends = [{ across: start.across, along: turn }, { across: to.across, along: turn }, end];
  const straight = room === 0 ? "" : `L${written(to, direction)}`;
  const path = `M${written(start, direction)}C${bends.map((bend) => written(bend, direction)).join(" ")}${straight}`;
  return { path, box };
}

/** Support is solid, attack dashed; what neither supports nor attacks is grey. */
export function looks(relation: Relation, parent: PlacedCard): Pick<Line, "colour" | "dashed" | "strong"> {
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
