/**
 * Packs boxes of different sizes into columns or rows. The order is kept, so that a reader goes down each column in turn: an
 * order-preserving packing, as ELK's `rectpacking` is for rows, with the columns balanced as in the linear partition problem.
 */
import type { Point, Size } from "./box.ts";

/** The boxes of a packing, without the space around it. */
export interface Packing extends Size {
  /** The index of the first box of each column, or of each row. */
  readonly starts: readonly number[];
  /** The top left corner of each box. */
  readonly positions: readonly Point[];
}

/** Gaps in pixels: `x` between boxes side by side, `y` between boxes one below the other. */
export type PackingGaps = Point;

/**
 * Packs boxes into the number of columns at which they fit the target at the largest scale, of at most 1. Of equal ones, it
 * takes the fewest columns.
 */
export function packColumns(boxes: readonly Size[], target: Size, gaps: PackingGaps): Packing {
  let best = placeColumns(boxes, [0], gaps);
  let bestScale = scaleToFit(best, target);
  const minWidth = boxes.reduce((least, { width }) => Math.min(least, width), Number.POSITIVE_INFINITY);
  for (let count = 2; count <= boxes.length && bestScale < 1; count += 1) {
    // From here on, even the narrowest columns are too wide to be better.
    if (target.width / (count * (minWidth + gaps.x) - gaps.x) <= bestScale) break;
    const packing = placeColumns(boxes, balancedStarts(boxes, count, gaps.y), gaps);
    const scale = scaleToFit(packing, target);
    if (scale > bestScale) [best, bestScale] = [packing, scale];
  }
  return best;
}

/** Packs boxes into rows instead of columns, in the same way with the axes swapped. */
export function packRows(boxes: readonly Size[], target: Size, { x, y }: PackingGaps): Packing {
  const packing = packColumns(boxes.map(transposed), transposed(target), { x: y, y: x });
  const positions = packing.positions.map((position) => ({ x: position.y, y: position.x }));
  return { ...transposed(packing), positions, starts: packing.starts };
}

const transposed = ({ width, height }: Size): Size => ({ width: height, height: width });

/** The largest scale, of at most 1, at which a size fits the target. */
export const scaleToFit = ({ width, height }: Size, target: Size): number =>
  Math.min(1, target.width / Math.max(1, width), target.height / Math.max(1, height));

/** Places boxes in columns that begin with the boxes `columnStarts`. */
function placeColumns(
  boxes: readonly Size[],
  columnStarts: readonly number[],
  { x: columnGap, y: gap }: PackingGaps,
): Packing {
  const positions: Point[] = [];
  let [x, height] = [0, 0];
  columnStarts.forEach((start, column) => {
    const inColumn = boxes.slice(start, columnStarts[column + 1]);
    if (column > 0) x += columnGap;
    let y = 0;
    for (const box of inColumn) {
      positions.push({ x, y });
      y += box.height + gap;
    }
    height = Math.max(height, y - gap);
    x += inColumn.reduce((widest, { width }) => Math.max(widest, width), 0);
  });
  return { starts: columnStarts, positions, width: x, height };
}

/** The starts of at most `count` columns whose greatest height is as small as possible, give or take a pixel. */
function balancedStarts(boxes: readonly Size[], count: number, gap: number): readonly number[] {
  let tooLow = boxes.reduce((tallest, { height }) => Math.max(tallest, height), 0) - 1;
  let enough = boxes.reduce((sum, { height }) => sum + height + gap, 0);
  while (enough - tooLow > 1) {
    const middle = (tooLow + enough) / 2;
    if (filledStarts(boxes, middle, gap).length <= count) enough = middle;
    else tooLow = middle;
  }
  return filledStarts(boxes, enough, gap);
}

/** The starts of columns that are filled one after the other up to a height. */
function filledStarts(boxes: readonly Size[], maxHeight: number, gap: number): readonly number[] {
  const starts: number[] = [0];
  let y = 0;
  boxes.forEach(({ height }, index) => {
    if (y > 0 && y + height > maxHeight) {
      starts.push(index);
      y = 0;
    }
    y += height + gap;
  });
  return starts;
}
