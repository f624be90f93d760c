/** Chooses the layout in which a map, fitted into a panel, is largest. */
import type { CardId, Tree } from "../tree/tree.ts";
import { CardLayoutCache } from "./cards/cardLayoutCache.ts";
import { cardSizes } from "./cards/cardSizes.ts";
import { type Direction, type Size, toPoint } from "./geometry/box.ts";
import { packColumns, packRows, scaleToFit } from "./geometry/packColumns.ts";
import { buildCardTree } from "./layout/cardTree.ts";
import { layoutInput } from "./layout/layoutInput.ts";
import { spacing } from "./layout/layoutNodes.ts";
import type { ResolvedOptions } from "./layout/snapshot.ts";
import { branchExtent } from "./layout/stackBranches.ts";
import { layoutBranches } from "./layout/treeLayout.ts";
import type { PictureShape } from "./model.ts";
import { type PictureOptions, pictureMargin } from "./picture.ts";
import type { TextMeasure } from "./typesetting/measure.ts";
import { pictureWords } from "./words/languages.ts";

/** How a map is laid out in a panel. */
export interface PanelLayout {
  readonly shape: PictureShape;
  readonly direction: Direction;
  readonly cardWidth: number;
  readonly columnStarts: ReadonlySet<CardId>;
}

/** The layout options of the user. The size of the panel decides the rest. */
export interface LayoutChoice {
  readonly shape: PictureShape | "automatic";
  readonly direction: Direction | "automatic";
}

/** In narrower panels, in pixels, the automatic shape is the outline. */
const MIN_TREE_WIDTH = 500;

/**
 * The widths of cards that are tried, and the directions, in order of preference. Another one is taken only if the map is
 * larger by more than the number says.
 */
const CARD_WIDTHS: readonly (readonly [width: number, advantage: number])[] = [
  [cardSizes.width, 1],
  [210, 1.08],
  [175, 1.16],
  [320, 1.08],
  [400, 1.16],
];
const DIRECTIONS: readonly (readonly [direction: Direction, advantage: number])[] = [
  ["right", 1],
  ["down", 1.1],
];

/** A map that fits at this scale is comfortable to read. Its cards stay as they are. */
const COMFORTABLE_SCALE = 0.8;
/**
 * Below this scale, cards show only their first words. The user can zoom in to read more, so the tree keeps its direction and has
 * no wider cards, which would show fewer levels.
 */
const LEAST_SCALE = 0.4;
/** Maps with more cards than this are not laid out several times. No panel has room for their words. */
const MAX_CARDS_TO_TRY = 400;

/**
 * Chooses the layout of a tree for a panel of this size. Depends only on the arguments. The options are those of the picture:
 * with its cache, branches and cards of the usual width are not laid out again for the picture.
 */
export function choosePanelLayout(
  tree: Tree,
  measure: TextMeasure,
  panel: Size,
  choice: LayoutChoice,
  { cache = new CardLayoutCache(), ...options }: FitOptions & Pick<PictureOptions, "cache"> = {},
): PanelLayout {
  const shape = choice.shape === "automatic" ? automaticShape(panel.width) : choice.shape;
  const directions = DIRECTIONS.filter(([direction]) => [direction, "automatic"].includes(choice.direction));
  const preferred = directions[0]?.[0] ?? "right";
  if (shape === "outline" || panel.width <= 0 || panel.height <= 0)
    return { shape, direction: preferred, cardWidth: cardSizes.width, columnStarts: new Set() };
  const fitted = (direction: Direction, cardWidth: number, layouts = new CardLayoutCache()): FittedLayout =>
    fitLayout(tree, measure, panel, { direction, cardWidth }, options, layouts);
  const usual = fitted(preferred, cardSizes.width, cache);
  if (usual.scale >= COMFORTABLE_SCALE || tree.positions.length > MAX_CARDS_TO_TRY) return usual.layout;
  const candidates = directions.flatMap(([direction, directionAdvantage]) =>
    CARD_WIDTHS.map(([cardWidth, advantage]): Candidate => {
      const isUsual = direction === preferred && cardWidth === cardSizes.width;
      return { ...(isUsual ? usual : fitted(direction, cardWidth)), advantage: directionAdvantage * advantage };
    }),
  );
  const isAllowed = ({ scale, layout }: Candidate): boolean =>
    scale >= LEAST_SCALE || (layout.direction === preferred && layout.cardWidth <= cardSizes.width);
  const score = ({ scale, advantage }: Candidate): number => scale / advantage;
  return candidates.filter(isAllowed).reduce((best, next) => (score(next) > score(best) ? next : best)).layout;
}

/** The shape of a map in a panel of this width, if the user has not chosen one: an outline where a tree has no room. */
export const automaticShape = (width: number): PictureShape => (width < MIN_TREE_WIDTH ? "outline" : "tree");

/** Whether two layouts are equal by value. */
export const isSamePanelLayout = (a: PanelLayout, b: PanelLayout): boolean =>
  a.shape === b.shape &&
  a.direction === b.direction &&
  a.cardWidth === b.cardWidth &&
  a.columnStarts.size === b.columnStarts.size &&
  [...a.columnStarts].every((id) => b.columnStarts.has(id));

type FitOptions = Pick<PictureOptions, "hidden" | "openTexts">;

interface FittedLayout {
  readonly layout: PanelLayout;
  /** The scale at which the picture fits the panel, at most 1. */
  readonly scale: number;
}

interface Candidate extends FittedLayout {
  /** The factor by which it must be better than the preferred one. */
  readonly advantage: number;
}

/** Packs the branches of a tree into the columns that suit a panel. */
function fitLayout(
  tree: Tree,
  measure: TextMeasure,
  panel: Size,
  { direction, cardWidth }: Pick<PanelLayout, "direction" | "cardWidth">,
  { hidden = new Map(), openTexts = new Set() }: FitOptions,
  cache: CardLayoutCache,
): FittedLayout {
  const words = pictureWords(tree.language);
  const tried = { shape: "tree", direction, width: 0, cardWidth, hidden, openTexts, canFoldTexts: true } as const;
  const resolved: ResolvedOptions = { ...tried, measure, words, columnStarts: new Set() };
  const cardTree = buildCardTree(tree);
  const branches = layoutBranches(cardTree.roots, [], layoutInput(tree, resolved, cache));
  cache.trial = { resolved, tree, cardTree, branches };
  const boxes = branches.map((branch): Size => {
    const { low, high, far } = branchExtent(branch, direction);
    const { x: width, y: height } = toPoint({ across: high - low, along: far }, direction);
    return { width, height };
  });
  const target = { width: panel.width - 2 * pictureMargin, height: panel.height - 2 * pictureMargin };
  const { columns, roots } = spacing[direction];
  // The branches of a tree that grows down are side by side, so that its columns are rows.
  const pack = direction === "right" ? packColumns : packRows;
  const packing = pack(boxes, target, toPoint({ across: roots, along: columns }, direction));
  const columnStarts = new Set<CardId>();
  for (const start of packing.starts.slice(1)) {
    const first = branches[start]?.nodes[0]?.cards[0];
    if (first !== undefined) columnStarts.add(first.cardNode.card.id);
  }
  return { layout: { shape: "tree", direction, cardWidth, columnStarts }, scale: scaleToFit(packing, target) };
}
