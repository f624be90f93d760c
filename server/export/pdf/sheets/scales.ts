/** Points for each pixel: at most the size on screen, which gives text of 9.75 points, and at least text of 7 points. */
export const scales = { max: 0.75, min: 0.54 } as const;
/** Points for each pixel of an outline, which is laid out as wide as its sheet: text of 8.6 points. */
export const outlineScale = 0.66;

const STEP_COUNT = 8;

/** The scales to choose from, in descending order. */
export const scaleSteps = Array.from(
  { length: STEP_COUNT + 1 },
  (_, step) => scales.max - ((scales.max - scales.min) * step) / STEP_COUNT,
);
