/** Paints an overview of a picture on a canvas: cards with their first words, or blocks where words have no room. */

import { distantTextSize } from "../../../server/core/picture/cards/distantCard.ts";
import { type Box, intersects } from "../../../server/core/picture/geometry/box.ts";
import type { Picture, PlacedCard } from "../../../server/core/picture/model.ts";
import { isStep, STATEMENT_RADIUS, STEP_RADIUS } from "../../../server/core/picture/render/drawCard.ts";
import type { Color } from "../../../server/core/picture/theme.ts";
import type { TextMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { ViewTransform } from "../state/savedView.ts";
import { cachedDistantLayout } from "./distantLayouts.ts";

export interface PaintStyle {
  readonly colors: Readonly<Record<Color | "find-match", string>>;
  readonly dimmed: ReadonlySet<CardId>;
  readonly hits: ReadonlySet<CardId>;
  /** The fonts and layouts for text on cards. Without it, text is painted as bars. */
  readonly typography?: Typography;
}

export interface Typography {
  readonly measure: TextMeasure;
  /** The fonts that it measures, as CSS names them. */
  readonly fonts: string;
}

/** Below this zoom, lines of text are not painted. */
const TEXT_BARS_MIN_ZOOM = 0.14;
const DIMMED_ALPHA = 0.25;

/** Paints the visible part of a picture. `pixelRatio` is the number of device pixels in a CSS pixel. */
export function paintOverview(
  context: CanvasRenderingContext2D,
  picture: Picture,
  { x, y, k }: ViewTransform,
  pixelRatio: number,
  { colors, dimmed, hits, typography }: PaintStyle,
): void {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(k * pixelRatio, 0, 0, k * pixelRatio, x * pixelRatio, y * pixelRatio);
  const visibleBox: Box = { x: -x / k, y: -y / k, width: width / pixelRatio / k, height: height / pixelRatio / k };

  for (const area of picture.sectionAreas) {
    if (!intersects(area, visibleBox)) continue;
    context.fillStyle = colors[area.depth % 2 === 0 ? "section" : "background"];
    context.fill(new Path2D(area.path));
  }
  for (const frame of picture.frames) {
    if (!intersects(frame, visibleBox)) continue;
    context.fillStyle = colors[frame.hue === "objection" ? "frame-objection" : "frame-reason"];
    context.fillRect(frame.x, frame.y, frame.width, frame.height);
  }
  // A line thinner than a device pixel is painted one pixel wide, but paler.
  context.lineWidth = Math.max(1.4, 0.9 / k);
  for (const [color, path] of edgePaths(picture)) {
    context.strokeStyle = colors[color];
    context.globalAlpha = dimmed.size > 0 ? DIMMED_ALPHA : 0.75;
    context.stroke(path);
  }
  const showsTextBars = k >= TEXT_BARS_MIN_ZOOM;
  const textSize = typography && distantTextSize(k);
  const isPixelTaken = pixelOccupancy(visibleBox, 1 / (k * pixelRatio));
  for (const card of picture.cards) {
    if (!intersects(card, visibleBox)) continue;
    const isDimmed = dimmed.has(card.id);
    context.globalAlpha = isDimmed ? DIMMED_ALPHA : 1;
    if (typography && textSize !== undefined) paintCardWithText(context, card, colors, textSize, typography);
    else if (showsTextBars) paintCard(context, card, colors);
    else if (!isPixelTaken(card, isDimmed)) paintBlock(context, card, colors, 1 / k);
    if (!hits.has(card.id)) continue;
    context.globalAlpha = 1;
    context.strokeStyle = colors["find-match"];
    context.lineWidth = 2 / k;
    context.strokeRect(card.x, card.y, card.width, card.height);
  }
  context.globalAlpha = 1;
}

/** Paints a card with the words that can be read from afar. */
function paintCardWithText(
  context: CanvasRenderingContext2D,
  { x, y, width, height, layout }: PlacedCard,
  colors: PaintStyle["colors"],
  textSize: number,
  { measure, fonts }: Typography,
): void {
  const fillBox = (color: string, inset: number, radius: number): void => {
    context.fillStyle = color;
    context.beginPath();
    context.roundRect(x + inset, y + inset, width - 2 * inset, height - 2 * inset, radius);
    context.fill();
  };
  if (layout.body === "pill") fillBox(colors[layout.hue], 0, height / 2);
  else {
    const radius = isStep(layout.card) ? STEP_RADIUS : STATEMENT_RADIUS;
    fillBox(colors[layout.isMain ? "line" : "border"], 0, radius);
    fillBox(colors.card, 2, radius - 2);
    context.fillStyle = colors[layout.hue];
    context.fillRect(x + 4, y + 8, 7, height - 16);
  }
  for (const text of cachedDistantLayout(layout, textSize, measure).texts) {
    context.font = `${text.weight} ${text.size}px ${fonts}`;
    context.direction = text.rtl ? "rtl" : "ltr";
    context.textAlign = "start";
    context.fillStyle = colors[text.color];
    context.fillText(text.text, x + text.x, y + text.y);
  }
}

function paintCard(
  context: CanvasRenderingContext2D,
  { x, y, width, height, layout }: PlacedCard,
  colors: PaintStyle["colors"],
): void {
  if (layout.body === "pill") {
    context.fillStyle = colors[layout.hue];
    context.fillRect(x, y, width, height);
    return;
  }
  context.fillStyle = colors.border;
  context.fillRect(x, y, width, height);
  context.fillStyle = colors.card;
  context.fillRect(x + 2, y + 2, width - 4, height - 4);
  context.fillStyle = colors[layout.hue];
  context.fillRect(x + 2, y + 2, 9, height - 4);
  for (const row of layout.texts) {
    // A Latin letter is about half as wide as its font size. Wide scripts need fewer letters, which evens out.
    const barLength = Math.min(row.text.length * row.size * 0.5, width - 28);
    context.fillStyle = row.color === "text" ? colors.line : row.color === "muted" ? colors.border : colors[row.color];
    context.fillRect(
      row.rtl ? x + row.x - barLength : x + row.x,
      y + row.y - row.size * 0.65,
      barLength,
      row.size * 0.5,
    );
  }
}

/**
 * Returns a function that tells, card by card, whether an earlier card already covers the card's pixel. In an overview of a
 * large map, thousands of cards share a pixel. `pixelSize` is the size of a device pixel in pixels of the picture.
 */
function pixelOccupancy(visibleBox: Box, pixelSize: number): (card: PlacedCard, isDimmed: boolean) => boolean {
  const columns = Math.ceil(visibleBox.width / pixelSize) + 1;
  const takenPixels = new Set<number>();
  return ({ x, y, width, height }, isDimmed) => {
    if (width > pixelSize || height > pixelSize) return false;
    const pixelIndex =
      Math.floor((y - visibleBox.y) / pixelSize) * columns + Math.floor((x - visibleBox.x) / pixelSize);
    // A card that is not dimmed is painted over a dimmed one.
    const pixelKey = isDimmed ? -1 - pixelIndex : pixelIndex;
    if (takenPixels.has(pixelIndex) || takenPixels.has(pixelKey)) return true;
    takenPixels.add(pixelKey);
    return false;
  };
}

/** Paints a card of a few pixels as a block with its colored bar. Each side of the block is at least `minSize` long. */
function paintBlock(
  context: CanvasRenderingContext2D,
  { x, y, width, height, layout }: PlacedCard,
  colors: PaintStyle["colors"],
  minSize: number,
): void {
  const [blockWidth, blockHeight] = [Math.max(width, minSize), Math.max(height, minSize)];
  const barWidth = layout.body === "pill" ? blockWidth : Math.min(blockWidth, Math.max(24, 2 * minSize));
  const alpha = context.globalAlpha;
  context.fillStyle = colors[layout.hue];
  context.globalAlpha = alpha * 0.24;
  context.fillRect(x + barWidth, y, blockWidth - barWidth, blockHeight);
  context.globalAlpha = alpha;
  context.fillRect(x, y, barWidth, blockHeight);
}

const edgePathCache = new WeakMap<Picture, ReadonlyMap<Color, Path2D>>();

/** Returns simplified edges, joined to one path for each color: stroking them one by one takes several times as long. */
function edgePaths(picture: Picture): ReadonlyMap<Color, Path2D> {
  const cached = edgePathCache.get(picture);
  if (cached !== undefined) return cached;
  const pathsByColor = new Map<Color, Path2D>();
  const { shape, direction } = picture;
  for (const { color, x1, y1, x2, y2 } of picture.edges) {
    let path = pathsByColor.get(color);
    if (path === undefined) {
      path = new Path2D();
      pathsByColor.set(color, path);
    }
    path.moveTo(x1, y1);
    if (shape === "outline") {
      path.lineTo(x1, y2);
      path.lineTo(x2, y2);
    } else if (direction === "right") path.bezierCurveTo((x1 + x2) / 2, y1, (x1 + x2) / 2, y2, x2, y2);
    else path.bezierCurveTo(x1, (y1 + y2) / 2, x2, (y1 + y2) / 2, x2, y2);
  }
  edgePathCache.set(picture, pathsByColor);
  return pathsByColor;
}
