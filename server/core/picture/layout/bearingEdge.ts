/**
 * The edge of an objection or reason that bears on a step: it goes around the card of the step, and ends with a mark on the
 * step's link to its target.
 */
import { axisExtent, boundingBox, type Direction, type Point, toPoint } from "../geometry/box.ts";
import { svgPath, svgPoint } from "../geometry/curve.ts";
import type { Edge, PlacedCard } from "../model.ts";

/** The distance of the line from the side of the step's card, in pixels. Siblings are further away. */
const clearance = { undercut: 5, backing: 10 } as const;
const BEND_RADIUS = 6;
/** The length of an arm of the mark. Shorter than a dash, so that the mark is solid in a dashed line. */
const ARM = 3.4;

/** The relations of entries that bear on a step. */
export const bearsOnStep = ({ layout }: PlacedCard): boolean =>
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

/** The edge in a tree from a card to the point `link` on the incoming edge of its step. */
export function bearingEdge(
  card: PlacedCard,
  step: PlacedCard,
  link: Point,
  direction: Direction,
  style: Pick<Edge, "color" | "isDashed" | "isStrong">,
): Edge {
  const at = (across: number, along: number): Point => toPoint({ across, along }, direction);
  const from = axisExtent(card, direction);
  const around = axisExtent(step, direction);
  const linkAt = direction === "right" ? { across: link.y, along: link.x } : { across: link.x, along: link.y };
  const lane = around.end + clearance[card.layout.card.relation === "backing" ? "backing" : "undercut"];
  const start = at(from.middle, from.near);
  const middle = (from.near + around.far) / 2;
  const curve = svgPath({
    start,
    controlPoints: [at(from.middle, middle), at(lane, middle)],
    end: at(lane, around.far),
  });
  const toLink = linkAt.across - lane;
  const bend = Math.sign(toLink) * Math.min(BEND_RADIUS, Math.abs(toLink));
  const corner = `L${svgPoint(at(lane, linkAt.along + Math.abs(bend)))}Q${svgPoint(at(lane, linkAt.along))} ${svgPoint(at(lane + bend, linkAt.along))}`;
  const corners = [
    { across: from.middle, along: from.near },
    { across: lane, along: around.far },
    { across: linkAt.across, along: linkAt.along - ARM },
  ];
  return {
    key: card.id,
    ...style,
    x1: link.x,
    y1: link.y,
    x2: start.x,
    y2: start.y,
    path: `${curve}${corner}L${svgPoint(link)}${linkMark(link, card.layout.card.relation)}`,
    curve: undefined,
    bounds: boundingBox(corners, direction),
  };
}
