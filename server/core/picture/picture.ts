/** Lays out the picture of a tree. */
import type { CardId, Tree } from "../tree/tree.ts";
import { CardLayoutCache } from "./cards/cardLayoutCache.ts";
import { cardSizes } from "./cards/cardSizes.ts";
import type { Box, Direction } from "./geometry/box.ts";
import { buildCardTree, type CardNode, type CardTree, updateCards } from "./layout/cardTree.ts";
import { layoutCrossLinks } from "./layout/crossLinks.ts";
import { treeEdges } from "./layout/edges.ts";
import { layoutInput, styleOf } from "./layout/layoutInput.ts";
import { layoutOutline } from "./layout/outlineLayout.ts";
import { SectionPaths } from "./layout/sectionPaths.ts";
import { shareUnchanged } from "./layout/shareUnchanged.ts";
import {
  changedCards,
  hasSameBranches,
  isSameOptions,
  type PictureSnapshot,
  type ResolvedOptions,
} from "./layout/snapshot.ts";
import { type StackedBranches, stackBranches } from "./layout/stackBranches.ts";
import { layoutBranches, relayoutBranches } from "./layout/treeLayout.ts";
import type { Picture, PictureShape } from "./model.ts";
import type { TextMeasure } from "./typesetting/measure.ts";
import { pictureWords } from "./words/languages.ts";

/** How a tree is drawn. */
export interface PictureOptions {
  /** `tree` by default. */
  readonly shape?: PictureShape;
  /** The direction in which a tree grows, `right` by default. */
  readonly direction?: Direction;
  /** The width of the cards of a tree in pixels; 250 by default. */
  readonly cardWidth?: number;
  /** The roots of a tree that start a new column, or a new row if the tree grows down; none by default. */
  readonly columnStarts?: ReadonlySet<CardId>;
  /** The width of an outline in pixels, including its margin; 480 by default. */
  readonly width?: number;
  /** For each folded card, the number of its descendants that are not in the tree. */
  readonly hidden?: ReadonlyMap<CardId, number>;
  /** The cards whose long texts are shown in full; all others fold after four lines. */
  readonly openTexts?: ReadonlySet<CardId>;
  /** Whether the reader can fold texts, so that long texts in full say how. False by default, as in files. */
  readonly canFoldTexts?: boolean;
  /** The cache of earlier pictures of the map. All must use the same measure. */
  readonly cache?: CardLayoutCache;
}

/**
 * Creates the picture of a tree. The result depends only on the tree, the measure and the options. With a cache, parts
 * that have not changed since the last picture are the same objects as there.
 */
export function createPicture(tree: Tree, measure: TextMeasure, options: PictureOptions = {}): Picture {
  const { shape = "tree", direction = "right", width = DEFAULT_OUTLINE_WIDTH, cache = new CardLayoutCache() } = options;
  const { hidden = new Map(), openTexts = new Set(), canFoldTexts = false } = options;
  const { columnStarts = new Set(), cardWidth = cardSizes.width } = options;
  const words = pictureWords(tree.language);
  const resolved: ResolvedOptions = {
    shape,
    direction,
    width,
    cardWidth,
    columnStarts,
    hidden,
    openTexts,
    canFoldTexts,
    measure,
    words,
  };
  const { snapshot } = cache;
  cache.snapshot =
    (snapshot && isSameOptions(snapshot.resolved, resolved) && updatePicture(snapshot, tree, cache)) ||
    buildPicture(tree, resolved, cache);
  cache.trial = undefined;
  return cache.snapshot.picture;
}

type PictureParts = Omit<Picture, "title" | "language" | "shape" | "bounds">;

/** About the width of a panel beside an editor. */
const DEFAULT_OUTLINE_WIDTH = 480;
/** The margin around all parts of a picture, in pixels. */
export const pictureMargin = 16;

function buildPicture(tree: Tree, resolved: ResolvedOptions, cache: CardLayoutCache): PictureSnapshot {
  const { trial, snapshot: before } = cache;
  const reused = trial !== undefined && hasSameBranches(trial, tree, resolved) ? trial : undefined;
  const cardTree = reused?.cardTree ?? buildCardTree(tree);
  cache.prune(cardTree.nodesById);
  if (resolved.shape === "outline") {
    return {
      resolved,
      tree,
      cardTree,
      branches: [],
      picture: finishPicture(tree, resolved, outlineParts(tree, cardTree, resolved, cache), before),
    };
  }
  const input = layoutInput(tree, resolved, cache);
  const branches = reused?.branches ?? layoutBranches(cardTree.roots, before?.branches ?? [], input);
  return {
    resolved,
    tree,
    cardTree,
    branches,
    picture: finishPicture(tree, resolved, treeParts(tree, stackBranches(branches, input), resolved), before),
  };
}

/** Updates the last picture if only the contents of cards have changed; undefined otherwise. */
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
  const updated = {
    ...before,
    title: tree.title,
    language: tree.language,
    cards: changed.size === 0 ? before.cards : placed,
  };
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

function treeParts(
  tree: Tree,
  { cards, frames, sectionAreas, straightLengths }: StackedBranches,
  { direction, words }: ResolvedOptions,
): PictureParts {
  return {
    direction,
    cards,
    frames,
    sectionAreas,
    edges: treeEdges({ cards, frames }, straightLengths, direction),
    crossLinks: layoutCrossLinks([...tree.contradictions, ...tree.restatements], cards, direction, words),
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
    crossLinks: [],
    ...layoutOutline(roots, { sectionPaths: new SectionPaths(tree), measure, layoutOf, width }),
  };
}

/** The picture with these parts, sharing unchanged ones with the previous picture. */
function finishPicture(
  { title, language }: Tree,
  { shape }: ResolvedOptions,
  parts: PictureParts,
  previous: PictureSnapshot | undefined,
): Picture {
  const picture = { title, language, shape, bounds: boundsOf(parts), ...parts };
  return previous === undefined ? picture : shareUnchanged(previous.picture, picture);
}

/** The radius of the mark on a cross-link. */
const MARK_RADIUS = 10;

/** The bounding box of all parts, with a margin, in whole pixels. */
function boundsOf({ sectionAreas, cards, frames, crossLinks }: PictureParts): Box {
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
  for (const { x, y } of crossLinks) include(x - MARK_RADIUS, y - MARK_RADIUS, 2 * MARK_RADIUS, 2 * MARK_RADIUS);
  if (left > right) return { x: 0, y: 0, width: 2 * pictureMargin, height: 2 * pictureMargin };
  const [x, y] = [Math.floor(left) - pictureMargin, Math.floor(top) - pictureMargin];
  return { x, y, width: Math.ceil(right) + pictureMargin - x, height: Math.ceil(bottom) + pictureMargin - y };
}
