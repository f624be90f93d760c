/** A picture with what it was made of, so that one of a tree of the same shape can be made from it. */
import type { CardId, Tree } from "../../tree/tree.ts";
import type { Direction } from "../geometry/box.ts";
import type { Picture, PictureShape } from "../picture.ts";
import type { TextMeasure } from "../text/measure.ts";
import type { CardTree } from "./cardTree.ts";
import type { BranchLayouts } from "./treeLayout.ts";

/** What was asked for, beside the tree. */
export interface ResolvedOptions {
  readonly shape: PictureShape;
  readonly direction: Direction;
  readonly width: number;
  readonly hidden: ReadonlyMap<CardId, number>;
  readonly openTexts: ReadonlySet<CardId>;
  readonly measure: TextMeasure;
}

export interface PictureSnapshot {
  readonly resolved: ResolvedOptions;
  readonly tree: Tree;
  readonly cardTree: CardTree;
  /** Of a tree; empty for an outline. */
  readonly branches: BranchLayouts;
  readonly picture: Picture;
}

/** Whether the same is wished for. */
export const isSameOptions = (a: ResolvedOptions, b: ResolvedOptions): boolean =>
  a.shape === b.shape &&
  a.direction === b.direction &&
  a.width === b.width &&
  a.measure === b.measure &&
  a.hidden.size === b.hidden.size &&
  a.openTexts.size === b.openTexts.size &&
  [...a.hidden].every(([id, count]) => b.hidden.get(id) === count) &&
  [...a.openTexts].every((id) => b.openTexts.has(id));

/** The cards that are others in a tree whose cards all stand where they stood; undefined where they do not. */
export function changedCards(before: Tree, after: Tree): Tree["cards"] | undefined {
  const isSameStructure =
    before.cards.length === after.cards.length &&
    before.ties === after.ties &&
    before.sections === after.sections &&
    (before.places === after.places ||
      (before.places.length === after.places.length &&
        before.places.every(({ card, parent }, index) => {
          const position = after.places[index];
          return position?.card === card && position.parent === parent;
        })));
  return isSameStructure ? after.cards.filter((card, index) => card !== before.cards[index]) : undefined;
}
