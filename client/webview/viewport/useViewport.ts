/** Keeps the cards that the user looks at in view when the picture or the size of the window changes. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Filter } from "../../../server/core/picture/explore.ts";
import { type Box, intersects, type Size } from "../../../server/core/picture/geometry/box.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import { type RenderWindow, renderWindowFor } from "../picture/renderWindow.ts";
import type { RenderedPicture } from "../state/pictureCache.ts";
import type { ViewTransform } from "../state/savedView.ts";
import type { PageSession } from "../state/session.ts";
import { useLatest } from "../ui/useLatest.ts";
import { overlayBoxes } from "./overlayInsets.ts";
import {
  cardOffset,
  findScrollAnchor,
  hasLeftView,
  isSameSize,
  type MarkVisibility,
  viewReset,
} from "./scrollAnchor.ts";
import { animateTransition } from "./transition.ts";
import { createZoomController, type ZoomController } from "./zoomController.ts";
import { isInView } from "./zoomGeometry.ts";

interface UseViewportOptions {
  readonly session: PageSession;
  readonly rendered: RenderedPicture;
  /** The card of the entry at the editor's cursor, or the visible card whose folded branch contains it. */
  readonly markedCardId: CardId | undefined;
  readonly onViewSettled: (transform: ViewTransform) => void;
}

export interface Viewport {
  /** The element that takes the gestures: the window on the picture. */
  readonly surface: { readonly current: HTMLDivElement | null };
  /** The element inside the surface that is panned and zoomed. */
  readonly stage: { readonly current: HTMLDivElement | null };
  readonly zoomController: { readonly current: ZoomController | undefined };
  readonly renderWindow: RenderWindow;
  /**
   * The card that the user has just acted on, and so looks at. It keeps its place in the window, and the view does not move
   * when the editor then marks it.
   */
  readonly lastActedCard: { current: CardId | undefined };
  /** Calls the listener at each pan, zoom and resize. Returns a function that unsubscribes it. */
  readonly onViewChange: (listener: () => void) => () => void;
}

interface LastShown {
  readonly map: string | undefined;
  readonly rendered: RenderedPicture;
  readonly size: Size;
  readonly filter: Filter;
}

const EMPTY_RENDER_WINDOW: RenderWindow = {
  box: { x: 0, y: 0, width: 0, height: 0 },
  textSize: undefined,
  isOverview: false,
};

/** Attaches pan and zoom to the surface, and returns what the components need to draw the view and change it. */
export function useViewport({ session, rendered, markedCardId, onViewSettled }: UseViewportOptions): Viewport {
  const surface = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const zoomController = useRef<ZoomController>(undefined);
  const lastActedCard = useRef<CardId>(undefined);
  const lastShown = useRef<LastShown>(undefined);
  const markVisibility = useRef<MarkVisibility>(undefined);
  /** Whether the picture is a column with its whole width in view. It stays so on a resize until the user pans or zooms. */
  const fitsWidth = useRef(false);
  /** The transform of the whole map before a branch was focused. */
  const transformBeforeFocus = useRef<ViewTransform>(undefined);
  const listeners = useRef(new Set<() => void>());
  const [renderWindow, setRenderWindow] = useState(EMPTY_RENDER_WINDOW);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const latestOnViewSettled = useLatest(onViewSettled);

  useLayoutEffect(() => {
    if (surface.current === null) return;
    const getColumn = (): Box | undefined => {
      const picture = lastShown.current?.rendered.pictureIndex.picture;
      return picture?.shape === "outline" ? picture.bounds : undefined;
    };
    zoomController.current = createZoomController(
      surface.current,
      {
        getOverlays: () => overlayBoxes(document),
        // The minimap hides itself when the whole picture is in view.
        getFixedOverlays: () => overlayBoxes(document, document.querySelector(".minimap")),
        getColumn,
      },
      {
        onViewChange: ({ x, y, k }) => {
          if (stage.current) {
            stage.current.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
            stage.current.classList.add("is-moving");
          }
          if (zoomController.current) {
            const { visibleBox } = zoomController.current;
            setRenderWindow((before) =>
              renderWindowFor(visibleBox, k, before === EMPTY_RENDER_WINDOW ? undefined : before),
            );
          }
          for (const listener of listeners.current) listener();
        },
        onViewSettled: () => {
          stage.current?.classList.remove("is-moving");
          if (zoomController.current === undefined) return;
          fitsWidth.current = zoomController.current.fitsWidth;
          // When the user moves the marked card out of view, later changes must not bring it back.
          const markedCard = lastShown.current?.rendered.pictureIndex.card(markVisibility.current?.markedCardId);
          if (markVisibility.current && markedCard)
            markVisibility.current = {
              ...markVisibility.current,
              isVisible: zoomController.current.isVisible(markedCard),
            };
          latestOnViewSettled.current(zoomController.current.transform);
        },
      },
    );
  }, []);

  // A hidden panel has no size. Its map gets its initial view when the panel is shown.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => {
      const newSize = { width: surface.current?.clientWidth ?? 0, height: surface.current?.clientHeight ?? 0 };
      setSize((oldSize) => (isSameSize(oldSize, newSize) ? oldSize : newSize));
      const zoom = zoomController.current;
      if (zoom) setRenderWindow((before) => renderWindowFor(zoom.visibleBox, zoom.transform.k, before));
      for (const listener of listeners.current) listener();
    });
    if (surface.current) observer.observe(surface.current);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const { pictureIndex } = rendered;
    const root = pictureIndex.picture.cards[0];
    const zoom = zoomController.current;
    if (root === undefined) lastShown.current = undefined;
    if (root === undefined || zoom === undefined || !surface.current?.clientWidth) return;
    const [previous, previousVisibility, didFitWidth] = [lastShown.current, markVisibility.current, fitsWidth.current];
    lastShown.current = { map: session.map, rendered, size, filter: session.viewOptions.exploration.filter };
    if (previous === undefined || previous.map !== session.map) {
      const { shape, bounds } = pictureIndex.picture;
      const { transform } = session;
      // A saved transform may come from a window of another size, in which the map was laid out otherwise.
      const isStale = transform !== undefined && shape === "tree" && zoom.cutsOff(bounds, transform);
      restoreOrShowInitial(isStale ? undefined : transform, zoom);
      transformBeforeFocus.current = undefined;
    } else if (previous.rendered.pictureIndex !== pictureIndex) {
      if (!resetView(previous.rendered, zoom)) {
        keepAnchorInPlace(previous.rendered, zoom);
        const hasNewLayout = previous.rendered.layout !== rendered.layout;
        if (hasNewLayout && !frameAgain(zoom) && zoom.cutsOff(pictureIndex.picture.bounds))
          restoreOrShowInitial(undefined, zoom);
        const { filter } = session.viewOptions.exploration;
        if (previous.filter !== filter && (filter.hidesNonMatches || previous.filter.hidesNonMatches))
          zoom.fitIfUnreadable(pictureIndex.picture.bounds);
        if (didFitWidth && previous.rendered.pictureIndex.picture.bounds.width !== pictureIndex.picture.bounds.width)
          zoom.recenterColumn(true);
      }
    } else if (previous.size !== size && previous.size.width > 0) {
      const isSelectedVisible = isVisibleIn(previous.size, session.viewOptions.selected, zoom);
      if (didFitWidth) zoom.recenterColumn(false);
      else if (!frameAgain(zoom)) zoom.keepMiddle(previous.size);
      const selectedCard = pictureIndex.card(session.viewOptions.selected);
      if (selectedCard && isSelectedVisible) zoom.reveal(selectedCard);
    }

    const markedCard = pictureIndex.card(markedCardId);
    // Undefined while the card is not in the picture, so that its arrival counts as a new mark.
    markVisibility.current = markedCard && { markedCardId: markedCard.id, isVisible: zoom.isVisible(markedCard), size };
    if (markedCard && markVisibility.current) {
      const isNewMark = previousVisibility?.markedCardId !== markedCardId && lastActedCard.current !== markedCardId;
      if (isNewMark || hasLeftView(previousVisibility, markVisibility.current))
        zoom.revealInFrame(markedCard, pictureIndex.picture.bounds);
      markVisibility.current = { ...markVisibility.current, isVisible: zoom.isVisible(markedCard) };
    }
    if (markedCardId !== lastActedCard.current) lastActedCard.current = undefined;
  }, [rendered, session.map, markedCardId, size]);

  /** Restores a saved transform, or shows the initial view of the picture. */
  function restoreOrShowInitial(transform: ViewTransform | undefined, zoom: ZoomController): void {
    const { picture } = rendered.pictureIndex;
    const [root] = picture.cards;
    if (root === undefined) return;
    // The transform of a column may come from a window of another width.
    if (transform && zoom.restore(transform, picture.bounds)) zoom.recenterColumn(false);
    else zoom.showInitial(picture.bounds, root, rendered.pictureIndex.card(markedCardId), picture.shape === "outline");
  }

  /** Frames the picture as before, if the user has not moved it since. Returns whether it did. */
  function frameAgain(zoom: ZoomController): boolean {
    const { picture, card } = rendered.pictureIndex;
    const [root] = picture.cards;
    return root !== undefined && picture.shape === "tree" && zoom.frameAgain(picture.bounds, root, card(markedCardId));
  }

  /** Whether a card was in view when the window had another size. */
  const isVisibleIn = (size: Size, id: CardId | undefined, zoom: ZoomController): boolean => {
    const card = rendered.pictureIndex.card(id);
    return card !== undefined && isInView(card, zoom.transform, size);
  };

  /** Starts a new view when the shape, the direction or the focused branch has changed. Returns whether it did. */
  function resetView(previous: RenderedPicture, zoom: ZoomController): boolean {
    const reset = viewReset(previous, rendered);
    if (reset === undefined) return false;
    if (reset.leavesWholeMap) transformBeforeFocus.current = zoom.transform;
    const candidates = [lastActedCard.current, session.viewOptions.selected, markedCardId];
    const anchor = zoom.isFramed
      ? undefined
      : findScrollAnchor(previous.pictureIndex, rendered.pictureIndex, zoom.visibleBox, candidates);
    if (!reset.hasNewLayout || !frameAgain(zoom))
      restoreOrShowInitial(reset.restoresTransform ? transformBeforeFocus.current : undefined, zoom);
    if (reset.showsWholeMap) transformBeforeFocus.current = undefined;
    const card = rendered.pictureIndex.card(candidates.find((id) => id !== undefined) ?? anchor);
    if (card) zoom.reveal(card);
    return true;
  }

  /** Pans so that the card that the user looks at keeps its place in the window, and animates all other parts. */
  function keepAnchorInPlace({ pictureIndex: previousIndex }: RenderedPicture, zoom: ZoomController): void {
    if (stage.current === null) return;
    const { pictureIndex } = rendered;
    const { visibleBox } = zoom;
    const anchor = findScrollAnchor(previousIndex, pictureIndex, visibleBox, [
      lastActedCard.current,
      markedCardId,
      session.viewOptions.selected,
    ]);
    const offset = cardOffset(anchor, previousIndex, pictureIndex);
    if (offset.x !== 0 || offset.y !== 0) zoom.panBy(-offset.x, -offset.y);
    animateTransition(stage.current, previousIndex, pictureIndex, offset, zoom.visibleBox);
    if (!intersects(zoom.visibleBox, pictureIndex.picture.bounds))
      zoom.reveal(pictureIndex.card(anchor) ?? pictureIndex.picture.cards[0] ?? visibleBox);
  }

  const onViewChange = (listener: () => void): (() => void) => {
    listeners.current.add(listener);
    return () => listeners.current.delete(listener);
  };
  return { surface, stage, zoomController, renderWindow, lastActedCard, onViewChange };
}
