/** The legend, with those signs that occur in the picture. */

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Box } from "../../../server/core/picture/geometry/box.ts";
import { visibleParts } from "../../../server/core/picture/geometry/visibleParts.ts";
import { createLegend } from "../../../server/core/picture/render/legend.ts";
import type { WeighedCards } from "../../../server/core/picture/render/weighing.ts";
import type { TextMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import { messages } from "../messages/messages.ts";
import { renderShape } from "../picture/renderShape.tsx";
import type { PictureIndex } from "../state/pictureIndex.ts";
import { WINDOW_MARGIN } from "../ui/clampToWindow.ts";
import { bestCorner, type CornerName } from "../ui/popoverPlacement.ts";
import { Button } from "../ui/toolbar.tsx";
import { overlayBoxes } from "../viewport/overlayInsets.ts";
import type { Viewport } from "../viewport/useViewport.ts";
import { toScreen } from "../viewport/zoomGeometry.ts";

interface LegendProps {
  readonly pictureIndex: PictureIndex;
  readonly viewport: Viewport;
  readonly measure: TextMeasure;
  readonly weighed: WeighedCards;
  readonly onClose: () => void;
}

interface Inset {
  readonly top: string;
  readonly bottom: string;
  readonly left: string;
  readonly right: string;
}

/** A panel in the corner of the window where it covers least of the cards. */
export function Legend({ pictureIndex, viewport: { zoomController }, measure, weighed, onClose }: LegendProps) {
  const { entries } = createLegend(pictureIndex.picture, measure, weighed);
  const panel = useRef<HTMLElement>(null);
  const isPlaced = useRef(false);

  /** Chooses the corner once, when the legend opens: a legend that follows the picture is hard to find. */
  const placeInCorner = (): void => {
    const panelElement = panel.current;
    const zoom = zoomController.current;
    if (isPlaced.current || panelElement === null || zoom === undefined) return;
    isPlaced.current = true;
    const { transform, visibleBox } = zoom;
    const corners = cornerBoxes(panelElement);
    const { corner, offset } = bestCorner({
      windowSize: { width: innerWidth, height: innerHeight },
      cards: visibleParts(pictureIndex.picture, visibleBox).cards.map((card) => toScreen(card, transform)),
      bounds: toScreen(pictureIndex.extent, transform),
      corners,
    });
    Object.assign(panelElement.style, cornerInset(corner, corners[corner]));
    if (offset.x !== 0 || offset.y !== 0) zoom.animatePan(offset.x, offset.y);
  };
  useLayoutEffect(placeInCorner, []);
  // In a page that starts with the legend open, there is no view yet at the layout effect.
  useEffect(placeInCorner, []);

  return (
    <aside ref={panel} class="panel legend" aria-label={messages.legend}>
      <header>
        <h2>{messages.legend}</h2>
        <Button label={messages.close} shortcut="l" icon="close" onClick={onClose} />
      </header>
      <ul>
        {entries.map(({ label, shapes }) => (
          <li key={label}>
            <svg width="36" height="20" viewBox="0 0 36 20" aria-hidden="true">
              {shapes.map((shape) => renderShape(shape))}
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** Returns the box of the panel in each corner, clear of the overlays there. */
function cornerBoxes(panel: HTMLElement): Readonly<Record<CornerName, Box>> {
  const { offsetWidth: width, offsetHeight: height } = panel;
  const overlays = overlayBoxes(document, panel);
  const boxAt = (x: number, isTop: boolean): Box => {
    const sameColumn = overlays.filter(
      (other) => other.x < x + width + WINDOW_MARGIN && other.x + other.width > x - WINDOW_MARGIN,
    );
    const isInTopHalf = (overlay: Box): boolean => overlay.y + overlay.height < innerHeight / 2;
    const tops = sameColumn.filter(isInTopHalf).map((overlay) => overlay.y + overlay.height);
    const bottoms = sameColumn.filter((overlay) => !isInTopHalf(overlay)).map((overlay) => overlay.y);
    const y = isTop ? Math.max(0, ...tops) + WINDOW_MARGIN : Math.min(innerHeight, ...bottoms) - WINDOW_MARGIN - height;
    return { x, y, width, height };
  };
  const right = innerWidth - WINDOW_MARGIN - width;
  return {
    "bottom-left": boxAt(WINDOW_MARGIN, false),
    "top-left": boxAt(WINDOW_MARGIN, true),
    "bottom-right": boxAt(right, false),
    "top-right": boxAt(right, true),
  };
}

/** Returns CSS insets that keep the panel in its corner when the window is resized. */
function cornerInset(corner: CornerName, { x, y, width, height }: Box): Inset {
  const isTop = corner.startsWith("top");
  const isLeft = corner.endsWith("left");
  return {
    top: isTop ? `${y}px` : "auto",
    bottom: isTop ? "auto" : `${innerHeight - y - height}px`,
    left: isLeft ? `${x}px` : "auto",
    right: isLeft ? "auto" : `${innerWidth - x - width}px`,
  };
}
