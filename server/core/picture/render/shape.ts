/** Shapes: plain data that an SVG file and the page draw alike. */
import type { Colour } from "../theme.ts";

/** An SVG element. What it is painted with is named, so that each target can say it in its own way. */
export interface Shape {
  readonly tag: "g" | "rect" | "path" | "circle" | "text" | "title";
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly fill?: Colour | "none";
  readonly stroke?: Colour;
  /** Only of use to whoever can click on it: a picture in a file is without it. */
  readonly isInteractive?: boolean;
  readonly children?: readonly (Shape | string)[];
}

/** What is said of a shape to whoever points at it. */
export const titleShape = (text: string): Shape => ({ tag: "title", attributes: {}, children: [text] });

export const groupShape = (children: readonly Shape[], attributes: Shape["attributes"] = {}): Shape => ({
  tag: "g",
  attributes,
  children,
});
