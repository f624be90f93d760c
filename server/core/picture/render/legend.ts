/** What the signs of a picture mean: of all that there are, those that occur in it. */

import { iconWidth } from "../cards/cardFooter.ts";
import type { Picture } from "../picture.ts";
import type { TextMeasure } from "../text/measure.ts";
import type { Colour } from "../theme.ts";
import { drawFooterMark } from "./drawCard.ts";
import type { Shape } from "./shape.ts";

/** One sign with its meaning. */
export interface LegendEntry {
  readonly label: string;
  /** The sign, within `sample` pixels from 0, 0. */
  readonly shapes: readonly Shape[];
}

export interface Legend {
  readonly entries: readonly LegendEntry[];
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** All entries below one another, from 0, 0. */
  readonly shapes: readonly Shape[];
}

/** Room for a sign, in pixels. */
const swatch = { width: 36, height: 20 };
const textSize = 11;
const gap = 10;

/** The legend of a picture; without entries for one that shows nothing. */
export function createLegend(picture: Picture, measure: TextMeasure): Legend {
  const entries = legendSigns.flatMap(({ label, shapes, occursIn }) => (occursIn(picture) ? [{ label, shapes }] : []));
  const widest = Math.max(0, ...entries.map(({ label }) => measure.width(label, textSize, 400)));
  return {
    entries,
    width: entries.length === 0 ? 0 : swatch.width + gap + Math.ceil(widest),
    height: entries.length * swatch.height,
    shapes: entries.map(({ label, shapes }, index) => ({
      tag: "g",
      attributes: { transform: `translate(0 ${index * swatch.height})` },
      children: [
        ...shapes,
        {
          tag: "text",
          attributes: { x: swatch.width + gap, y: swatch.height / 2 + 4, "font-size": textSize },
          fill: "text",
          children: [label],
        },
      ],
    })),
  };
}

interface LegendSign extends LegendEntry {
  readonly occursIn: (picture: Picture) => boolean;
}

const middleY = swatch.height / 2;

const strokeSign = (d: string, colour: Colour, attributes: Shape["attributes"] = {}): Shape => ({
  tag: "path",
  attributes: { d, "stroke-width": 1.6, ...attributes },
  fill: "none",
  stroke: colour,
});

const textSign = (text: string, colour: Colour, size = 13): Shape => ({
  tag: "text",
  attributes: {
    x: swatch.width / 2,
    y: middleY + size * 0.36,
    "font-size": size,
    "font-weight": 600,
    "text-anchor": "middle",
  },
  fill: colour,
  children: [text],
});

/** A line from the left, and the bar of a card at which it arrives. */
const edgeWithBar = (colour: Colour, edgeColour: Colour, isDashed: boolean): readonly Shape[] => [
  strokeSign(`M0 ${middleY}H26`, edgeColour, isDashed ? { "stroke-dasharray": "5 4" } : {}),
  barSign(30, colour),
];

const barSign = (x: number, colour: Colour, isDotted = false): Shape =>
  strokeSign(`M${x} ${middleY - 6}V${middleY + 6}`, colour, {
    "stroke-width": 4,
    "stroke-linecap": "round",
    ...(isDotted ? { "stroke-dasharray": "0 6" } : {}),
  });

const boxSign = (fill: Colour, border: Colour, attributes: Shape["attributes"] = {}): Shape => ({
  tag: "rect",
  attributes: { x: 4.5, y: middleY - 6.5, width: 27, height: 13, rx: 4, ...attributes },
  fill,
  stroke: border,
});

const hasCardWhere = (matches: (card: Picture["cards"][number]["layout"]) => boolean) => (picture: Picture) =>
  picture.cards.some(({ layout }) => matches(layout));

/** In the order in which they are told. */
const legendSigns: readonly LegendSign[] = [
  {
    label: "claim",
    shapes: [boxSign("card", "claim", { "stroke-width": 2 })],
    occursIn: hasCardWhere(({ isMain, card }) => isMain && card.kind === "claim"),
  },
  {
    label: "reason: speaks for what it hangs on",
    shapes: edgeWithBar("reason", "reason", false),
    occursIn: hasCardWhere(({ card }) => card.kind === "reason"),
  },
  {
    label: "objection: speaks against it",
    shapes: edgeWithBar("objection", "objection", true),
    occursIn: hasCardWhere(({ card }) => card.kind === "objection"),
  },
  {
    label: "premises that carry a step only together",
    shapes: [
      {
        tag: "rect",
        attributes: { x: 4.5, y: 1.5, width: 27, height: 17, rx: 5 },
        fill: "frame-reason",
        stroke: "frame-border-reason",
      },
      { tag: "rect", attributes: { x: 8, y: 4, width: 20, height: 5, rx: 1.5 }, fill: "card", stroke: "border" },
      { tag: "rect", attributes: { x: 8, y: 11, width: 20, height: 5, rx: 1.5 }, fill: "card", stroke: "border" },
    ],
    occursIn: ({ frames }) => frames.length > 0,
  },
  {
    label: "assumption: nobody has stated it",
    shapes: [barSign(swatch.width / 2, "reason", true)],
    occursIn: hasCardWhere(({ card }) => card.kind === "assumption"),
  },
  {
    label: "question",
    shapes: [textSign("?", "question")],
    occursIn: hasCardWhere(({ card }) => card.kind === "question" && card.relation !== "critical"),
  },
  {
    label: "critical question: takes no side",
    shapes: edgeWithBar("question", "line", false),
    occursIn: hasCardWhere(({ card }) => card.relation === "critical"),
  },
  {
    label: "shown in full elsewhere",
    shapes: [boxSign("card", "line", { "stroke-dasharray": "4 3" })],
    occursIn: hasCardWhere(({ form }) => form === "reference"),
  },
  {
    label: "these contradict each other",
    shapes: [
      strokeSign(`M0 ${middleY}H${swatch.width}`, "objection", {
        "stroke-width": 2.2,
        "stroke-linecap": "round",
        "stroke-dasharray": "0.1 5",
      }),
      {
        tag: "circle",
        attributes: { cx: swatch.width / 2, cy: middleY, r: 7 },
        fill: "background",
        stroke: "objection",
      },
      textSign("≠", "objection", 11),
    ],
    occursIn: ({ contradictions }) => contradictions.length > 0,
  },
  {
    label: "held by",
    shapes: [textSign("—", "muted")],
    occursIn: hasCardWhere(({ texts }) => texts.some(({ text }) => text.startsWith("— "))),
  },
  {
    label: "accepted by",
    shapes: [textSign("✓", "reason")],
    occursIn: hasCardWhere(({ card }) => card.acceptedBy.length > 0),
  },
  {
    label: "rejected by",
    shapes: [textSign("✗", "objection")],
    occursIn: hasCardWhere(({ card }) => card.rejectedBy.length > 0),
  },
  {
    label: "how likely it is said to be",
    shapes: [footerSign("likelihood")],
    occursIn: hasCardWhere(({ card }) => card.likelihood?.share !== undefined),
  },
  {
    label: "how far a step carries",
    shapes: [footerSign("strength")],
    occursIn: hasCardWhere(({ card }) => card.strength?.share !== undefined),
  },
  {
    label: "tag",
    shapes: [
      {
        tag: "rect",
        attributes: { x: 4.5, y: middleY - 7, width: 27, height: 14, rx: 7 },
        fill: "none",
        stroke: "border",
      },
    ],
    occursIn: hasCardWhere(({ card }) => card.tags.length > 0),
  },
  {
    label: "from another file",
    shapes: [
      drawFooterMark(
        { kind: "lead", icon: { kind: "file" }, x: swatch.width / 2 - 4, y: middleY + 4 },
        { hue: "claim" },
      ),
    ],
    occursIn: hasCardWhere(({ card }) => card.file !== undefined),
  },
  {
    label: "section of the text",
    // What it is the ground of, and its title, make it known: by itself it is paler than what a legend may stand on.
    shapes: [
      boxSign("ground", "border", { y: 0.5, height: 19 }),
      strokeSign("M8.5 5H18.5", "muted"),
      { tag: "rect", attributes: { x: 8.5, y: 9.5, width: 19, height: 6, rx: 1.5 }, fill: "card", stroke: "line" },
    ],
    occursIn: ({ sectionAreas }) => sectionAreas.length > 0,
  },
  {
    label: "so many are folded away",
    shapes: [
      { tag: "rect", attributes: { x: 6, y: middleY - 8, width: 24, height: 16, rx: 8 }, fill: "reason" },
      textSign("+n", "inverse", 10),
    ],
    occursIn: hasCardWhere(({ hiddenCount }) => hiddenCount > 0),
  },
];

function footerSign(kind: "likelihood" | "strength"): Shape {
  const x = (swatch.width - iconWidth[kind]) / 2;
  return drawFooterMark({ kind: "lead", icon: { kind, share: 0.7 }, x, y: middleY + 3.5 }, { hue: "claim" });
}
