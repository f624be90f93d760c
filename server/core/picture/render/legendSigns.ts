/** The signs that can be in a legend, and in which pictures each one occurs. */
import { iconWidth } from "../cards/cardFooter.ts";
import { linkMark } from "../layout/inferenceEdge.ts";
import type { Picture } from "../model.ts";
import type { Color } from "../theme.ts";
import type { LegendKey } from "../words/pictureWords.ts";
import { drawFooterMark } from "./drawCard.ts";
import { groupShape, type Shape } from "./shape.ts";
import { type CardMark, lineWidth, type WeighedCards } from "./weighing.ts";

/** The space for a sign, in pixels. */
export const swatch = { width: 36, height: 20 } as const;

/** A sign, and when it is in the legend. */
export interface LegendSign {
  readonly key: LegendKey;
  /** The sign, within its {@link swatch} from 0, 0. */
  readonly shapes: readonly Shape[];
  readonly occursIn: (picture: Picture, weighed: WeighedCards) => boolean;
}

const middleY = swatch.height / 2;

const strokeSign = (d: string, color: Color, attributes: Shape["attributes"] = {}): Shape => ({
  tag: "path",
  attributes: { d, "stroke-width": 1.6, ...attributes },
  fill: "none",
  stroke: color,
});

const textSign = (text: string, color: Color, size = 13, x = swatch.width / 2): Shape => ({
  tag: "text",
  attributes: {
    x,
    y: middleY + size * 0.36,
    "font-size": size,
    "font-weight": 600,
    "text-anchor": "middle",
  },
  fill: color,
  children: [text],
});

/** An edge from the left, and the bar of the card at its end. */
const edgeWithBar = (color: Color, edgeColor: Color, isDashed: boolean): readonly Shape[] => [
  strokeSign(`M0 ${middleY}H26`, edgeColor, isDashed ? { "stroke-dasharray": "5 4" } : {}),
  barSign(30, color),
];

/** The link of a step with its bar, and a line from below that ends on it. */
const linkSign = (color: "reason" | "objection", relation: "undercut" | "backing"): readonly Shape[] => [
  strokeSign("M0 7H26", "line"),
  strokeSign("M30 2V12", "line", { "stroke-width": 4, "stroke-linecap": "round" }),
  strokeSign(
    `M12 19V7${linkMark({ x: 12, y: 7 }, relation)}`,
    color,
    relation === "undercut" ? { "stroke-dasharray": "5 4" } : {},
  ),
];

const barSign = (x: number, color: Color, isDotted = false): Shape =>
  strokeSign(`M${x} ${middleY - 6}V${middleY + 6}`, color, {
    "stroke-width": 4,
    "stroke-linecap": "round",
    ...(isDotted ? { "stroke-dasharray": "0 6" } : {}),
  });

const boxSign = (fill: Color, border: Color, attributes: Shape["attributes"] = {}): Shape => ({
  tag: "rect",
  attributes: { x: 4.5, y: middleY - 6.5, width: 27, height: 13, rx: 4, ...attributes },
  fill,
  stroke: border,
});

/** A dotted line with a sign in a circle. */
const pairSign = (color: "objection" | "claim", sign: string): readonly Shape[] => [
  strokeSign(`M0 ${middleY}H${swatch.width}`, color, {
    "stroke-width": 2.2,
    "stroke-linecap": "round",
    "stroke-dasharray": "0.1 5",
  }),
  { tag: "circle", attributes: { cx: swatch.width / 2, cy: middleY, r: 7 }, fill: "background", stroke: color },
  textSign(sign, color, 11),
];

const hasCardWhere = (matches: (card: Picture["cards"][number]["layout"]) => boolean) => (picture: Picture) =>
  picture.cards.some(({ layout }) => matches(layout));

const hasMarkWhere =
  (matches: (mark: CardMark) => boolean) =>
  (_: Picture, { marks }: WeighedCards): boolean => {
    for (const mark of marks.values()) if (matches(mark)) return true;
    return false;
  };

/** All signs, in the order of the legend. */
export const legendSigns: readonly LegendSign[] = [
  {
    key: "mainClaim",
    shapes: [boxSign("card", "claim", { "stroke-width": 2 })],
    occursIn: hasCardWhere(({ isMain, card }) => isMain && card.kind === "claim"),
  },
  {
    key: "reason",
    shapes: edgeWithBar("reason", "reason", false),
    occursIn: hasCardWhere(({ card }) => card.kind === "reason"),
  },
  {
    key: "objection",
    shapes: edgeWithBar("objection", "objection", true),
    occursIn: hasCardWhere(({ card }) => card.kind === "objection"),
  },
  {
    key: "undercut",
    shapes: linkSign("objection", "undercut"),
    occursIn: hasCardWhere(({ card }) => card.relation === "undercut"),
  },
  {
    key: "backing",
    shapes: linkSign("reason", "backing"),
    occursIn: hasCardWhere(({ card }) => card.relation === "backing"),
  },
  {
    key: "quoteObjection",
    // The quotation mark of a card, from which the line starts.
    shapes: [
      textSign("❝", "muted", 12, 7),
      strokeSign(`M15 ${middleY}H26`, "objection", { "stroke-dasharray": "5 4" }),
      barSign(30, "objection"),
    ],
    occursIn: hasCardWhere(({ card }) => card.relation === "quote"),
  },
  {
    key: "linkedPremises",
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
    key: "assumption",
    shapes: [barSign(swatch.width / 2, "reason", true)],
    occursIn: hasCardWhere(({ card }) => card.kind === "assumption"),
  },
  {
    key: "question",
    shapes: [textSign("?", "question")],
    occursIn: hasCardWhere(({ card }) => card.kind === "question" && card.relation !== "critical"),
  },
  {
    key: "criticalQuestion",
    shapes: edgeWithBar("question", "line", false),
    occursIn: hasCardWhere(({ card }) => card.relation === "critical"),
  },
  {
    key: "reference",
    shapes: [boxSign("card", "line", { "stroke-dasharray": "4 3" })],
    occursIn: hasCardWhere(({ form }) => form === "reference"),
  },
  {
    key: "contradiction",
    shapes: pairSign("objection", "≠"),
    occursIn: ({ crossLinks }) => crossLinks.some(({ kind }) => kind === "contradiction"),
  },
  {
    key: "restatement",
    shapes: pairSign("claim", "="),
    occursIn: ({ crossLinks }) => crossLinks.some(({ kind }) => kind === "restatement"),
  },
  {
    key: "heldBy",
    shapes: [textSign("—", "muted")],
    occursIn: hasCardWhere(({ texts }) => texts.some(({ text }) => text.startsWith("— "))),
  },
  {
    key: "acceptedBy",
    shapes: [textSign("✓", "reason")],
    occursIn: hasCardWhere(({ card }) => card.acceptedBy.length > 0),
  },
  {
    key: "rejectedBy",
    shapes: [textSign("✗", "objection")],
    occursIn: hasCardWhere(({ card }) => card.rejectedBy.length > 0),
  },
  {
    key: "likelihood",
    shapes: [footerSign("likelihood")],
    occursIn: hasCardWhere(({ card }) => card.likelihood?.fraction !== undefined),
  },
  {
    key: "strength",
    shapes: [footerSign("strength")],
    occursIn: hasCardWhere(({ card }) => card.strength?.fraction !== undefined),
  },
  {
    key: "tag",
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
    key: "imported",
    shapes: [
      drawFooterMark(
        { kind: "icon", icon: { kind: "file" }, x: swatch.width / 2 - 4, y: middleY + 4 },
        { hue: "claim" },
      ),
    ],
    occursIn: hasCardWhere(({ card }) => card.file !== undefined),
  },
  {
    key: "section",
    // The area alone has too little contrast, so the sign also has a title and a card.
    shapes: [
      boxSign("section", "border", { y: 0.5, height: 19 }),
      strokeSign("M8.5 5H18.5", "muted"),
      { tag: "rect", attributes: { x: 8.5, y: 9.5, width: 19, height: 6, rx: 1.5 }, fill: "card", stroke: "line" },
    ],
    occursIn: ({ sectionAreas }) => sectionAreas.length > 0,
  },
  {
    key: "falls",
    shapes: [
      groupShape([boxSign("card", "line", { "stroke-dasharray": "2 3" })], { opacity: 0.55 }),
      textSign("×", "text", 11),
    ],
    occursIn: hasMarkWhere(({ standing }) => standing === "falls"),
  },
  {
    key: "undecided",
    shapes: [boxSign("card", "line"), textSign("?", "text", 11)],
    // The sign also stands before the share of undecided cases in a badge.
    occursIn: hasMarkWhere(({ standing, badge }) => standing === "undecided" || badge?.includes("?") === true),
  },
  {
    key: "computedLikelihood",
    shapes: [textSign("≈", "text")],
    occursIn: hasMarkWhere(({ isLikelihood }) => isLikelihood),
  },
  {
    key: "importance",
    shapes: [
      strokeSign(`M0 ${middleY - 5}H${swatch.width}`, "muted", { "stroke-width": lineWidth(0.1) }),
      strokeSign(`M0 ${middleY + 4}H${swatch.width}`, "muted", { "stroke-width": lineWidth(0.8) }),
    ],
    occursIn: (_, { lineWeights }) => lineWeights.size > 0,
  },
  {
    key: "foldedCards",
    shapes: [
      { tag: "rect", attributes: { x: 6, y: middleY - 8, width: 24, height: 16, rx: 8 }, fill: "reason" },
      textSign("+n", "inverse", 10),
    ],
    occursIn: hasCardWhere(({ hiddenCount }) => hiddenCount > 0),
  },
];

function footerSign(kind: "likelihood" | "strength"): Shape {
  const x = (swatch.width - iconWidth[kind]) / 2;
  return drawFooterMark({ kind: "icon", icon: { kind, fraction: 0.7 }, x, y: middleY + 3.5 }, { hue: "claim" });
}
