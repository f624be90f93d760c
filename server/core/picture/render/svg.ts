/** Writes a picture as a self-contained SVG file: text as text, colors as attributes, no external resources. */
import { escapeXml } from "../../strings/escapeXml.ts";
import type { CardId } from "../../tree/tree.ts";
import type { Box } from "../geometry/box.ts";
import type { Picture } from "../model.ts";
import { pictureMargin } from "../picture.ts";
import type { Theme } from "../theme.ts";
import { type TextMeasure, tableFonts, tableWidths } from "../typesetting/measure.ts";
import { pictureWords } from "../words/languages.ts";
import { drawPicture } from "./draw.ts";
import type { Legend } from "./legend.ts";
import { groupShape, type Shape, titleShape } from "./shape.ts";
import type { WeighedCards } from "./weighing.ts";

export interface SvgOptions {
  /** A CSS font family list. The picture must have been measured with these fonts. */
  readonly fonts?: string;
  /** The widths of text in these fonts. Every text keeps its width in any other font, so that all are stretched evenly. */
  readonly widths?: TextMeasure;
  /** Cards to draw pale, with the edges that lead to them. */
  readonly dimmed?: ReadonlySet<CardId>;
  /** The standing of each card, if shown. */
  readonly weighed?: WeighedCards | undefined;
  /** Measures the marks of what stands. */
  readonly measure?: TextMeasure | undefined;
  /** A legend to draw below the picture. */
  readonly legend?: Legend | undefined;
}

/** The SVG document of a picture in the colors of a theme. */
export function pictureToSvg(
  picture: Picture,
  theme: Theme,
  { fonts = tableFonts, widths = tableWidths, dimmed, weighed, measure, legend }: SvgOptions = {},
): string {
  const { x, y } = picture.bounds;
  const shownLegend = legend !== undefined && legend.entries.length > 0 ? legend : undefined;
  const width = Math.max(picture.bounds.width, shownLegend === undefined ? 0 : shownLegend.width + 2 * pictureMargin);
  const height = picture.bounds.height + (shownLegend === undefined ? 0 : shownLegend.height + pictureMargin);
  const shapes: readonly Shape[] = [
    titleShape(picture.title ?? pictureWords(picture.language).untitled),
    ...drawPicture(picture, dimmed, weighed, measure),
    ...(shownLegend === undefined ? [] : [placeLegend(shownLegend, picture.bounds)]),
  ];
  const attributes = {
    role: "img",
    ...(picture.language === undefined ? {} : { lang: picture.language }),
    "font-family": fonts,
  };
  return shapesToSvg(shapes, theme, { x, y, width, height }, { attributes, widths });
}

/**
 * Returns the SVG document of some shapes before the background of a theme.
 *
 * @param attributes further attributes of the root element
 */
export function shapesToSvg(
  shapes: readonly Shape[],
  theme: Theme,
  { x, y, width, height }: Box,
  { attributes = {}, widths = tableWidths }: { attributes?: Shape["attributes"]; widths?: TextMeasure } = {},
): string {
  const root = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `${x} ${y} ${width} ${height}`,
    ...attributes,
  };
  // The title of a document comes first.
  const [title, others] = shapes[0]?.tag === "title" ? [shapes.slice(0, 1), shapes.slice(1)] : [[], shapes];
  const background: Shape = { tag: "rect", attributes: { x, y, width, height }, fill: "background" };
  const all = [...title, background, ...others].map((shape) => serializeShape(shape, theme, widths));
  return `<svg${serializeAttributes(root)}>\n${all.join("\n")}\n</svg>\n`;
}

const placeLegend = ({ shapes }: Legend, { x, y, height }: Picture["bounds"]): Shape =>
  groupShape(shapes, { transform: `translate(${x + pictureMargin} ${y + height})` });

function serializeShape(
  { tag, attributes: allAttributes, fill, stroke, isInteractive, children = [] }: Shape,
  theme: Theme,
  widths: TextMeasure,
): string {
  if (isInteractive) return "";
  // Classes are only for the page's style sheet.
  const { class: _, ...otherAttributes } = allAttributes;
  const attributes = {
    ...otherAttributes,
    ...(tag === "text" ? fixedLength(otherAttributes, children, widths) : {}),
    ...(fill === undefined ? {} : { fill: fill === "none" ? "none" : theme[fill] }),
    ...(stroke === undefined ? {} : { stroke: theme[stroke] }),
  };
  const openingTag = `<${tag}${serializeAttributes(attributes)}`;
  if (children.length === 0) return `${openingTag}/>`;
  const contents = children.map((child) =>
    typeof child === "string" ? escapeXml(child) : serializeShape(child, theme, widths),
  );
  return `${openingTag}>${contents.join("")}</${tag}>`;
}

/** The attributes by which a text keeps its measured length in any font. */
function fixedLength(attributes: Shape["attributes"], children: readonly (Shape | string)[], widths: TextMeasure) {
  const length = lengthOf(children, attributes, widths);
  return length === 0 ? {} : { textLength: Math.round(length * 100) / 100, lengthAdjust: "spacingAndGlyphs" };
}

/** Returns the measured length of words, some of which may have a font of their own. */
const lengthOf = (children: readonly (Shape | string)[], font: Shape["attributes"], widths: TextMeasure): number =>
  children.reduce<number>((sum, child) => {
    if (typeof child !== "string")
      return child.tag === "title"
        ? sum
        : sum + lengthOf(child.children ?? [], { ...font, ...child.attributes }, widths);
    const typeface =
      font["font-family"] !== undefined ? "code" : font["font-style"] === "italic" ? "italic" : undefined;
    const weight = font["font-weight"] === 600 ? 600 : 400;
    return sum + widths.width(child, Number(font["font-size"]), weight, typeface);
  }, 0);

const serializeAttributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(`${value}`)}"`)
    .join("");
