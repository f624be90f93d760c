import { isSameList } from "../../tree/isSameList.ts";
import type { CardId, CardPosition, Tree } from "../../tree/tree.ts";
import type { Direction } from "../geometry/box.ts";
import type { Picture, PictureShape } from "../model.ts";
import type { TextMeasure } from "../typesetting/measure.ts";
import type { PictureWords } from "../words/pictureWords.ts";
import type { CardTree } from "./cardTree.ts";
import type { BranchLayouts } from "./treeLayout.ts";

/** `PictureOptions` with the defaults filled in, and the measure. */
export interface ResolvedOptions {
  readonly shape: PictureShape;
  readonly direction: Direction;
  readonly width: number;
  readonly cardWidth: number;
  readonly columnStarts: ReadonlySet<CardId>;
  readonly hidden: ReadonlyMap<CardId, number>;
  readonly openTexts: ReadonlySet<CardId>;
  readonly canFoldTexts: boolean;
  readonly measure: TextMeasure;
  readonly words: PictureWords;
}

/** A picture with what it was made from, so that the next picture can reuse the branches that stay the same. */
export interface PictureSnapshot {
  readonly resolved: ResolvedOptions;
  readonly tree: Tree;
  readonly cardTree: CardTree;
  /** Empty for an outline. */
  readonly branches: BranchLayouts;
  readonly picture: Picture;
}

/** A tree that was laid out in one column to choose its layout. */
export type TrialLayout = Omit<PictureSnapshot, "picture">;

/** Whether a trial has the branches of a picture with these options, so that only the columns are still to be stacked. */
export const hasSameBranches = (trial: TrialLayout, tree: Tree, options: ResolvedOptions): boolean =>
  trial.tree === tree &&
  // With sections, a new column starts new section areas.
  (tree.sections.length === 0 || options.columnStarts.size === 0) &&
  isSameOptions({ ...trial.resolved, width: options.width, columnStarts: options.columnStarts }, options);

/** Whether two sets of options are equal by value. */
export const isSameOptions = (a: ResolvedOptions, b: ResolvedOptions): boolean =>
  a.shape === b.shape &&
  a.direction === b.direction &&
  a.width === b.width &&
  a.canFoldTexts === b.canFoldTexts &&
  a.cardWidth === b.cardWidth &&
  a.measure === b.measure &&
  a.words === b.words &&
  a.hidden.size === b.hidden.size &&
  a.openTexts.size === b.openTexts.size &&
  a.columnStarts.size === b.columnStarts.size &&
  (a.hidden === b.hidden || [...a.hidden].every(([id, count]) => b.hidden.get(id) === count)) &&
  [...a.openTexts].every((id) => b.openTexts.has(id)) &&
  [...a.columnStarts].every((id) => b.columnStarts.has(id));

/** The changed cards of a tree; undefined if positions, contradictions or sections have changed too. */
export function changedCards(before: Tree, after: Tree): Tree["cards"] | undefined {
  const hasSameStructure =
    before.cards.length === after.cards.length &&
    before.contradictions === after.contradictions &&
    before.restatements === after.restatements &&
    before.sections === after.sections &&
    isSameList(before.positions, after.positions, isSamePosition);
  return hasSameStructure ? after.cards.filter((card, index) => card !== before.cards[index]) : undefined;
}

const isSamePosition = (a: CardPosition, b: CardPosition): boolean => a.card === b.card && a.parent === b.parent;
