/** From a tree to a picture of it: what the page and the command line draw. */
import type { CardId, Tree } from "../language/tree.ts";
import { Faces } from "./face.ts";
import { forest } from "./forest.ts";
import { type Box, type Direction, type Frame, layout, type PlacedCard } from "./layout.ts";
import { type Line, lines } from "./lines.ts";
import type { TextMeasure } from "./measure.ts";
import { type TieLine, tieLines } from "./ties.ts";

/** A tree with every part at its place, in pixels. */
export interface Picture {
  readonly title: string | undefined;
  readonly shape: PictureShape;
  readonly direction: Direction;
  /** What the picture covers, with a margin. Its corner need not be at 0, 0. */
  readonly bounds: Box;
  /** In the order in which the tree is read. */
  readonly cards: readonly PlacedCard[];
  readonly frames: readonly Frame[];
  readonly lines: readonly Line[];
  readonly ties: readonly TieLine[];
}

/** The same map as a tree, or as an outline: one column of indented rows. */
export type PictureShape = "tree" | "outline";

export interface PictureOptions {
  /** A tree if nothing else is asked for. */
  readonly shape?: PictureShape;
  /** Which way a tree grows; to the right if nothing else is asked for. */
  readonly direction?: Direction;
  /** How wide an outline is, in pixels. */
  readonly width?: number;
  /** How many cards are not in the tree, as they are folded away below one that is: that one says so. */
  readonly hidden?: ReadonlyMap<CardId, number>;
  /** Long texts that are shown whole; all others fold at four lines. */
  readonly openTexts?: ReadonlySet<CardId>;
  /** Faces made for an earlier picture with the same measure, so that only what changed is wrapped anew. */
  readonly faces?: Faces;
}

/**
 * The picture of a tree. The same tree and measure give the same picture; nothing but the measure decides how wide text
 * is. A card, a reference card, a frame, a line for each, a tie for each contradiction: see `Picture`.
 */
export function picture(tree: Tree, measure: TextMeasure, options: PictureOptions = {}): Picture {
  const { shape = "tree", direction = "right", faces = new Faces() } = options;
  const placed = layout(forest(tree), (standing) => faces.of(standing, measure), direction);
  const ties = tieLines(tree.ties, placed.cards, direction);
  const order = new Map(tree.places.map(({ card }, index) => [card, index]));
  const cards = placed.cards.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return {
    title: tree.title,
    shape,
    direction,
    bounds: bounds([
      ...cards,
      ...placed.frames,
      ...ties.map(({ x, y }) => ({ x: x - 10, y: y - 10, width: 20, height: 20 })),
    ]),
    cards,
    frames: placed.frames,
    lines: lines(placed, direction),
    ties,
  };
}

const margin = 16;

function bounds(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 2 * margin, height: 2 * margin };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  const [x, y] = [Math.floor(left) - margin, Math.floor(top) - margin];
  return { x, y, width: Math.ceil(right) + margin - x, height: Math.ceil(bottom) + margin - y };
}
