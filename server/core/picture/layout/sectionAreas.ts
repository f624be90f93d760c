/** The grounds of sections: what lies behind the cards of one, with a contour that follows the branch. */
import type { Section, SectionId } from "../../tree/tree.ts";
import { keptSpan, type Row } from "../cards/cardLayout.ts";
import { around, type Box, type Direction, type Spot, written } from "../geometry/box.ts";
import type { TextMeasure } from "../text/measure.ts";
import { cut, isRightToLeft } from "../text/wrap.ts";

/** A stretch of a ground across and along the growth, around one of its cards. */
export interface Area {
  readonly start: number;
  readonly end: number;
  readonly near: number;
  readonly far: number;
}

/** A ground while cards are put on it. */
export interface OpenGround {
  readonly section: Section;
  /** How deep other grounds nest within it. */
  readonly inner: number;
  /** How many sections its own is a part of. */
  readonly depth: number;
  /** Before those that have more: on how many grounds it lies. */
  readonly order: number;
  readonly areas: Area[];
  label: { readonly x: number; readonly y: number; readonly width: number } | undefined;
}

/** Takes all cards from a ground, to be put on it anew. */
export function clear(ground: OpenGround): void {
  ground.areas.length = 0;
  ground.label = undefined;
}

/** What is behind cards of one section that stand together. A section may have several. */
export interface Ground extends Box {
  /** The same from one picture to the next, as long as its first card is the same. */
  readonly key: string;
  readonly section: SectionId;
  readonly title: string;
  /** How many sections its own is a part of: so deep it nests. */
  readonly depth: number;
  /** As in the `d` of an SVG path. */
  readonly path: string;
  /** The title as far as there is room. */
  readonly label: Row;
}

const labelSize = 11;
const corner = 10;

interface Drawing {
  readonly direction: Direction;
  readonly measure: TextMeasure;
}

/** The contours of grounds on which cards have been put, the hindmost first. */
export function groundsOf(open: readonly OpenGround[], drawing: Drawing): readonly Ground[] {
  const counts = new Map<SectionId, number>();
  return open
    .toSorted((a, b) => a.order - b.order)
    .map((one): Ground => {
      const count = (counts.get(one.section.id) ?? 0) + 1;
      counts.set(one.section.id, count);
      return groundOf(one, count, drawing);
    });
}

/** One of them; `count` tells those of one section apart. */
export function groundOf({ section, depth, areas, label }: OpenGround, count: number, drawing: Drawing): Ground {
  const { direction, measure } = drawing;
  const { id, title } = section;
  const rtl = isRightToLeft(title);
  const { x = 0, y = 0, width = 0 } = label ?? {};
  const steps = profile(areas);
  const widthOf = (words: string): number => measure.width(words, labelSize, 600);
  const text = cut(title, width, widthOf);
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
      size: labelSize,
      weight: 600,
      colour: "muted",
      rtl,
      span: keptSpan(widthOf(text), width),
    },
    ...around(
      steps.flatMap(({ start, end, near, far }) => [
        { across: start, along: near },
        { across: end, along: far },
      ]),
      direction,
    ),
  };
}

/** The extent across of all areas, from one place along to the next. */
interface Step {
  readonly near: number;
  readonly far: number;
  start: number;
  end: number;
}

function profile(areas: readonly Area[]): readonly Step[] {
  const set = new Set<number>();
  for (const { near, far } of areas) set.add(near).add(far);
  const edges = [...set].sort((a, b) => a - b);
  const steps = edges
    .slice(1)
    .map((far, index): Step => ({ near: edges[index] ?? far, far, start: Infinity, end: -Infinity }));
  const numbers = new Map(edges.map((edge, index) => [edge, index]));
  for (const { start, end, near, far } of areas) {
    const last = numbers.get(far) ?? 0;
    for (let at = numbers.get(near) ?? 0; at < last; at += 1) {
      const step = steps[at];
      if (step === undefined) continue;
      step.start = Math.min(step.start, start);
      step.end = Math.max(step.end, end);
    }
  }
  return steps.filter(({ start, end }) => start < end);
}

/** Around all steps: along their starts, then back along their ends, with rounded corners. */
function contour(steps: readonly Step[], direction: Direction): string {
  const spots: Spot[] = [];
  for (const { near, far, start } of steps) spots.push({ along: near, across: start }, { along: far, across: start });
  for (const { near, far, end } of steps.toReversed())
    spots.push({ along: far, across: end }, { along: near, across: end });
  return rounded(
    spots.filter((spot, index) => !isBetween(spots.at(index - 1), spot, spots[(index + 1) % spots.length])),
    direction,
  );
}

/** Whether a spot lies on the straight line from one to the next, or twice at the same place. */
const isBetween = (before: Spot | undefined, spot: Spot, after: Spot | undefined): boolean =>
  before === undefined ||
  after === undefined ||
  (before.along === spot.along && before.across === spot.across) ||
  (before.along === spot.along && after.along === spot.along) ||
  (before.across === spot.across && after.across === spot.across);

function rounded(spots: readonly Spot[], direction: Direction): string {
  const at = (spot: Spot): string => written(spot, direction);
  return `${spots
    .map((spot, index) => {
      const before = spots.at(index - 1) ?? spot;
      const after = spots[(index + 1) % spots.length] ?? spot;
      const radius = Math.min(corner, distance(before, spot) / 2, distance(spot, after) / 2);
      return `${index === 0 ? "M" : "L"}${at(towards(spot, before, radius))}Q${at(spot)} ${at(towards(spot, after, radius))}`;
    })
    .join("")}Z`;
}

const distance = (a: Spot, b: Spot): number => Math.abs(a.along - b.along) + Math.abs(a.across - b.across);

const towards = (from: Spot, to: Spot, way: number): Spot => ({
  along: from.along + Math.sign(to.along - from.along) * way,
  across: from.across + Math.sign(to.across - from.across) * way,
});
