/** Parts of a picture as shapes: plain data that an SVG file and the page draw alike. */
import { type Face, quoteSign, type Row } from "./face.ts";
import type { Frame, PlacedCard } from "./layout.ts";
import type { Line } from "./lines.ts";
import type { Picture } from "./picture.ts";
import type { Colour } from "./theme.ts";
import type { TieLine } from "./ties.ts";

/** An SVG element. What it is painted with is named, so that each target can say it in its own way. */
export interface Shape {
  readonly tag: "g" | "rect" | "path" | "circle" | "text" | "title";
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly fill?: Colour | "none";
  readonly stroke?: Colour;
  readonly children?: readonly (Shape | string)[];
}

/** How much is seen of what is dimmed. */
export const pale = 0.3;

/** All shapes of a picture, from the hindmost to the foremost; some cards dimmed, with the lines that lead to them. */
export function draw(picture: Picture, dimmed: ReadonlySet<string> = new Set()): readonly Shape[] {
  const dim = (shape: Shape, id: string): Shape =>
    dimmed.has(id) ? { tag: "g", attributes: { opacity: pale }, children: [shape] } : shape;
  return [
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

/** What is to be seen of a card, wherever it stands. */
export function drawFace(face: Face): readonly Shape[] {
  return [
    ...(face.problems === "" ? [] : [title(face.problems)]),
    ...(face.form === "pill" ? pillBody(face) : cardBody(face)),
    ...face.rows.map(drawRow),
    ...quotesSign(face),
    ...wave(face),
  ];
}

const title = (text: string): Shape => ({ tag: "title", attributes: {}, children: [text] });

function pillBody({ width, height, hue }: Face): readonly Shape[] {
  return [{ tag: "rect", attributes: { class: "box", width, height, rx: height / 2 }, fill: hue }];
}

function cardBody({ width, height, hue, form, strong, card }: Face): readonly Shape[] {
  const heavy = strong && card.kind === "claim";
  const edge = heavy ? 2 : 1;
  // The edge lies within the box, on whole pixels.
  const outline = { x: edge / 2, y: edge / 2, width: width - edge, height: height - edge, rx: 6 };
  const dash = form === "reference" ? { "stroke-dasharray": "4 3" } : {};
  const border = heavy ? "claim" : form === "reference" ? "line" : "border";
  const bar = { x1: 6, y1: 7, y2: height - 7 };
  return [
    {
      tag: "rect",
      attributes: { class: "box", ...outline, "stroke-width": edge, ...dash },
      fill: "card",
      stroke: border,
    },
    {
      tag: "path",
      attributes: {
        d: `M${bar.x1} ${bar.y1}V${bar.y2}`,
        "stroke-width": 4,
        "stroke-linecap": "round",
        ...(card.kind === "assumption" ? { "stroke-dasharray": "0 6.5" } : {}),
      },
      fill: "none",
      stroke: hue,
    },
  ];
}

function drawRow({ text, x, y, size, weight, colour, rtl }: Row): Shape {
  return {
    tag: "text",
    attributes: {
      x,
      y,
      "font-size": size,
      ...(weight === 400 ? {} : { "font-weight": weight }),
      // In text from right to left, the start that is anchored at x is its right end.
      ...(rtl ? { direction: "rtl" } : {}),
    },
    fill: colour,
    children: [text],
  };
}

/** The sign ❝, drawn, as few fonts have it, and how many there are. */
function quotesSign({ quotes, card }: Face): readonly Shape[] {
  if (quotes === undefined) return [];
  const { x, y, colour, words } = quotes;
  const count = `${card.quotes.length}`;
  // A digit is at most 7 pixels wide at this size.
  const left = x - count.length * 7 - quoteSign;
  const mark = (at: number): string =>
    `M${at + 3.8} ${y - 8.5}c-2.4.6-3.8 2.2-3.8 4.4a2 2 0 1 0 1.8-2c.1-.8.8-1.4 2-1.8z`;
  return [
    {
      tag: "g",
      attributes: { class: "quotes" },
      children: [
        title(words),
        // The gaps of the sign belong to it, for whoever points at it.
        {
          tag: "rect",
          attributes: { x: left - 4, y: y - 13, width: x - left + 8, height: 18, "pointer-events": "all" },
          fill: "none",
        },
        { tag: "path", attributes: { d: `${mark(left)}${mark(left + 5.2)}` }, fill: colour },
        { tag: "text", attributes: { x, y, "font-size": 11, "text-anchor": "end" }, fill: colour, children: [count] },
      ],
    },
  ];
}

function wave({ wave }: Face): readonly Shape[] {
  if (wave === undefined) return [];
  const { x, y, width, severity } = wave;
  const bows = Math.max(2, Math.round(width / 6));
  const d = `M${x} ${y}q1.5-2.6 3 0t3 0${"t3 0t3 0".repeat(bows - 1)}`;
  return [{ tag: "path", attributes: { class: "wave", d, "stroke-width": 1.3 }, fill: "none", stroke: severity }];
}

export function drawFrame({ x, y, width, height, hue }: Frame): Shape {
  const tone = hue === "objection" ? "objection" : "reason";
  return {
    tag: "rect",
    attributes: { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: 10 },
    fill: `frame-${tone}`,
    stroke: `frame-border-${tone}`,
  };
}

export function drawLine({ path, colour, dashed, strong }: Line): Shape {
  const attributes = { d: path, "stroke-width": strong ? 1.6 : 1.2, ...(dashed ? { "stroke-dasharray": "5 4" } : {}) };
  return { tag: "path", attributes, fill: "none", stroke: colour };
}

export function drawTie({ path }: TieLine): Shape {
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
