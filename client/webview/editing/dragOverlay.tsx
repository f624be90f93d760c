import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { cardIdAt, isOnCardControl } from "../picture/cardElements.ts";
import { CardShape } from "../picture/renderShape.tsx";
import type { PictureIndex } from "../state/pictureIndex.ts";
import { clampToWindow, WINDOW_MARGIN } from "../ui/clampToWindow.ts";
import { useLatest } from "../ui/useLatest.ts";
import type { Viewport } from "../viewport/useViewport.ts";
import { type BranchMove, cardText, createBranchMove, dropHint } from "./branchMove.ts";

interface DragOverlayProps {
  readonly tree: Tree;
  readonly pictureIndex: PictureIndex;
  readonly viewport: Viewport;
  /** Called when a drag starts or its tree changes, and with undefined when it ends. */
  readonly onMoveChange: (move: BranchMove | undefined) => void;
  readonly onDrop: (move: BranchMove, target: CardId, asOtherKind: boolean) => void;
}

/** The position at which the pointer was pressed on a card. */
interface DragStart {
  readonly id: CardId;
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
}

interface DragState {
  readonly start: DragStart;
  readonly x: number;
  readonly y: number;
  readonly overCard: CardId | undefined;
  /** Whether a reason becomes an objection, and the other way round. */
  readonly asOtherKind: boolean;
}

/** Pixels that the pointer can move during a click. */
const DRAG_THRESHOLD = 5;
/** The width of the zones along the window's edges in which a drag scrolls the picture, in pixels, and its speed. */
const AUTO_SCROLL = { edgeSize: 36, pixelsPerFrame: 9 };

/** Drag and drop of a branch: a preview of its card follows the pointer, and a hint says what dropping it would do. */
export function DragOverlay({ tree, pictureIndex, viewport, onMoveChange, onDrop }: DragOverlayProps) {
  const [drag, setDrag] = useState<DragState>();
  const dragStart = useRef<DragStart>(undefined);
  const draggedId = drag?.start.id;
  // Computed once per tree, and not at each move of the pointer.
  const activeMove = useMemo(
    () => (draggedId === undefined ? undefined : createBranchMove(tree, draggedId)),
    [tree, draggedId],
  );
  const latest = useLatest({ drag, activeMove, tree, onMoveChange, onDrop });

  const cancelDrag = (): void => {
    dragStart.current = undefined;
    if (latest.current.drag === undefined) return;
    setDrag(undefined);
    latest.current.onMoveChange(undefined);
  };

  // Not `useEffect`, which would miss a button that is pressed right after the first drawing.
  useLayoutEffect(() => {
    const surface = viewport.surface.current;
    if (surface === null) return;

    function onPointerDown({ button, pointerType, pointerId, target, clientX: x, clientY: y }: PointerEvent): void {
      const id = cardIdAt(target);
      const isDraggable =
        target instanceof Element && !isOnCardControl(target) && target.closest(".is-placeholder") === null;
      dragStart.current =
        id !== undefined && isDraggable && button === 0 && pointerType !== "touch"
          ? { id, pointerId, x, y }
          : undefined;
    }

    function onPointerMove({ clientX: x, clientY: y, altKey: asOtherKind, buttons }: PointerEvent): void {
      const start = dragStart.current;
      if (start === undefined || surface === null) return;
      if ((buttons & 1) === 0) {
        cancelDrag();
        return;
      }
      if (latest.current.drag === undefined) {
        if (Math.hypot(x - start.x, y - start.y) < DRAG_THRESHOLD) return;
        const newMove = createBranchMove(latest.current.tree, start.id);
        if (newMove === undefined) {
          cancelDrag();
          return;
        }
        surface.setPointerCapture(start.pointerId);
        latest.current.onMoveChange(newMove);
      }
      setDrag({ start, x, y, asOtherKind, overCard: cardIdAt(document.elementFromPoint(x, y)) });
    }

    function onPointerUp({ altKey }: PointerEvent): void {
      const { drag: lastDrag, activeMove: lastMove } = latest.current;
      cancelDrag();
      if (lastDrag === undefined) return;
      // The end of a drag is not a click.
      const suppressClick = (event: MouseEvent): void => event.stopPropagation();
      window.addEventListener("click", suppressClick, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", suppressClick, { capture: true }));
      if (lastMove !== undefined && lastDrag.overCard !== undefined && lastMove.targets.has(lastDrag.overCard))
        latest.current.onDrop(lastMove, lastDrag.overCard, altKey);
    }

    function onKey(event: KeyboardEvent): void {
      if (latest.current.drag === undefined) return;
      if (event.key === "Escape" && event.type === "keydown") cancelDrag();
      else if (event.key === "Alt")
        setDrag((previous) => previous && { ...previous, asOtherKind: event.type === "keydown" });
      else return;
      event.preventDefault();
      event.stopPropagation();
    }

    surface.addEventListener("pointerdown", onPointerDown);
    window.addEventListener("pointermove", onPointerMove);
    window.addEventListener("pointerup", onPointerUp);
    window.addEventListener("pointercancel", cancelDrag);
    window.addEventListener("keydown", onKey, true);
    window.addEventListener("keyup", onKey, true);
    return () => {
      surface.removeEventListener("pointerdown", onPointerDown);
      window.removeEventListener("pointermove", onPointerMove);
      window.removeEventListener("pointerup", onPointerUp);
      window.removeEventListener("pointercancel", cancelDrag);
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("keyup", onKey, true);
    };
  }, []);

  // A new tree can remove the branch or change its targets during the drag.
  useLayoutEffect(() => {
    if (drag === undefined) return;
    if (activeMove === undefined) cancelDrag();
    else onMoveChange(activeMove);
  }, [tree]);

  const isDragging = drag !== undefined;
  useEffect(() => {
    if (!isDragging) return;
    let frame = requestAnimationFrame(function autoScroll() {
      const { drag: current } = latest.current;
      const view = viewport.zoomController.current;
      if (current !== undefined && view !== undefined) {
        const scrollStep = (position: number, extent: number): number =>
          position < AUTO_SCROLL.edgeSize
            ? AUTO_SCROLL.pixelsPerFrame
            : position > extent - AUTO_SCROLL.edgeSize
              ? -AUTO_SCROLL.pixelsPerFrame
              : 0;
        const [x, y] = [scrollStep(current.x, innerWidth), scrollStep(current.y, innerHeight)];
        if (x !== 0 || y !== 0) {
          view.panBy(x / view.transform.k, y / view.transform.k);
          setDrag({ ...current, overCard: cardIdAt(document.elementFromPoint(current.x, current.y)) });
        }
      }
      frame = requestAnimationFrame(autoScroll);
    });
    return () => cancelAnimationFrame(frame);
  }, [isDragging]);

  if (drag === undefined || activeMove === undefined || viewport.zoomController.current === undefined) return null;
  const { x, y, k } = viewport.zoomController.current.transform;
  const card = pictureIndex.card(drag.start.id);
  const target = pictureIndex.card(drag.overCard);
  const canDrop = target !== undefined && activeMove.targets.has(target.id);
  const hint = dropHint(activeMove, target?.layout.card, cardText(target, pictureIndex), drag.asOtherKind);
  return (
    <>
      <svg class="drag-overlay" aria-hidden="true">
        {target && canDrop && (
          <rect
            class={`drop-indicator ${activeMove.card.kind}`}
            x={x + target.x * k - 4}
            y={y + target.y * k - 4}
            width={target.width * k + 8}
            height={target.height * k + 8}
            rx={10}
          />
        )}
        {card && (
          <g
            class="drag-preview"
            transform={`translate(${drag.x + DRAG_PREVIEW.x} ${drag.y + DRAG_PREVIEW.y}) scale(${k * DRAG_PREVIEW.scale})`}
          >
            <CardShape layout={card.layout} />
          </g>
        )}
      </svg>
      {hint !== "" && (
        <output class={canDrop ? "drop-hint is-allowed" : "drop-hint"} ref={(element) => placeHint(element, drag)}>
          {hint}
        </output>
      )}
    </>
  );
}

/** The preview is beside the pointer and smaller than the card, so that the card under the pointer remains readable. */
const DRAG_PREVIEW = { x: 14, y: 12, scale: 0.8 };

/** Places the hint above the pointer, because the preview is below; below it at the top of the window. */
function placeHint(element: HTMLElement | null, { x, y }: DragState): void {
  if (element === null) return;
  const left = clampToWindow(x + 14, element.offsetWidth, innerWidth);
  const topAbove = y - element.offsetHeight - 12;
  const top = topAbove < WINDOW_MARGIN ? y + 22 : topAbove;
  element.style.transform = `translate(${left}px, ${top}px)`;
}
