/** Parts of a picture as shapes. */

import type { ContradictionEdge } from "../layout/contradictionEdges.ts";
import type { Edge } from "../layout/edges.ts";
import type { SectionArea } from "../layout/sectionAreas.ts";
import type { Frame, PlacedCard } from "../layout/treeLayout.ts";
import type { Picture } from "../picture.ts";
import { drawCard, drawText } from "./drawCard.ts";
import { type Shape, titleShape } from "./shape.ts";

export { drawCard } from "./drawCard.ts";
export type { Shape } from "./shape.ts";

/** How much is seen of what is dimmed. */
export const DIMMED_OPACITY = 0.3;

/** All shapes of a picture, from the hindmost to the foremost; some cards dimmed, with the lines that lead to them. */
export function drawPicture(picture: Picture, dimmed: ReadonlySet<string> = new Set()): readonly Shape[] {
  const dimIfNeeded = (shape: Shape, id: string): Shape =>
    dimmed.has(id) ? { tag: "g", attributes: { opacity: DIMMED_OPACITY }, children: [shape] } : shape;
  return [
    ...picture.sectionAreas.map(drawSectionArea),
    ...picture.frames.map(drawFrame),
    ...picture.edges.map((line) => dimIfNeeded(drawEdge(line), line.key)),
    ...picture.contradictions.map(drawContradiction),
    ...picture.cards.map((card) => dimIfNeeded(drawPlacedCard(card), card.id)),
    ...picture.contradictions.map(drawContradictionMark),
  ];
}

/** A card at its place. */
function drawPlacedCard({ x, y, layout }: PlacedCard): Shape {
  return { tag: "g", attributes: { transform: `translate(${x} ${y})` }, children: drawCard(layout) };
}

/** The ground of a section, with its label at the beginning. */
export function drawSectionArea({ path, depth, title: words, label }: SectionArea): Shape {
  return {
    tag: "g",
    attributes: { class: "ground" },
    children: [
      titleShape(words),
      {
        tag: "path",
        attributes: { d: path },
        fill: depth % 2 === 0 ? "ground" : "background",
        stroke: "ground-border",
      },
      drawText(label),
    ],
  };
}

export function drawFrame({ form, x, y, width, height, hue }: Frame): Shape {
  const side = hue === "objection" ? "objection" : "reason";
  if (form === "bracket") {
    const d = `M${x + width} ${y}h-1q-3 0-3 3V${y + height - 3}q0 3 3 3h1`;
    return { tag: "path", attributes: { d, "stroke-width": 1.6 }, fill: "none", stroke: side };
  }
  return {
    tag: "rect",
    attributes: { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: 10 },
    fill: `frame-${side}`,
    stroke: `frame-border-${side}`,
  };
}

export function drawEdge({
  path,
  colour,
  isDashed,
  isStrong,
}: Pick<Edge, "path" | "colour" | "isDashed" | "isStrong">): Shape {
  const attributes = {
    d: path,
    "stroke-width": isStrong ? 1.6 : 1.2,
    ...(isDashed ? { "stroke-dasharray": "5 4" } : {}),
  };
  return { tag: "path", attributes, fill: "none", stroke: colour };
}

export function drawContradiction({ path }: Pick<ContradictionEdge, "path">): Shape {
  const attributes = { d: path, "stroke-width": 2.2, "stroke-linecap": "round", "stroke-dasharray": "0.1 5" };
  return { tag: "path", attributes, fill: "none", stroke: "objection" };
}

/** The sign ≠ in a ring, drawn, as it must lie exactly in the middle. */
export function drawContradictionMark({ x, y }: ContradictionEdge): Shape {
  const [left, top] = [Math.round(x), Math.round(y)];
  return {
    tag: "g",
    attributes: { transform: `translate(${left} ${top})` },
    children: [
      titleShape("These contradict each other."),
      { tag: "circle", attributes: { r: 10, "stroke-width": 1.4 }, fill: "background", stroke: "objection" },
      {
        tag: "path",
        attributes: { d: "M-4.5-2h9M-4.5 2h9M2.5-5l-5 10", "stroke-width": 1.5, "stroke-linecap": "round" },
        fill: "none",
        stroke: "objection",
      },
    ],
  };
}
