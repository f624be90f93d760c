/** The distance of popovers, panels and hints from the edges of the window, in pixels. */
export const WINDOW_MARGIN = 8;

/**
 * Returns the start of a segment that is moved into the window along one axis. A segment that is too long starts at the
 * margin.
 */
export const clampToWindow = (start: number, length: number, windowLength: number, margin = WINDOW_MARGIN): number =>
  Math.max(margin, Math.min(start, windowLength - length - margin));
