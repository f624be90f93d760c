/** From a tree to a picture of it: what the page and the command line draw. */
import type { CardId, Tree } from "../tree/tree.ts";
import { Faces, type Look } from "./cards/cardLayout.ts";
import type { Box, Direction } from "./geometry/box.ts";
import { type Forest, forest, retell, type Standing } from "./layout/cardTree.ts";
import { type TieLine, tieLines } from "./layout/contradictionEdges.ts";
import { type Line, lines } from "./layout/edges.ts";
import { outline } from "./layout/outlineLayout.ts";
import type { Ground } from "./layout/sectionAreas.ts";
import { Chains } from "./layout/sectionPaths.ts";
import { reused } from "./layout/shareUnchanged.ts";
import { cardsToldAnew, type Made, sameWish, type Wish } from "./layout/snapshot.ts";
import {
  type Frame,
  type Laid,
  type Laying,
  layout,
  type PlacedCard,
  refitted,
  together,
} from "./layout/treeLayout.ts";
import type { TextMeasure } from "./text/measure.ts";

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
  /** The grounds of sections, the hindmost first. */
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
  /** How wide the picture of an outline is, its margin included, in pixels. */
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
 * text is. With the `faces` of an earlier picture, parts that did not change are the same objects as there.
 */
export function picture(tree: Tree, measure: TextMeasure, options: PictureOptions = {}): Picture {
  const { shape = "tree", direction = "right", width = usualWidth, faces = new Faces() } = options;
  const { hidden = new Map(), openTexts = new Set() } = options;
  const wish: Wish = { shape, direction, width, hidden, openTexts, measure };
  const { made } = faces;
  faces.made = (made && sameWish(made.wish, wish) && madeAgain(made, tree, faces)) || madeAnew(tree, wish, faces);
  return faces.made.picture;
}

type Parts = Omit<Picture, "title" | "shape" | "bounds">;

/** An outline of no given width is as wide as a panel at the side of an editor. */
const usualWidth = 480;
/** Around all that is drawn, in pixels. */
export const margin = 16;

function madeAnew(tree: Tree, wish: Wish, faces: Faces): Made {
  const standing = forest(tree);
  faces.forget(standing.all);
  const before = faces.made;
  if (wish.shape === "outline") {
    return {
      wish,
      tree,
      forest: standing,
      branches: [],
      picture: finished(tree, wish, listed(tree, standing, wish, faces), before),
    };
  }
  const laid = layout(standing.roots, before?.branches ?? [], laying(tree, wish, faces));
  return {
    wish,
    tree,
    forest: standing,
    branches: laid.branches,
    picture: finished(tree, wish, grown(tree, laid, wish), before),
  };
}

/** From what was made before, where no card stands elsewhere now: nothing is done again for those that say the same. */
function madeAgain(made: Made, tree: Tree, faces: Faces): Made | undefined {
  const { wish, forest: standing, picture: before } = made;
  const cards = cardsToldAnew(made.tree, tree);
  const changed = cards && retell(standing, cards);
  if (changed === undefined) return undefined;
  const placed = [...before.cards];
  let sized = false;
  for (const one of changed) {
    const was = placed[one.index];
    if (was === undefined) return undefined;
    const face = faces.of(one, lookOf(one, wish, was.width), wish.measure);
    if (face.width !== was.width || face.height !== was.height) sized = true;
    if (face !== was.face) placed[one.index] = { ...was, face };
  }
  const shown = { ...before, title: tree.title, cards: changed.size === 0 ? before.cards : placed };
  if (wish.shape === "outline") {
    const picture = sized ? finished(tree, wish, listed(tree, standing, wish, faces), made) : shown;
    return { ...made, tree, picture };
  }
  const how = laying(tree, wish, faces);
  const branches = refitted(made.branches, changed, how);
  const picture = sized ? finished(tree, wish, grown(tree, together(branches, how), wish), made) : shown;
  return { ...made, tree, branches, picture };
}

function laying(tree: Tree, wish: Wish, faces: Faces): Laying {
  const { direction, measure } = wish;
  return {
    direction,
    measure,
    chains: new Chains(tree),
    faceOf: (standing) => faces.of(standing, lookOf(standing, wish, 0), measure),
    onReckoned: () => {
      faces.cost.branches += 1;
    },
  };
}

function grown(tree: Tree, { cards, frames, grounds, rooms }: Laid, { direction }: Wish): Parts {
  const drawn = lines({ cards, frames }, rooms, direction);
  return { direction, cards, frames, grounds, lines: drawn, ties: tieLines(tree.ties, cards, direction) };
}

function listed(tree: Tree, { roots }: Forest, wish: Wish, faces: Faces): Parts {
  const { measure } = wish;
  const width = wish.width - 2 * margin;
  const faceOf = (standing: Standing, own: number) => faces.of(standing, lookOf(standing, wish, own), measure);
  return { direction: "down", ties: [], ...outline(roots, { chains: new Chains(tree), measure, faceOf, width }) };
}

/** A picture of these parts, in which those that are as before are the same objects. */
function finished({ title }: Tree, { shape }: Wish, parts: Parts, before: Made | undefined): Picture {
  const whole = { title, shape, bounds: bounds(parts), ...parts };
  return before === undefined ? whole : reused(before.picture, whole);
}

const lookOf = ({ card }: Standing, { shape, direction, hidden, openTexts }: Wish, width: number): Look => ({
  as: shape === "outline" ? "row" : direction,
  width: shape === "outline" ? width : 0,
  hidden: hidden.get(card.id) ?? 0,
  open: openTexts.has(card.id),
});

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
