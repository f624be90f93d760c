/** A card as shapes, wherever it stands. */

import { badgeOf, type Part, quotesWidth } from "../cards/cardControls.ts";
import { leadWidth } from "../cards/cardFooter.ts";
import type { Face, Mark, Row } from "../cards/cardLayout.ts";
import { group, type Shape, title } from "./shape.ts";

const bodies = { card: cardBody, pill: pillBody, row: rowBody } as const;

/** What is to be seen of a card, wherever it stands. */
export function drawFace(face: Face): readonly Shape[] {
  return [
    ...(face.problems === "" ? [] : [title(face.problems)]),
    ...bodies[face.body](face),
    ...face.marks.map((mark) => drawLead(mark, face)),
    ...face.rows.map(drawRow),
    ...quotesSign(face),
    ...moreRow(face),
    ...wave(face),
    ...face.parts.flatMap((part) => (part.kind === "fold" ? [handle(part, face)] : [])),
  ];
}

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

/** A row of an outline: no box around it, but for whoever points at it. */
function rowBody({ width, height, hue, form, card }: Face): readonly Shape[] {
  const dash = form === "reference" ? { "stroke-dasharray": "4 3" } : {};
  return [
    {
      tag: "rect",
      attributes: { class: "box", x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 5, ...dash },
      fill: "card",
      stroke: form === "reference" ? "line" : "border",
    },
    {
      tag: "path",
      attributes: {
        d: `M2 6V${height - 6}`,
        "stroke-width": 3,
        "stroke-linecap": "round",
        ...(card.kind === "assumption" ? { "stroke-dasharray": "0 5" } : {}),
      },
      fill: "none",
      stroke: hue,
    },
  ];
}

/** A line of text. */
export function drawRow({ text, x, y, size, weight, colour, rtl, span, title: words }: Row): Shape {
  return {
    tag: "text",
    attributes: {
      x,
      y,
      "font-size": size,
      ...(weight === 400 ? {} : { "font-weight": weight }),
      // In text from right to left, the start that is anchored at x is its right end.
      ...(rtl ? { direction: "rtl" } : {}),
      ...(span === undefined ? {} : { textLength: Math.round(span * 100) / 100, lengthAdjust: "spacingAndGlyphs" }),
    },
    fill: colour,
    children: words === undefined ? [text] : [title(words), text],
  };
}

/** What stands before, or around, the words of a mark in the foot. */
export function drawLead(mark: Mark, { hue }: Pick<Face, "hue">): Shape {
  const { x, y } = mark;
  if (mark.kind === "box") {
    const attributes = { x: x + 0.5, y: y - 11.5, width: mark.width - 1, height: 15, rx: 7.5 };
    return { tag: "rect", attributes, fill: "none", stroke: "border" };
  }
  const { lead } = mark;
  switch (lead.kind) {
    case "strength": {
      const width = leadWidth.strength;
      const bar = { x, y: y - 5.5, width: Math.max(4, lead.share * width), height: 4, rx: 2 };
      return group([
        { tag: "path", attributes: { d: `M${x} ${y - 3.5}h${width}` }, fill: "none", stroke: "line" },
        { tag: "rect", attributes: bar, fill: hue },
      ]);
    }
    case "likelihood": {
      const width = leadWidth.likelihood;
      const d = `M${x} ${y - 3.5}h${width}M${x + 0.5} ${y - 6}v5M${x + width - 0.5} ${y - 6}v5`;
      const dot = { cx: x + 3.5 + lead.share * (width - 7), cy: y - 3.5, r: 3 };
      return group([
        { tag: "path", attributes: { d }, fill: "none", stroke: "line" },
        { tag: "circle", attributes: dot, fill: hue },
      ]);
    }
    case "file": {
      const d = `M${x + 0.5} ${y - 8.5}h4.5l2.5 2.5v7h-7zM${x + 5} ${y - 8.5}v2.5h2.5`;
      return { tag: "path", attributes: { d, "stroke-linejoin": "round" }, fill: "none", stroke: "muted" };
    }
    default:
      return lead satisfies never;
  }
}

/** The sign ❝, drawn, as few fonts have it, and how many there are. */
function quotesSign({ quotes, parts }: Face): readonly Shape[] {
  const part = parts.find(({ kind }) => kind === "quotes");
  if (quotes === undefined || part === undefined) return [];
  const { x, y, colour, count, words } = quotes;
  const left = x - quotesWidth(quotes);
  const mark = (at: number): string =>
    `M${at + 3.8} ${y - 8.5}c-2.4.6-3.8 2.2-3.8 4.4a2 2 0 1 0 1.8-2c.1-.8.8-1.4 2-1.8z`;
  const number = { x, y, "font-size": 11, "text-anchor": "end" };
  return [
    group(
      [
        title(words),
        target(part),
        { tag: "path", attributes: { d: `${mark(left)}${mark(left + 5.2)}` }, fill: colour },
        { tag: "text", attributes: number, fill: colour, children: [`${count}`] },
      ],
      { class: "quotes" },
    ),
  ];
}

/** The gaps of a sign belong to it, for whoever points at it. */
const target = ({ x, y, width, height }: Part): Shape => ({
  tag: "rect",
  attributes: { x, y, width, height, "pointer-events": "all" },
  fill: "none",
});

function moreRow({ more, parts }: Face): readonly Shape[] {
  const part = parts.find(({ kind }) => kind === "more");
  if (more === undefined || part === undefined) return [];
  const { words, x, y, open } = more;
  const text: Shape = { tag: "text", attributes: { x, y, "font-size": 11 }, fill: "muted", children: [words] };
  return [{ ...group([target(part), text], { class: "more" }), ...(open ? { live: true } : {}) }];
}

/** The handle that folds what is below a card, or the badge that says how much is folded away. */
function handle({ x, y, width, height }: Part, { body, hue, hidden }: Face): Shape {
  const arrow = body === "row" && x < 10;
  const [across, down] = [x + width / 2, y + height / 2];
  if (arrow) {
    const d = hidden > 0 ? `M${across - 2} ${down - 4}l4 4-4 4` : `M${across - 4} ${down - 2}l4 4 4-4`;
    const attributes = { d, "stroke-width": 1.4, "stroke-linecap": "round", "stroke-linejoin": "round" };
    const drawn: Shape = { tag: "path", attributes, fill: "none", stroke: "muted" };
    return { ...group([target({ kind: "fold", x, y, width, height }), drawn], { class: "fold" }), live: true };
  }
  const box = { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: (height - 1) / 2 };
  if (hidden > 0) {
    const words = { x: across, y: down + 3.6, "font-size": 10, "font-weight": 600, "text-anchor": "middle" };
    return group(
      [
        { tag: "rect", attributes: box, fill: hue },
        { tag: "text", attributes: words, fill: "inverse", children: [badgeOf(hidden)] },
      ],
      { class: "fold folded" },
    );
  }
  const d = `M${across - 3} ${down}h6`;
  const shapes: readonly Shape[] = [
    { tag: "rect", attributes: box, fill: "card", stroke: "line" },
    { tag: "path", attributes: { d, "stroke-width": 1.2, "stroke-linecap": "round" }, fill: "none", stroke: "muted" },
  ];
  return { ...group(shapes, { class: "fold" }), live: true };
}

function wave({ wave }: Face): readonly Shape[] {
  if (wave === undefined) return [];
  const { x, y, width, severity } = wave;
  const bows = Math.max(2, Math.round(width / 6));
  const d = `M${x} ${y}q1.5-2.6 3 0t3 0${"t3 0t3 0".repeat(bows - 1)}`;
  return [{ tag: "path", attributes: { class: "wave", d, "stroke-width": 1.3 }, fill: "none", stroke: severity }];
}
