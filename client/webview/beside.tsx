/** A box beside a card, as near as the window allows without covering it. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Box } from "../../server/picture/layout.ts";
import type { Placement } from "./left.ts";

interface BesideProps {
  readonly card: Box;
  readonly placement: () => Placement;
  /** Calls back when the picture moves, until the function that it gives is called. */
  readonly onMove: (moved: () => void) => () => void;
  readonly children: ComponentChildren;
}

const gap = 10;
const edge = 8;

export function Beside({ card, placement, onMove, children }: BesideProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = (): void => {
      if (box.current === null) return;
      const { x, y, k } = placement();
      const at = { x: x + card.x * k, y: y + card.y * k, width: card.width * k, height: card.height * k };
      const { offsetWidth: width, offsetHeight: height } = box.current;
      const spot = beside(at, { width, height }, { width: innerWidth, height: innerHeight });
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

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a box goes: right of the card, else left, below, above; where it fits nowhere, where it covers least. */
export function beside(card: Box, box: Size, window: Size): { readonly x: number; readonly y: number } {
  const within = (start: number, length: number, room: number): number =>
    Math.max(edge, Math.min(start, room - length - edge));
  const level = within(card.y, box.height, window.height);
  const above = within(card.x, box.width, window.width);
  const right = card.x + card.width + gap;
  const left = card.x - gap - box.width;
  const below = card.y + card.height + gap;
  const over = card.y - gap - box.height;
  if (right + box.width + edge <= window.width && right >= 0) return { x: right, y: level };
  if (left >= edge && card.x <= window.width) return { x: left, y: level };
  if (below + box.height + edge <= window.height) return { x: above, y: below };
  if (over >= edge) return { x: above, y: over };
  return { x: within(right, box.width, window.width), y: within(below, box.height, window.height) };
}
