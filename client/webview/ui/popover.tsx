/** A box beside a card, there where it covers least. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Box } from "../../../server/core/picture/geometry/box.ts";
import { inView } from "../../../server/core/picture/geometry/visibleParts.ts";
import type { Picture } from "../../../server/core/picture/picture.ts";
import type { Sight } from "../viewport/useViewport.ts";
import { placed } from "../viewport/zoomController.ts";
import { type Spot, spotBeside } from "./popoverPlacement.ts";

interface BesideProps {
  readonly card: Box;
  readonly picture: Picture;
  readonly sight: Sight;
  readonly children: ComponentChildren;
}

export function Beside({ card, picture, sight: { view, onMove }, children }: BesideProps) {
  const box = useRef<HTMLDivElement>(null);
  const last = useRef<Spot>(undefined);
  const grows = picture.shape === "tree" && picture.direction === "right" ? "right" : "down";
  useLayoutEffect(() => {
    const place = (): void => {
      if (box.current === null || view.current === undefined) return;
      const { placement, sight } = view.current;
      const { offsetWidth: width, offsetHeight: height } = box.current;
      const others = inView(picture, sight).cards.map((other) => placed(other, placement));
      const window = { width: innerWidth, height: innerHeight };
      const spot = spotBeside(
        placed(card, placement),
        { width, height },
        { window, others, grows, last: last.current },
      );
      last.current = spot;
      box.current.style.transform = `translate(${Math.round(spot.x)}px, ${Math.round(spot.y)}px)`;
    };
    place();
    return onMove(place);
  });
  return (
    <div ref={box} class="beside">
      {children}
    </div>
  );
}
