/** Decides when to choose a new layout for a map. */
import type { CardLayoutCache } from "../../../server/core/picture/cards/cardLayoutCache.ts";
import type { ExploredTree } from "../../../server/core/picture/explore.ts";
import type { Size } from "../../../server/core/picture/geometry/box.ts";
import {
  choosePanelLayout,
  isSamePanelLayout,
  type LayoutChoice,
  type PanelLayout,
} from "../../../server/core/picture/panelLayout.ts";
import type { TextMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";

/** The conditions for which the layout of a map is chosen. */
export interface LayoutOccasion {
  readonly map: string | undefined;
  readonly explored: ExploredTree;
  /** The root of the branch that is shown alone. */
  readonly focus: CardId | undefined;
  readonly choice: LayoutChoice;
  readonly panel: Size;
  readonly measure: TextMeasure;
  readonly openTexts: ReadonlySet<CardId>;
  /** The cache of the pictures of the map. */
  readonly cache: CardLayoutCache;
}

/** The columns are rearranged when the number of cards has grown or shrunk by this factor. */
const GROWTH = 1.5;
/** Added to both numbers of cards, so that a small map is not rearranged with each card. */
const SPARE_CARDS = 4;

/**
 * Returns a function that chooses the layout of the map that the page shows. While the user edits and folds, it returns the
 * layout as chosen, so that nothing jumps and an edit lays out no more than it must.
 */
export function createLayoutChooser(): (occasion: LayoutOccasion) => PanelLayout {
  let last: { readonly occasion: LayoutOccasion; readonly cards: number; readonly layout: PanelLayout } | undefined;
  return (occasion) => {
    const { explored, choice, panel, measure, openTexts, cache } = occasion;
    const cards = explored.tree.positions.length;
    const isSame = last !== undefined && isSameOccasion(last.occasion, occasion);
    if (last !== undefined && isSame && last.occasion.focus === occasion.focus && !hasGrown(last.cards, cards))
      return last.layout;
    // Neither an edit nor a branch shown alone turns the tree.
    const keptChoice = last !== undefined && isSame ? last.layout : choice;
    const options = { hidden: explored.hidden, openTexts, cache };
    const chosen = choosePanelLayout(explored.tree, measure, panel, keptChoice, options);
    const layout = last !== undefined && isSamePanelLayout(last.layout, chosen) ? last.layout : chosen;
    last = { occasion, cards, layout };
    return layout;
  };
}

/** Whether the user and the panel ask for the same layout. */
const isSameOccasion = (a: LayoutOccasion, b: LayoutOccasion): boolean =>
  a.map === b.map &&
  a.choice.shape === b.choice.shape &&
  a.choice.direction === b.choice.direction &&
  a.panel.width === b.panel.width &&
  a.panel.height === b.panel.height &&
  a.measure === b.measure;

const hasGrown = (before: number, now: number): boolean =>
  now + SPARE_CARDS > (before + SPARE_CARDS) * GROWTH || (now + SPARE_CARDS) * GROWTH < before + SPARE_CARDS;
