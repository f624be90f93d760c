/** What the user has chosen to see of a map, and the functions that change it. */
import {
  type Exploration,
  type Filter,
  foldBelowLevel,
  noFilter,
  wholeMap,
} from "../../../server/core/picture/explore.ts";
import type { Direction } from "../../../server/core/picture/geometry/box.ts";
import type { PictureShape } from "../../../server/core/picture/model.ts";
import type { Sorting } from "../../../server/core/tables/sortRows.ts";
import type { TableKind } from "../../../server/core/tables/table.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";

/** What the cards show of the server's judgment. */
export type WeighingMode = "off" | "standing" | "likelihood";

/** Which tables are shown, and how the user has sorted one of them. */
export interface TableOptions {
  /** Whether tables are shown instead of the picture. */
  readonly isShown: boolean;
  readonly kind: TableKind;
  /** `table` is the number of the sorted table, from 0. */
  readonly sorting: (Sorting & { readonly table: number }) | undefined;
}

export interface ViewOptions {
  readonly exploration: Exploration;
  readonly shape: PictureShape;
  readonly direction: Direction;
  readonly table: TableOptions;
  readonly legend: boolean;
  readonly weighing: WeighingMode;
  /** The card that keyboard commands act on. */
  readonly selected: CardId | undefined;
}

/** Changes the view options and redraws the page. */
export type UpdateViewOptions = (change: (viewOptions: ViewOptions) => ViewOptions) => void;

/** The view of a map that the user opens for the first time. */
export const defaultViewOptions: ViewOptions = {
  exploration: wholeMap,
  shape: "tree",
  direction: "right",
  table: { isShown: false, kind: "assumptions", sorting: undefined },
  legend: false,
  weighing: "off",
  selected: undefined,
};

const withExploration = (viewOptions: ViewOptions, change: Partial<Exploration>): ViewOptions => ({
  ...viewOptions,
  exploration: { ...viewOptions.exploration, ...change },
});

/** Folds or unfolds the branch of a card. */
export const toggleFold = (viewOptions: ViewOptions, card: CardId): ViewOptions =>
  withExploration(viewOptions, { folded: withToggled(viewOptions.exploration.folded, card) });

/** Shows only the first `depth` levels of the visible tree, which is the focused branch if there is one. */
export const foldToDepth = (viewOptions: ViewOptions, visibleTree: Tree, depth: number): ViewOptions =>
  withExploration(viewOptions, { folded: foldBelowLevel(visibleTree, depth) });

/** Shows every branch at full depth. */
export const unfoldAll = (viewOptions: ViewOptions): ViewOptions => withExploration(viewOptions, { folded: new Set() });

/** Expands or truncates a long text. */
export const toggleText = (viewOptions: ViewOptions, card: CardId): ViewOptions =>
  withExploration(viewOptions, { openTexts: withToggled(viewOptions.exploration.openTexts, card) });

/** Shows only one branch and unfolds it; undefined shows the whole map again. */
export function focusBranch(viewOptions: ViewOptions, focus: CardId | undefined): ViewOptions {
  const { folded } = viewOptions.exploration;
  const unfolded = focus !== undefined && folded.has(focus) ? withToggled(folded, focus) : folded;
  return { ...withExploration(viewOptions, { focus, folded: unfolded }), selected: focus ?? viewOptions.selected };
}

/** Replaces the filter. No card is exempt from the new one. */
export const setFilter = (viewOptions: ViewOptions, filter: Filter): ViewOptions =>
  withExploration(viewOptions, { filter: { ...filter, exempt: noFilter.exempt } });
/** Ends filtering, so that no card is dimmed or hidden. */
export const clearFilter = (viewOptions: ViewOptions): ViewOptions =>
  withExploration(viewOptions, { filter: noFilter });

/** Switches between tree and outline. From tables, goes back to the picture as it was. */
export const toggleShape = (viewOptions: ViewOptions): ViewOptions =>
  viewOptions.table.isShown
    ? withTable(viewOptions, { isShown: false })
    : { ...viewOptions, shape: viewOptions.shape === "tree" ? "outline" : "tree" };

/** Shows the picture in one shape. */
export const showShape = (viewOptions: ViewOptions, shape: PictureShape): ViewOptions => ({
  ...withTable(viewOptions, { isShown: false }),
  shape,
});

/** Changes what is shown of tables. */
export const withTable = (viewOptions: ViewOptions, change: Partial<TableOptions>): ViewOptions => ({
  ...viewOptions,
  table: { ...viewOptions.table, ...change },
});

/** Switches the direction of the tree. Does nothing in an outline, where the user would not see the change. */
export const toggleDirection = (viewOptions: ViewOptions): ViewOptions =>
  viewOptions.shape === "outline"
    ? viewOptions
    : { ...viewOptions, direction: viewOptions.direction === "right" ? "down" : "right" };

/** Returns the set with a value added, or removed if it was there. */
export function withToggled<Value>(values: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const result = new Set(values);
  if (!result.delete(value)) result.add(value);
  return result;
}
