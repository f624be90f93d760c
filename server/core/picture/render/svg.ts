/** A picture as an SVG file that stands on its own: text as text, colours in the elements, nothing fetched. */
import { escapeXml } from "../../text/escapeXml.ts";
import type { CardId } from "../../tree/tree.ts";
import { type Picture, pictureMargin } from "../picture.ts";
import { tableFonts } from "../text/measure.ts";
import type { Theme } from "../theme.ts";
import { drawPicture, type Shape } from "./draw.ts";
import type { Legend } from "./legend.ts";

export interface SvgOptions {
  /** The fonts to draw with, as in CSS: those that the picture was measured with. */
  readonly fonts?: string;
  /** Cards that are pale, with the lines that lead to them. */
  readonly dimmed?: ReadonlySet<CardId>;
  /** To be drawn below the picture. */
  readonly legend?: Legend | undefined;
}

/** The SVG document of a picture in the colours of a theme (see `themes`). */
export function pictureToSvg(
  picture: Picture,
  theme: Theme,
  { fonts = tableFonts, dimmed, legend }: SvgOptions = {},
): string {
  const { x, y } = picture.bounds;
  const legendShapes = legend === undefined || legend.entries.length === 0 ? [] : [placeLegend(legend, picture.bounds)];
  const width = Math.max(picture.bounds.width, legendShapes.length > 0 ? (legend?.width ?? 0) + 2 * pictureMargin : 0);
  const height = picture.bounds.height + (legendShapes.length > 0 ? (legend?.height ?? 0) + pictureMargin : 0);
  const name = picture.title ?? "Argument map";
  const root = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `${x} ${y} ${width} ${height}`,
    role: "img",
    "font-family": fonts,
  };
  const background: Shape = { tag: "rect", attributes: { x, y, width, height }, fill: "background" };
  const parts = [
    serializeShape({ tag: "title", attributes: {}, children: [name] }, theme),
    ...[background, ...drawPicture(picture, dimmed), ...legendShapes].map((shape) => serializeShape(shape, theme)),
  ];
  return `<svg${serializeAttributes(root)}>\n${parts.join("\n")}\n</svg>\n`;
}

const placeLegend = ({ shapes }: Legend, { x, y, height }: Picture["bounds"]): Shape => ({
  tag: "g",
  attributes: { transform: `translate(${x + pictureMargin} ${y + height})` },
  children: shapes,
});

function serializeShape(
  { tag, attributes: allAttributes, fill, stroke, isInteractive, children = [] }: Shape,
  theme: Theme,
): string {
  if (isInteractive) return "";
  const { class: _, ...visibleAttributes } = allAttributes; // Classes are for the page's style sheet.
  const paintedAttributes = {
    ...visibleAttributes,
    ...(fill === undefined ? {} : { fill: fill === "none" ? "none" : theme[fill] }),
    ...(stroke === undefined ? {} : { stroke: theme[stroke] }),
  };
  const openingTag = `<${tag}${serializeAttributes(paintedAttributes)}`;
  if (children.length === 0) return `${openingTag}/>`;
  return `${openingTag}>${children.map((child) => (typeof child === "string" ? escapeXml(child) : serializeShape(child, theme))).join("")}</${tag}>`;
}

const serializeAttributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(`${value}`)}"`)
    .join("");
