/** Section areas: the backgrounds of sections, whose contours follow the branches. */
import type { Section, SectionId } from "../../tree/tree.ts";
import { type AxisPoint, boundingBox, type Direction, toPoint } from "../geometry/box.ts";
import { svgPoint } from "../geometry/curve.ts";
import type { SectionArea } from "../model.ts";
import type { TextMeasure } from "../typesetting/measure.ts";
import { isRightToLeft, truncateToWidth, wrap } from "../typesetting/wrap.ts";

/** The part of an area around one of its cards, in layout coordinates. */
interface AreaSegment {
  readonly start: number;
  readonly end: number;
  readonly near: number;
  readonly far: number;
}

/** An area to which cards are still being added. */
export interface OpenSectionArea {
  readonly section: Section;
  /** The number of levels of sections within the section. */
  readonly innerDepth: number;
  /** The number of sections that contain the section. */
  readonly depth: number;
  /** The number of areas behind it. Areas are drawn in this order. */
  readonly order: number;
  readonly segments: AreaSegment[];
  /** The title on lines. */
  readonly titleLines: readonly string[];
  /** The position of the first line. */
  label: { readonly x: number; readonly y: number; readonly width: number } | undefined;
}

/** Removes all cards from an area before they are added again. */
export function clearSectionArea(area: OpenSectionArea): void {
  area.segments.length = 0;
  area.label = undefined;
}

const LABEL_FONT_SIZE = 11;
/** The height of each further line of a title. */
export const LABEL_LINE_HEIGHT = 14;
const MAX_LABEL_LINES = 3;
/** More does not fit on the lines of a title, and takes time to wrap. */
const MAX_LABEL_LENGTH = 1000;
const CORNER_RADIUS = 10;

/** Returns a title on as many lines as it takes, up to three; the last one is truncated. */
export function wrapTitle(title: string, width: number, measure: TextMeasure): readonly string[] {
  const widthOf = (words: string): number => measure.width(words, LABEL_FONT_SIZE, 600);
  const lines = wrap(title.slice(0, MAX_LABEL_LENGTH), width, widthOf).map(({ text }) => text);
  if (lines.length <= MAX_LABEL_LINES) return lines;
  const last = lines.slice(MAX_LABEL_LINES - 1).join(" ");
  return [...lines.slice(0, MAX_LABEL_LINES - 1), truncateToWidth(last, width, widthOf)];
}

/** The height of the lines of a title after the first. */
export const moreLinesHeight = ({ titleLines }: Pick<OpenSectionArea, "titleLines">): number =>
  Math.max(0, titleLines.length - 1) * LABEL_LINE_HEIGHT;

interface AreaContext {
  readonly direction: Direction;
}

/** The finished areas in drawing order. */
export function closeSectionAreas(open: readonly OpenSectionArea[], context: AreaContext): readonly SectionArea[] {
  const counts = new Map<SectionId, number>();
  return open
    .toSorted((a, b) => a.order - b.order)
    .map((one): SectionArea => {
      const count = (counts.get(one.section.id) ?? 0) + 1;
      counts.set(one.section.id, count);
      return closeSectionArea(one, count, context);
    });
}

/** The finished area. `count` distinguishes the areas of one section in their keys. */
export function closeSectionArea(
  { section, depth, segments, titleLines, label }: OpenSectionArea,
  count: number,
  context: AreaContext,
): SectionArea {
  const { direction } = context;
  const { id, title } = section;
  const rtl = isRightToLeft(title);
  const { x = 0, y = 0, width = 0 } = label ?? {};
  const slices = slicesOf(segments);
  return {
    key: `${id} ${count}`,
    section: id,
    title,
    depth,
    path: contour(slices, direction),
    labels: titleLines.map((text, index) => ({
      text,
      x: rtl ? x + width : x,
      y: y + index * LABEL_LINE_HEIGHT,
      size: LABEL_FONT_SIZE,
      weight: 600,
      color: "muted",
      rtl,
    })),
    ...boundingBox(
      slices.flatMap(({ start, end, near, far }) => [
        { across: start, along: near },
        { across: end, along: far },
      ]),
      direction,
    ),
  };
}

/** A slice of an area between two positions along the direction of growth, with the extent of all its segments there. */
interface AreaSlice {
  readonly near: number;
  readonly far: number;
  start: number;
  end: number;
}

/** Cuts the union of segments into slices at the ends of all segments (a sweep along the direction of growth). */
function slicesOf(segments: readonly AreaSegment[]): readonly AreaSlice[] {
  const boundaries = new Set<number>();
  for (const { near, far } of segments) boundaries.add(near).add(far);
  const sortedBoundaries = [...boundaries].sort((a, b) => a - b);
  const slices = sortedBoundaries
    .slice(1)
    .map((far, index): AreaSlice => ({ near: sortedBoundaries[index] ?? far, far, start: Infinity, end: -Infinity }));
  const indexOf = new Map(sortedBoundaries.map((boundary, index) => [boundary, index]));
  for (const { start, end, near, far } of segments) {
    const last = indexOf.get(far) ?? 0;
    for (let index = indexOf.get(near) ?? 0; index < last; index += 1) {
      const slice = slices[index];
      if (slice === undefined) continue;
      slice.start = Math.min(slice.start, start);
      slice.end = Math.max(slice.end, end);
    }
  }
  return slices.filter(({ start, end }) => start < end);
}

/** The outline of all slices with rounded corners: along their starts, then back along their ends. */
function contour(slices: readonly AreaSlice[], direction: Direction): string {
  const points: AxisPoint[] = [];
  for (const { near, far, start } of slices) points.push({ along: near, across: start }, { along: far, across: start });
  for (const { near, far, end } of slices.toReversed())
    points.push({ along: far, across: end }, { along: near, across: end });
  return roundedPath(
    points.filter(
      (point, index) => !isRedundantPoint(points.at(index - 1), point, points[(index + 1) % points.length]),
    ),
    direction,
  );
}

/** Whether a point is collinear with its neighbors or equal to the one before. */
const isRedundantPoint = (before: AxisPoint | undefined, point: AxisPoint, after: AxisPoint | undefined): boolean =>
  before === undefined ||
  after === undefined ||
  (before.along === point.along && before.across === point.across) ||
  (before.along === point.along && after.along === point.along) ||
  (before.across === point.across && after.across === point.across);

function roundedPath(points: readonly AxisPoint[], direction: Direction): string {
  const svgPointOf = (point: AxisPoint): string => svgPoint(toPoint(point, direction));
  return `${points
    .map((point, index) => {
      const before = points.at(index - 1) ?? point;
      const after = points[(index + 1) % points.length] ?? point;
      const radius = Math.min(CORNER_RADIUS, distance(before, point) / 2, distance(point, after) / 2);
      const [from, to] = [pointTowards(point, before, radius), pointTowards(point, after, radius)].map(svgPointOf);
      return `${index === 0 ? "M" : "L"}${from}Q${svgPointOf(point)} ${to}`;
    })
    .join("")}Z`;
}

/** The distance between two points on a horizontal or vertical line. */
const distance = (a: AxisPoint, b: AxisPoint): number => Math.abs(a.along - b.along) + Math.abs(a.across - b.across);

const pointTowards = (from: AxisPoint, to: AxisPoint, length: number): AxisPoint => ({
  along: from.along + Math.sign(to.along - from.along) * length,
  across: from.across + Math.sign(to.across - from.across) * length,
});
