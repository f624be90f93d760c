/** A picture with what it was made of, so that one of a tree of the same shape can be made from it. */
import type { CardId, Tree } from "../../tree/tree.ts";
import type { Direction } from "../geometry/box.ts";
import type { Picture, PictureShape } from "../picture.ts";
import type { TextMeasure } from "../text/measure.ts";
import type { Forest } from "./cardTree.ts";
import type { Branches } from "./treeLayout.ts";

/** What was asked for, beside the tree. */
export interface Wish {
  readonly shape: PictureShape;
  readonly direction: Direction;
  readonly width: number;
  readonly hidden: ReadonlyMap<CardId, number>;
  readonly openTexts: ReadonlySet<CardId>;
  readonly measure: TextMeasure;
}

export interface Made {
  readonly wish: Wish;
  readonly tree: Tree;
  readonly forest: Forest;
  /** Of a tree; empty for an outline. */
  readonly branches: Branches;
  readonly picture: Picture;
}

/** Whether the same is wished for. */
export const sameWish = (a: Wish, b: Wish): boolean =>
  a.shape === b.shape &&
  a.direction === b.direction &&
  a.width === b.width &&
  a.measure === b.measure &&
  a.hidden.size === b.hidden.size &&
  a.openTexts.size === b.openTexts.size &&
  [...a.hidden].every(([id, count]) => b.hidden.get(id) === count) &&
  [...a.openTexts].every((id) => b.openTexts.has(id));

/** The cards that are others in a tree whose cards all stand where they stood; undefined where they do not. */
export function cardsToldAnew(before: Tree, now: Tree): Tree["cards"] | undefined {
  const same =
    before.cards.length === now.cards.length &&
    before.ties === now.ties &&
    before.sections === now.sections &&
    (before.places === now.places ||
      (before.places.length === now.places.length &&
        before.places.every(({ card, parent }, index) => {
          const place = now.places[index];
          return place?.card === card && place.parent === parent;
        })));
  return same ? now.cards.filter((card, index) => card !== before.cards[index]) : undefined;
}
