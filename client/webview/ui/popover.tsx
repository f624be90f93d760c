/** A box beside a card, placed where it covers least of the other cards. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { Box } from "../../../server/core/picture/geometry/box.ts";
import { visibleParts } from "../../../server/core/picture/geometry/visibleParts.ts";
import type { Picture } from "../../../server/core/picture/model.ts";
import { useOnViewChange } from "../viewport/useOnViewChange.ts";
import type { Viewport } from "../viewport/useViewport.ts";
import { toScreen } from "../viewport/zoomGeometry.ts";
import { type PopoverPosition, placePopover } from "./popoverPlacement.ts";

interface PopoverProps {
  readonly card: Box;
  readonly picture: Picture;
  readonly viewport: Viewport;
  readonly children: ComponentChildren;
}

/** Shows its children beside the card, and follows the card when the view changes. */
export function Popover({ card, picture, viewport, children }: PopoverProps) {
  const { zoomController } = viewport;
  const popover = useRef<HTMLDivElement>(null);
  const lastPosition = useRef<PopoverPosition>(undefined);
  const growthDirection = picture.shape === "tree" && picture.direction === "right" ? "right" : "down";
  useOnViewChange(viewport, () => {
    if (popover.current === null || zoomController.current === undefined) return;
    const { transform, visibleBox } = zoomController.current;
    const { offsetWidth: width, offsetHeight: height } = popover.current;
    const otherCards = visibleParts(picture, visibleBox).cards.map((other) => toScreen(other, transform));
    const windowSize = { width: innerWidth, height: innerHeight };
    const position = placePopover(
      toScreen(card, transform),
      { width, height },
      { windowSize, otherCards, growthDirection, previous: lastPosition.current },
    );
    lastPosition.current = position;
    popover.current.style.transform = `translate(${Math.round(position.x)}px, ${Math.round(position.y)}px)`;
  });
  return (
    <div ref={popover} class="popover">
      {children}
    </div>
  );
}
