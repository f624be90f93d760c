/** What part of the picture is in sight: pan, zoom, fit. */
import { select } from "d3-selection";
import { type ZoomTransform, zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import { type Box, contains, intersects, type Point } from "../../../server/core/picture/geometry/box.ts";
import type { ViewTransform } from "../state/savedView.ts";
import { prefersReducedMotion } from "../ui/reducedMotion.ts";
import { type GetOverlayBoxes, panToClear, topInset, verticalPanToClear } from "./overlayInsets.ts";

export interface ZoomController {
  /**
   * Shows a picture so that it can be read: all of it, else the surroundings of its first root, or where `marked` is not
   * among them, of that. A column, as an outline is one, from its top, as wide as it fits.
   */
  showInitial(bounds: Box, root: Box, marked: Box | undefined, isColumn: boolean): void;
  /** Shows it as it was left; false, and nothing done, where no part of it would be in sight. */
  restore(placement: ViewTransform, bounds: Box): boolean;
  /**
   * Shows all of it, never larger than it is. Where that is too small to read and shown already, it is as wide as the window
   * – or, if it is wide, as high – from its beginning.
   */
  fit(bounds: Box): void;
  /** Shows all of what has been left of a picture that was too small to read; another one is left alone. */
  fitIfUnreadable(bounds: Box): void;
  zoomBy(factor: number): void;
  /** Moves the picture no further than to bring a box into sight, beside all that lies over the picture. */
  reveal(box: Box): void;
  /** Does so, and where the picture is too small to read, makes it larger around the box. */
  zoomTo(box: Box): void;
  /** Moves the picture so that nothing lies over a box that is in sight; one that reaches out of it is left alone. */
  clearOverlays(box: Box): void;
  /** Puts a spot of the picture into the middle, at once. */
  centreOn(x: number, y: number): void;
  /** Lets the picture glide, by pixels of the window. */
  animatePan(x: number, y: number): void;
  /** Moves the picture under the window at once, by pixels of the picture; a glide goes on to where it was going. */
  panBy(x: number, y: number): void;
  /** Puts a column into the middle, across; `fits`: made as small as that takes, else only where there is room for it. */
  centreColumn(shrinksToFit: boolean): void;
  /** Whether the picture is a column, and whole across. */
  readonly fitsWidth: boolean;
  /** Whether any part of the box is in sight, once the picture has come to rest. */
  isVisible(box: Box): boolean;
  /** Where the picture is now. */
  readonly placement: ViewTransform;
  /** What of the picture is in sight now. */
  readonly visibleBox: Box;
}

/** At `readable`, text of 13 pixels is 8 high; smaller nobody likes to read it. */
const SCALE = { min: 0.04, max: 3, readable: 0.61, initial: 0.8 };
/** Where so much of a picture is in sight at the least size that can be read, it is no larger. */
const NEARLY_ALL = 0.8;
const REVEAL_MARGIN = 28;
/** Beside the beginning of a picture, which has a margin of its own. */
const START_MARGIN = 8;
const ANIMATION_DURATION = 220;

export interface ViewListener {
  /** The picture is somewhere else, or of another size. */
  readonly onViewChange: (placement: ViewTransform) => void;
  /** It has come to rest. */
  readonly onViewSettled: () => void;
}

/** What of the page is asked for when it matters. */
export interface ViewContext {
  /** What lies over the picture. */
  readonly getOverlays: GetOverlayBoxes;
  /** All of the picture, where it is a column, as an outline is one. */
  readonly getColumn: () => Box | undefined;
}

/** The gestures are those on `surface`; drawing follows by `onMove`. */
export function createZoomController(
  surface: HTMLElement,
  { getOverlays, getColumn }: ViewContext,
  { onViewChange, onViewSettled }: ViewListener,
): ZoomController {
  const selection = select<HTMLElement, unknown>(surface);
  /** Where the picture is, or is gliding to. */
  let target: ZoomTransform = zoomIdentity;
  let animationStart: ZoomTransform = zoomIdentity;
  let animationFrame = 0;
  // Asked of the page at each step of a drag, these would have it laid out each time.
  let size = { width: surface.clientWidth, height: surface.clientHeight };
  new ResizeObserver(() => {
    size = { width: surface.clientWidth, height: surface.clientHeight };
  }).observe(surface);

  const zoomBehaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([SCALE.min, SCALE.max])
    .extent(() => [
      [0, 0],
      [size.width, size.height],
    ])
    // A double click on a card folds it; only beside the cards is it asking for more.
    .filter((event: MouseEvent) => {
      const card = event.target instanceof Element ? event.target.closest("[data-card]") : null;
      // Where cards can be moved, the mouse takes hold of the card and not of the picture.
      const isCardGrab =
        event.type === "mousedown" && card?.closest(".edits") !== null && card?.closest(".hollow") === null;
      return event.button === 0 && !(card !== null && (event.type === "dblclick" || isCardGrab));
    })
    .on("start", ({ sourceEvent }) => {
      if (sourceEvent !== null) cancelAnimationFrame(animationFrame);
    })
    .on("zoom", ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
      if (sourceEvent !== null) target = transform;
      onViewChange(toViewTransform(transform));
    })
    .on("end", ({ transform: { x, y, k } }: { transform: ZoomTransform }) => {
      // Each step of a glide is an end, too.
      if (x === target.x && y === target.y && k === target.k) onViewSettled();
    });
  selection.call(zoomBehaviour);

  function jumpTo(transform: ZoomTransform): void {
    cancelAnimationFrame(animationFrame);
    target = transform;
    selection.call(zoomBehaviour.transform, transform);
  }

  /** Goes there in a short while, or at once for those who want no motion. */
  function animateTo(transform: ZoomTransform): void {
    if (prefersReducedMotion()) {
      jumpTo(transform);
      return;
    }
    cancelAnimationFrame(animationFrame);
    target = transform;
    animationStart = zoomTransform(surface);
    let startTime: number | undefined;
    const onFrame = (now: number): void => {
      startTime ??= now;
      const t = Math.min((now - startTime) / ANIMATION_DURATION, 1);
      const eased = 1 - (1 - t) ** 3;
      const interpolate = (a: number, b: number): number => a + (b - a) * eased;
      selection.call(
        zoomBehaviour.transform,
        transformOf(
          interpolate(animationStart.x, target.x),
          interpolate(animationStart.y, target.y),
          interpolate(animationStart.k, target.k),
        ),
      );
      animationFrame = t < 1 ? requestAnimationFrame(onFrame) : 0;
    };
    animationFrame = requestAnimationFrame(onFrame);
  }

  function transformToFit({ x, y, width, height }: Box): ZoomTransform {
    const overlays = getOverlays();
    const top = topInset(size, overlays);
    const fitAbove = (bottom: number): ZoomTransform => {
      const h = Math.max(1, bottom - top);
      const k = Math.max(SCALE.min, Math.min(1, size.width / width, h / height));
      return transformOf(size.width / 2 - (x + width / 2) * k, top + h / 2 - (y + height / 2) * k, k);
    };
    const whole = fitAbove(size.height);
    // What lies over its end is small and in a corner, where there often is no card.
    const bottomOverlays = overlays.filter(
      (overlay) => overlay.y > size.height / 2 && intersects(overlay, toScreen({ x, y, width, height }, whole)),
    );
    return bottomOverlays.length === 0 ? whole : fitAbove(Math.min(...bottomOverlays.map((overlay) => overlay.y)) - 2);
  }

  /** As large as fills the window in one direction, from the picture's beginning. */
  function transformToFill({ x, y, width, height }: Box): ZoomTransform {
    const top = topInset(size, getOverlays());
    const k = Math.min(1, Math.max(size.width / width, (size.height - top) / height));
    const axisOffset = (start: number, length: number, available: number): number =>
      length * k <= available ? available / 2 - (start + length / 2) * k : -start * k;
    return transformOf(axisOffset(x, width, size.width), top + axisOffset(y, height, size.height - top), k);
  }

  /** How far the picture has to move for a box to be in sight, uncovered. */
  function panNeeded(box: Box): Point {
    const screenBox = toScreen(box, target);
    const pictureBox = getColumn();
    const screenColumn = pictureBox && toScreen(pictureBox, target);
    if (screenColumn === undefined || screenColumn.width >= size.width + 1)
      return panToClear(screenBox, size, getOverlays(), REVEAL_MARGIN);
    // A column that fits is whole across, whatever of it is wanted.
    const isColumnOutside = screenColumn.x < -1 || screenColumn.x + screenColumn.width > size.width + 1;
    const x = isColumnOutside ? size.width / 2 - (screenColumn.x + screenColumn.width / 2) : 0;
    return { x, y: verticalPanToClear({ ...screenBox, x: screenBox.x + x }, size, getOverlays(), REVEAL_MARGIN) };
  }

  const isInView = (box: Box, placement: ViewTransform): boolean =>
    intersects({ x: 0, y: 0, ...size }, toScreen(box, placement));

  return {
    showInitial(bounds, root, marked, isColumn) {
      const top = topInset(size, getOverlays());
      if (isColumn) {
        const k = Math.max(SCALE.min, Math.min(1, size.width / bounds.width));
        return jumpTo(transformOf(size.width / 2 - (bounds.x + bounds.width / 2) * k, top - bounds.y * k, k));
      }
      const whole = transformToFit(bounds);
      if (whole.k >= SCALE.readable) return jumpTo(whole);
      const k = whole.k >= SCALE.readable * NEARLY_ALL ? SCALE.readable : SCALE.initial;
      // A card in the middle, as far as there is picture on both sides; all of it, where it fits in that direction.
      const axisOffset = (start: number, length: number, middle: number, available: number): number => {
        if (length * k <= available) return available / 2 - (start + length / 2) * k;
        const [first, last] = [START_MARGIN - start * k, available - START_MARGIN - (start + length) * k];
        return Math.max(last, Math.min(first, available / 2 - middle * k));
      };
      const centredOn = ({ x, y, width, height }: Box): ZoomTransform =>
        transformOf(
          axisOffset(bounds.x, bounds.width, x + width / 2, size.width),
          top + axisOffset(bounds.y, bounds.height, y + height / 2, size.height - top),
          k,
        );
      const initial = centredOn(root);
      const isMarkOutside = marked !== undefined && !contains({ x: 0, y: 0, ...size }, toScreen(marked, initial));
      jumpTo(isMarkOutside ? centredOn(marked) : initial);
    },
    restore(placement, bounds) {
      if (!isInView(bounds, placement)) return false;
      jumpTo(transformOf(placement.x, placement.y, Math.min(SCALE.max, Math.max(SCALE.min, placement.k))));
      return true;
    },
    fit(bounds) {
      const whole = transformToFit(bounds);
      const isShown = Math.abs(target.k / whole.k - 1) < 0.01 && Math.hypot(target.x - whole.x, target.y - whole.y) < 2;
      animateTo(isShown && whole.k < SCALE.readable ? transformToFill(bounds) : whole);
    },
    fitIfUnreadable(bounds) {
      if (target.k < SCALE.readable) animateTo(transformToFit(bounds));
    },
    zoomBy(factor) {
      const { width, height } = size;
      const k = Math.min(SCALE.max, Math.max(SCALE.min, target.k * factor));
      const [x, y] = target.invert([width / 2, height / 2]);
      animateTo(transformOf(width / 2 - x * k, height / 2 - y * k, k));
    },
    reveal(box) {
      const { x, y } = panNeeded(box);
      if (x !== 0 || y !== 0) animateTo(transformOf(target.x + x, target.y + y, target.k));
    },
    zoomTo(box) {
      if (target.k >= SCALE.readable) return this.reveal(box);
      const k = SCALE.initial;
      animateTo(
        transformOf(size.width / 2 - (box.x + box.width / 2) * k, size.height / 2 - (box.y + box.height / 2) * k, k),
      );
    },
    clearOverlays(box) {
      if (contains({ x: 0, y: 0, ...size }, toScreen(box, target))) this.reveal(box);
    },
    animatePan(x, y) {
      animateTo(transformOf(target.x + x, target.y + y, target.k));
    },
    centreOn(x, y) {
      const { k } = target;
      jumpTo(transformOf(size.width / 2 - x * k, size.height / 2 - y * k, k));
    },
    panBy(x, y) {
      const panned = (transform: ZoomTransform): ZoomTransform =>
        transformOf(transform.x + x * transform.k, transform.y + y * transform.k, transform.k);
      const current = zoomTransform(surface);
      target = panned(target);
      animationStart = panned(animationStart);
      selection.call(zoomBehaviour.transform, panned(current));
    },
    centreColumn(shrinksToFit) {
      const columnBox = getColumn();
      if (columnBox === undefined) return;
      const maxScale = size.width / columnBox.width;
      if (target.k > maxScale * 1.001 && !shrinksToFit) return;
      const k = Math.max(SCALE.min, Math.min(target.k, maxScale));
      const top = topInset(size, getOverlays());
      jumpTo(
        transformOf(
          size.width / 2 - (columnBox.x + columnBox.width / 2) * k,
          top + ((target.y - top) * k) / target.k,
          k,
        ),
      );
    },
    isVisible: (box) => isInView(box, target),
    get fitsWidth() {
      const columnBox = getColumn();
      if (columnBox === undefined) return false;
      const { x, width } = toScreen(columnBox, target);
      return x > -1 && x + width < size.width + 1;
    },
    get placement() {
      return toViewTransform(zoomTransform(surface));
    },
    get visibleBox() {
      const { x, y, k } = zoomTransform(surface);
      return { x: -x / k, y: -y / k, width: size.width / k, height: size.height / k };
    },
  };
}

const transformOf = (x: number, y: number, k: number): ZoomTransform => zoomIdentity.translate(x, y).scale(k);
const toViewTransform = ({ x, y, k }: ZoomTransform): ViewTransform => ({ x, y, k });
/** A box of the picture as it lies in the window. */
export const toScreen = ({ x, y, width, height }: Box, transform: ViewTransform): Box => ({
  x: transform.x + x * transform.k,
  y: transform.y + y * transform.k,
  width: width * transform.k,
  height: height * transform.k,
});
