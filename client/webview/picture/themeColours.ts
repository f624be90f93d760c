/** The theme's colours as strings, for painting on a canvas, where CSS variables have no effect. */
import type { PaintStyle } from "./overviewPainter.ts";

const COLOUR_NAMES = [
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
] as const satisfies readonly (keyof PaintStyle["colours"])[];

/** Returns the current values of the style sheet's colour variables. */
export function themeColours(): PaintStyle["colours"] {
  const style = getComputedStyle(document.body);
  const entries = COLOUR_NAMES.map((name) => [name, style.getPropertyValue(`--${name}`)]);
  // COLOUR_NAMES lists every key of the record.
  return Object.fromEntries(entries) as PaintStyle["colours"];
}
