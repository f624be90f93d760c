/** The page: the picture with its buttons, or how to begin. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CardId } from "../../server/language/tree.ts";
import type { PlacedCard } from "../../server/picture/layout.ts";
import type { Picture } from "../../server/picture/picture.ts";
import { Controls } from "./controls.tsx";
import { Quotes } from "./quotes.tsx";
import { Scene } from "./scene.tsx";
import { createView, type Placement, type View } from "./view.ts";
import { walk } from "./walk.ts";
import { Welcome } from "./welcome.tsx";

export interface PageProps {
  readonly picture: Picture;
  /** Changes where another map is shown. */
  readonly map: string | undefined;
  /** The card under the editor's cursor. */
  readonly mark: CardId | undefined;
  /** How the page was left when it was last open. */
  readonly left: Placement | undefined;
  readonly onRest: (placement: Placement) => void;
  readonly onOpen: (card: CardId) => void;
}

/** A step of zooming by button or key. */
const step = 1.25;

export function Page({ picture, map, mark, left, onRest, onOpen }: PageProps) {
  const svg = useRef<SVGSVGElement>(null);
  const stage = useRef<SVGGElement>(null);
  const view = useRef<View>(undefined);
  const [current, setCurrent] = useState<CardId>();
  const [found, setFound] = useState<CardId>();
  const [reading, setReading] = useState<CardId>();
  const empty = picture.cards.length === 0;
  const card = (id: CardId | undefined): PlacedCard | undefined => picture.cards.find((one) => one.id === id);

  useLayoutEffect(() => {
    if (svg.current && stage.current) view.current = createView(svg.current, stage.current, onRest);
  }, []);
  const opened = useSight({ picture, map, mark, left, svg, view });

  function open(id: CardId): void {
    opened.current = id;
    setCurrent(id);
    const shows = card(id)?.face.card.shows;
    const full = card(shows);
    setFound(full?.id);
    if (full) view.current?.reveal(full);
    onOpen(id);
  }

  function goTo(next: PlacedCard): void {
    setCurrent(next.id);
    view.current?.reveal(next);
    elementOf(svg.current, next.id)?.focus({ preventScroll: true });
  }

  function onClick({ target }: MouseEvent): void {
    const id = cardIdAt(target);
    if (id === undefined) return;
    if (target instanceof Element && target.closest(".quotes")) setReading(id);
    else open(id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const id = cardIdAt(event.target);
    if (id === undefined) return;
    const next = walk(picture, id, event.key);
    if (next) goTo(next);
    else if (event.key === "Enter" || event.key === " ") open(id);
    else if (event.key === "q" && card(id)?.face.quotes) setReading(id);
    else return;
    event.preventDefault();
  }

  /**
   * A card that the Tab key leads to may be out of sight; one that the mouse leads to is not. Listened for around the
   * picture: Chromium lets the Tab key stop at an SVG that listens for focus itself.
   */
  function onFocusIn({ target }: FocusEvent): void {
    const focused = card(cardIdAt(target));
    if (focused && target instanceof Element && target.matches(":focus-visible")) view.current?.reveal(focused);
  }

  const actions = {
    zoomIn: () => view.current?.zoomBy(step),
    zoomOut: () => view.current?.zoomBy(1 / step),
    fit: () => view.current?.fit(picture.bounds),
  };
  useZoomKeys(actions);

  const read = card(reading);
  const reachable = card(current) ?? card(mark) ?? picture.cards[0];
  return (
    <main class={empty ? "empty" : "full"} onFocusIn={onFocusIn}>
      <svg
        ref={svg}
        class="picture"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the picture is a tree of cards that the keys walk
        role="tree"
        aria-label={picture.title ?? "Argument map"}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <g ref={stage}>
          <Scene picture={picture} mark={mark} found={found} current={reachable?.id} />
        </g>
      </svg>
      {empty ? <Welcome /> : <Controls {...actions} />}
      {read && read.face.card.quotes.length > 0 && (
        <Quotes
          card={read.face.card}
          onClose={() => {
            setReading(undefined);
            elementOf(svg.current, read.id)?.focus({ preventScroll: true });
          }}
        />
      )}
    </main>
  );
}

interface Sight extends Pick<PageProps, "picture" | "map" | "mark" | "left"> {
  readonly svg: { readonly current: SVGSVGElement | null };
  readonly view: { readonly current: View | undefined };
}

/**
 * Keeps in sight what the user wants to see: a map from its beginning, the card under the cursor. Gives the place to note
 * the card that the user has opened, which is where the user looks: when the editor then marks it, nothing moves.
 */
function useSight({ picture, map, mark, left, svg, view }: Sight) {
  const opened = useRef<CardId>(undefined);
  const begun = useRef<string>(undefined);
  const seen = useRef<{ readonly mark: CardId | undefined; readonly inSight: boolean }>(undefined);
  const [size, setSize] = useState(0);

  // A panel that is hidden when it gets its map has no size; the map is then begun when the panel is shown.
  useEffect(() => {
    const observer = new ResizeObserver(() =>
      setSize((svg.current?.clientWidth ?? 0) * (svg.current?.clientHeight ?? 0)),
    );
    if (svg.current) observer.observe(svg.current);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const root = picture.cards[0];
    if (root === undefined) begun.current = undefined;
    if (root === undefined || view.current === undefined || !svg.current?.clientWidth) return;
    if (begun.current !== map) {
      const first = begun.current === undefined && left !== undefined;
      if (!first || !view.current.resume(left, picture.bounds)) view.current.start(picture.bounds, root);
      begun.current = map;
    }
    const marked = picture.cards.find(({ id }) => id === mark);
    if (marked !== undefined) {
      const isNew = seen.current?.mark !== mark;
      const slippedAway = !isNew && seen.current?.inSight === true && !view.current.shows(marked);
      if (slippedAway || (isNew && opened.current !== mark)) view.current.reveal(marked);
    }
    if (mark !== opened.current) opened.current = undefined;
    // A mark whose card is not there yet is still to come.
    seen.current = marked && { mark, inSight: view.current.shows(marked) };
  }, [picture, map, mark, size]);
  return opened;
}

/** The keys of the zoom, wherever in the page the user is. */
function useZoomKeys({ zoomIn, zoomOut, fit }: Record<"zoomIn" | "zoomOut" | "fit", () => void>): void {
  useEffect(() => {
    const keys: Readonly<Record<string, () => void>> = { "+": zoomIn, "=": zoomIn, "-": zoomOut, "0": fit };
    const listen = (event: KeyboardEvent): void => {
      // With Ctrl or ⌘ these keys zoom the whole window.
      if (!event.ctrlKey && !event.metaKey && !event.altKey) keys[event.key]?.();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  });
}

/** The card that an event is about. */
function cardIdAt(target: EventTarget | null): CardId | undefined {
  const element = target instanceof Element ? target.closest("[data-card]") : null;
  // The attribute holds what the scene has put there: the identity of a card.
  return (element?.getAttribute("data-card") as CardId | null | undefined) ?? undefined;
}

const elementOf = (svg: SVGSVGElement | null, id: CardId): SVGGElement | null =>
  svg?.querySelector(`[data-card="${CSS.escape(id)}"]`) ?? null;
