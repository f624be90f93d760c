/** What the user has chosen to see of a map, and how it changes. Pure. */

import { type Exploration, everything, type Filter, foldedTo, noFilter } from "../../../server/core/picture/explore.ts";
import type { Direction } from "../../../server/core/picture/geometry/box.ts";
import type { PictureShape } from "../../../server/core/picture/picture.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";

export interface Choice {
  readonly exploration: Exploration;
  readonly shape: PictureShape;
  readonly direction: Direction;
  readonly legend: boolean;
  /** The card that the keys act on. */
  readonly selected: CardId | undefined;
}

export const unchosen: Choice = {
  exploration: everything,
  shape: "tree",
  direction: "right",
  legend: false,
  selected: undefined,
};

const exploring = (choice: Choice, change: Partial<Exploration>): Choice => ({
  ...choice,
  exploration: { ...choice.exploration, ...change },
});

/** Folds a card's branch, or unfolds it. */
export const foldOrUnfold = (choice: Choice, card: CardId): Choice =>
  exploring(choice, { folded: toggled(choice.exploration.folded, card) });

/** Folds all that is deeper than some levels; of the branch in focus, where there is one. */
export const foldTo = (choice: Choice, shown: Tree, levels: number): Choice =>
  exploring(choice, { folded: foldedTo(shown, levels) });

export const unfoldAll = (choice: Choice): Choice => exploring(choice, { folded: new Set() });

/** Shows a long text whole, or its beginning. */
export const openOrCloseText = (choice: Choice, card: CardId): Choice =>
  exploring(choice, { openTexts: toggled(choice.exploration.openTexts, card) });

/** Shows one branch only; undefined: all of the map. The branch itself is unfolded. */
export function focusOn(choice: Choice, focus: CardId | undefined): Choice {
  const { folded } = choice.exploration;
  const unfolded = focus !== undefined && folded.has(focus) ? toggled(folded, focus) : folded;
  return { ...exploring(choice, { focus, folded: unfolded }), selected: focus ?? choice.selected };
}

/** Filters in another way: nothing is spared any more. */
export const filterBy = (choice: Choice, filter: Filter): Choice =>
  exploring(choice, { filter: { ...filter, spared: noFilter.spared } });
export const withoutFilter = (choice: Choice): Choice => exploring(choice, { filter: noFilter });

export const otherShape = (choice: Choice): Choice => ({
  ...choice,
  shape: choice.shape === "tree" ? "outline" : "tree",
});
/** The tree growing the other way; an outline grows in one way only, and what its tree does is not to change unseen. */
export const otherDirection = (choice: Choice): Choice =>
  choice.shape === "outline" ? choice : { ...choice, direction: choice.direction === "right" ? "down" : "right" };

/** The set with a value if it was without, and the other way round. */
export function toggled<Value>(values: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const others = new Set(values);
  if (!others.delete(value)) others.add(value);
  return others;
}
