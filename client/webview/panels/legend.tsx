/** What the signs of the picture mean: those that occur in it. */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Box } from "../../../server/core/picture/geometry/box.ts";
import { inView } from "../../../server/core/picture/geometry/visibleParts.ts";
import { legend } from "../../../server/core/picture/render/legend.ts";
import type { TextMeasure } from "../../../server/core/picture/text/measure.ts";
import { element } from "../picture/renderShape.tsx";
import type { Plot } from "../state/pictureIndex.ts";
import { type CornerName, cornerFor } from "../ui/popoverPlacement.ts";
import { Button } from "../ui/toolbar.tsx";
import { coversOf } from "../viewport/overlayInsets.ts";
import type { Sight } from "../viewport/useViewport.ts";
import { placed } from "../viewport/zoomController.ts";

interface LegendProps {
  readonly plot: Plot;
  readonly sight: Sight;
  readonly measure: TextMeasure;
  readonly onClose: () => void;
}

interface Inset {
  readonly top: string;
  readonly bottom: string;
  readonly left: string;
  readonly right: string;
}

/** From the edges of the window, and from what stands at them. */
const edge = 8;

export function Legend({ plot, sight: { view }, measure, onClose }: LegendProps) {
  const { entries } = legend(plot.picture, measure);
  const panel = useRef<HTMLElement>(null);
  const isPlaced = useRef(false);

  /** Once, as it opens: what went from corner to corner as the picture moves would be looked for each time. */
  const place = (): void => {
    const own = panel.current;
    const now = view.current;
    if (isPlaced.current || own === null || now === undefined) return;
    isPlaced.current = true;
    const { placement, sight } = now;
    const corners = cornersFor(own);
    const { corner, move } = cornerFor({
      window: { width: innerWidth, height: innerHeight },
      cards: inView(plot.picture, sight).cards.map((card) => placed(card, placement)),
      bounds: placed(plot.extent, placement),
      corners,
    });
    Object.assign(own.style, inset(corner, corners[corner]));
    if (move.x !== 0 || move.y !== 0) now.move(move.x, move.y);
  };
  useLayoutEffect(place, []);
  // A page that begins with it has nothing in sight yet when it is laid out.
  useEffect(place, []);

  return (
    <aside ref={panel} class="panel legend" aria-label="Legend">
      <header>
        <h2>Legend</h2>
        <Button label="Close" keys="l" icon="close" onClick={onClose} />
      </header>
      <ul>
        {entries.map(({ words, shapes }) => (
          <li key={words}>
            <svg width="36" height="20" viewBox="0 0 36 20" aria-hidden="true">
              {shapes.map((shape) => element(shape))}
            </svg>
            {words}
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** Where a legend of this size would be in each corner: below or above what stands there already. */
function cornersFor(panel: HTMLElement): Readonly<Record<CornerName, Box>> {
  const { offsetWidth: width, offsetHeight: height } = panel;
  const others = coversOf(document, panel);
  const at = (x: number, isTop: boolean): Box => {
    const beside = others.filter((other) => other.x < x + width + edge && other.x + other.width > x - edge);
    const tops = beside.filter(({ y, height }) => y + height < innerHeight / 2).map(({ y, height }) => y + height);
    const bottoms = beside.filter(({ y, height }) => y + height >= innerHeight / 2).map(({ y }) => y);
    const y = isTop ? Math.max(0, ...tops) + edge : Math.min(innerHeight, ...bottoms) - edge - height;
    return { x, y, width, height };
  };
  const end = innerWidth - edge - width;
  return {
    "bottom-left": at(edge, false),
    "top-left": at(edge, true),
    "bottom-right": at(end, false),
    "top-right": at(end, true),
  };
}

/** Held at its corner, also when the window gets another size. */
function inset(corner: CornerName, { x, y, width, height }: Box): Inset {
  const isTop = corner.startsWith("top");
  const isLeft = corner.endsWith("left");
  return {
    top: isTop ? `${y}px` : "auto",
    bottom: isTop ? "auto" : `${innerHeight - y - height}px`,
    left: isLeft ? `${x}px` : "auto",
    right: isLeft ? "auto" : `${innerWidth - x - width}px`,
  };
}
