/** Parts of a picture as shapes. */

import type { TieLine } from "../layout/contradictionEdges.ts";
import type { Line } from "../layout/edges.ts";
import type { Ground } from "../layout/sectionAreas.ts";
import type { Frame, PlacedCard } from "../layout/treeLayout.ts";
import type { Picture } from "../picture.ts";
import { drawFace, drawRow } from "./drawCard.ts";
import { type Shape, title } from "./shape.ts";

export { drawFace } from "./drawCard.ts";
export type { Shape } from "./shape.ts";

/** How much is seen of what is dimmed. */
export const pale = 0.3;

/** All shapes of a picture, from the hindmost to the foremost; some cards dimmed, with the lines that lead to them. */
export function draw(picture: Picture, dimmed: ReadonlySet<string> = new Set()): readonly Shape[] {
  const dim = (shape: Shape, id: string): Shape =>
    dimmed.has(id) ? { tag: "g", attributes: { opacity: pale }, children: [shape] } : shape;
  return [
    ...picture.grounds.map(drawGround),
    ...picture.frames.map(drawFrame),
    ...picture.lines.map((line) => dim(drawLine(line), line.key)),
    ...picture.ties.map(drawTie),
    ...picture.cards.map((card) => dim(drawCard(card), card.id)),
    ...picture.ties.map(drawMark),
  ];
}

/** A card at its place. */
function drawCard({ x, y, face }: PlacedCard): Shape {
  return { tag: "g", attributes: { transform: `translate(${x} ${y})` }, children: drawFace(face) };
}

/** The ground of a section, with its label at the beginning. */
export function drawGround({ path, depth, title: words, label }: Ground): Shape {
  return {
    tag: "g",
    attributes: { class: "ground" },
    children: [
      title(words),
      {
        tag: "path",
        attributes: { d: path },
        fill: depth % 2 === 0 ? "ground" : "background",
        stroke: "ground-border",
      },
      drawRow(label),
    ],
  };
}

export function drawFrame({ form, x, y, width, height, hue }: Frame): Shape {
  const tone = hue === "objection" ? "objection" : "reason";
  if (form === "bracket") {
    const d = `M${x + width} ${y}h-1q-3 0-3 3V${y + height - 3}q0 3 3 3h1`;
    return { tag: "path", attributes: { d, "stroke-width": 1.6 }, fill: "none", stroke: tone };
  }
  return {
    tag: "rect",
    attributes: { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: 10 },
    fill: `frame-${tone}`,
    stroke: `frame-border-${tone}`,
  };
}

export function drawLine({ path, colour, dashed, strong }: Pick<Line, "path" | "colour" | "dashed" | "strong">): Shape {
  const attributes = { d: path, "stroke-width": strong ? 1.6 : 1.2, ...(dashed ? { "stroke-dasharray": "5 4" } : {}) };
  return { tag: "path", attributes, fill: "none", stroke: colour };
}

export function drawTie({ path }: Pick<TieLine, "path">): Shape {
  const attributes = { d: path, "stroke-width": 2.2, "stroke-linecap": "round", "stroke-dasharray": "0.1 5" };
  return { tag: "path", attributes, fill: "none", stroke: "objection" };
}

/** The sign ≠ in a ring, drawn, as it must lie exactly in the middle. */
export function drawMark({ x, y }: TieLine): Shape {
  const [left, top] = [Math.round(x), Math.round(y)];
  return {
    tag: "g",
    attributes: { transform: `translate(${left} ${top})` },
    children: [
      title("These contradict each other."),
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
