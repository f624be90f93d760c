/** Lines of text in a picture, for formats that set the text themselves. */
import type { Shape } from "../../core/picture/render/shape.ts";
import type { Theme } from "../../core/picture/theme.ts";
import type { Weight } from "../../core/picture/typesetting/measure.ts";

/** A line of text with its position and style. */
export interface DrawnLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
  readonly rtl: boolean;
  readonly anchor: "start" | "end" | "middle";
}

/** Returns the line of text that a `text` shape draws. */
export function textLineOf({ attributes, fill, children = [] }: Shape, theme: Theme): DrawnLine {
  const anchor = attributes["text-anchor"];
  return {
    text: children.filter((child) => typeof child === "string").join(""),
    x: Number(attributes["x"] ?? 0),
    y: Number(attributes["y"] ?? 0),
    size: Number(attributes["font-size"] ?? 13),
    weight: Number(attributes["font-weight"] ?? 400) >= 600 ? 600 : 400,
    color: fill === undefined || fill === "none" ? theme.text : theme[fill],
    rtl: attributes["direction"] === "rtl",
    anchor: anchor === "end" || anchor === "middle" ? anchor : "start",
  };
}
