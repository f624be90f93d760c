/** The grounds of sections: what lies behind the cards of one, with a contour that follows the branch. */
import type { Section, SectionId } from "../../tree/tree.ts";
import { fixedWidthFor, type PlacedText } from "../cards/cardLayout.ts";
import { type AxisPoint, type Box, boundingBox, type Direction, svgAxisPoint } from "../geometry/box.ts";
import type { TextMeasure } from "../text/measure.ts";
import { isRightToLeft, truncateToWidth } from "../text/wrap.ts";

/** A stretch of a ground across and along the growth, around one of its cards. */
export interface AreaSegment {
  readonly start: number;
  readonly end: number;
  readonly near: number;
  readonly far: number;
}

/** A ground while cards are put on it. */
export interface OpenSectionArea {
  readonly section: Section;
  /** How deep other grounds nest within it. */
  readonly innerDepth: number;
  /** How many sections its own is a part of. */
  readonly depth: number;
  /** Before those that have more: on how many grounds it lies. */
  readonly order: number;
  readonly segments: AreaSegment[];
  label: { readonly x: number; readonly y: number; readonly width: number } | undefined;
}

/** Takes all cards from a ground, to be put on it anew. */
export function clearSectionArea(area: OpenSectionArea): void {
  area.segments.length = 0;
  area.label = undefined;
}

/** What is behind cards of one section that stand together. A section may have several. */
export interface SectionArea extends Box {
  /** The same from one picture to the next, as long as its first card is the same. */
  readonly key: string;
  readonly section: SectionId;
  readonly title: string;
  /** How many sections its own is a part of: so deep it nests. */
  readonly depth: number;
  /** As in the `d` of an SVG path. */
  readonly path: string;
  /** The title as far as there is room. */
  readonly label: PlacedText;
}

const labelFontSize = 11;
const cornerRadius = 10;

interface AreaContext {
  readonly direction: Direction;
  readonly measure: TextMeasure;
}

/** The contours of grounds on which cards have been put, the hindmost first. */
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

/** One of them; `count` tells those of one section apart. */
export function closeSectionArea(
  { section, depth, segments, label }: OpenSectionArea,
  count: number,
  context: AreaContext,
): SectionArea {
  const { direction, measure } = context;
  const { id, title } = section;
  const rtl = isRightToLeft(title);
  const { x = 0, y = 0, width = 0 } = label ?? {};
  const steps = profile(segments);
  const widthOf = (words: string): number => measure.width(words, labelFontSize, 600);
  const text = truncateToWidth(title, width, widthOf);
  return {
    key: `${id} ${count}`,
    section: id,
    title,
    depth,
    path: contour(steps, direction),
    label: {
      text,
      x: rtl ? x + width : x,
      y,
      size: labelFontSize,
      weight: 600,
      colour: "muted",
      rtl,
      fixedWidth: fixedWidthFor(widthOf(text), width),
    },
    ...boundingBox(
      steps.flatMap(({ start, end, near, far }) => [
        { across: start, along: near },
        { across: end, along: far },
      ]),
      direction,
    ),
  };
}

/** The extent across of all areas, from one place along to the next. */
interface ProfileStep {
  readonly near: number;
  readonly far: number;
  start: number;
  end: number;
}

function profile(segments: readonly AreaSegment[]): readonly ProfileStep[] {
  const boundaries = new Set<number>();
  for (const { near, far } of segments) boundaries.add(near).add(far);
  const sortedBoundaries = [...boundaries].sort((a, b) => a - b);
  const steps = sortedBoundaries
    .slice(1)
    .map((far, index): ProfileStep => ({ near: sortedBoundaries[index] ?? far, far, start: Infinity, end: -Infinity }));
  const indexOf = new Map(sortedBoundaries.map((edge, index) => [edge, index]));
  for (const { start, end, near, far } of segments) {
    const last = indexOf.get(far) ?? 0;
    for (let at = indexOf.get(near) ?? 0; at < last; at += 1) {
      const step = steps[at];
      if (step === undefined) continue;
      step.start = Math.min(step.start, start);
      step.end = Math.max(step.end, end);
    }
  }
  return steps.filter(({ start, end }) => start < end);
}

/** Around all steps: along their starts, then back along their ends, with rounded corners. */
function contour(steps: readonly ProfileStep[], direction: Direction): string {
  const points: AxisPoint[] = [];
  for (const { near, far, start } of steps) points.push({ along: near, across: start }, { along: far, across: start });
  for (const { near, far, end } of steps.toReversed())
    points.push({ along: far, across: end }, { along: near, across: end });
  return roundedPath(
    points.filter(
      (point, index) => !isRedundantPoint(points.at(index - 1), point, points[(index + 1) % points.length]),
    ),
    direction,
  );
}

/** Whether a spot lies on the straight line from one to the next, or twice at the same place. */
const isRedundantPoint = (before: AxisPoint | undefined, point: AxisPoint, after: AxisPoint | undefined): boolean =>
  before === undefined ||
  after === undefined ||
  (before.along === point.along && before.across === point.across) ||
  (before.along === point.along && after.along === point.along) ||
  (before.across === point.across && after.across === point.across);

function roundedPath(points: readonly AxisPoint[], direction: Direction): string {
  const svgPointOf = (point: AxisPoint): string => svgAxisPoint(point, direction);
  return `${points
    .map((point, index) => {
      const before = points.at(index - 1) ?? point;
      const after = points[(index + 1) % points.length] ?? point;
      const radius = Math.min(cornerRadius, distance(before, point) / 2, distance(point, after) / 2);
      return `${index === 0 ? "M" : "L"}${svgPointOf(pointTowards(point, before, radius))}Q${svgPointOf(point)} ${svgPointOf(pointTowards(point, after, radius))}`;
    })
    .join("")}Z`;
}

const distance = (a: AxisPoint, b: AxisPoint): number => Math.abs(a.along - b.along) + Math.abs(a.across - b.across);

const pointTowards = (from: AxisPoint, to: AxisPoint, length: number): AxisPoint => ({
  along: from.along + Math.sign(to.along - from.along) * length,
  across: from.across + Math.sign(to.across - from.across) * length,
});
