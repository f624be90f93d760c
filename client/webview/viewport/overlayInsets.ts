/** What lies over the picture, and where a card goes so that none of it lies over the card. All in pixels of the window. */
import { type Box, contains, meet, type Point, type Size } from "../../../server/core/picture/geometry/box.ts";

export type Covers = () => readonly Box[];

/** What stays where it is while one reads; what opens beside a card makes way for it by itself. */
const lasting = ".top > *, .bar, .corner > *, .panel.filter, .panel.legend";

/** What lies over the picture in a page now, but for one element. */
export const coversOf = (page: ParentNode, but?: Element): readonly Box[] =>
  [...page.querySelectorAll(lasting)]
    .filter((element) => element !== but)
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);

/** Between a card and what it makes way for. */
const gap = 8;

/** A row of buttons that has had to break is no higher. */
const row = 70;

/** How much is covered above by rows of buttons: the toolbar, and what stands beside or below it. */
export const headroom = (window: Size, covers: readonly Box[]): number =>
  Math.max(
    0,
    ...covers
      .filter(({ y, height }) => height <= row && y + height < window.height / 2)
      .map(({ y, height }) => y + height + 4),
  );

/**
 * The shortest way by which a card comes to lie within the window, uncovered; none where it does so already. Of a card for
 * which there is no room, the beginning is what counts.
 */
export function clearing(card: Box, window: Size, covers: readonly Box[], margin: number): Point {
  const width = Math.min(card.width, Math.max(0, window.width - 2 * margin));
  const across = covers.map(({ x, width }) => [x, x + width] as const);
  const xs = places(card.x, width, window.width, margin, across);
  return (
    shortest(card, { xs, width }, window, covers, margin) ?? {
      x: shift(card.x, card.width, window.width, margin),
      y: below(card, window, covers, margin),
    }
  );
}

/** The same for a row of a column that stays where it is across: how far up or down. */
export function clearingRow(row: Box, window: Size, covers: readonly Box[], margin: number): number {
  const way = shortest(row, { xs: [row.x], width: row.width }, window, covers, margin);
  return way?.y ?? below(row, window, covers, margin);
}

/** The shortest way to one of some places across; undefined where there is room for the card in none of them. */
function shortest(
  card: Box,
  { xs, width }: { readonly xs: readonly number[]; readonly width: number },
  window: Size,
  covers: readonly Box[],
  margin: number,
): Point | undefined {
  const isClear = (box: Box): boolean => !covers.some((cover) => meet(box, cover));
  if (contains({ x: 0, y: 0, ...window }, card) && isClear(card)) return { x: 0, y: 0 };
  const height = Math.min(card.height, Math.max(0, window.height - 2 * margin));
  const along = covers.map(({ y, height }) => [y, y + height] as const);
  const ways = places(card.y, height, window.height, margin, along)
    .flatMap((y) => xs.map((x) => ({ x, y })))
    .filter((spot) => isClear({ ...spot, width, height }))
    .map((spot) => ({ x: spot.x - card.x, y: spot.y - card.y }));
  return ways.reduce<Point | undefined>(
    (best, way) => (best === undefined || Math.hypot(way.x, way.y) < Math.hypot(best.x, best.y) ? way : best),
    undefined,
  );
}

/** How far up or down, where nowhere is room for all of it: below what covers the top. */
function below(card: Box, window: Size, covers: readonly Box[], margin: number): number {
  const top = headroom(window, covers);
  return shift(card.y - top, card.height, Math.max(0, window.height - top), margin);
}

/** Where a stretch may begin: where it does, at each end of the room, before and after each of what covers it. */
function places(
  start: number,
  length: number,
  room: number,
  margin: number,
  covers: readonly (readonly [number, number])[],
): readonly number[] {
  const [least, most] = [Math.min(margin, room - length), Math.max(room - margin - length, 0)];
  const beside = covers
    .flatMap(([from, to]) => [to + gap, from - gap - length])
    .filter((at) => at >= gap && at + length <= room - gap);
  const own = start >= 0 && start + length <= room ? [start] : [];
  return [...own, Math.max(0, least), most, ...beside];
}

/** How far a stretch that begins at `start` must move to lie within `room`: as little as will do; its beginning goes first. */
function shift(start: number, length: number, room: number, margin: number): number {
  if (start >= 0 && start + length <= room) return 0;
  if (start < 0 || length + 2 * margin > room) return margin - start;
  return room - margin - (start + length);
}
