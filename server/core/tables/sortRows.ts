/** Sorts the rows of a table by a column. */
import { type Cell, type Column, plainText, type Row, type Table } from "./table.ts";

/** By which column a table is sorted, and in which direction. */
export interface Sorting {
  /** The number of the column, from 0. */
  readonly column: number;
  readonly isDescending: boolean;
}

const collator = new Intl.Collator("en", { numeric: true });

/** Returns the rows in order. Equal rows keep their order; empty cells come last in either direction. */
export function sortRows<Entry>({ rows }: Table<Entry>, sorting: Sorting | undefined): readonly Row<Entry>[] {
  if (sorting === undefined) return rows;
  const { column, isDescending } = sorting;
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [first, second] = [a[column], b[column]];
    const [isFirstEmpty, isSecondEmpty] = [isEmpty(first), isEmpty(second)];
    if (first === undefined || second === undefined || isFirstEmpty || isSecondEmpty)
      return Number(isFirstEmpty) - Number(isSecondEmpty);
    return sign * compareCells(first, second);
  });
}

const isEmpty = (cell: Cell<unknown> | undefined): boolean => cell === undefined || plainText(cell.text) === "";

/** Compares numbers, which come before cells without one, or else texts. */
function compareCells(a: Cell<unknown>, b: Cell<unknown>): number {
  if (a.value !== undefined && b.value !== undefined) return a.value - b.value;
  if (a.value !== undefined || b.value !== undefined) return a.value === undefined ? 1 : -1;
  return collator.compare(plainText(a.text), plainText(b.text));
}

/** Returns the next sorting when a user chooses a column: one direction, the other one, then the order of the table. */
export function nextSorting(
  sorting: Sorting | undefined,
  column: number,
  { isNumeric }: Column<unknown>,
): Sorting | undefined {
  if (sorting?.column !== column) return { column, isDescending: isNumeric };
  return sorting.isDescending === isNumeric ? { column, isDescending: !isNumeric } : undefined;
}
