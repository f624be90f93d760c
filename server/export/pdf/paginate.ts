/** Splits a picture that is too large for one sheet into tiles that do not overlap. */
import { bisectLeft } from "d3-array";
import type { Box } from "../../core/picture/geometry/box.ts";
import { pictureMargin } from "../../core/picture/picture.ts";

/** The part of the picture on one sheet. */
export interface Tile extends Box {
  /** Counted from 0, from left to right. */
  readonly column: number;
  /** Counted from 0, from top to bottom within a column. */
  readonly row: number;
}

/** The usable area of a sheet, in points. */
export interface Paper {
  readonly width: number;
  readonly height: number;
}

/** Points for each pixel: at most the size on screen, which gives text of 9.75 points, and at least text of 7 points. */
export const scales = { max: 0.75, min: 0.54 } as const;
/** Points for each pixel of an outline, which is laid out as wide as its sheet: text of 8.6 points. */
export const outlineScale = 0.66;
const stepCount = 8;

/**
 * Returns the tiles of a picture, and its scale in points for each pixel. Prefers one sheet if the text is legible there, then
 * few sheets, then a large scale. Empty tiles are omitted.
 *
 * @param boxes boxes that should not be cut
 */
export function paginate(
  bounds: Box,
  boxes: readonly Box[],
  paper: Paper,
  candidateScales: readonly number[] = scaleSteps,
): { readonly scale: number; readonly tiles: readonly Tile[] } {
  const fitScale = Math.min(scales.max, paper.width / bounds.width, paper.height / bounds.height);
  if (fitScale >= scales.min) return { scale: fitScale, tiles: [{ ...bounds, column: 0, row: 0 }] };
  let best: { readonly scale: number; readonly tiles: readonly Tile[] } | undefined;
  for (const scale of candidateScales) {
    const tiles = splitIntoTiles(bounds, boxes, paper.width / scale, paper.height / scale);
    if (best === undefined || tiles.length < best.tiles.length) best = { scale, tiles };
  }
  return best ?? { scale: scales.max, tiles: [] };
}

/** In descending order. */
const scaleSteps = Array.from(
  { length: stepCount + 1 },
  (_, step) => scales.max - ((scales.max - scales.min) * step) / stepCount,
);

function splitIntoTiles(bounds: Box, boxes: readonly Box[], width: number, height: number): readonly Tile[] {
  const tiles: Tile[] = [];
  const columns = cutSpan(bounds.x, bounds.x + bounds.width, width, boxes, (box) => [box.x, box.x + box.width]);
  for (const [column, [left, right]] of columns.entries()) {
    const inColumn = boxes.filter((box) => box.x < right && box.x + box.width > left);
    if (inColumn.length === 0) continue;
    const first = Math.min(...inColumn.map(({ y }) => y));
    const last = Math.max(...inColumn.map((box) => box.y + box.height));
    // Each column starts at its own first box.
    const top = Math.max(bounds.y, first - pictureMargin);
    const bottom = Math.min(bounds.y + bounds.height, last + pictureMargin);
    const rows = cutSpan(top, bottom, height, inColumn, (box) => [box.y, box.y + box.height]);
    for (const [row, [from, to]] of rows.entries()) {
      if (!inColumn.some((box) => box.y < to && box.y + box.height > from)) continue;
      tiles.push({ column, row, x: left, y: from, width: right - left, height: to - from });
    }
  }
  return tiles;
}

/** The minimum share of a sheet that is used. */
const MIN_FILL = 0.55;

type Span = readonly [start: number, end: number];

/** Splits a span into pieces no longer than `room`. Cuts where the fewest boxes are cut, and as late as possible. */
function cutSpan(
  start: number,
  end: number,
  room: number,
  boxes: readonly Box[],
  spanOf: (box: Box) => Span,
): readonly Span[] {
  const spans = boxes.map(spanOf);
  const starts = spans.map(([from]) => from).sort((a, b) => a - b);
  const ends = spans.map(([, to]) => to).sort((a, b) => a - b);
  const inRange = (sorted: readonly number[], first: number, last: number): readonly number[] =>
    sorted.slice(bisectLeft(sorted, first - pictureMargin), bisectLeft(sorted, last + pictureMargin));
  const countCutBoxes = (position: number): number =>
    bisectLeft(starts, position) - bisectLeft(ends, position + Number.EPSILON);
  const pieces: Span[] = [];
  let from = start;
  while (end - from > room) {
    const [first, last] = [from + room * MIN_FILL, from + room];
    // Candidates are the middle of a wide gap, and positions next to a box for narrow gaps.
    const gaps = [pictureMargin / 2, 1];
    const before = inRange(starts, first, last);
    const after = inRange(ends, first, last);
    const positions = [
      ...gaps.flatMap((gap) => [...before.map((at) => at - gap), ...after.map((at) => at + gap)]),
      last,
    ];
    let best = last;
    let cost = Number.POSITIVE_INFINITY;
    for (const position of positions) {
      if (position < first || position > last) continue;
      const cutBoxes = countCutBoxes(position);
      if (cutBoxes < cost || (cutBoxes === cost && position > best)) [best, cost] = [position, cutBoxes];
    }
    pieces.push([from, best]);
    from = best;
  }
  return [...pieces, [from, end]];
}
