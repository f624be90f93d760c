/** The canvas behind the picture on which it is painted from afar. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { type Look, paint } from "./far.ts";
import type { Placement } from "./left.ts";
import type { Plot } from "./plot.ts";

interface FarProps {
  readonly plot: Plot;
  readonly placement: () => Placement;
  readonly look: () => Look;
  readonly onMove: (moved: () => void) => () => void;
}

export function Far({ plot, placement, look, onMove }: FarProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    let asked = 0;
    const now = (): void => {
      asked = 0;
      const element = canvas.current;
      const context = element?.getContext("2d");
      if (!element || !context) return;
      const ratio = devicePixelRatio;
      const [width, height] = [Math.round(innerWidth * ratio), Math.round(innerHeight * ratio)];
      if (element.width !== width) element.width = width;
      if (element.height !== height) element.height = height;
      paint(context, plot.picture, placement(), ratio, look());
    };
    now();
    const stop = onMove(() => {
      // Several events may come before the next frame.
      if (asked === 0) asked = requestAnimationFrame(now);
    });
    return () => {
      cancelAnimationFrame(asked);
      stop();
    };
  });
  return <canvas ref={canvas} class="far" />;
}
