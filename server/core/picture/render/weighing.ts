/** How a picture shows what stands, how likely it is and what it depends on. Nothing of it changes the layout. */
import { capitalize } from "../../strings/english.ts";
import type { CardId } from "../../tree/tree.ts";
import type { Edge, PlacedCard } from "../model.ts";
import type { TextMeasure } from "../typesetting/measure.ts";
import { groupShape, type Shape, titleShape } from "./shape.ts";

/** How one card is marked: always with a word or sign, never by color alone. */
export interface CardMark {
  /** Whether the card is drawn as standing, falling or undecided. */
  readonly standing: "stands" | "falls" | "undecided";
  /** The text on the edge of the card; undefined for a card that looks as it does while nothing is weighed. */
  readonly badge: string | undefined;
  /** Whether the badge shows a computed likelihood. */
  readonly isLikelihood: boolean;
  /** The computed likelihood in full, if the badge has no room for all of its words. */
  readonly likelihood?: string | undefined;
}

/** The marks that weighing adds to a picture, by card. */
export interface WeighedCards {
  readonly marks: ReadonlyMap<CardId, CardMark>;
  /** How much some conclusion depends on the card, from 0 to 1: the width of the line that leads to it. */
  readonly lineWeights: ReadonlyMap<CardId, number>;
}

export const NOT_WEIGHED: WeighedCards = { marks: new Map(), lineWeights: new Map() };

/** Returns the weight of an edge: that of its card or, for the edge to the frame of linked premises, of their step. */
export const edgeWeight = (
  { card }: Pick<Edge, "card">,
  lineWeights: WeighedCards["lineWeights"],
): number | undefined => (card === undefined ? undefined : lineWeights.get(card));

const MIN_LINE_WIDTH = 0.8;
const MAX_LINE_WIDTH = 6;

/** Returns the width of a line of a weight, in pixels. */
export const lineWidth = (weight: number): number =>
  Math.round((MIN_LINE_WIDTH + (MAX_LINE_WIDTH - MIN_LINE_WIDTH) * weight) * 10) / 10;

/** The opacity of a card that falls. Its text stays readable: the argument goes on without it, but a reader may ask why. */
const FALLEN_OPACITY = 0.55;

/** Marks the drawing of a card, which begins at 0, 0. */
export function drawWeighedCard(
  { width, height, layout }: Pick<PlacedCard, "width" | "height" | "layout">,
  shapes: readonly Shape[],
  mark: CardMark | undefined,
  measure: TextMeasure,
): readonly Shape[] {
  if (mark === undefined) return shapes;
  const card = mark.standing === "falls" ? [groupShape(shapes, { opacity: FALLEN_OPACITY })] : shapes;
  const hatching = mark.standing === "undecided" && layout.body !== "pill" ? [drawHatching(height, layout.body)] : [];
  const badge = mark.badge === undefined ? [] : [drawBadge({ width, height, layout }, mark.badge, mark, measure)];
  return [...card, ...hatching, ...badge];
}

/** The distance between the lines of the hatching. */
const HATCH_STEP = 6;

/** Returns the `d` attribute of the hatching across the bar of an undecided card. A pill has no bar. */
export function hatchingPath(height: number, body: "card" | "row"): string {
  const [left, right] = body === "row" ? [0, 4] : [3, 9];
  const count = Math.max(0, Math.floor((height - 12) / HATCH_STEP));
  const lines = Array.from({ length: count }, (_, index) => {
    const y = 12 + index * HATCH_STEP;
    return `M${left} ${y}L${right} ${y - 4}`;
  });
  return lines.join("");
}

const drawHatching = (height: number, body: "card" | "row"): Shape => ({
  tag: "path",
  attributes: { d: hatchingPath(height, body), "stroke-width": 2.5 },
  fill: "none",
  stroke: "card",
});

/** The positions and sizes of badges. */
export const badgeLayout = {
  fontSize: 10.5,
  padding: 6,
  height: 14,
  /** The distance of the text from the upper edge. */
  baseline: 10.5,
  /** The distance from the side of the card. */
  inset: 14,
  /** How far it reaches below the body: far enough to clear the last line of a card, less below a row, which is close to the next one. */
  overhang: { card: 8, pill: 7, row: 2 },
} as const;

/** Returns the left end of a badge. In an outline, the start of the lower edge is close to the text of the next row. */
export function badgeStart(body: "card" | "pill" | "row", cardWidth: number, badgeWidth: number): number {
  if (body === "card") return badgeLayout.inset;
  return body === "row" ? cardWidth - badgeWidth - badgeLayout.inset : (cardWidth - badgeWidth) / 2;
}

function drawBadge(
  { width, height, layout }: Pick<PlacedCard, "width" | "height" | "layout">,
  text: string,
  { isLikelihood, likelihood }: CardMark,
  measure: TextMeasure,
): Shape {
  const { fontSize, padding, height: badgeHeight, overhang } = badgeLayout;
  const badgeWidth = measure.width(text, fontSize, 400) + 2 * padding;
  const x = badgeStart(layout.body, width, badgeWidth);
  const y = height - badgeHeight + overhang[layout.body];
  return groupShape(
    [
      ...(likelihood === undefined ? [] : [titleShape(capitalize(likelihood))]),
      {
        tag: "rect",
        attributes: { width: badgeWidth, height: badgeHeight, rx: badgeHeight / 2 },
        fill: "background",
        stroke: "line",
      },
      {
        tag: "text",
        attributes: {
          x: padding,
          y: badgeLayout.baseline,
          "font-size": fontSize,
          ...(isLikelihood ? { "font-style": "italic" } : {}),
        },
        fill: "text",
        children: [text],
      },
    ],
    { transform: `translate(${x} ${y})` },
  );
}
