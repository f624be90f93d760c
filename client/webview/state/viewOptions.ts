/** What the user has chosen to see of a map, and how it changes. Pure. */

import {
  type Exploration,
  type Filter,
  foldBelowLevel,
  noFilter,
  showAll,
} from "../../../server/core/picture/explore.ts";
import type { Direction } from "../../../server/core/picture/geometry/box.ts";
import type { PictureShape } from "../../../server/core/picture/model.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";

export interface ViewOptions {
  readonly exploration: Exploration;
  readonly shape: PictureShape;
  readonly direction: Direction;
  readonly legend: boolean;
  /** The card that the keys act on. */
  readonly selected: CardId | undefined;
}

export const defaultViewOptions: ViewOptions = {
  exploration: showAll,
  shape: "tree",
  direction: "right",
  legend: false,
  selected: undefined,
};

const withExploration = (viewOptions: ViewOptions, change: Partial<Exploration>): ViewOptions => ({
  ...viewOptions,
  exploration: { ...viewOptions.exploration, ...change },
});

/** Folds a card's branch, or unfolds it. */
export const toggleFold = (viewOptions: ViewOptions, card: CardId): ViewOptions =>
  withExploration(viewOptions, { folded: withToggled(viewOptions.exploration.folded, card) });

/** Folds all that is deeper than some levels; of the branch in focus, where there is one. */
export const foldToDepth = (viewOptions: ViewOptions, visibleTree: Tree, depth: number): ViewOptions =>
  withExploration(viewOptions, { folded: foldBelowLevel(visibleTree, depth) });

export const unfoldAll = (viewOptions: ViewOptions): ViewOptions => withExploration(viewOptions, { folded: new Set() });

/** Shows a long text whole, or its beginning. */
export const toggleText = (viewOptions: ViewOptions, card: CardId): ViewOptions =>
  withExploration(viewOptions, { openTexts: withToggled(viewOptions.exploration.openTexts, card) });

/** Shows one branch only; undefined: all of the map. The branch itself is unfolded. */
export function focusBranch(viewOptions: ViewOptions, focus: CardId | undefined): ViewOptions {
  const { folded } = viewOptions.exploration;
  const unfolded = focus !== undefined && folded.has(focus) ? withToggled(folded, focus) : folded;
  return { ...withExploration(viewOptions, { focus, folded: unfolded }), selected: focus ?? viewOptions.selected };
}

/** Filters in another way: nothing is spared any more. */
export const setFilter = (viewOptions: ViewOptions, filter: Filter): ViewOptions =>
  withExploration(viewOptions, { filter: { ...filter, exempt: noFilter.exempt } });
export const clearFilter = (viewOptions: ViewOptions): ViewOptions =>
  withExploration(viewOptions, { filter: noFilter });

export const toggleShape = (viewOptions: ViewOptions): ViewOptions => ({
  ...viewOptions,
  shape: viewOptions.shape === "tree" ? "outline" : "tree",
});
/** The tree growing the other way; an outline grows in one way only, and what its tree does is not to change unseen. */
export const toggleDirection = (viewOptions: ViewOptions): ViewOptions =>
  viewOptions.shape === "outline"
    ? viewOptions
    : { ...viewOptions, direction: viewOptions.direction === "right" ? "down" : "right" };

/** The set with a value if it was without, and the other way round. */
export function withToggled<Value>(values: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const result = new Set(values);
  if (!result.delete(value)) result.add(value);
  return result;
}
