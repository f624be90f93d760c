/** Keeps in sight what the user wants to see, through every change of the picture and of the window. */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Filter } from "../../../server/core/picture/explore.ts";
import { type Box, meet, type Size } from "../../../server/core/picture/geometry/box.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import { type Region, regionFor } from "../picture/renderWindow.ts";
import type { Drawing } from "../state/pictureCache.ts";
import type { Placement } from "../state/savedView.ts";
import type { Session } from "../state/session.ts";
import { coversOf } from "./overlayInsets.ts";
import { anchorOf, beginningOf, hasSlipped, type Seen, sameSize, shiftOf } from "./scrollAnchor.ts";
import { glide } from "./transition.ts";
import { createView, type View } from "./zoomController.ts";

interface Given {
  readonly session: Session;
  readonly drawing: Drawing;
  /** The card of the picture that stands for the editor's cursor. */
  readonly mark: CardId | undefined;
  readonly onRest: (placement: Placement) => void;
}

export interface Sight {
  /** Where the gestures are made: the window on the picture. */
  readonly surface: { readonly current: HTMLDivElement | null };
  /** What is moved under it. */
  readonly stage: { readonly current: HTMLDivElement | null };
  readonly view: { readonly current: View | undefined };
  readonly region: Region;
  /**
   * The card that the user has just acted on, which is where the user looks: it stays where it is in the window, and when
   * the editor then marks it, nothing moves.
   */
  readonly acted: { current: CardId | undefined };
  /** Calls back whenever the picture moves under the window, until the function that it gives is called. */
  readonly onMove: (moved: () => void) => () => void;
}

/** What was shown last. */
interface Last {
  readonly map: string | undefined;
  readonly drawing: Drawing;
  readonly size: Size;
  readonly filter: Filter;
}

const nowhere: Region = { box: { x: 0, y: 0, width: 0, height: 0 }, far: false };

export function useSight({ session, drawing, mark, onRest }: Given): Sight {
  const surface = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const view = useRef<View>(undefined);
  const acted = useRef<CardId>(undefined);
  const last = useRef<Last>(undefined);
  const seen = useRef<Seen>(undefined);
  /** Whether it is a column that is whole across, which it is in a window of any width until the user moves it. */
  const across = useRef(false);
  /** Where the picture was before a branch was shown alone. */
  const unfocused = useRef<Placement>(undefined);
  const listeners = useRef(new Set<() => void>());
  const [region, setRegion] = useState(nowhere);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const rest = useRef(onRest);
  rest.current = onRest;

  useLayoutEffect(() => {
    if (surface.current === null) return;
    const column = (): Box | undefined => {
      const picture = last.current?.drawing.plot.picture;
      return picture?.shape === "outline" ? picture.bounds : undefined;
    };
    view.current = createView(
      surface.current,
      { covers: () => coversOf(document), column },
      {
        onMove: ({ x, y, k }) => {
          if (stage.current) {
            stage.current.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
            stage.current.classList.add("moving");
          }
          if (view.current) {
            const { sight } = view.current;
            setRegion((before) => regionFor(sight, k, before === nowhere ? undefined : before));
          }
          for (const moved of listeners.current) moved();
        },
        onRest: () => {
          stage.current?.classList.remove("moving");
          if (view.current === undefined) return;
          across.current = view.current.isAcross;
          // A mark that the user has left is not gone back to.
          const marked = last.current?.drawing.plot.card(seen.current?.mark);
          if (seen.current && marked) seen.current = { ...seen.current, inSight: view.current.shows(marked) };
          rest.current(view.current.placement);
        },
      },
    );
  }, []);

  // A panel that is hidden when it gets its map has no size; the map is then begun when the panel is shown.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      const is = { width: surface.current?.clientWidth ?? 0, height: surface.current?.clientHeight ?? 0 };
      setSize((was) => (sameSize(was, is) ? was : is));
      const now = view.current;
      if (now) setRegion((before) => regionFor(now.sight, now.placement.k, before));
      for (const moved of listeners.current) moved();
    });
    if (surface.current) observer.observe(surface.current);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const { plot } = drawing;
    const root = plot.picture.cards[0];
    const now = view.current;
    if (root === undefined) last.current = undefined;
    if (root === undefined || now === undefined || !surface.current?.clientWidth) return;
    const [before, seenBefore, wasAcross] = [last.current, seen.current, across.current];
    last.current = { map: session.map, drawing, size, filter: session.choice.exploration.filter };
    if (before === undefined || before.map !== session.map) {
      beginAt(session.placement, now);
      unfocused.current = undefined;
    } else if (before.drawing.plot !== plot) {
      if (!begunAnew(before.drawing, now)) {
        stay(before.drawing, now);
        const { filter } = session.choice.exploration;
        if (before.filter !== filter && (filter.hides || before.filter.hides)) now.gather(plot.picture.bounds);
        if (wasAcross && before.drawing.plot.picture.bounds.width !== plot.picture.bounds.width) now.align(true);
      }
    } else if (wasAcross && before.size !== size) now.align(false);

    const marked = plot.card(mark);
    // A mark whose card is not there yet is still to come.
    seen.current = marked && { mark: marked.id, inSight: now.shows(marked), size };
    if (marked && seen.current) {
      const comes = seenBefore?.mark !== mark && acted.current !== mark;
      if (comes || hasSlipped(seenBefore, seen.current)) now.reveal(marked);
      seen.current = { ...seen.current, inSight: now.shows(marked) };
    }
    if (mark !== acted.current) acted.current = undefined;
  }, [drawing, session.map, mark, size]);

  /** Shows the picture as it was left, else from its beginning. */
  function beginAt(placement: Placement | undefined, now: View): void {
    const { picture } = drawing.plot;
    const [root] = picture.cards;
    if (root === undefined) return;
    // A column may have been left in a window of another width.
    if (placement && now.resume(placement, picture.bounds)) now.align(false);
    else now.start(picture.bounds, root, drawing.plot.card(mark), picture.shape === "outline");
  }

  /** Another shape, another branch alone: the picture is seen from its beginning. False where it is neither. */
  function begunAnew(was: Drawing, now: View): boolean {
    const beginning = beginningOf(was, drawing);
    if (beginning === undefined) return false;
    if (beginning.leavesWhole) unfocused.current = now.placement;
    beginAt(beginning.comesBack ? unfocused.current : undefined, now);
    if (beginning.isWhole) unfocused.current = undefined;
    const card = drawing.plot.card(acted.current ?? session.choice.selected ?? mark);
    if (card) now.reveal(card);
    return true;
  }

  /** What the user looks at stays where it is in the window; all else goes where the new picture has it. */
  function stay({ plot: was }: Drawing, now: View): void {
    if (stage.current === null) return;
    const { plot } = drawing;
    const { sight } = now;
    const anchor = anchorOf(was, plot, sight, [acted.current, mark, session.choice.selected]);
    const offset = shiftOf(anchor, was, plot);
    if (offset.x !== 0 || offset.y !== 0) now.shift(-offset.x, -offset.y);
    glide(stage.current, was, plot, offset, now.sight);
    if (!meet(now.sight, plot.picture.bounds)) now.reveal(plot.card(anchor) ?? plot.picture.cards[0] ?? sight);
  }

  const onMove = (moved: () => void): (() => void) => {
    listeners.current.add(moved);
    return () => listeners.current.delete(moved);
  };
  return { surface, stage, view, region, acted, onMove };
}
