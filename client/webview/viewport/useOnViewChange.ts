import { useLayoutEffect } from "preact/hooks";
import type { Viewport } from "./useViewport.ts";

/** Runs `update` after each rendering, and at each pan, zoom and resize. */
export function useOnViewChange({ onViewChange }: Pick<Viewport, "onViewChange">, update: () => void): void {
  useLayoutEffect(() => {
    update();
    return onViewChange(update);
  });
}
