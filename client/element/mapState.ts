/** What a reader has folded and unfolded of a map, and the picture of the rest. Pure: no element, no event. */
import type { CardLayoutCache } from "../../server/core/picture/cards/cardLayoutCache.ts";
import { applyExploration, type Exploration, foldBelowLevel, wholeMap } from "../../server/core/picture/explore.ts";
import type { Size } from "../../server/core/picture/geometry/box.ts";
import type { Picture } from "../../server/core/picture/model.ts";
import { choosePanelLayout, type LayoutChoice, type PanelLayout } from "../../server/core/picture/panelLayout.ts";
import { createPicture } from "../../server/core/picture/picture.ts";
import type { TextMeasure } from "../../server/core/picture/typesetting/measure.ts";
import type { Card, CardId, Tree } from "../../server/core/tree/tree.ts";
import { indexPicture, type PictureIndex } from "../webview/state/pictureIndex.ts";
import { withToggled } from "../webview/state/viewOptions.ts";

/** A map that is shown, and how. */
export interface MapState {
  readonly tree: Tree;
  readonly exploration: Exploration;
}

/** A picture with what the keys and the labels need. */
export interface ShownPicture extends PictureIndex {
  readonly picture: Picture;
  /** The number of hidden cards under each folded card. */
  readonly hidden: ReadonlyMap<CardId, number>;
}

/** With more cards, the first drawing takes long, and the picture is too large to begin with. */
const MAX_FIRST_CARDS = 300;

/** Returns how many levels to show of a map at first; undefined for all. The first level is always shown. */
export function firstLevels({ positions }: Tree): number | undefined {
  if (positions.length <= MAX_FIRST_CARDS) return undefined;
  const levelOf = new Map<CardId, number>();
  const cardsOnLevel: number[] = [];
  for (const { card, parent } of positions) {
    const level = parent === undefined ? 0 : (levelOf.get(parent) ?? 0) + 1;
    levelOf.set(card, level);
    cardsOnLevel[level] = (cardsOnLevel[level] ?? 0) + 1;
  }
  let levels = 0;
  for (let cards = cardsOnLevel[0] ?? 0; cards <= MAX_FIRST_CARDS; cards += cardsOnLevel[levels] ?? 0) levels++;
  return Math.max(1, levels);
}

/** Shows a map with so many levels, or with all. */
export const openMap = (tree: Tree, levels: number | undefined): MapState => ({
  tree,
  exploration: { ...wholeMap, folded: levels === undefined ? new Set() : foldBelowLevel(tree, Math.max(1, levels)) },
});

/** Folds or unfolds the branch of a card, or what a reference shows. */
export function toggleFold({ tree, exploration }: MapState, { id, form }: Pick<Card, "id" | "form">): MapState {
  const { folded, unfolded } = exploration;
  const change = form === "reference" ? { unfolded: withToggled(unfolded, id) } : { folded: withToggled(folded, id) };
  return { tree, exploration: { ...exploration, ...change } };
}

/** Shows a long text in full, or only its beginning. */
export const toggleText = ({ tree, exploration }: MapState, id: CardId): MapState => ({
  tree,
  exploration: { ...exploration, openTexts: withToggled(exploration.openTexts, id) },
});

/** Chooses the layout of a map for a room. */
export function chooseLayout(
  { tree, exploration }: MapState,
  measure: TextMeasure,
  room: Size,
  choice: LayoutChoice,
): PanelLayout {
  const { tree: shown, hidden } = applyExploration(tree, exploration);
  return choosePanelLayout(shown, measure, room, choice, { hidden, openTexts: exploration.openTexts });
}

/** Lays out what is shown of a map. `width` is that of an outline. */
export function layOut(
  { tree, exploration }: MapState,
  measure: TextMeasure,
  layout: PanelLayout,
  width: number,
  cache: CardLayoutCache,
): ShownPicture {
  const { tree: shown, hidden } = applyExploration(tree, exploration);
  const { openTexts } = exploration;
  const picture = createPicture(shown, measure, { ...layout, width, hidden, openTexts, canFoldTexts: true, cache });
  return { ...indexPicture(picture, shown), hidden };
}
