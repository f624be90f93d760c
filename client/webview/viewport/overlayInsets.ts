/** Finds the elements that cover the picture, and where to move a card so that none covers it. In pixels of the window. */
import { type Box, contains, intersects, type Point, type Size } from "../../../server/core/picture/geometry/box.ts";

export type GetOverlayBoxes = () => readonly Box[];

/** Overlays that stay in place. Popovers are left out, as they open beside their card. */
const PERSISTENT_OVERLAYS =
  ".top-panels > *, .view-toolbar, .bottom-right-overlay > *, .panel.filter, .panel.legend, .panel.counts";

/** Returns the boxes of the visible persistent overlays, without that of `except`. */
export const overlayBoxes = (page: ParentNode, except?: Element | null): readonly Box[] =>
  [...page.querySelectorAll(PERSISTENT_OVERLAYS)]
    .filter((element) => element !== except)
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);

/** The distance between a card and the overlay that it is moved away from. */
const OVERLAY_GAP = 8;

/** Higher overlays are panels. A toolbar that wraps onto a second line is no higher. */
const MAX_TOOLBAR_HEIGHT = 70;

/** Returns how much of the top is covered by toolbars and bars beside or below them. */
export const topInset = (viewportSize: Size, overlays: readonly Box[]): number =>
  Math.max(
    0,
    ...overlays
      .filter(({ y, height }) => height <= MAX_TOOLBAR_HEIGHT && y + height < viewportSize.height / 2)
      .map(({ y, height }) => y + height + 4),
  );

/**
 * Returns the shortest pan that brings a card into the window, clear of all overlays: 0, 0 when it is there already. Where
 * there is no room for the whole card, its beginning counts.
 */
export function panToClear(card: Box, viewportSize: Size, overlays: readonly Box[], margin: number): Point {
  const width = Math.min(card.width, Math.max(0, viewportSize.width - 2 * margin));
  const overlaySpansX = overlays.map((overlay) => [overlay.x, overlay.x + overlay.width] as const);
  const xs = candidateStarts(card.x, width, viewportSize.width, margin, overlaySpansX);
  return (
    shortestPan(card, { xs, width }, viewportSize, overlays, margin) ?? {
      x: minimalShift(card.x, card.width, viewportSize.width, margin),
      y: panBelowTopInset(card, viewportSize, overlays, margin),
    }
  );
}

/** Like `panToClear`, for a row that must not move sideways. Returns the vertical distance. */
export function verticalPanToClear(row: Box, viewportSize: Size, overlays: readonly Box[], margin: number): number {
  const pan = shortestPan(row, { xs: [row.x], width: row.width }, viewportSize, overlays, margin);
  return pan?.y ?? panBelowTopInset(row, viewportSize, overlays, margin);
}

/** Returns the shortest pan that puts a card at one of the positions `xs`, or undefined when it has room at none of them. */
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
  const overlaySpansY = overlays.map((overlay) => [overlay.y, overlay.y + overlay.height] as const);
  const pans = candidateStarts(card.y, height, viewportSize.height, margin, overlaySpansY)
    .flatMap((y) => xs.map((x) => ({ x, y })))
    .filter((position) => isClear({ ...position, width, height }))
    .map((position) => ({ x: position.x - card.x, y: position.y - card.y }));
  return pans.reduce<Point | undefined>(
    (best, pan) => (best === undefined || Math.hypot(pan.x, pan.y) < Math.hypot(best.x, best.y) ? pan : best),
    undefined,
  );
}

/** Returns the vertical pan for a card that has room nowhere: it goes below the toolbars. */
function panBelowTopInset(card: Box, viewportSize: Size, overlays: readonly Box[], margin: number): number {
  const top = topInset(viewportSize, overlays);
  return minimalShift(card.y - top, card.height, Math.max(0, viewportSize.height - top), margin);
}

/**
 * Returns where a segment of an axis may start: where it does now if it is within the window, at each end of the window,
 * and before and after each overlay.
 */
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

/** Returns the least distance that moves a segment into the available length. A segment that is too long shows its start. */
function minimalShift(start: number, length: number, available: number, margin: number): number {
  if (start >= 0 && start + length <= available) return 0;
  if (start < 0 || length + 2 * margin > available) return margin - start;
  return available - margin - (start + length);
}
