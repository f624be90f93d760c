/** Draws the parts of a picture as shapes. */
import type { CrossLink, Edge, Frame, Picture, PlacedCard, SectionArea } from "../model.ts";
import { type TextMeasure, tableMeasure } from "../typesetting/measure.ts";
import { dimmedParts } from "./dimmedParts.ts";
import { drawCard, drawText } from "./drawCard.ts";
import { groupShape, type Shape, titleShape } from "./shape.ts";
import { type CardMark, drawWeighedCard, edgeWeight, lineWidth, NOT_WEIGHED, type WeighedCards } from "./weighing.ts";

/** The opacity of dimmed cards and their edges. */
const DIMMED_OPACITY = 0.3;

/**
 * All shapes of a picture in drawing order. Dimmed cards are drawn pale, with the edges that lead to them.
 *
 * @param measure measures the badges of weighed cards
 */
export function drawPicture(
  picture: Picture,
  dimmed: ReadonlySet<string> = new Set(),
  { marks, lineWeights }: WeighedCards = NOT_WEIGHED,
  measure: TextMeasure = tableMeasure,
): readonly Shape[] {
  const dimIfNeeded = (shape: Shape, id: string, ids: ReadonlySet<string>): Shape =>
    ids.has(id) ? groupShape([shape], { opacity: DIMMED_OPACITY }) : shape;
  const { edges, frames, crossLinks } = dimmedParts(picture, dimmed);
  return [
    ...(picture.heading ?? []).map(drawText),
    ...picture.sectionAreas.map(drawSectionArea),
    ...picture.frames.map((frame) => dimIfNeeded(drawFrame(frame), frame.step, frames)),
    ...picture.edges.map((edge) =>
      dimIfNeeded(drawEdge(weighedEdge(edge, edgeWeight(edge, lineWeights))), edge.key, edges),
    ),
    ...picture.crossLinks.map((link) => dimIfNeeded(drawCrossLink(link), link.key, crossLinks)),
    ...picture.cards.map((card) => dimIfNeeded(drawPlacedCard(card, marks.get(card.id), measure), card.id, dimmed)),
    ...picture.crossLinks.map((link) => dimIfNeeded(drawCrossLinkMark(link), link.key, crossLinks)),
  ];
}

/** A card at its position. */
const drawPlacedCard = (card: PlacedCard, mark: CardMark | undefined, measure: TextMeasure): Shape =>
  groupShape(drawWeighedCard(card, drawCard(card.layout), mark, measure), {
    transform: `translate(${card.x} ${card.y})`,
  });

/** A section area with its label. Nested areas alternate between two fills. */
export function drawSectionArea({ path, depth, title, labels }: SectionArea): Shape {
  const fill = depth % 2 === 0 ? "section" : "background";
  const area: Shape = { tag: "path", attributes: { d: path }, fill, stroke: "section-border" };
  return groupShape([titleShape(title), area, ...labels.map(drawText)], { class: "section-area" });
}

/** The frame or bracket of linked premises. */
export function drawFrame({ form, x, y, width, height, hue }: Frame): Shape {
  const side = hue === "objection" ? "objection" : "reason";
  if (form === "bracket") {
    const d = `M${x + width} ${y}h-1q-3 0-3 3V${y + height - 3}q0 3 3 3h1`;
    return { tag: "path", attributes: { d, "stroke-width": 1.6 }, fill: "none", stroke: side };
  }
  return {
    tag: "rect",
    attributes: { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: 18 },
    fill: `frame-${side}`,
    stroke: `frame-border-${side}`,
  };
}

/** The parts of an edge that its drawing depends on. */
export interface DrawnEdge extends Pick<Edge, "path" | "color" | "isDashed" | "isStrong"> {
  /** From 0 to 1, if the width of the line shows what depends on it. */
  readonly weight?: number | undefined;
}

/** Returns an edge with its weight; the edge itself if it has none. */
export const weighedEdge = (edge: DrawnEdge, weight: number | undefined): DrawnEdge => {
  if (weight === undefined) return edge;
  // Edges compute their paths on demand, which spreading them would lose.
  const { path, color, isDashed, isStrong } = edge;
  return { path, color, isDashed, isStrong, weight };
};

/** An edge of the tree. */
export function drawEdge({ path, color, isDashed, isStrong, weight }: DrawnEdge): Shape {
  const attributes = {
    d: path,
    "stroke-width": weight !== undefined ? lineWidth(weight) : isStrong ? 1.6 : 1.2,
    ...(isDashed ? { "stroke-dasharray": "5 4" } : {}),
  };
  return { tag: "path", attributes, fill: "none", stroke: color };
}

const crossLinkColors = { contradiction: "objection", restatement: "claim" } as const;
const crossLinkSigns = { contradiction: "M-4.5-2h9M-4.5 2h9M2.5-5l-5 10", restatement: "M-4.5-2h9M-4.5 2h9" } as const;

/** The dotted line between two claims that contradict or restate each other. */
export function drawCrossLink({ kind, path }: Pick<CrossLink, "kind" | "path">): Shape {
  const attributes = { d: path, "stroke-width": 2.2, "stroke-linecap": "round", "stroke-dasharray": "0.1 5" };
  return { tag: "path", attributes, fill: "none", stroke: crossLinkColors[kind] };
}

/** The mark on such a line: ≠ or = in a circle. Drawn as a path, because a character is not centered exactly. */
export function drawCrossLinkMark({ kind, title, x, y }: CrossLink): Shape {
  return groupShape(
    [
      titleShape(title),
      { tag: "circle", attributes: { r: 10, "stroke-width": 1.4 }, fill: "background", stroke: crossLinkColors[kind] },
      {
        tag: "path",
        attributes: { d: crossLinkSigns[kind], "stroke-width": 1.5, "stroke-linecap": "round" },
        fill: "none",
        stroke: crossLinkColors[kind],
      },
    ],
    { transform: `translate(${Math.round(x)} ${Math.round(y)})` },
  );
}
