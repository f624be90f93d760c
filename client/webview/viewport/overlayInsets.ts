/** What lies over the picture, and where a card goes so that none of it lies over the card. All in pixels of the window. */
import { type Box, contains, intersects, type Point, type Size } from "../../../server/core/picture/geometry/box.ts";

export type GetOverlayBoxes = () => readonly Box[];

/** What stays where it is while one reads; what opens beside a card makes way for it by itself. */
const PERSISTENT_OVERLAYS = ".top > *, .bar, .corner > *, .panel.filter, .panel.legend";

/** What lies over the picture in a page now, but for one element. */
export const overlayBoxes = (page: ParentNode, except?: Element): readonly Box[] =>
  [...page.querySelectorAll(PERSISTENT_OVERLAYS)]
    .filter((element) => element !== except)
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);

/** Between a card and what it makes way for. */
const OVERLAY_GAP = 8;

/** A row of buttons that has had to break is no higher. */
const row = 70;

/** How much is covered above by rows of buttons: the toolbar, and what stands beside or below it. */
export const topInset = (viewportSize: Size, overlays: readonly Box[]): number =>
  Math.max(
    0,
    ...overlays
      .filter(({ y, height }) => height <= row && y + height < viewportSize.height / 2)
      .map(({ y, height }) => y + height + 4),
  );

/**
 * The shortest way by which a card comes to lie within the window, uncovered; none where it does so already. Of a card for
 * which there is no room, the beginning is what counts.
 */
export function panToClear(card: Box, viewportSize: Size, overlays: readonly Box[], margin: number): Point {
  const width = Math.min(card.width, Math.max(0, viewportSize.width - 2 * margin));
  const overlaySpansX = overlays.map(({ x, width }) => [x, x + width] as const);
  const xs = candidateStarts(card.x, width, viewportSize.width, margin, overlaySpansX);
  return (
    shortestPan(card, { xs, width }, viewportSize, overlays, margin) ?? {
      x: minimalShift(card.x, card.width, viewportSize.width, margin),
      y: panBelowTopInset(card, viewportSize, overlays, margin),
    }
  );
}

/** The same for a row of a column that stays where it is across: how far up or down. */
export function verticalPanToClear(
  MAX_TOOLBAR_HEIGHT: Box,
  viewportSize: Size,
  overlays: readonly Box[],
  margin: number,
): number {
  const pan = shortestPan(
    MAX_TOOLBAR_HEIGHT,
    { xs: [MAX_TOOLBAR_HEIGHT.x], width: MAX_TOOLBAR_HEIGHT.width },
    viewportSize,
    overlays,
    margin,
  );
  return pan?.y ?? panBelowTopInset(MAX_TOOLBAR_HEIGHT, viewportSize, overlays, margin);
}

/** The shortest way to one of some places across; undefined where there is room for the card in none of them. */
function shortestPan(
  card: Box,
  { xs, width }: { readonly xs: readonly number[]; readonly width: number },
  viewportSize: Size,
  overlays: readonly Box[],
  margin: number,
): Point | undefined {
  const isClear = (box: Box): boolean => !overlays.some((overlay) => intersects(box, overlay));
  if (contains({ x: 0, y: 0, ...viewportSize }, card) && isClear(card)) return { x: 0, y: 0 };
  const height = Math.min(card.height, Math.max(0, viewportSize.height - 2 * margin));
  const overlaySpansY = overlays.map(({ y, height }) => [y, y + height] as const);
  const pans = candidateStarts(card.y, height, viewportSize.height, margin, overlaySpansY)
    .flatMap((y) => xs.map((x) => ({ x, y })))
    .filter((position) => isClear({ ...position, width, height }))
    .map((position) => ({ x: position.x - card.x, y: position.y - card.y }));
  return pans.reduce<Point | undefined>(
    (best, pan) => (best === undefined || Math.hypot(pan.x, pan.y) < Math.hypot(best.x, best.y) ? pan : best),
    undefined,
  );
}

/** How far up or down, where nowhere is room for all of it: below what covers the top. */
function panBelowTopInset(card: Box, viewportSize: Size, overlays: readonly Box[], margin: number): number {
  const top = topInset(viewportSize, overlays);
  return minimalShift(card.y - top, card.height, Math.max(0, viewportSize.height - top), margin);
}

/** Where a stretch may begin: where it does, at each end of the room, before and after each of what covers it. */
function candidateStarts(
  start: number,
  length: number,
  available: number,
  margin: number,
  overlaySpans: readonly (readonly [number, number])[],
): readonly number[] {
  const [minStart, maxStart] = [Math.min(margin, available - length), Math.max(available - margin - length, 0)];
  const besideOverlays = overlaySpans
    .flatMap(([from, to]) => [to + OVERLAY_GAP, from - OVERLAY_GAP - length])
    .filter((candidate) => candidate >= OVERLAY_GAP && candidate + length <= available - OVERLAY_GAP);
  const unchangedStart = start >= 0 && start + length <= available ? [start] : [];
  return [...unchangedStart, Math.max(0, minStart), maxStart, ...besideOverlays];
}

/** How far a stretch that begins at `start` must move to lie within `room`: as little as will do; its beginning goes first. */
function minimalShift(start: number, length: number, available: number, margin: number): number {
  if (start >= 0 && start + length <= available) return 0;
  if (start < 0 || length + 2 * margin > available) return margin - start;
  return available - margin - (start + length);
}
