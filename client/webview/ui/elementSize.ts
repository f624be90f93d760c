import type { Size } from "../../../server/core/picture/geometry/box.ts";

/**
 * Returns a function that returns the size of an element as the browser last reported it to observers. Read from the element
 * itself, a size may be newer than those that other observers know, for the rest of that frame.
 */
export function trackReportedSize(element: HTMLElement): () => Size {
  let reported: Size | undefined;
  const read = (): Size => ({ width: element.clientWidth, height: element.clientHeight });
  new ResizeObserver(() => {
    reported = read();
  }).observe(element);
  return () => {
    reported ??= read();
    return reported;
  };
}

/** Milliseconds without a change after which a size counts as settled. */
const SETTLE_TIME = 150;

/**
 * Returns a function that returns the size of an element: the last one at which it came to rest, so that dragging the edge of
 * a panel does not rearrange its content all the time. A hidden element keeps the size that it had.
 */
export function trackSettledSize(element: HTMLElement, onSettled: () => void): () => Size {
  let settled: Size = { width: 0, height: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    const { clientWidth: width, clientHeight: height } = element;
    if (width > 0 && height > 0) settled = { width, height };
  };
  new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { width, height } = settled;
      settle();
      if (settled.width !== width || settled.height !== height) onSettled();
    }, SETTLE_TIME);
  }).observe(element);
  return () => {
    if (settled.width === 0) settle();
    return settled;
  };
}
