/**
 * The edge of an undercut or a backing, which targets the inference of a step: it goes around the card of the step, and ends
 * with a mark on the step's link to its target.
 */

import type { CardId } from "../../tree/tree.ts";
import {
  type AxisExtent,
  type AxisPoint,
  axisExtent,
  type Box,
  boundingBox,
  type Direction,
  type Point,
  toPoint,
} from "../geometry/box.ts";
import { svgPath, svgPoint } from "../geometry/curve.ts";
import type { Edge, PlacedCard } from "../model.ts";

/** The distance of the line from the side of the step's card, in pixels. Siblings are further away. */
const clearance = { undercut: 5, backing: 10 } as const;
const BEND_RADIUS = 6;
/** The length of an arm of the mark. Shorter than a dash, so that the mark is solid in a dashed line. */
const ARM = 3.4;

/** Whether a card targets the inference of the step above it. */
export const targetsInference = ({ layout }: PlacedCard): boolean =>
  layout.card.relation === "undercut" || layout.card.relation === "backing";

/** The part of a path that marks its end on a link: × for an objection, + for a reason. */
export function linkMark({ x, y }: Point, relation: PlacedCard["layout"]["card"]["relation"]): string {
  const diagonal = ARM * Math.SQRT1_2 * 1.4;
  const arms: readonly (readonly [number, number])[] =
    relation === "undercut"
      ? [
          [diagonal, diagonal],
          [-diagonal, -diagonal],
          [diagonal, -diagonal],
          [-diagonal, diagonal],
        ]
      : [
          [ARM, 0],
          [-ARM, 0],
          [0, ARM],
          [0, -ARM],
        ];
  return arms.map(([dx, dy]) => `M${svgPoint({ x, y })}l${svgPoint({ x: dx, y: dy })}`).join("");
}

/** An edge from a card to a point on the incoming edge of its step. Computes its path on demand, as other edges do. */
class InferenceEdge implements Edge {
  readonly key: string;
  readonly card: CardId;
  readonly color: Edge["color"];
  readonly isDashed: boolean;
  readonly isStrong: boolean;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly bounds: Box;
  readonly curve = undefined;
  readonly #placedCard: PlacedCard;
  readonly #step: PlacedCard;
  readonly #direction: Direction;

  constructor(card: PlacedCard, step: PlacedCard, link: Point, direction: Direction, style: EdgeLook) {
    const from = axisExtent(card, direction);
    const around = axisExtent(step, direction);
    const start = toPoint({ across: from.middle, along: from.near }, direction);
    const linkAt = toAxes(link, direction);
    this.key = card.id;
    this.card = card.id;
    this.color = style.color;
    this.isDashed = style.isDashed;
    this.isStrong = style.isStrong;
    this.x1 = link.x;
    this.y1 = link.y;
    this.x2 = start.x;
    this.y2 = start.y;
    const corners = [
      { across: from.middle, along: from.near },
      { across: laneOf(card, around), along: around.far },
      { across: linkAt.across, along: linkAt.along - ARM },
    ];
    this.bounds = boundingBox(corners, direction);
    this.#placedCard = card;
    this.#step = step;
    this.#direction = direction;
  }

  get path(): string {
    const at = (across: number, along: number): Point => toPoint({ across, along }, this.#direction);
    const link = { x: this.x1, y: this.y1 };
    const from = axisExtent(this.#placedCard, this.#direction);
    const around = axisExtent(this.#step, this.#direction);
    const linkAt = toAxes(link, this.#direction);
    const lane = laneOf(this.#placedCard, around);
    const middle = (from.near + around.far) / 2;
    const curve = svgPath({
      start: at(from.middle, from.near),
      controlPoints: [at(from.middle, middle), at(lane, middle)],
      end: at(lane, around.far),
    });
    const toLink = linkAt.across - lane;
    const bend = Math.sign(toLink) * Math.min(BEND_RADIUS, Math.abs(toLink));
    const corner = `L${svgPoint(at(lane, linkAt.along + Math.abs(bend)))}Q${svgPoint(at(lane, linkAt.along))} ${svgPoint(at(lane + bend, linkAt.along))}`;
    return `${curve}${corner}L${svgPoint(link)}${linkMark(link, this.#placedCard.layout.card.relation)}`;
  }
}

type EdgeLook = Pick<Edge, "color" | "isDashed" | "isStrong">;

const toAxes = ({ x, y }: Point, direction: Direction): AxisPoint =>
  direction === "right" ? { across: y, along: x } : { across: x, along: y };

/** The position across of the lane beside the card of a step. */
const laneOf = ({ layout }: PlacedCard, step: AxisExtent): number =>
  step.end + clearance[layout.card.relation === "backing" ? "backing" : "undercut"];

/** The edge in a tree from a card to the point `link` on the incoming edge of its step. */
export const inferenceEdge = (
  card: PlacedCard,
  step: PlacedCard,
  link: Point,
  direction: Direction,
  style: EdgeLook,
): Edge => new InferenceEdge(card, step, link, direction, style);
