/** A picture as an SVG file that stands on its own: text as text, colours in the elements, nothing fetched. */
import type { CardId } from "../../tree/tree.ts";
import { margin, type Picture } from "../picture.ts";
import { tableFonts } from "../text/measure.ts";
import type { Theme } from "../theme.ts";
import { draw, type Shape } from "./draw.ts";
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
export function svg(picture: Picture, theme: Theme, { fonts = tableFonts, dimmed, legend }: SvgOptions = {}): string {
  const { x, y } = picture.bounds;
  const below = legend === undefined || legend.entries.length === 0 ? [] : [legendAt(legend, picture.bounds)];
  const width = Math.max(picture.bounds.width, below.length > 0 ? (legend?.width ?? 0) + 2 * margin : 0);
  const height = picture.bounds.height + (below.length > 0 ? (legend?.height ?? 0) + margin : 0);
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
    written({ tag: "title", attributes: {}, children: [name] }, theme),
    ...[background, ...draw(picture, dimmed), ...below].map((shape) => written(shape, theme)),
  ];
  return `<svg${attributes(root)}>\n${parts.join("\n")}\n</svg>\n`;
}

const legendAt = ({ shapes }: Legend, { x, y, height }: Picture["bounds"]): Shape => ({
  tag: "g",
  attributes: { transform: `translate(${x + margin} ${y + height})` },
  children: shapes,
});

function written({ tag, attributes: own, fill, stroke, live, children = [] }: Shape, theme: Theme): string {
  if (live) return "";
  const { class: _, ...shown } = own; // Classes are for the page's style sheet.
  const painted = {
    ...shown,
    ...(fill === undefined ? {} : { fill: fill === "none" ? "none" : theme[fill] }),
    ...(stroke === undefined ? {} : { stroke: theme[stroke] }),
  };
  const head = `<${tag}${attributes(painted)}`;
  if (children.length === 0) return `${head}/>`;
  return `${head}>${children.map((child) => (typeof child === "string" ? escaped(child) : written(child, theme))).join("")}</${tag}>`;
}

const attributes = (given: Readonly<Record<string, string | number>>): string =>
  Object.entries(given)
    .map(([name, value]) => ` ${name}="${escaped(`${value}`)}"`)
    .join("");

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What XML 1.0 allows in no form, not even escaped: most control characters, halves of pairs, two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/** Any text so that an SVG, or a page that holds one, shows it as it is. The one way by which text gets into either. */
export function escaped(text: string): string {
  return text.replace(unwritable, "\ufffd").replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
