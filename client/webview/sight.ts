/** Keeps in sight what the user wants to see, through every change of the picture and of the window. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CardId } from "../../server/language/tree.ts";
import type { PlacedCard } from "../../server/picture/layout.ts";
import { coversOf } from "./covers.ts";
import type { Drawing } from "./drawing.ts";
import { glide } from "./glide.ts";
import type { Placement } from "./left.ts";
import { meet, type Plot } from "./plot.ts";
import { type Region, regionFor } from "./region.ts";
import type { Session } from "./session.ts";
import { createView, type View } from "./view.ts";

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

const nowhere: Region = { box: { x: 0, y: 0, width: 0, height: 0 }, far: false };

export function useSight({ session, drawing, mark, onRest }: Given): Sight {
  const surface = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const view = useRef<View>(undefined);
  const acted = useRef<CardId>(undefined);
  const last = useRef<{ readonly map: string | undefined; readonly drawing: Drawing }>(undefined);
  const seen = useRef<{ readonly mark: CardId | undefined; readonly inSight: boolean; readonly size: number }>(
    undefined,
  );
  /** Where the picture was before a branch was shown alone. */
  const unfocused = useRef<Placement>(undefined);
  const listeners = useRef(new Set<() => void>());
  const [region, setRegion] = useState(nowhere);
  const [size, setSize] = useState(0);
  const rest = useRef(onRest);
  rest.current = onRest;

  useLayoutEffect(() => {
    if (surface.current === null) return;
    view.current = createView(surface.current, () => coversOf(document), {
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
        if (view.current) rest.current(view.current.placement);
      },
    });
  }, []);

  // A panel that is hidden when it gets its map has no size; the map is then begun when the panel is shown.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      setSize((surface.current?.clientWidth ?? 0) * (surface.current?.clientHeight ?? 0));
      const now = view.current;
      if (now) setRegion((before) => regionFor(now.sight, now.placement.k, before));
      for (const moved of listeners.current) moved();
    });
    if (surface.current) observer.observe(surface.current);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const { plot } = drawing;
    const { picture } = plot;
    const root = picture.cards[0];
    const now = view.current;
    if (root === undefined) last.current = undefined;
    if (root === undefined || now === undefined || !surface.current?.clientWidth) return;
    const before = last.current;
    last.current = { map: session.map, drawing };
    if (before === undefined || before.map !== session.map) {
      const { placement } = session;
      if (placement === undefined || !now.resume(placement, picture.bounds))
        now.start(picture.bounds, root, picture.shape === "outline");
      unfocused.current = undefined;
    } else if (before.drawing.plot !== plot) {
      if (!begunAnew(before.drawing)) stay(before.drawing.plot);
    }

    const marked = plot.card(mark);
    if (marked !== undefined) {
      const isNew = seen.current?.mark !== mark;
      // A smaller window may cut the card; what the picture does leaves it where one looks.
      const slippedAway =
        !isNew && seen.current?.inSight === true && (seen.current.size !== size || !now.shows(marked));
      if (slippedAway || (isNew && acted.current !== mark)) now.reveal(marked);
    }
    if (mark !== acted.current) acted.current = undefined;
    // A mark whose card is not there yet is still to come.
    seen.current = marked && { mark, inSight: now.shows(marked), size };

    /** Another shape, another branch alone: the picture is seen from its beginning. False where it is neither. */
    function begunAnew({ plot: was, explored }: Drawing): boolean {
      if (now === undefined || root === undefined) return false;
      const [from, to] = [explored.crumbs.at(-1)?.id, drawing.explored.crumbs.at(-1)?.id];
      const turned = was.picture.shape !== picture.shape || was.picture.direction !== picture.direction;
      if (from === to && !turned) return false;
      if (from === undefined && !turned) unfocused.current = now.placement;
      const back = to === undefined && !turned ? unfocused.current : undefined;
      if (back === undefined || !now.resume(back, picture.bounds))
        now.start(picture.bounds, root, picture.shape === "outline");
      if (to === undefined) unfocused.current = undefined;
      const card = plot.card(acted.current ?? session.choice.selected ?? mark);
      if (card) now.reveal(card);
      return true;
    }

    /** What the user looks at stays where it is in the window; all else goes where the new picture has it. */
    function stay(was: Plot): void {
      if (now === undefined || stage.current === null) return;
      const { sight } = now;
      const anchor = anchorOf(was, plot, [acted.current, mark, session.choice.selected]);
      const offset = anchor === undefined ? { x: 0, y: 0 } : shiftOf(was.card(anchor), plot.card(anchor));
      if (offset.x !== 0 || offset.y !== 0) now.shift(-offset.x, -offset.y);
      glide(stage.current, was, plot, offset, now.sight);
      if (!meet(now.sight, picture.bounds)) now.reveal(plot.card(anchor) ?? root ?? sight);
    }

    /** The first of some cards that is in sight and stays, else the one that is nearest to the middle. */
    function anchorOf(was: Plot, is: Plot, wanted: readonly (CardId | undefined)[]): CardId | undefined {
      if (now === undefined) return undefined;
      const { sight } = now;
      const visible = (card: PlacedCard): boolean => meet(card, sight) && is.card(card.id) !== undefined;
      const first = wanted.find((id) => {
        const card = was.card(id);
        return card !== undefined && visible(card);
      });
      if (first !== undefined) return first;
      const [x, y] = [sight.x + sight.width / 2, sight.y + sight.height / 2];
      let nearest: PlacedCard | undefined;
      let least = Number.POSITIVE_INFINITY;
      for (const card of was.picture.cards) {
        const far = Math.hypot(card.x + card.width / 2 - x, card.y + card.height / 2 - y);
        if (far >= least || !visible(card)) continue;
        nearest = card;
        least = far;
      }
      return nearest?.id;
    }
  }, [drawing, session.map, mark, size]);

  const onMove = (moved: () => void): (() => void) => {
    listeners.current.add(moved);
    return () => listeners.current.delete(moved);
  };
  return { surface, stage, view, region, acted, onMove };
}

const shiftOf = (was: PlacedCard | undefined, is: PlacedCard | undefined) =>
  was && is ? { x: is.x - was.x, y: is.y - was.y } : { x: 0, y: 0 };
