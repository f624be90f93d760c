/** From a tree to a picture of it: what the page and the command line draw. */
import type { CardId, Tree } from "../language/tree.ts";
import type { Box, Direction } from "./box.ts";
import { Chains } from "./chains.ts";
import { Faces, type Look } from "./face.ts";
import { forest, type Standing } from "./forest.ts";
import type { Ground } from "./grounds.ts";
import { type Frame, layout, type PlacedCard } from "./layout.ts";
import { type Line, lines } from "./lines.ts";
import type { TextMeasure } from "./measure.ts";
import { outline } from "./outline.ts";
import { type TieLine, tieLines } from "./ties.ts";

/** The same map as a tree, or as an outline: one column of indented rows. */
export type PictureShape = "tree" | "outline";

/** A tree with every part at its place, in pixels. */
export interface Picture {
  readonly title: string | undefined;
  readonly shape: PictureShape;
  /** Which way it grows; an outline grows down. */
  readonly direction: Direction;
  /** What the picture covers, with a margin. Its corner need not be at 0, 0. */
  readonly bounds: Box;
  /** The grounds of sections, the hindmost first. An outline has none. */
  readonly grounds: readonly Ground[];
  /** In the order in which the tree is read. */
  readonly cards: readonly PlacedCard[];
  readonly frames: readonly Frame[];
  readonly lines: readonly Line[];
  readonly ties: readonly TieLine[];
}

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
  /** What was made for an earlier picture with the same measure, so that only what changed is made anew. */
  readonly faces?: Faces;
}

/**
 * The picture of a tree. The same tree, measure and options give the same picture; nothing but the measure decides how wide
 * text is. A card, a reference card, a frame, a line for each, a tie for each contradiction: see `Picture`. With the `faces`
 * of an earlier picture, parts that did not change are the same objects as there.
 */
export function picture(tree: Tree, measure: TextMeasure, options: PictureOptions = {}): Picture {
  const { shape = "tree", faces = new Faces() } = options;
  const parts = shape === "tree" ? grown(tree, measure, faces, options) : listed(tree, measure, faces, options);
  return faces.reuse({ title: tree.title, shape, bounds: bounds(parts), ...parts });
}

type Parts = Omit<Picture, "title" | "shape" | "bounds">;

function grown(tree: Tree, measure: TextMeasure, faces: Faces, options: PictureOptions): Parts {
  const { direction = "right" } = options;
  const { layout: placed, branches } = layout(forest(tree), {
    direction,
    chains: new Chains(tree),
    measure,
    faceOf: (standing) => faces.of(standing, lookOf(standing, direction, 0, options), measure),
    before: faces.branches,
    onReckoned: () => {
      faces.cost.branches += 1;
    },
  });
  faces.branches = branches;
  return { direction, ...placed, lines: lines(placed, direction), ties: tieLines(tree.ties, placed.cards, direction) };
}

/** An outline of no given width is as wide as a panel at the side of an editor. */
const usualWidth = 480;

function listed(tree: Tree, measure: TextMeasure, faces: Faces, options: PictureOptions): Parts {
  const faceOf = (standing: Standing, width: number) =>
    faces.of(standing, lookOf(standing, "row", width, options), measure);
  const rows = outline(forest(tree), faceOf, options.width ?? usualWidth);
  return { direction: "down", grounds: [], ties: [], ...rows };
}

const lookOf = ({ card }: Standing, as: Look["as"], width: number, { hidden, openTexts }: PictureOptions): Look => ({
  as,
  width,
  hidden: hidden?.get(card.id) ?? 0,
  open: openTexts?.has(card.id) ?? false,
});

const margin = 16;

function bounds({ grounds, cards, frames, ties }: Parts): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const cover = (x: number, y: number, width: number, height: number): void => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  };
  for (const boxes of [grounds, cards, frames]) {
    for (const { x, y, width, height } of boxes) cover(x, y, width, height);
  }
  for (const { x, y } of ties) cover(x - 10, y - 10, 20, 20);
  if (left > right) return { x: 0, y: 0, width: 2 * margin, height: 2 * margin };
  const [x, y] = [Math.floor(left) - margin, Math.floor(top) - margin];
  return { x, y, width: Math.ceil(right) + margin - x, height: Math.ceil(bottom) + margin - y };
}
