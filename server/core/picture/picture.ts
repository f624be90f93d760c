/** From a tree to a picture of it: what the page and the command line draw. */
import type { CardId, Tree } from "../tree/tree.ts";
import { CardLayoutCache, type CardStyle } from "./cards/cardLayout.ts";
import type { Box, Direction } from "./geometry/box.ts";
import { buildCardTree, type CardNode, type CardTree, updateCards } from "./layout/cardTree.ts";
import { type ContradictionEdge, contradictionEdges } from "./layout/contradictionEdges.ts";
import { type Edge, treeEdges } from "./layout/edges.ts";
import { layoutOutline } from "./layout/outlineLayout.ts";
import type { SectionArea } from "./layout/sectionAreas.ts";
import { SectionPaths } from "./layout/sectionPaths.ts";
import { shareUnchanged } from "./layout/shareUnchanged.ts";
import { changedCards, isSameOptions, type PictureSnapshot, type ResolvedOptions } from "./layout/snapshot.ts";
import {
  type Frame,
  type LayoutInput,
  type LayoutResult,
  layoutTree,
  type PlacedCard,
  relayoutBranches,
  stackBranches,
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
  readonly sectionAreas: readonly SectionArea[];
  /** In the order in which the tree is read. */
  readonly cards: readonly PlacedCard[];
  readonly frames: readonly Frame[];
  readonly edges: readonly Edge[];
  readonly contradictions: readonly ContradictionEdge[];
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
  readonly cache?: CardLayoutCache;
}

/**
 * The picture of a tree. The same tree, measure and options give the same picture; nothing but the measure decides how wide
 * text is. With the `faces` of an earlier picture, parts that did not change are the same objects as there.
 */
export function createPicture(tree: Tree, measure: TextMeasure, options: PictureOptions = {}): Picture {
  const { shape = "tree", direction = "right", width = DEFAULT_OUTLINE_WIDTH, cache = new CardLayoutCache() } = options;
  const { hidden = new Map(), openTexts = new Set() } = options;
  const resolved: ResolvedOptions = { shape, direction, width, hidden, openTexts, measure };
  const { snapshot } = cache;
  cache.snapshot =
    (snapshot && isSameOptions(snapshot.resolved, resolved) && updatePicture(snapshot, tree, cache)) ||
    buildPicture(tree, resolved, cache);
  return cache.snapshot.picture;
}

type PictureParts = Omit<Picture, "title" | "shape" | "bounds">;

/** An outline of no given width is as wide as a panel at the side of an editor. */
const DEFAULT_OUTLINE_WIDTH = 480;
/** Around all that is drawn, in pixels. */
export const pictureMargin = 16;

function buildPicture(tree: Tree, resolved: ResolvedOptions, cache: CardLayoutCache): PictureSnapshot {
  const cardTree = buildCardTree(tree);
  cache.prune(cardTree.nodesById);
  const before = cache.snapshot;
  if (resolved.shape === "outline") {
    return {
      resolved,
      tree,
      cardTree: cardTree,
      branches: [],
      picture: finishPicture(tree, resolved, outlineParts(tree, cardTree, resolved, cache), before),
    };
  }
  const result = layoutTree(cardTree.roots, before?.branches ?? [], layoutInput(tree, resolved, cache));
  return {
    resolved,
    tree,
    cardTree: cardTree,
    branches: result.branches,
    picture: finishPicture(tree, resolved, treeParts(tree, result, resolved), before),
  };
}

/** From what was made before, where no card stands elsewhere now: nothing is done again for those that say the same. */
function updatePicture(snapshot: PictureSnapshot, tree: Tree, cache: CardLayoutCache): PictureSnapshot | undefined {
  const { resolved, cardTree, picture: before } = snapshot;
  const cards = changedCards(snapshot.tree, tree);
  const changed = cards && updateCards(cardTree, cards);
  if (changed === undefined) return undefined;
  const placed = [...before.cards];
  let isResized = false;
  for (const node of changed) {
    const card = placed[node.index];
    if (card === undefined) return undefined;
    const layout = cache.layoutOf(node, styleOf(node, resolved, card.width), resolved.measure);
    if (layout.width !== card.width || layout.height !== card.height) isResized = true;
    if (layout !== card.layout) placed[node.index] = { ...card, layout };
  }
  const updated = { ...before, title: tree.title, cards: changed.size === 0 ? before.cards : placed };
  if (resolved.shape === "outline") {
    const picture = isResized
      ? finishPicture(tree, resolved, outlineParts(tree, cardTree, resolved, cache), snapshot)
      : updated;
    return { ...snapshot, tree, picture };
  }
  const input = layoutInput(tree, resolved, cache);
  const branches = relayoutBranches(snapshot.branches, changed, input);
  const picture = isResized
    ? finishPicture(tree, resolved, treeParts(tree, stackBranches(branches, input), resolved), snapshot)
    : updated;
  return { ...snapshot, tree, branches, picture };
}

function layoutInput(tree: Tree, resolved: ResolvedOptions, cache: CardLayoutCache): LayoutInput {
  const { direction, measure } = resolved;
  return {
    direction,
    measure,
    sectionPaths: new SectionPaths(tree),
    layoutOf: (cardNode) => cache.layoutOf(cardNode, styleOf(cardNode, resolved, 0), measure),
    onBranchLaidOut: () => {
      cache.cost.branchLayouts += 1;
    },
  };
}

function treeParts(
  tree: Tree,
  { cards, frames, sectionAreas, straightLengths }: LayoutResult,
  { direction }: ResolvedOptions,
): PictureParts {
  const edges = treeEdges({ cards, frames }, straightLengths, direction);
  return {
    direction,
    cards,
    frames,
    sectionAreas,
    edges: edges,
    contradictions: contradictionEdges(tree.ties, cards, direction),
  };
}

function outlineParts(
  tree: Tree,
  { roots }: CardTree,
  resolved: ResolvedOptions,
  cache: CardLayoutCache,
): PictureParts {
  const { measure } = resolved;
  const width = resolved.width - 2 * pictureMargin;
  const layoutOf = (cardNode: CardNode, rowWidth: number) =>
    cache.layoutOf(cardNode, styleOf(cardNode, resolved, rowWidth), measure);
  return {
    direction: "down",
    contradictions: [],
    ...layoutOutline(roots, { sectionPaths: new SectionPaths(tree), measure, layoutOf, width }),
  };
}

/** A picture of these parts, in which those that are as before are the same objects. */
function finishPicture(
  { title }: Tree,
  { shape }: ResolvedOptions,
  parts: PictureParts,
  previous: PictureSnapshot | undefined,
): Picture {
  const picture = { title, shape, bounds: boundsOf(parts), ...parts };
  return previous === undefined ? picture : shareUnchanged(previous.picture, picture);
}

const styleOf = (
  { card }: CardNode,
  { shape, direction, hidden, openTexts }: ResolvedOptions,
  width: number,
): CardStyle => ({
  arrangement: shape === "outline" ? "row" : direction,
  width: shape === "outline" ? width : 0,
  hiddenCount: hidden.get(card.id) ?? 0,
  isExpanded: openTexts.has(card.id),
});

function boundsOf({ sectionAreas, cards, frames, contradictions }: PictureParts): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = (x: number, y: number, width: number, height: number): void => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  };
  for (const boxes of [sectionAreas, cards, frames]) {
    for (const { x, y, width, height } of boxes) include(x, y, width, height);
  }
  for (const { x, y } of contradictions) include(x - 10, y - 10, 20, 20);
  if (left > right) return { x: 0, y: 0, width: 2 * pictureMargin, height: 2 * pictureMargin };
  const [x, y] = [Math.floor(left) - pictureMargin, Math.floor(top) - pictureMargin];
  return { x, y, width: Math.ceil(right) + pictureMargin - x, height: Math.ceil(bottom) + pictureMargin - y };
}
