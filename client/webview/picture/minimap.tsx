/** A small overview of the whole picture with a frame around the visible part. Hidden when all of the picture is visible. */

import { useEffect, useRef } from "preact/hooks";
import { contains } from "../../../server/core/picture/geometry/box.ts";
import type { PictureIndex } from "../state/pictureIndex.ts";
import { useOnViewChange } from "../viewport/useOnViewChange.ts";
import type { Viewport } from "../viewport/useViewport.ts";
import { type PaintStyle, paintOverview } from "./overviewPainter.ts";

interface MinimapProps {
  readonly pictureIndex: PictureIndex;
  readonly getPaintStyle: () => PaintStyle;
  readonly viewport: Viewport;
}

const MAX_SIZE = { width: 168, height: 128 };

/** Pressing or dragging in it moves the view to that point. */
export function Minimap({ pictureIndex, getPaintStyle, viewport }: MinimapProps) {
  const { zoomController } = viewport;
  const canvas = useRef<HTMLCanvasElement>(null);
  const viewFrame = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  /** The picture that is painted, or scheduled to be. */
  const paintedIndex = useRef<PictureIndex>(undefined);
  const idleRequest = useRef(0);
  const { bounds } = pictureIndex.picture;
  const k = Math.min(MAX_SIZE.width / bounds.width, MAX_SIZE.height / bounds.height);
  const size = {
    width: Math.max(24, Math.round(bounds.width * k)),
    height: Math.max(24, Math.round(bounds.height * k)),
  };

  /** The position of the picture's origin in the minimap. A narrow picture is centered. */
  const origin = {
    x: (size.width - bounds.width * k) / 2 - bounds.x * k,
    y: (size.height - bounds.height * k) / 2 - bounds.y * k,
  };

  useOnViewChange(viewport, () => {
    if (viewFrame.current === null || container.current === null || zoomController.current === undefined) return;
    const { visibleBox } = zoomController.current;
    container.current.hidden = contains(visibleBox, pictureIndex.extent);
    // A hidden minimap is painted when it appears.
    if (container.current.hidden) return;
    if (paintedIndex.current !== pictureIndex) schedulePaint();
    const clamp = (position: number, available: number): number => Math.max(0, Math.min(position, available));
    const [left, right] = [visibleBox.x, visibleBox.x + visibleBox.width].map((x) =>
      clamp(x * k + origin.x, size.width),
    );
    const [top, bottom] = [visibleBox.y, visibleBox.y + visibleBox.height].map((y) =>
      clamp(y * k + origin.y, size.height),
    );
    if (left === undefined || right === undefined || top === undefined || bottom === undefined) return;
    viewFrame.current.style.transform = `translate(${left}px, ${top}px)`;
    viewFrame.current.style.width = `${Math.max(4, right - left)}px`;
    viewFrame.current.style.height = `${Math.max(4, bottom - top)}px`;
  });

  useEffect(() => () => cancelIdleCallback(idleRequest.current), []);

  // A change of theme also renders the page. The minimap then has to be painted in the new colors.
  useEffect(() => {
    const observer = new MutationObserver(() => {
      paintedIndex.current = undefined;
    });
    observer.observe(document.documentElement, { attributeFilter: ["style"] });
    observer.observe(document.body, { attributeFilter: ["class"] });
    return () => observer.disconnect();
  }, []);

  /** Paints when the browser is idle: the minimap is never urgent. */
  function schedulePaint(): void {
    paintedIndex.current = pictureIndex;
    cancelIdleCallback(idleRequest.current);
    idleRequest.current = requestIdleCallback(paintNow, { timeout: 400 });
  }

  function paintNow(): void {
    const pixelRatio = devicePixelRatio;
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    // The style sheet hides the minimap in a small panel.
    if (context.canvas.offsetParent === null) {
      paintedIndex.current = undefined;
      return;
    }
    context.canvas.width = size.width * pixelRatio;
    context.canvas.height = size.height * pixelRatio;
    paintOverview(context, pictureIndex.picture, { ...origin, k }, pixelRatio, getPaintStyle());
  }

  function centerAtPointer({ buttons, clientX, clientY }: PointerEvent): void {
    const box = canvas.current?.getBoundingClientRect();
    if ((buttons & 1) === 0 || box === undefined) return;
    zoomController.current?.moveToCenter((clientX - box.x - origin.x) / k, (clientY - box.y - origin.y) / k);
  }

  return (
    <div
      ref={container}
      class="minimap"
      // The minimap is for the mouse only. With the keyboard, the arrow keys reach every card.
      aria-hidden="true"
      style={{ width: `${size.width}px`, height: `${size.height}px` }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        centerAtPointer(event);
      }}
      onPointerMove={centerAtPointer}
    >
      <canvas ref={canvas} />
      <div ref={viewFrame} class="viewport-frame" />
    </div>
  );
}
