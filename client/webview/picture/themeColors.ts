/** The theme's colors as strings, for painting on a canvas, where CSS variables have no effect. */
import type { PaintStyle } from "./overviewPainter.ts";

const COLOR_NAMES = [
  "background",
  "card",
  "border",
  "line",
  "text",
  "muted",
  "inverse",
  "claim",
  "reason",
  "objection",
  "question",
  "frame-reason",
  "frame-objection",
  "frame-border-reason",
  "frame-border-objection",
  "section",
  "section-border",
  "error",
  "warning",
  "hint",
  "find-match",
] as const satisfies readonly (keyof PaintStyle["colors"])[];

/** Returns the current values of the style sheet's color variables. */
export function themeColors(): PaintStyle["colors"] {
  const style = getComputedStyle(document.body);
  const entries = COLOR_NAMES.map((name) => [name, style.getPropertyValue(`--${name}`)]);
  // COLOR_NAMES lists every key of the record.
  return Object.fromEntries(entries) as PaintStyle["colors"];
}
