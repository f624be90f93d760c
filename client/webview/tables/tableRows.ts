/** Which rows of a table the page shows: sorted, and filtered as the cards of the picture are. */
import { isFiltering, matchingCards } from "../../../server/core/picture/explore.ts";
import { type Sorting, sortRows } from "../../../server/core/tables/sortRows.ts";
import { entriesIn, type Row } from "../../../server/core/tables/table.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import type { CardTable } from "../../../server/protocol/tables.ts";
import type { ViewOptions } from "../state/viewOptions.ts";

/** More rows than a reader looks at. A page with more would be slow. */
export const MAX_ROWS = 500;

export interface ShownRow {
  readonly cells: Row<CardId>;
  /** Whether the row does not match the filter. */
  readonly isDimmed: boolean;
}

export interface ShownRows {
  /** In order. The page shows the first {@link MAX_ROWS}. */
  readonly rows: readonly ShownRow[];
  /** The number of rows that the filter hides. */
  readonly filteredOut: number;
}

/** Returns the function that says whether a row matches the filter: its heading does, or it is not about a card. */
export function rowFilter(tree: Tree, { exploration: { filter } }: ViewOptions): (row: Row<CardId>) => boolean {
  if (!isFiltering(filter)) return () => true;
  const matching = matchingCards(tree, filter);
  const cards = new Set(tree.cards.map(({ id }) => id));
  return ([heading]) => {
    const about = entriesIn(heading?.text ?? []).filter((entry) => cards.has(entry));
    return about.length === 0 || about.some((entry) => matching.has(entry));
  };
}

/** Returns the rows to show. Rows that do not match are dimmed or hidden, as the filter says. */
export function shownRows(
  table: CardTable,
  sorting: Sorting | undefined,
  matches: (row: Row<CardId>) => boolean,
  hidesNonMatches: boolean,
): ShownRows {
  const sorted = sortRows(table, sorting).map((cells): ShownRow => ({ cells, isDimmed: !matches(cells) }));
  const kept = hidesNonMatches ? sorted.filter(({ isDimmed }) => !isDimmed) : sorted;
  return { rows: kept, filteredOut: sorted.length - kept.length };
}
