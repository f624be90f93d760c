/** The canvas behind the picture that shows an overview when cards are too small to read. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { TextMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import type { PictureIndex } from "../state/pictureIndex.ts";
import type { Viewport } from "../viewport/useViewport.ts";
import { type PaintStyle, paintOverview } from "./overviewPainter.ts";

interface OverviewCanvasProps {
  readonly pictureIndex: PictureIndex;
  readonly viewport: Viewport;
  readonly measure: TextMeasure;
  readonly getPaintStyle: () => PaintStyle;
}

/** Fills the window and paints again after each rendering and each change of the view, at most once a frame. */
export function OverviewCanvas({
  pictureIndex,
  measure,
  viewport: { zoomController, onViewChange },
  getPaintStyle,
}: OverviewCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    let frameRequest = 0;
    const fonts = getComputedStyle(document.body).fontFamily;
    const paintNow = (): void => {
      frameRequest = 0;
      const element = canvas.current;
      const context = element?.getContext("2d");
      if (!element || !context || !zoomController.current) return;
      const pixelRatio = devicePixelRatio;
      const [width, height] = [Math.round(innerWidth * pixelRatio), Math.round(innerHeight * pixelRatio)];
      if (element.width !== width) element.width = width;
      if (element.height !== height) element.height = height;
      const style = { ...getPaintStyle(), typography: { measure, fonts } };
      paintOverview(context, pictureIndex.picture, zoomController.current.transform, pixelRatio, style);
    };
    paintNow();
    const unsubscribe = onViewChange(() => {
      // Several events may arrive within one frame.
      if (frameRequest === 0) frameRequest = requestAnimationFrame(paintNow);
    });
    return () => {
      cancelAnimationFrame(frameRequest);
      unsubscribe();
    };
  });
  return <canvas ref={canvas} class="overview" />;
}
