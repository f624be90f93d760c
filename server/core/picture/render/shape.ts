/** Shapes: SVG elements as plain data, rendered by the page and written to SVG and PDF files. */
import type { Color } from "../theme.ts";

/** An SVG element. Its colors are names, which each renderer maps to a theme in its own way. */
export interface Shape {
  readonly tag: "g" | "rect" | "path" | "circle" | "text" | "tspan" | "a" | "title";
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly fill?: Color | "none";
  readonly stroke?: Color;
  /** Whether the shape is useful only if it can be clicked. Files leave it out. */
  readonly isInteractive?: boolean;
  readonly children?: readonly (Shape | string)[];
}

/** The tooltip of the parent shape. */
export const titleShape = (text: string): Shape => ({ tag: "title", attributes: {}, children: [text] });

/** Returns a group of shapes. */
export const groupShape = (children: readonly Shape[], attributes: Shape["attributes"] = {}): Shape => ({
  tag: "g",
  attributes,
  children,
});
