/** A picture that is too large for a sheet, parted into pages that do not overlap. Pure. */
import { bisectLeft } from "d3-array";
import type { Box } from "../../core/picture/geometry/box.ts";
import { pictureMargin } from "../../core/picture/picture.ts";

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
export const scales = { max: 0.75, min: 0.54 } as const;
/** That of an outline, which is made as wide as its sheet: text of 8.6 points. */
export const outlineScale = 0.66;
const stepCount = 8;

/**
 * The pages of a picture of which some boxes had better stay whole, and how large it is on them: on one sheet, where it can
 * be read there; else on as few as it needs, and of the same number of sheets at the larger scale. Pages that would be empty
 * are left out.
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

/** From the largest down. */
const scaleSteps = Array.from(
  { length: stepCount + 1 },
  (_, step) => scales.max - ((scales.max - scales.min) * step) / stepCount,
);

function splitIntoTiles(bounds: Box, boxes: readonly Box[], width: number, height: number): readonly Tile[] {
  const tiles: Tile[] = [];
  const columns = cutSpan(bounds.x, bounds.x + bounds.width, width, boxes, (box) => [box.x, box.x + box.width]);
  for (const [column, [left, right]] of columns.entries()) {
    const own = boxes.filter((box) => box.x < right && box.x + box.width > left);
    const [first, last] = [Math.min(...own.map(({ y }) => y)), Math.max(...own.map((box) => box.y + box.height))];
    if (own.length === 0) continue;
    // A column has pages from its own first box on.
    const top = Math.max(bounds.y, first - pictureMargin);
    const bottom = Math.min(bounds.y + bounds.height, last + pictureMargin);
    const rows = cutSpan(top, bottom, height, own, (box) => [box.y, box.y + box.height]);
    for (const [row, [from, to]] of rows.entries()) {
      if (!own.some((box) => box.y < to && box.y + box.height > from)) continue;
      tiles.push({ column, row, x: left, y: from, width: right - left, height: to - from });
    }
  }
  return tiles;
}

/** A page is at least this full. */
const MIN_FILL = 0.55;

type Span = readonly [start: number, end: number];

/** Parts a stretch into pieces no longer than `room`, where the fewest boxes are cut, and of such places at the last. */
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
    // In the middle of a wide gap, or close to a box where the gap is narrow.
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
