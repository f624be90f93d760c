/** The theme's colours for what is painted on a canvas, which knows no style sheet. */
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
  "ground",
  "ground-border",
  "error",
  "warning",
  "hint",
  "find",
] as const satisfies readonly (keyof PaintStyle["colours"])[];

/** What the style sheet's variables of these names come to now. */
export function themeColours(): PaintStyle["colours"] {
  const style = getComputedStyle(document.body);
  const entries = COLOUR_NAMES.map((name) => [name, style.getPropertyValue(`--${name}`)]);
  return Object.fromEntries(entries) as PaintStyle["colours"]; // Each of the names has an entry.
}
