/** A box beside a card, as near as the window allows without covering it. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Box } from "../../server/picture/box.ts";
import type { Picture } from "../../server/picture/picture.ts";
import type { Sight } from "./sight.ts";

interface BesideProps {
  readonly card: Box;
  readonly picture: Picture;
  readonly sight: Sight;
  readonly children: ComponentChildren;
}

const gap = 12;
const edge = 8;

export function Beside({ card, picture, sight: { view, onMove }, children }: BesideProps) {
  const box = useRef<HTMLDivElement>(null);
  const grows = picture.shape === "tree" && picture.direction === "right" ? "right" : "down";
  useLayoutEffect(() => {
    const place = (): void => {
      if (box.current === null || view.current === undefined) return;
      const { x, y, k } = view.current.placement;
      const at = { x: x + card.x * k, y: y + card.y * k, width: card.width * k, height: card.height * k };
      const { offsetWidth: width, offsetHeight: height } = box.current;
      const spot = beside(at, { width, height }, { width: innerWidth, height: innerHeight }, grows);
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

/**
 * Where a box goes: at a side of the card where it covers least of the branch that grows from it. Where it fits at none, it
 * covers a part of the card.
 */
export function beside(
  card: Box,
  box: Size,
  window: Size,
  grows: "right" | "down",
): { readonly x: number; readonly y: number } {
  const within = (start: number, length: number, room: number): number =>
    Math.max(edge, Math.min(start, room - length - edge));
  const across = within(card.x, box.width, window.width);
  const level = within(card.y, box.height, window.height);
  const right = card.x + card.width + gap;
  const left = card.x - gap - box.width;
  const below = card.y + card.height + gap;
  const over = card.y - gap - box.height;
  const sides = {
    below: below + box.height + edge <= window.height ? { x: across, y: below } : undefined,
    over: over >= edge ? { x: across, y: over } : undefined,
    right: right + box.width + edge <= window.width ? { x: right, y: level } : undefined,
    left: left >= edge ? { x: left, y: level } : undefined,
  };
  const order =
    grows === "right"
      ? [sides.below, sides.over, sides.right, sides.left]
      : [sides.right, sides.left, sides.below, sides.over];
  const free = order.find((side) => side !== undefined);
  return free ?? { x: within(right, box.width, window.width), y: within(below, box.height, window.height) };
}
