/** The whole picture, small, with what of it is in sight; there where it does not fit the window. */

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { contains } from "../../../server/core/picture/geometry/box.ts";
import type { Plot } from "../state/pictureIndex.ts";
import type { Sight } from "../viewport/useViewport.ts";
import { type Look, paint } from "./overviewPainter.ts";

interface MinimapProps {
  readonly plot: Plot;
  readonly look: () => Look;
  readonly sight: Sight;
}

const most = { width: 168, height: 128 };

export function Minimap({ plot, look, sight: { view, onMove } }: MinimapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<HTMLDivElement>(null);
  /** What is painted in it, or soon will be. */
  const asked = useRef<Plot>(undefined);
  const waiting = useRef(0);
  const { bounds } = plot.picture;
  const k = Math.min(most.width / bounds.width, most.height / bounds.height);
  const size = {
    width: Math.max(24, Math.round(bounds.width * k)),
    height: Math.max(24, Math.round(bounds.height * k)),
  };

  /** Where the picture's 0, 0 lies in the minimap: a narrow one stands in its middle. */
  const origin = {
    x: (size.width - bounds.width * k) / 2 - bounds.x * k,
    y: (size.height - bounds.height * k) / 2 - bounds.y * k,
  };

  useLayoutEffect(() => {
    const place = (): void => {
      if (frame.current === null || map.current === null || view.current === undefined) return;
      const { sight } = view.current;
      map.current.hidden = contains(sight, plot.extent);
      // Nobody sees what is painted in one that is hidden; it is painted once it comes to be seen.
      if (map.current.hidden) return;
      if (asked.current !== plot) drawSoon();
      const within = (at: number, room: number): number => Math.max(0, Math.min(at, room));
      const [left, right] = [sight.x, sight.x + sight.width].map((x) => within(x * k + origin.x, size.width));
      const [top, bottom] = [sight.y, sight.y + sight.height].map((y) => within(y * k + origin.y, size.height));
      if (left === undefined || right === undefined || top === undefined || bottom === undefined) return;
      frame.current.style.transform = `translate(${left}px, ${top}px)`;
      frame.current.style.width = `${Math.max(4, right - left)}px`;
      frame.current.style.height = `${Math.max(4, bottom - top)}px`;
    };
    place();
    return onMove(place);
  });

  useEffect(() => () => cancelIdleCallback(waiting.current), []);

  // Another theme draws the page anew, too: then it is painted in the colours of that.
  useEffect(() => {
    const observer = new MutationObserver(() => {
      asked.current = undefined;
    });
    observer.observe(document.documentElement, { attributeFilter: ["style"] });
    observer.observe(document.body, { attributeFilter: ["class"] });
    return () => observer.disconnect();
  }, []);

  /** Once nothing more urgent is to be done: nobody waits for this one. */
  function drawSoon(): void {
    asked.current = plot;
    cancelIdleCallback(waiting.current);
    waiting.current = requestIdleCallback(draw, { timeout: 400 });
  }

  function draw(): void {
    const ratio = devicePixelRatio;
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    // A narrow panel has no room for it.
    if (context.canvas.offsetParent === null) {
      asked.current = undefined;
      return;
    }
    context.canvas.width = size.width * ratio;
    context.canvas.height = size.height * ratio;
    paint(context, plot.picture, { ...origin, k }, ratio, look());
  }

  function follow({ buttons, clientX, clientY }: PointerEvent): void {
    const box = canvas.current?.getBoundingClientRect();
    if ((buttons & 1) === 0 || box === undefined) return;
    view.current?.centre((clientX - box.x - origin.x) / k, (clientY - box.y - origin.y) / k);
  }

  return (
    <div
      ref={map}
      class="minimap"
      // What it does by the mouse, the arrow keys do by walking from card to card.
      aria-hidden="true"
      style={{ width: `${size.width}px`, height: `${size.height}px` }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={follow}
    >
      <canvas ref={canvas} />
      <div ref={frame} class="sight" />
    </div>
  );
}
