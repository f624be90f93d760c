/** Cuts an outline, which is as wide as a sheet, into sheets. */
import { bisectLeft } from "d3-array";
import type { Box } from "../../../core/picture/geometry/box.ts";
import { pictureMargin } from "../../../core/picture/picture.ts";
import { type PaperSize, papersOf } from "./paper.ts";
import { outlineScale } from "./scales.ts";

/** Returns the width of an outline that fills a sheet, in pixels. */
export const outlineWidth = (size: PaperSize): number => Math.floor(papersOf(size).portrait.room.width / outlineScale);

/** The minimum share of a sheet that is used. */
const MIN_FILL = 0.55;

/**
 * Returns the part of the outline on each sheet. Cuts where the fewest boxes are cut, and as late as possible.
 *
 * @param boxes boxes that should not be cut
 * @param room the height of a sheet
 */
export function cutOutline(bounds: Box, boxes: readonly Box[], room: number): readonly Box[] {
  const starts = boxes.map(({ y }) => y).sort((a, b) => a - b);
  const ends = boxes.map(({ y, height }) => y + height).sort((a, b) => a - b);
  const inRange = (sorted: readonly number[], first: number, last: number): readonly number[] =>
    sorted.slice(bisectLeft(sorted, first - pictureMargin), bisectLeft(sorted, last + pictureMargin));
  const countCutBoxes = (position: number): number =>
    bisectLeft(starts, position) - bisectLeft(ends, position + Number.EPSILON);
  const end = bounds.y + bounds.height;
  const sheets: Box[] = [];
  let from = bounds.y;
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
    sheets.push({ ...bounds, y: from, height: best - from });
    from = best;
  }
  return [...sheets, { ...bounds, y: from, height: end - from }];
}
