/** Derives from the options of a picture what the layout of its tree and the layouts of its cards need. */
import type { Tree } from "../../tree/tree.ts";
import type { CardLayoutCache } from "../cards/cardLayoutCache.ts";
import type { CardStyle } from "../model.ts";
import type { CardNode } from "./cardTree.ts";
import { SectionPaths } from "./sectionPaths.ts";
import type { ResolvedOptions } from "./snapshot.ts";
import type { LayoutInput } from "./treeLayout.ts";

/** The input for laying out a tree. The cache counts the branches that are laid out. */
export function layoutInput(tree: Tree, resolved: ResolvedOptions, cache: CardLayoutCache): LayoutInput {
  const { direction, columnStarts, measure } = resolved;
  return {
    direction,
    columnStarts,
    measure,
    sectionPaths: new SectionPaths(tree),
    layoutOf: (cardNode) => cache.layoutOf(cardNode, styleOf(cardNode, resolved, 0), measure),
    onBranchLaidOut: () => {
      cache.cost.branchLayouts += 1;
    },
  };
}

/** The style of a card of a tree, or of a row of this width in an outline. */
export const styleOf = (
  { card }: CardNode,
  { shape, direction, cardWidth, hidden, openTexts, canFoldTexts, words }: ResolvedOptions,
  rowWidth: number,
): CardStyle => ({
  arrangement: shape === "outline" ? "row" : direction,
  width: shape === "outline" ? rowWidth : cardWidth,
  hiddenCount: hidden.get(card.id) ?? 0,
  isExpanded: openTexts.has(card.id),
  canFoldTexts,
  words,
});
