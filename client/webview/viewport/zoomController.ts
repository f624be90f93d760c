/** Pans and zooms the picture: by d3-zoom for gestures, and by methods for all else. */
import { select } from "d3-selection";
import { type ZoomTransform, zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import type { Box, Point, Size } from "../../../server/core/picture/geometry/box.ts";
import type { ViewTransform } from "../state/savedView.ts";
import { prefersReducedMotion } from "../ui/reducedMotion.ts";
import type { GetOverlayBoxes } from "./overlayInsets.ts";
import {
  centerColumn,
  centerOf,
  centerOn,
  clampScale,
  fillTransform,
  fitTransform,
  hasRoomForColumn,
  initialColumnTransform,
  initialTransform,
  interpolate,
  isColumnInView,
  isFullyInView,
  isInView,
  isNearlySame,
  isReadable,
  panned,
  panToReveal,
  SCALE,
  type ViewportArea,
  visibleBoxOf,
  zoomedBy,
} from "./zoomGeometry.ts";

/** Boxes are in pixels of the picture. */
export interface ZoomController {
  /**
   * Shows a picture at a readable size: all of it, or else the surroundings of its root, or of `marked` if these leave
   * it out. Shows a column, such as an outline, from its top, with its whole width.
   */
  showInitial(bounds: Box, root: Box, marked: Box | undefined, isColumn: boolean): void;
  /**
   * Adapts the view to a new size of the window or a new arrangement of the picture: a picture that `showInitial` or `fit`
   * has framed is framed again, until the user pans or zooms. Returns whether it was.
   */
  frameAgain(bounds: Box, root: Box, marked: Box | undefined): boolean;
  /** Whether the picture is framed, and has not been moved since. */
  readonly isFramed: boolean;
  /** After a change of the window's size, keeps what was in its middle there. */
  keepMiddle(previousSize: Size): void;
  /** Restores a saved transform. Does nothing and returns false if that would show no part of the picture. */
  restore(transform: ViewTransform, bounds: Box): boolean;
  /**
   * Shows all of the bounds, at most at scale 1. Where that is too small to read and already shown, the picture fills the
   * window in at least one direction, from its beginning. A column that is too long to read fills the width first.
   */
  fit(bounds: Box): void;
  /** Shows all of the bounds if the picture is too small to read. */
  fitIfUnreadable(bounds: Box): void;
  zoomBy(factor: number): void;
  /** Pans by the shortest way that brings a box into view, clear of the overlays. */
  reveal(box: Box): void;
  /**
   * Like `reveal`. If the picture is framed, has grown, and is still readable as a whole, shows all of it instead, and it stays
   * framed: a first map is seen whole while it grows.
   */
  revealInFrame(box: Box, bounds: Box): void;
  /** Whether a transform, by default the present one, leaves a part of the bounds outside although there is room for all. */
  cutsOff(bounds: Box, transform?: ViewTransform): boolean;
  /** Like `reveal`. Where the picture is too small to read, it also zooms in around the box. */
  zoomTo(box: Box): void;
  /** Pans so that no overlay covers a box that is fully in view. Leaves other boxes alone. */
  clearOverlays(box: Box): void;
  /** Moves a point of the picture to the middle of the window, without animation. */
  moveToCenter(x: number, y: number): void;
  /** Pans with an animation, by pixels of the window. */
  animatePan(x: number, y: number): void;
  /** Pans without animation, by pixels of the picture. An animation in progress continues from there. */
  panBy(x: number, y: number): void;
  /** Centers a column horizontally. With `shrinksToFit`, zooms out if it is too wide; otherwise leaves that one alone. */
  recenterColumn(shrinksToFit: boolean): void;
  /** Whether the picture is a column whose whole width is in view. */
  readonly fitsWidth: boolean;
  /** Whether any part of a box is in view, once the animation in progress has ended. */
  isVisible(box: Box): boolean;
  /** The current transform. */
  readonly transform: ViewTransform;
  /** The part of the picture that is in view now. */
  readonly visibleBox: Box;
}

/** Milliseconds. */
const ANIMATION_DURATION = 220;

interface ViewListener {
  /** Called at each pan or zoom, and at each step of an animation. */
  readonly onViewChange: (transform: ViewTransform) => void;
  /** Called when a gesture or an animation has ended. */
  readonly onViewSettled: () => void;
}

/** Reads the page when needed: each read may force a layout. */
interface ViewContext {
  readonly getOverlays: GetOverlayBoxes;
  /** Returns the overlays that are there even if the whole picture is in view. */
  readonly getFixedOverlays: GetOverlayBoxes;
  /** Returns the bounds of the picture when it is a column, such as an outline. */
  readonly getColumn: () => Box | undefined;
}

/** Attaches pan and zoom gestures to `surface`. The listener applies the transform to what is drawn. */
export function createZoomController(
  surface: HTMLElement,
  { getOverlays, getFixedOverlays, getColumn }: ViewContext,
  { onViewChange, onViewSettled }: ViewListener,
): ZoomController {
  const selection = select<HTMLElement, unknown>(surface);
  /** The current transform, or the one that the animation in progress leads to. */
  let target: ViewTransform = toViewTransform(zoomIdentity);
  /** How the picture is framed; undefined once the user has moved it. */
  let framing: "initial" | "whole" | undefined;
  let animationStart = target;
  let animationFrame = 0;
  // Kept here, because reading it at each step of a drag would force a layout each time.
  let size = { width: surface.clientWidth, height: surface.clientHeight };
  new ResizeObserver(() => {
    size = { width: surface.clientWidth, height: surface.clientHeight };
  }).observe(surface);
  const viewportArea = (): ViewportArea => ({ size, overlays: getOverlays() });
  const fitWhole = (bounds: Box): ViewTransform => fitTransform(bounds, { size, overlays: getFixedOverlays() });

  const zoomBehavior = zoom<HTMLElement, unknown>()
    .scaleExtent([SCALE.min, SCALE.max])
    .extent(() => [
      [0, 0],
      [size.width, size.height],
    ])
    .filter((event: MouseEvent) => {
      const card = event.target instanceof Element ? event.target.closest("[data-card]") : null;
      // If the map can be edited, dragging a card moves its branch, not the picture.
      const isCardGrab =
        event.type === "mousedown" &&
        card?.closest(".is-editable") !== null &&
        card?.closest(".is-placeholder") === null;
      // A double click on a card folds its branch. Anywhere else it zooms in.
      return event.button === 0 && !(card !== null && (event.type === "dblclick" || isCardGrab));
    })
    .on("start", ({ sourceEvent }) => {
      if (sourceEvent !== null) cancelAnimationFrame(animationFrame);
    })
    .on("zoom", ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
      const newTransform = toViewTransform(transform);
      if (sourceEvent !== null) {
        target = newTransform;
        framing = undefined;
      }
      onViewChange(newTransform);
    })
    .on("end", ({ transform: { x, y, k } }: { transform: ZoomTransform }) => {
      // Each step of an animation also ends a zoom.
      if (x === target.x && y === target.y && k === target.k) onViewSettled();
    });
  selection.call(zoomBehavior);

  const apply = (transform: ViewTransform): void =>
    void selection.call(zoomBehavior.transform, toZoomTransform(transform));
  const currentTransform = (): ViewTransform => toViewTransform(zoomTransform(surface));

  function jumpTo(transform: ViewTransform): void {
    cancelAnimationFrame(animationFrame);
    framing = undefined;
    target = transform;
    apply(transform);
  }

  /** Animates to a transform, or jumps to it if the user prefers reduced motion. */
  function animateTo(transform: ViewTransform): void {
    if (prefersReducedMotion()) {
      jumpTo(transform);
      return;
    }
    cancelAnimationFrame(animationFrame);
    framing = undefined;
    target = transform;
    animationStart = currentTransform();
    let startTime: number | undefined;
    const onFrame = (now: number): void => {
      startTime ??= now;
      const t = Math.min((now - startTime) / ANIMATION_DURATION, 1);
      apply(t < 1 ? interpolate(animationStart, target, easeOutCubic(t)) : target);
      animationFrame = t < 1 ? requestAnimationFrame(onFrame) : 0;
    };
    animationFrame = requestAnimationFrame(onFrame);
  }

  /** Pans without animation, by pixels of the window that depend on the scale. An animation in progress continues from there. */
  function panDuringAnimation(byAtScale: (k: number) => Point): void {
    const pan = (transform: ViewTransform): ViewTransform => panned(transform, byAtScale(transform.k));
    const current = currentTransform();
    target = pan(target);
    animationStart = pan(animationStart);
    apply(pan(current));
  }

  function reveal(box: Box): void {
    const pan = panToReveal(box, target, getColumn(), viewportArea());
    if (pan.x !== 0 || pan.y !== 0) animateTo(panned(target, pan));
  }

  function showInitial(bounds: Box, root: Box, marked: Box | undefined, isColumn: boolean): void {
    const area = viewportArea();
    jumpTo(isColumn ? initialColumnTransform(bounds, area) : initialTransform(bounds, root, marked, area));
    if (!isColumn) framing = "initial";
  }

  return {
    showInitial,
    frameAgain(bounds, root, marked) {
      if (framing === "initial") showInitial(bounds, root, marked, false);
      else if (framing === "whole") {
        jumpTo(fitWhole(bounds));
        framing = "whole";
      }
      return framing !== undefined;
    },
    keepMiddle(previousSize) {
      const by = { x: (size.width - previousSize.width) / 2, y: (size.height - previousSize.height) / 2 };
      panDuringAnimation(() => by);
    },
    restore(savedTransform, bounds) {
      if (!isInView(bounds, savedTransform, size)) return false;
      jumpTo({ ...savedTransform, k: clampScale(savedTransform.k) });
      if (isNearlySame(target, fitWhole(bounds))) framing = "whole";
      return true;
    },
    fit(bounds) {
      const whole = fitWhole(bounds);
      const isColumn = getColumn() !== undefined;
      const filled = (isColumn ? initialColumnTransform : fillTransform)(bounds, viewportArea());
      const fills = !isReadable(whole) && isColumn !== isNearlySame(target, isColumn ? filled : whole);
      animateTo(fills ? filled : whole);
      if (!fills && !isColumn) framing = "whole";
    },
    fitIfUnreadable(bounds) {
      if (!isReadable(target)) animateTo(fitWhole(bounds));
    },
    zoomBy: (factor) => animateTo(zoomedBy(target, factor, size)),
    reveal,
    revealInFrame(box, bounds) {
      const keptFraming = framing;
      const whole = fitWhole(bounds);
      const pan = panToReveal(box, target, getColumn(), viewportArea());
      if (pan.x === 0 && pan.y === 0) return;
      if (keptFraming === undefined || !isReadable(whole)) return animateTo(panned(target, pan));
      animateTo(whole);
      framing = keptFraming;
    },
    cutsOff(bounds, transform = target) {
      const hasRoom = bounds.width * transform.k <= size.width && bounds.height * transform.k <= size.height;
      return hasRoom && !isFullyInView(bounds, transform, size);
    },
    zoomTo(box) {
      if (isReadable(target)) reveal(box);
      else animateTo(centerOn(centerOf(box), SCALE.initial, size));
    },
    clearOverlays(box) {
      if (isFullyInView(box, target, size)) reveal(box);
    },
    moveToCenter: (x, y) => jumpTo(centerOn({ x, y }, target.k, size)),
    animatePan: (x, y) => animateTo(panned(target, { x, y })),
    panBy: (x, y) => panDuringAnimation((k) => scaled({ x, y }, k)),
    recenterColumn(shrinksToFit) {
      const column = getColumn();
      if (column && (shrinksToFit || hasRoomForColumn(column, target, size)))
        jumpTo(centerColumn(column, target, viewportArea()));
    },
    isVisible: (box) => isInView(box, target, size),
    get isFramed() {
      return framing !== undefined;
    },
    get fitsWidth() {
      const column = getColumn();
      return column !== undefined && isColumnInView(column, target, size);
    },
    get transform() {
      return currentTransform();
    },
    get visibleBox() {
      return visibleBoxOf(currentTransform(), size);
    },
  };
}

const toViewTransform = ({ x, y, k }: ZoomTransform): ViewTransform => ({ x, y, k });
const toZoomTransform = ({ x, y, k }: ViewTransform): ZoomTransform => zoomIdentity.translate(x, y).scale(k);
const scaled = ({ x, y }: Point, k: number): Point => ({ x: x * k, y: y * k });
const easeOutCubic = (t: number): number => 1 - (1 - t) ** 3;
