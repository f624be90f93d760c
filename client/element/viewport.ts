/** Zooms and pans a picture: with the mouse, with two fingers, and by methods. */
import { select } from "d3-selection";
import { type ZoomTransform, zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import type { Box, Size } from "../../server/core/picture/geometry/box.ts";
import type { ViewTransform } from "../webview/state/savedView.ts";
import { fitTransform, panned, panToReveal, SCALE, zoomedBy } from "../webview/viewport/zoomGeometry.ts";

export interface MapViewport {
  /** Whether the reader has not moved the picture since `show` or `fit`. */
  readonly isFramed: boolean;
  readonly transform: ViewTransform;
  readonly size: Size;
  /** Moves the picture at once. */
  show(transform: ViewTransform): void;
  /** Moves the picture at once by pixels of the page, as after a change of its layout. */
  panBy(x: number, y: number): void;
  zoomBy(factor: number): void;
  fit(bounds: Box): void;
  /** Pans as little as is needed to bring a box of the picture into view. */
  reveal(box: Box): void;
}

/** On these parts of a card, a drag selects text, and a press is a click. */
const NOT_GRABBED = "text, a, .fold-handle, .more-lines";

/**
 * Lets the reader zoom and pan. The wheel and one finger scroll the page as everywhere; with Ctrl, the wheel zooms, and so do two
 * fingers. A drag with the mouse pans.
 *
 * @param stage the box that is moved within the surface
 */
export function createViewport(surface: HTMLElement, stage: HTMLElement): MapViewport {
  const selection = select<HTMLElement, unknown>(surface);
  let isFramed = true;
  const size = (): Size => ({ width: surface.clientWidth, height: surface.clientHeight });
  const behavior = zoom<HTMLElement, unknown>()
    .scaleExtent([SCALE.min, SCALE.max])
    .filter((event: WheelEvent | MouseEvent | TouchEvent) => {
      if ("touches" in event) return event.touches.length > 1;
      if (event.type === "wheel") return event.ctrlKey || event.metaKey;
      return (
        event.button === 0 && !event.ctrlKey && !(event.target instanceof Element && event.target.closest(NOT_GRABBED))
      );
    })
    .on("zoom", ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
      if (sourceEvent !== null) {
        isFramed = false;
        stage.classList.remove("is-animated");
      }
      const { x, y, k } = transform;
      stage.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
    });
  selection.call(behavior).on("dblclick.zoom", null);

  const moveTo = ({ x, y, k }: ViewTransform): void =>
    void selection.call(behavior.transform, zoomIdentity.translate(x, y).scale(k));
  // The style sheet animates the move, unless the reader prefers reduced motion.
  const animateTo = (transform: ViewTransform): void => {
    stage.classList.add("is-animated");
    moveTo(transform);
  };
  const current = (): ViewTransform => {
    const { x, y, k } = zoomTransform(surface);
    return { x, y, k };
  };
  const jumpTo = (transform: ViewTransform): void => {
    stage.classList.remove("is-animated");
    moveTo(transform);
  };
  return {
    get isFramed() {
      return isFramed;
    },
    get transform() {
      return current();
    },
    get size() {
      return size();
    },
    show(transform) {
      isFramed = true;
      jumpTo(transform);
    },
    panBy: (x, y) => jumpTo(panned(current(), { x, y })),
    zoomBy(factor) {
      isFramed = false;
      animateTo(zoomedBy(current(), factor, size()));
    },
    fit(bounds) {
      isFramed = true;
      animateTo(fitTransform(bounds, { size: size(), overlays: [] }));
    },
    reveal(box) {
      const pan = panToReveal(box, current(), undefined, { size: size(), overlays: [] });
      if (pan.x !== 0 || pan.y !== 0) animateTo(panned(current(), pan));
    },
  };
}
