/** The canvas behind the picture on which it is painted from afar. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Plot } from "../state/pictureIndex.ts";
import type { Sight } from "../viewport/useViewport.ts";
import { type Look, paint } from "./overviewPainter.ts";

interface FarProps {
  readonly plot: Plot;
  readonly sight: Sight;
  readonly look: () => Look;
}

export function Far({ plot, sight: { view, onMove }, look }: FarProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    let asked = 0;
    const now = (): void => {
      asked = 0;
      const element = canvas.current;
      const context = element?.getContext("2d");
      if (!element || !context || !view.current) return;
      const ratio = devicePixelRatio;
      const [width, height] = [Math.round(innerWidth * ratio), Math.round(innerHeight * ratio)];
      if (element.width !== width) element.width = width;
      if (element.height !== height) element.height = height;
      paint(context, plot.picture, view.current.placement, ratio, look());
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
