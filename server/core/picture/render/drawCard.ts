/** Draws a card as shapes, relative to its top left corner. */
import { badgeText, quotesBadgeWidth } from "../cards/cardControls.ts";
import { iconWidth } from "../cards/cardFooter.ts";
import type { CardControl, CardLayout, FooterMark, PlacedText } from "../model.ts";
import { codeFonts } from "../typesetting/measure.ts";
import { CODE_SCALE, PLAIN, type StyledRun } from "../typesetting/styledText.ts";
import { isShownElsewhere } from "../unfoldReferences.ts";
import { groupShape, type Shape, titleShape } from "./shape.ts";

const bodies = { card: drawCardBody, pill: drawPillBody, row: drawRowBody } as const;

/** The shapes of a card. */
export function drawCard(layout: CardLayout): readonly Shape[] {
  return [
    ...(layout.problemMessages === "" ? [] : [titleShape(layout.problemMessages)]),
    ...bodies[layout.body](layout),
    ...layout.footerMarks.map((mark) => drawFooterMark(mark, layout)),
    ...layout.texts.map(drawText),
    ...drawQuotesBadge(layout),
    ...drawMoreLines(layout),
    ...drawSquiggle(layout),
    ...layout.controls.flatMap((control) => (control.kind === "fold" ? [drawFoldHandle(control, layout)] : [])),
  ];
}

function drawPillBody({ width, height, hue }: CardLayout): readonly Shape[] {
  return [{ tag: "rect", attributes: { class: "box", width, height, rx: height / 2 }, fill: hue }];
}

/** Corner radii in pixels. Steps are angular and statements rounded, so that a premise differs from a reason by its shape. */
export const STEP_RADIUS = 2;
export const STATEMENT_RADIUS = 13;

/** Whether a card is a reason or an objection. */
export const isStep = ({ kind }: CardLayout["card"]): boolean => kind === "reason" || kind === "objection";

function drawCardBody({ width, height, hue, isMain, card }: CardLayout): readonly Shape[] {
  const isHeavy = isMain && card.kind === "claim";
  const strokeWidth = isHeavy ? 2 : 1;
  // The border is drawn within the box and aligned to whole pixels.
  const outline = {
    x: strokeWidth / 2,
    y: strokeWidth / 2,
    width: width - strokeWidth,
    height: height - strokeWidth,
    rx: isStep(card) ? STEP_RADIUS : STATEMENT_RADIUS,
  };
  const border = isHeavy ? "claim" : isShownElsewhere(card) ? "line" : "border";

  return [
    {
      tag: "rect",
      attributes: { class: "box", ...outline, "stroke-width": strokeWidth, ...boxDash(card) },
      fill: "card",
      stroke: border,
    },
    drawBar("M6 7", height - 7, 4, 6.5, { hue, card }),
  ];
}

/** The height of the frame around the sign of a row, and its distance above the baseline of the sign. */
const SIGN_FRAME = { height: 15, above: 12 };

/**
 * The body of an outline row. The page's style sheet shows its box only on hover and focus, so that the sign shows the shape:
 * that of a step is in an angular frame.
 */
function drawRowBody({ width, height, hue, card, texts }: CardLayout): readonly Shape[] {
  const rx = isStep(card) ? STEP_RADIUS : 8;
  const [sign] = texts;
  const frame: Shape | undefined = sign && {
    tag: "rect",
    attributes: {
      x: sign.x - 3.5,
      y: sign.y - SIGN_FRAME.above + 0.5,
      width: SIGN_FRAME.height,
      height: SIGN_FRAME.height,
      rx: STEP_RADIUS,
    },
    fill: "none",
    stroke: hue,
  };
  return [
    {
      tag: "rect",
      attributes: { class: "box", x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx, ...boxDash(card) },
      fill: "card",
      stroke: isShownElsewhere(card) ? "line" : "border",
    },
    drawBar("M2 6", height - 6, 3, 5, { hue, card }),
    ...(frame && isStep(card) ? [frame] : []),
  ];
}

/** The border of a reference, and of what is shown under it, is dashed. */
const boxDash = (card: CardLayout["card"]): Shape["attributes"] =>
  isShownElsewhere(card) ? { "stroke-dasharray": "4 3" } : {};

/** The vertical bar in the hue of a card; dotted with the given gap for an assumption. */
const drawBar = (
  start: string,
  bottom: number,
  width: number,
  dotGap: number,
  { hue, card }: Pick<CardLayout, "hue" | "card">,
): Shape => ({
  tag: "path",
  attributes: {
    d: `${start}V${bottom}`,
    "stroke-width": width,
    "stroke-linecap": "round",
    ...(card.kind === "assumption" ? { "stroke-dasharray": `0 ${dotGap}` } : {}),
  },
  fill: "none",
  stroke: hue,
});

/** A line of text. */
export function drawText({ text, runs, x, y, size, weight, color, rtl, title }: PlacedText): Shape {
  const words = runs === undefined ? [text] : runs.map((run) => drawRun(run, size));
  return {
    tag: "text",
    attributes: {
      x,
      y,
      "font-size": size,
      ...(weight === 400 ? {} : { "font-weight": weight }),
      // `x` is the start of the text, which is the right end of right-to-left text.
      ...(rtl ? { direction: "rtl" } : {}),
    },
    fill: color,
    children: title === undefined ? words : [titleShape(title), ...words],
  };
}

/** Words of a line in their style. */
function drawRun({ text, style }: StyledRun, size: number): Shape | string {
  if (style === PLAIN) return text;
  const { isStrong, isEmphasized, isCode, href } = style;
  const span: Shape = {
    tag: "tspan",
    attributes: {
      ...(isStrong && { "font-weight": 600 }),
      ...(isEmphasized && !isCode && { "font-style": "italic" }),
      ...(isCode && { "font-family": codeFonts, "font-size": Math.round(size * CODE_SCALE * 100) / 100 }),
      ...(href !== undefined && { "text-decoration": "underline" }),
    },
    children: [text],
  };
  return href === undefined ? span : { tag: "a", attributes: { href, target: "_blank" }, children: [span] };
}

/** An icon or a tag's box in the footer. */
export function drawFooterMark(mark: FooterMark, { hue }: Pick<CardLayout, "hue">): Shape {
  const { x, y } = mark;
  if (mark.kind === "box") {
    const attributes = { x: x + 0.5, y: y - 11.5, width: mark.width - 1, height: 15, rx: 7.5 };
    return { tag: "rect", attributes, fill: "none", stroke: "border" };
  }
  const { icon } = mark;
  switch (icon.kind) {
    case "strength": {
      const width = iconWidth.strength;
      const bar = { x, y: y - 5.5, width: Math.max(4, icon.fraction * width), height: 4, rx: 2 };
      return groupShape([
        { tag: "path", attributes: { d: `M${x} ${y - 3.5}h${width}` }, fill: "none", stroke: "line" },
        { tag: "rect", attributes: bar, fill: hue },
      ]);
    }
    case "likelihood": {
      const width = iconWidth.likelihood;
      const d = `M${x} ${y - 3.5}h${width}M${x + 0.5} ${y - 6}v5M${x + width - 0.5} ${y - 6}v5`;
      const position = (fraction: number): number => x + 3.5 + fraction * (width - 7);
      const dot = { cx: position(icon.fraction), cy: y - 3.5, r: 3 };
      const line: Shape = { tag: "path", attributes: { d }, fill: "none", stroke: "line" };
      if (icon.range === undefined) return groupShape([line, { tag: "circle", attributes: dot, fill: hue }]);
      const [from, to] = icon.range.map(position) as [number, number]; // `map` keeps the length.
      const bar = { x: from - 2, y: y - 6.5, width: to - from + 4, height: 6, rx: 3 };
      return groupShape([line, { tag: "rect", attributes: bar, fill: hue }]);
    }
    case "file": {
      const d = `M${x + 0.5} ${y - 8.5}h4.5l2.5 2.5v7h-7zM${x + 5} ${y - 8.5}v2.5h2.5`;
      return { tag: "path", attributes: { d, "stroke-linejoin": "round" }, fill: "none", stroke: "muted" };
    }
    default:
      return icon satisfies never;
  }
}

/** The quotation mark ❝ and the number of quotes. Drawn as a path, because few fonts have the character. */
function drawQuotesBadge({ quotes, controls }: CardLayout): readonly Shape[] {
  const control = controls.find(({ kind }) => kind === "quotes");
  if (quotes === undefined || control === undefined) return [];
  const { x, y, color, count, tooltip } = quotes;
  const left = x - quotesBadgeWidth(quotes);
  const mark = (markX: number): string =>
    `M${markX + 3.8} ${y - 8.5}c-2.4.6-3.8 2.2-3.8 4.4a2 2 0 1 0 1.8-2c.1-.8.8-1.4 2-1.8z`;
  const number = { x, y, "font-size": 11, "text-anchor": "end" };
  return [
    groupShape(
      [
        titleShape(tooltip),
        hitArea(control),
        { tag: "path", attributes: { d: `${mark(left)}${mark(left + 5.2)}` }, fill: color },
        { tag: "text", attributes: number, fill: color, children: [`${count}`] },
      ],
      { class: "quotes-badge" },
    ),
  ];
}

/** An invisible rectangle that makes the whole area of a control clickable. */
const hitArea = ({ x, y, width, height }: CardControl): Shape => ({
  tag: "rect",
  attributes: { x, y, width, height, "pointer-events": "all" },
  fill: "none",
});

function drawMoreLines({ moreLines, controls }: CardLayout): readonly Shape[] {
  const control = controls.find(({ kind }) => kind === "more");
  if (moreLines === undefined || control === undefined) return [];
  const { label, x, y, isExpanded } = moreLines;
  const text: Shape = { tag: "text", attributes: { x, y, "font-size": 11 }, fill: "muted", children: [label] };
  return [
    {
      ...groupShape([hitArea(control), text], { class: "more-lines" }),
      ...(isExpanded ? { isInteractive: true } : {}),
    },
  ];
}

/** The handle that folds the children of a card, or the badge with the number of folded cards. */
function drawFoldHandle({ x, y, width, height }: CardControl, { body, hue, hiddenCount }: CardLayout): Shape {
  const isArrow = body === "row" && x < 10;
  const [centerX, centerY] = [x + width / 2, y + height / 2];
  if (isArrow) {
    const d = hiddenCount > 0 ? `M${centerX - 2} ${centerY - 4}l4 4-4 4` : `M${centerX - 4} ${centerY - 2}l4 4 4-4`;
    const attributes = { d, "stroke-width": 1.4, "stroke-linecap": "round", "stroke-linejoin": "round" };
    const arrow: Shape = { tag: "path", attributes, fill: "none", stroke: "muted" };
    return {
      ...groupShape([hitArea({ kind: "fold", x, y, width, height }), arrow], { class: "fold-handle" }),
      isInteractive: true,
    };
  }
  const box = { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: (height - 1) / 2 };
  if (hiddenCount > 0) {
    const text = { x: centerX, y: centerY + 3.6, "font-size": 10, "font-weight": 600, "text-anchor": "middle" };
    return groupShape(
      [
        { tag: "rect", attributes: box, fill: hue },
        { tag: "text", attributes: text, fill: "inverse", children: [badgeText(hiddenCount)] },
      ],
      { class: "fold-handle is-folded" },
    );
  }
  const d = `M${centerX - 3} ${centerY}h6`;
  const shapes: readonly Shape[] = [
    { tag: "rect", attributes: box, fill: "card", stroke: "line" },
    { tag: "path", attributes: { d, "stroke-width": 1.2, "stroke-linecap": "round" }, fill: "none", stroke: "muted" },
  ];
  return { ...groupShape(shapes, { class: "fold-handle" }), isInteractive: true };
}

function drawSquiggle({ squiggle }: CardLayout): readonly Shape[] {
  if (squiggle === undefined) return [];
  const { x, y, width, severity } = squiggle;
  const waves = Math.max(2, Math.round(width / 6));
  const d = `M${x} ${y}q1.5-2.6 3 0t3 0${"t3 0t3 0".repeat(waves - 1)}`;
  return [{ tag: "path", attributes: { class: "squiggle", d, "stroke-width": 1.3 }, fill: "none", stroke: severity }];
}
