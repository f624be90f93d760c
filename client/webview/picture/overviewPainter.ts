/** The picture from afar, painted: blocks for cards and bars for their lines of text, as these could not be read. */

import { type Box, meet } from "../../../server/core/picture/geometry/box.ts";
import type { PlacedCard } from "../../../server/core/picture/layout/treeLayout.ts";
import type { Picture } from "../../../server/core/picture/picture.ts";
import type { Colour } from "../../../server/core/picture/theme.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { Placement } from "../state/savedView.ts";

export interface Look {
  readonly colours: Readonly<Record<Colour | "find", string>>;
  readonly dimmed: ReadonlySet<CardId>;
  readonly hits: ReadonlySet<CardId>;
}

/** Below this zoom lines of text are no bars any more. */
const barsFrom = 0.14;
const faint = 0.25;

/** Paints what is in sight. `ratio`: pixels of the screen in one of CSS. */
export function paint(
  context: CanvasRenderingContext2D,
  picture: Picture,
  { x, y, k }: Placement,
  ratio: number,
  { colours, dimmed, hits }: Look,
): void {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(k * ratio, 0, 0, k * ratio, x * ratio, y * ratio);
  const sight: Box = { x: -x / k, y: -y / k, width: width / ratio / k, height: height / ratio / k };

  for (const ground of picture.grounds) {
    if (!meet(ground, sight)) continue;
    context.fillStyle = colours[ground.depth % 2 === 0 ? "ground" : "background"];
    context.fill(new Path2D(ground.path));
  }
  for (const frame of picture.frames) {
    if (!meet(frame, sight)) continue;
    context.fillStyle = colours[frame.hue === "objection" ? "frame-objection" : "frame-reason"];
    context.fillRect(frame.x, frame.y, frame.width, frame.height);
  }
  // A line of less than a pixel is drawn as one, but paler.
  context.lineWidth = Math.max(1.4, 0.9 / k);
  for (const [colour, path] of linesOf(picture)) {
    context.strokeStyle = colours[colour];
    context.globalAlpha = dimmed.size > 0 ? faint : 0.75;
    context.stroke(path);
  }
  const bars = k >= barsFrom;
  const isHidden = covering(sight, 1 / (k * ratio));
  for (const card of picture.cards) {
    if (!meet(card, sight)) continue;
    const isDimmed = dimmed.has(card.id);
    context.globalAlpha = isDimmed ? faint : 1;
    if (bars) paintCard(context, card, colours);
    else if (!isHidden(card, isDimmed)) paintBlock(context, card, colours, 1 / k);
    if (!hits.has(card.id)) continue;
    context.globalAlpha = 1;
    context.strokeStyle = colours.find;
    context.lineWidth = 2 / k;
    context.strokeRect(card.x, card.y, card.width, card.height);
  }
  context.globalAlpha = 1;
}

function paintCard(
  context: CanvasRenderingContext2D,
  { x, y, width, height, face }: PlacedCard,
  colours: Look["colours"],
) {
  if (face.body === "pill") {
    context.fillStyle = colours[face.hue];
    context.fillRect(x, y, width, height);
    return;
  }
  context.fillStyle = colours.border;
  context.fillRect(x, y, width, height);
  context.fillStyle = colours.card;
  context.fillRect(x + 2, y + 2, width - 4, height - 4);
  context.fillStyle = colours[face.hue];
  context.fillRect(x + 2, y + 2, 9, height - 4);
  for (const row of face.rows) {
    // Half its size is about the width of a letter; a wide script has as few letters as their width makes up for.
    const long = Math.min(row.text.length * row.size * 0.5, width - 28);
    context.fillStyle =
      row.colour === "text" ? colours.line : row.colour === "muted" ? colours.border : colours[row.colour];
    context.fillRect(row.rtl ? x + row.x - long : x + row.x, y + row.y - row.size * 0.65, long, row.size * 0.5);
  }
}

/**
 * Tells for one card after another whether it lies within a pixel that has one already: in a small picture of a large map
 * thousands do. `pixel`: how much of the picture one covers.
 */
function covering(sight: Box, pixel: number): (card: PlacedCard, isDimmed: boolean) => boolean {
  const columns = Math.ceil(sight.width / pixel) + 1;
  const taken = new Set<number>();
  return ({ x, y, width, height }, isDimmed) => {
    if (width > pixel || height > pixel) return false;
    const at = Math.floor((y - sight.y) / pixel) * columns + Math.floor((x - sight.x) / pixel);
    // What is not dimmed is painted over what is.
    const here = isDimmed ? -1 - at : at;
    if (taken.has(at) || taken.has(here)) return true;
    taken.add(here);
    return false;
  };
}

/**
 * A card of a few pixels: its colour on the side where its bar is, so that it is told apart, its size and no more; never
 * less than a pixel.
 */
function paintBlock(
  context: CanvasRenderingContext2D,
  { x, y, width, height, face }: PlacedCard,
  colours: Look["colours"],
  pixel: number,
) {
  const [wide, high] = [Math.max(width, pixel), Math.max(height, pixel)];
  const bar = face.body === "pill" ? wide : Math.min(wide, Math.max(24, 2 * pixel));
  const alpha = context.globalAlpha;
  context.fillStyle = colours[face.hue];
  context.globalAlpha = alpha * 0.24;
  context.fillRect(x + bar, y, wide - bar, high);
  context.globalAlpha = alpha;
  context.fillRect(x, y, bar, high);
}

const paths = new WeakMap<Picture, ReadonlyMap<Colour, Path2D>>();

/** All lines of one colour in one path, nearly as they are drawn: to stroke them one by one takes several times as long. */
function linesOf(picture: Picture): ReadonlyMap<Colour, Path2D> {
  const known = paths.get(picture);
  if (known !== undefined) return known;
  const made = new Map<Colour, Path2D>();
  const { shape, direction } = picture;
  for (const { colour, x1, y1, x2, y2 } of picture.lines) {
    let path = made.get(colour);
    if (path === undefined) {
      path = new Path2D();
      made.set(colour, path);
    }
    path.moveTo(x1, y1);
    if (shape === "outline") {
      path.lineTo(x1, y2);
      path.lineTo(x2, y2);
    } else if (direction === "right") path.bezierCurveTo((x1 + x2) / 2, y1, (x1 + x2) / 2, y2, x2, y2);
    else path.bezierCurveTo(x1, (y1 + y2) / 2, x2, (y1 + y2) / 2, x2, y2);
  }
  paths.set(picture, made);
  return made;
}
