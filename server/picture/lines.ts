/** The lines from each card to what hangs on it. */
import type { Relation } from "../language/tree.ts";
import { type Direction, type Extent, extent, type Spot, written } from "./box.ts";
import type { Frame, Layout, PlacedCard } from "./layout.ts";
import type { Colour } from "./theme.ts";

export interface Line {
  /** The same from one picture to the next: the card to which the line leads, or the step with a word for its frame. */
  readonly key: string;
  readonly colour: Colour;
  readonly dashed: boolean;
  readonly strong: boolean;
  /** As in the `d` of an SVG path. */
  readonly path: string;
}

/** One line for each card that hangs on another, but one for all premises in a frame. */
export function lines({ cards, frames }: Pick<Layout, "cards" | "frames">, direction: Direction): readonly Line[] {
  const placed = new Map(cards.map((card) => [card.id, card]));
  const framed = new Map(frames.map((frame) => [frame.step, frame]));
  const drawn: Line[] = [];
  for (const card of cards) {
    const parent = card.parent === undefined ? undefined : placed.get(card.parent);
    if (parent === undefined || (card.face.card.relation === "premise" && framed.has(parent.id))) continue;
    const to = extent(card, direction);
    const path = curve(extent(parent, direction), { across: to.middle, along: to.near }, direction);
    drawn.push({ key: card.id, path, ...looks(card.face.card.relation, parent) });
  }
  for (const frame of frames) {
    const step = placed.get(frame.step);
    if (step === undefined) continue;
    const path = curve(extent(step, direction), arrival(frame, step, direction), direction);
    drawn.push({ key: `${frame.step} premises`, path, ...looks("premise", step) });
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

/** From the far side of a box to a spot before it. */
function curve(from: Extent, to: Spot, direction: Direction): string {
  const level = Math.abs(from.middle - to.across) < 1.5;
  const start = { across: level ? to.across : from.middle, along: from.far };
  if (level) return `M${written(start, direction)}L${written(to, direction)}`;
  const turn = (start.along + to.along) / 2;
  const bends = [{ across: start.across, along: turn }, { across: to.across, along: turn }, to];
  return `M${written(start, direction)}C${bends.map((bend) => written(bend, direction)).join(" ")}`;
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
