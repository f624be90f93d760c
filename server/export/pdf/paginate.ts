/** A picture that is too large for a sheet, parted into pages that do not overlap. Pure. */
import { bisectLeft } from "d3-array";
import type { Box } from "../../core/picture/layout/treeLayout.ts";
import { margin } from "../../core/picture/picture.ts";

/** What a sheet shows: a part of the picture. */
export interface Tile extends Box {
  /** Counted from 0, from left to right and within each column from top to bottom. */
  readonly column: number;
  readonly row: number;
}

export interface Paper {
  /** Room on a sheet, in points. */
  readonly width: number;
  readonly height: number;
}

/** Points for each pixel: at the most as on a screen, where text is 9.75 points, and at the least with text of 7 points. */
export const scales = { most: 0.75, least: 0.54 } as const;
/** That of an outline, which is made as wide as its sheet: text of 8.6 points. */
export const outlineScale = 0.66;
const steps = 8;

/**
 * The pages of a picture of which some boxes had better stay whole, and how large it is on them: on one sheet, where it can
 * be read there; else on as few as it needs, and of the same number of sheets at the larger scale. Pages that would be empty
 * are left out.
 */
export function pages(
  bounds: Box,
  boxes: readonly Box[],
  paper: Paper,
  tried: readonly number[] = between,
): { readonly scale: number; readonly tiles: readonly Tile[] } {
  const whole = Math.min(scales.most, paper.width / bounds.width, paper.height / bounds.height);
  if (whole >= scales.least) return { scale: whole, tiles: [{ ...bounds, column: 0, row: 0 }] };
  let best: { readonly scale: number; readonly tiles: readonly Tile[] } | undefined;
  for (const scale of tried) {
    const tiles = parted(bounds, boxes, paper.width / scale, paper.height / scale);
    if (best === undefined || tiles.length < best.tiles.length) best = { scale, tiles };
  }
  return best ?? { scale: scales.most, tiles: [] };
}

/** From the largest down. */
const between = Array.from(
  { length: steps + 1 },
  (_, step) => scales.most - ((scales.most - scales.least) * step) / steps,
);

function parted(bounds: Box, boxes: readonly Box[], width: number, height: number): readonly Tile[] {
  const tiles: Tile[] = [];
  const columns = cuts(bounds.x, bounds.x + bounds.width, width, boxes, (box) => [box.x, box.x + box.width]);
  for (const [column, [left, right]] of columns.entries()) {
    const own = boxes.filter((box) => box.x < right && box.x + box.width > left);
    const [first, last] = [Math.min(...own.map(({ y }) => y)), Math.max(...own.map((box) => box.y + box.height))];
    if (own.length === 0) continue;
    // A column has pages from its own first box on.
    const top = Math.max(bounds.y, first - margin);
    const bottom = Math.min(bounds.y + bounds.height, last + margin);
    const rows = cuts(top, bottom, height, own, (box) => [box.y, box.y + box.height]);
    for (const [row, [from, to]] of rows.entries()) {
      if (!own.some((box) => box.y < to && box.y + box.height > from)) continue;
      tiles.push({ column, row, x: left, y: from, width: right - left, height: to - from });
    }
  }
  return tiles;
}

/** A page is at least this full. */
const full = 0.55;

type Span = readonly [start: number, end: number];

/** Parts a stretch into pieces no longer than `room`, where the fewest boxes are cut, and of such places at the last. */
function cuts(
  start: number,
  end: number,
  room: number,
  boxes: readonly Box[],
  spanOf: (box: Box) => Span,
): readonly Span[] {
  const spans = boxes.map(spanOf);
  const starts = spans.map(([from]) => from).sort((a, b) => a - b);
  const ends = spans.map(([, to]) => to).sort((a, b) => a - b);
  const near = (sorted: readonly number[], first: number, last: number): readonly number[] =>
    sorted.slice(bisectLeft(sorted, first - margin), bisectLeft(sorted, last + margin));
  const cutAt = (place: number): number => bisectLeft(starts, place) - bisectLeft(ends, place + Number.EPSILON);
  const pieces: Span[] = [];
  let from = start;
  while (end - from > room) {
    const [first, last] = [from + room * full, from + room];
    // In the middle of a wide gap, or close to a box where the gap is narrow.
    const gaps = [margin / 2, 1];
    const before = near(starts, first, last);
    const after = near(ends, first, last);
    const places = [...gaps.flatMap((gap) => [...before.map((at) => at - gap), ...after.map((at) => at + gap)]), last];
    let best = last;
    let cost = Number.POSITIVE_INFINITY;
    for (const place of places) {
      if (place < first || place > last) continue;
      const own = cutAt(place);
      if (own < cost || (own === cost && place > best)) [best, cost] = [place, own];
    }
    pieces.push([from, best]);
    from = best;
  }
  return [...pieces, [from, end]];
}
