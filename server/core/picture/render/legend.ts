/** What the signs of a picture mean: of all that there are, those that occur in it. */

import { leadWidth } from "../cards/cardFooter.ts";
import type { Picture } from "../picture.ts";
import type { TextMeasure } from "../text/measure.ts";
import type { Colour } from "../theme.ts";
import { drawLead } from "./drawCard.ts";
import type { Shape } from "./shape.ts";

/** One sign with its meaning. */
export interface LegendEntry {
  readonly words: string;
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
const sample = { width: 36, height: 20 };
const textSize = 11;
const gap = 10;

/** The legend of a picture; without entries for one that shows nothing. */
export function legend(picture: Picture, measure: TextMeasure): Legend {
  const entries = signs.flatMap(({ words, shapes, occurs }) => (occurs(picture) ? [{ words, shapes }] : []));
  const widest = Math.max(0, ...entries.map(({ words }) => measure.width(words, textSize, 400)));
  return {
    entries,
    width: entries.length === 0 ? 0 : sample.width + gap + Math.ceil(widest),
    height: entries.length * sample.height,
    shapes: entries.map(({ words, shapes }, index) => ({
      tag: "g",
      attributes: { transform: `translate(0 ${index * sample.height})` },
      children: [
        ...shapes,
        {
          tag: "text",
          attributes: { x: sample.width + gap, y: sample.height / 2 + 4, "font-size": textSize },
          fill: "text",
          children: [words],
        },
      ],
    })),
  };
}

interface Sign extends LegendEntry {
  readonly occurs: (picture: Picture) => boolean;
}

const middle = sample.height / 2;

const stroke = (d: string, colour: Colour, attributes: Shape["attributes"] = {}): Shape => ({
  tag: "path",
  attributes: { d, "stroke-width": 1.6, ...attributes },
  fill: "none",
  stroke: colour,
});

const words = (text: string, colour: Colour, size = 13): Shape => ({
  tag: "text",
  attributes: {
    x: sample.width / 2,
    y: middle + size * 0.36,
    "font-size": size,
    "font-weight": 600,
    "text-anchor": "middle",
  },
  fill: colour,
  children: [text],
});

/** A line from the left, and the bar of a card at which it arrives. */
const arriving = (colour: Colour, line: Colour, dashed: boolean): readonly Shape[] => [
  stroke(`M0 ${middle}H26`, line, dashed ? { "stroke-dasharray": "5 4" } : {}),
  bar(30, colour),
];

const bar = (x: number, colour: Colour, dotted = false): Shape =>
  stroke(`M${x} ${middle - 6}V${middle + 6}`, colour, {
    "stroke-width": 4,
    "stroke-linecap": "round",
    ...(dotted ? { "stroke-dasharray": "0 6" } : {}),
  });

const box = (fill: Colour, edge: Colour, attributes: Shape["attributes"] = {}): Shape => ({
  tag: "rect",
  attributes: { x: 4.5, y: middle - 6.5, width: 27, height: 13, rx: 4, ...attributes },
  fill,
  stroke: edge,
});

const hasCard = (fits: (card: Picture["cards"][number]["face"]) => boolean) => (picture: Picture) =>
  picture.cards.some(({ face }) => fits(face));

/** In the order in which they are told. */
const signs: readonly Sign[] = [
  {
    words: "claim",
    shapes: [box("card", "claim", { "stroke-width": 2 })],
    occurs: hasCard(({ strong, card }) => strong && card.kind === "claim"),
  },
  {
    words: "reason: speaks for what it hangs on",
    shapes: arriving("reason", "reason", false),
    occurs: hasCard(({ card }) => card.kind === "reason"),
  },
  {
    words: "objection: speaks against it",
    shapes: arriving("objection", "objection", true),
    occurs: hasCard(({ card }) => card.kind === "objection"),
  },
  {
    words: "premises that carry a step only together",
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
    occurs: ({ frames }) => frames.length > 0,
  },
  {
    words: "assumption: nobody has stated it",
    shapes: [bar(sample.width / 2, "reason", true)],
    occurs: hasCard(({ card }) => card.kind === "assumption"),
  },
  {
    words: "question",
    shapes: [words("?", "question")],
    occurs: hasCard(({ card }) => card.kind === "question" && card.relation !== "critical"),
  },
  {
    words: "critical question: takes no side",
    shapes: arriving("question", "line", false),
    occurs: hasCard(({ card }) => card.relation === "critical"),
  },
  {
    words: "shown in full elsewhere",
    shapes: [box("card", "line", { "stroke-dasharray": "4 3" })],
    occurs: hasCard(({ form }) => form === "reference"),
  },
  {
    words: "these contradict each other",
    shapes: [
      stroke(`M0 ${middle}H${sample.width}`, "objection", {
        "stroke-width": 2.2,
        "stroke-linecap": "round",
        "stroke-dasharray": "0.1 5",
      }),
      {
        tag: "circle",
        attributes: { cx: sample.width / 2, cy: middle, r: 7 },
        fill: "background",
        stroke: "objection",
      },
      words("≠", "objection", 11),
    ],
    occurs: ({ ties }) => ties.length > 0,
  },
  {
    words: "held by",
    shapes: [words("—", "muted")],
    occurs: hasCard(({ rows }) => rows.some(({ text }) => text.startsWith("— "))),
  },
  {
    words: "accepted by",
    shapes: [words("✓", "reason")],
    occurs: hasCard(({ card }) => card.acceptedBy.length > 0),
  },
  {
    words: "rejected by",
    shapes: [words("✗", "objection")],
    occurs: hasCard(({ card }) => card.rejectedBy.length > 0),
  },
  {
    words: "how likely it is said to be",
    shapes: [lead("likelihood")],
    occurs: hasCard(({ card }) => card.likelihood?.share !== undefined),
  },
  {
    words: "how far a step carries",
    shapes: [lead("strength")],
    occurs: hasCard(({ card }) => card.strength?.share !== undefined),
  },
  {
    words: "tag",
    shapes: [
      {
        tag: "rect",
        attributes: { x: 4.5, y: middle - 7, width: 27, height: 14, rx: 7 },
        fill: "none",
        stroke: "border",
      },
    ],
    occurs: hasCard(({ card }) => card.tags.length > 0),
  },
  {
    words: "from another file",
    shapes: [
      drawLead({ kind: "lead", lead: { kind: "file" }, x: sample.width / 2 - 4, y: middle + 4 }, { hue: "claim" }),
    ],
    occurs: hasCard(({ card }) => card.file !== undefined),
  },
  {
    words: "section of the text",
    // What it is the ground of, and its title, make it known: by itself it is paler than what a legend may stand on.
    shapes: [
      box("ground", "border", { y: 0.5, height: 19 }),
      stroke("M8.5 5H18.5", "muted"),
      { tag: "rect", attributes: { x: 8.5, y: 9.5, width: 19, height: 6, rx: 1.5 }, fill: "card", stroke: "line" },
    ],
    occurs: ({ grounds }) => grounds.length > 0,
  },
  {
    words: "so many are folded away",
    shapes: [
      { tag: "rect", attributes: { x: 6, y: middle - 8, width: 24, height: 16, rx: 8 }, fill: "reason" },
      words("+n", "inverse", 10),
    ],
    occurs: hasCard(({ hidden }) => hidden > 0),
  },
];

function lead(kind: "likelihood" | "strength"): Shape {
  const x = (sample.width - leadWidth[kind]) / 2;
  return drawLead({ kind: "lead", lead: { kind, share: 0.7 }, x, y: middle + 3.5 }, { hue: "claim" });
}
