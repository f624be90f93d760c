/** The view options of the user for a map, and the functions that change them. */
import {
  type Exploration,
  type Filter,
  foldBelowLevel,
  noFilter,
  wholeMap,
} from "../../../server/core/picture/explore.ts";
import type { Direction } from "../../../server/core/picture/geometry/box.ts";
import type { PictureShape } from "../../../server/core/picture/model.ts";
import type { LayoutChoice } from "../../../server/core/picture/panelLayout.ts";
import type { Sorting } from "../../../server/core/tables/sortRows.ts";
import type { TableKind } from "../../../server/core/tables/table.ts";
import type { Card, CardId, Tree } from "../../../server/core/tree/tree.ts";

/** The parts of the server's evaluation that the cards show. */
export type WeighingMode = "off" | "standing" | "likelihood" | "importance";

/** Which tables are shown, and how the user has sorted one of them. */
export interface TableOptions {
  /** Whether tables are shown instead of the picture. */
  readonly isShown: boolean;
  readonly kind: TableKind;
  /** `table` is the number of the sorted table, from 0. */
  readonly sorting: (Sorting & { readonly table: number }) | undefined;
}

export interface ViewOptions extends LayoutChoice {
  readonly exploration: Exploration;
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
  shape: "automatic",
  direction: "automatic",
  table: { isShown: false, kind: "assumptions", sorting: undefined },
  legend: false,
  weighing: "off",
  selected: undefined,
};

const withExploration = (viewOptions: ViewOptions, change: Partial<Exploration>): ViewOptions => ({
  ...viewOptions,
  exploration: { ...viewOptions.exploration, ...change },
});

/** The properties of a card that its fold depends on: a branch is unfolded until the user folds it, a reference is folded until the user unfolds it. */
export type FoldableCard = Pick<Card, "id" | "form">;

/** Folds or unfolds the branch of a card, or what stands under the card that a reference refers to. */
export function toggleFold(viewOptions: ViewOptions, { id, form }: FoldableCard): ViewOptions {
  const { folded, unfolded } = viewOptions.exploration;
  return withExploration(
    viewOptions,
    form === "reference" ? { unfolded: withToggled(unfolded, id) } : { folded: withToggled(folded, id) },
  );
}

/** Shows only the first `depth` levels of the visible tree, which is the focused branch if there is one. */
export function foldToDepth(viewOptions: ViewOptions, visibleTree: Tree, depth: number): ViewOptions {
  const below = foldBelowLevel(visibleTree, depth);
  const { unfolded } = viewOptions.exploration;
  return withExploration(viewOptions, {
    // An unfolded reference folds as a reference, not as a branch.
    folded: new Set([...below].filter((id) => !unfolded.has(id))),
    unfolded: new Set([...unfolded].filter((id) => !below.has(id))),
  });
}

/** Shows every branch at full depth. References stay as they are. */
export const unfoldAll = (viewOptions: ViewOptions): ViewOptions => withExploration(viewOptions, { folded: new Set() });

/** Expands or truncates a long text. */
export const toggleText = (viewOptions: ViewOptions, card: CardId): ViewOptions =>
  withExploration(viewOptions, { openTexts: withToggled(viewOptions.exploration.openTexts, card) });

/** Shows only one branch and unfolds it; undefined shows the whole map again. */
export function focusBranch(viewOptions: ViewOptions, focused: FoldableCard | undefined): ViewOptions {
  const { folded, unfolded } = viewOptions.exploration;
  const next = withExploration(viewOptions, { focus: focused?.id });
  if (focused === undefined) return next;
  const isClosed = focused.form === "reference" ? !unfolded.has(focused.id) : folded.has(focused.id);
  return { ...(isClosed ? toggleFold(next, focused) : next), selected: focused.id };
}

/** Replaces the filter. No card is exempt from the new one. */
export const setFilter = (viewOptions: ViewOptions, filter: Filter): ViewOptions =>
  withExploration(viewOptions, { filter: { ...filter, exempt: noFilter.exempt } });
/** Ends filtering, so that no card is dimmed or hidden. */
export const clearFilter = (viewOptions: ViewOptions): ViewOptions =>
  withExploration(viewOptions, { filter: noFilter });

/**
 * Switches from the shape that is shown to the other one. If that is the one that the panel has by itself, the choice is left
 * to the panel again. From tables, goes back to the picture as it was.
 */
export function toggleShape(viewOptions: ViewOptions, shown: PictureShape, automatic: PictureShape): ViewOptions {
  if (viewOptions.table.isShown) return withTable(viewOptions, { isShown: false });
  const shape = shown === "tree" ? "outline" : "tree";
  return { ...viewOptions, shape: shape === automatic ? "automatic" : shape };
}

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

/** Switches the direction of the tree that is shown. Does nothing in an outline, where the user would not see the change. */
export const toggleDirection = (
  viewOptions: ViewOptions,
  shown: { readonly shape: PictureShape; readonly direction: Direction },
): ViewOptions =>
  shown.shape === "outline"
    ? viewOptions
    : { ...viewOptions, direction: shown.direction === "right" ? "down" : "right" };
/** Leaves shape and direction to the panel. */
export const layOutAutomatically = (viewOptions: ViewOptions): ViewOptions => ({
  ...viewOptions,
  shape: "automatic",
  direction: "automatic",
});
/** Whether shape and direction are left to the panel. */
export const isLaidOutAutomatically = ({ shape, direction }: LayoutChoice): boolean =>
  shape === "automatic" && direction === "automatic";

/** Returns the set with a value added, or removed if it was there. */
export function withToggled<Value>(values: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const result = new Set(values);
  if (!result.delete(value)) result.add(value);
  return result;
}
