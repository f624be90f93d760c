/** A branch in the hand: its card follows the pointer, and a hint says what dropping it would do. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PlacedCard } from "../../../server/core/picture/layout/treeLayout.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { cardIdAt, isOnPart } from "../picture/cardElements.ts";
import { FaceOf } from "../picture/renderShape.tsx";
import type { Plot } from "../state/pictureIndex.ts";
import type { Sight } from "../viewport/useViewport.ts";
import { hintFor, type Moving, movingOf } from "./branchMove.ts";

interface DraggingProps {
  readonly tree: Tree;
  readonly plot: Plot;
  readonly sight: Sight;
  /** A branch has been taken up; undefined: it has been let go. */
  readonly onAim: (moving: Moving | undefined) => void;
  readonly onDrop: (moving: Moving, target: CardId, other: boolean) => void;
}

/** Where the pointer took hold of a card. */
interface Held {
  readonly id: CardId;
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
}

interface Drag {
  readonly held: Held;
  readonly x: number;
  readonly y: number;
  readonly over: CardId | undefined;
  /** Whether it is to become the other kind of step. */
  readonly other: boolean;
}

/** Pixels that a hand may shake when it clicks. */
const shake = 5;
/** Near an edge of the window, so many pixels, the picture moves on by so many for each frame. */
const edge = { room: 36, step: 9 };

export function Dragging({ tree, plot, sight, onAim, onDrop }: DraggingProps) {
  const [drag, setDrag] = useState<Drag>();
  const held = useRef<Held>(undefined);
  const taken = drag?.held.id;
  // A hand that moves asks at each step; what it has taken up can go elsewhere only in another tree.
  const moving = useMemo(() => (taken === undefined ? undefined : movingOf(tree, taken)), [tree, taken]);
  const newest = useRef({ drag, moving, tree, onAim, onDrop });
  newest.current = { drag, moving, tree, onAim, onDrop };

  const letGo = (): void => {
    held.current = undefined;
    if (newest.current.drag === undefined) return;
    setDrag(undefined);
    newest.current.onAim(undefined);
  };

  useEffect(() => {
    const surface = sight.surface.current;
    if (surface === null) return;

    function take({ button, pointerType, pointerId: pointer, target, clientX: x, clientY: y }: PointerEvent): void {
      const id = cardIdAt(target);
      const isFree = target instanceof Element && !isOnPart(target) && target.closest(".hollow") === null;
      held.current =
        id !== undefined && isFree && button === 0 && pointerType !== "touch" ? { id, pointer, x, y } : undefined;
    }

    function move({ clientX: x, clientY: y, altKey: other, buttons }: PointerEvent): void {
      const at = held.current;
      if (at === undefined || surface === null) return;
      if ((buttons & 1) === 0) {
        letGo();
        return;
      }
      if (newest.current.drag === undefined) {
        if (Math.hypot(x - at.x, y - at.y) < shake) return;
        const begun = movingOf(newest.current.tree, at.id);
        if (begun === undefined) {
          letGo();
          return;
        }
        surface.setPointerCapture(at.pointer);
        newest.current.onAim(begun);
      }
      setDrag({ held: at, x, y, other, over: cardIdAt(document.elementFromPoint(x, y)) });
    }

    function drop({ altKey }: PointerEvent): void {
      const { drag: now, moving: taken, onDrop: put } = newest.current;
      letGo();
      if (now === undefined) return;
      // What the hand lets go of is not clicked.
      const still = (event: MouseEvent): void => event.stopPropagation();
      window.addEventListener("click", still, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", still, { capture: true }));
      if (taken !== undefined && now.over !== undefined && taken.targets.has(now.over)) put(taken, now.over, altKey);
    }

    function key(event: KeyboardEvent): void {
      if (newest.current.drag === undefined) return;
      if (event.key === "Escape" && event.type === "keydown") letGo();
      else if (event.key === "Alt") setDrag((was) => was && { ...was, other: event.type === "keydown" });
      else return;
      event.preventDefault();
      event.stopPropagation();
    }

    surface.addEventListener("pointerdown", take);
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", drop);
    window.addEventListener("pointercancel", letGo);
    window.addEventListener("keydown", key, true);
    window.addEventListener("keyup", key, true);
    return () => {
      surface.removeEventListener("pointerdown", take);
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", drop);
      window.removeEventListener("pointercancel", letGo);
      window.removeEventListener("keydown", key, true);
      window.removeEventListener("keyup", key, true);
    };
  }, []);

  // The branch may have gone, or have other targets, while it is in the hand.
  useLayoutEffect(() => {
    if (drag === undefined) return;
    if (moving === undefined) letGo();
    else onAim(moving);
  }, [tree]);

  const isHeld = drag !== undefined;
  useEffect(() => {
    if (!isHeld) return;
    let frame = requestAnimationFrame(function creep() {
      const { drag: now } = newest.current;
      const view = sight.view.current;
      if (now !== undefined && view !== undefined) {
        const by = (at: number, room: number): number =>
          at < edge.room ? edge.step : at > room - edge.room ? -edge.step : 0;
        const [x, y] = [by(now.x, innerWidth), by(now.y, innerHeight)];
        if (x !== 0 || y !== 0) {
          view.shift(x / view.placement.k, y / view.placement.k);
          setDrag({ ...now, over: cardIdAt(document.elementFromPoint(now.x, now.y)) });
        }
      }
      frame = requestAnimationFrame(creep);
    });
    return () => cancelAnimationFrame(frame);
  }, [isHeld]);

  if (drag === undefined || moving === undefined || sight.view.current === undefined) return null;
  const { x, y, k } = sight.view.current.placement;
  const card = plot.card(drag.held.id);
  const target = plot.card(drag.over);
  const can = target !== undefined && moving.targets.has(target.id);
  const hint = hintFor(moving, target?.face.card, wordsOf(target, plot), drag.other);
  return (
    <>
      <svg class="hand" aria-hidden="true">
        {target && can && (
          <rect
            class={`aim ${moving.card.kind}`}
            x={x + target.x * k - 4}
            y={y + target.y * k - 4}
            width={target.width * k + 8}
            height={target.height * k + 8}
            rx={10}
          />
        )}
        {card && (
          <g class="ghost" transform={`translate(${drag.x + hand.x} ${drag.y + hand.y}) scale(${k * hand.scale})`}>
            <FaceOf face={card.face} />
          </g>
        )}
      </svg>
      {hint !== "" && (
        <output class={can ? "hint can" : "hint"} ref={(element) => besidePointer(element, drag)}>
          {hint}
        </output>
      )}
    </>
  );
}

/** The card in the hand lies beside the pointer and is a little smaller, so that what is under it can be read. */
const hand = { x: 14, y: 12, scale: 0.8 };

/** The hint stands above the pointer, out of the way of the card. */
function besidePointer(element: HTMLElement | null, { x, y }: Drag): void {
  if (element === null) return;
  const left = Math.max(8, Math.min(x + 14, innerWidth - element.offsetWidth - 8));
  const over = y - element.offsetHeight - 12;
  const top = over < 8 ? y + 22 : over;
  element.style.transform = `translate(${left}px, ${top}px)`;
}

/** What a card says; one that refers to another says what that does. */
export function wordsOf(card: PlacedCard | undefined, plot: Plot): string {
  if (card === undefined) return "";
  const { shows, text, name, kind } = card.face.card;
  return text || plot.card(shows)?.face.card.text || name || kind;
}
