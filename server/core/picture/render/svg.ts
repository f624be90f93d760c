/** Writes a picture as a self-contained SVG file: text as text, colors as attributes, no external resources. */
import type { CardId } from "../../tree/tree.ts";
import type { Box } from "../geometry/box.ts";
import type { Picture } from "../model.ts";
import { pictureMargin } from "../picture.ts";
import type { Theme } from "../theme.ts";
import { type TextMeasure, tableFonts, tableWidths } from "../typesetting/measure.ts";
import { pictureWords } from "../words/languages.ts";
import { drawPicture } from "./draw.ts";
import type { Legend } from "./legend.ts";
import { type MarkupElement, serializeAttributes, serializeElement } from "./markup.ts";
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
export const pictureToSvg = (picture: Picture, theme: Theme, options: SvgOptions = {}): string =>
  serializeDocument(pictureToElement(picture, theme, options));

/** The SVG element of a picture in the colors of a theme. */
export function pictureToElement(
  picture: Picture,
  theme: Theme,
  { fonts = tableFonts, widths = tableWidths, dimmed, weighed, measure, legend }: SvgOptions = {},
): MarkupElement {
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
    // The picture is laid out from left to right, also within a page that is read from right to left.
    direction: "ltr",
    ...(picture.language === undefined ? {} : { lang: picture.language }),
    "font-family": fonts,
  };
  return shapesToElement(shapes, theme, { x, y, width, height }, { attributes, widths });
}

/** Returns the SVG document of some shapes before the background of a theme. */
export const shapesToSvg = (shapes: readonly Shape[], theme: Theme, box: Box, options: RootOptions = {}): string =>
  serializeDocument(shapesToElement(shapes, theme, box, options));

interface RootOptions {
  /** Further attributes of the root element. */
  readonly attributes?: Shape["attributes"];
  readonly widths?: TextMeasure;
}

function shapesToElement(
  shapes: readonly Shape[],
  theme: Theme,
  { x, y, width, height }: Box,
  { attributes = {}, widths = tableWidths }: RootOptions,
): MarkupElement {
  const rootAttributes = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `${x} ${y} ${width} ${height}`,
    ...attributes,
  };
  // The title of a document comes first.
  const [title, others] = shapes[0]?.tag === "title" ? [shapes.slice(0, 1), shapes.slice(1)] : [[], shapes];
  const background: Shape = { tag: "rect", attributes: { x, y, width, height }, fill: "background" };
  const children = [...title, background, ...others].flatMap((shape) => shapeToElements(shape, theme, widths));
  return { tag: "svg", attributes: rootAttributes, children };
}

/** Returns an SVG document with one line for each child of the root. */
const serializeDocument = ({ attributes, children }: MarkupElement): string => {
  // Shapes are the only children of the root.
  const lines = children.map((child) => (typeof child === "string" ? child : serializeElement(child)));
  return `<svg${serializeAttributes(attributes)}>\n${lines.join("\n")}\n</svg>\n`;
};

const placeLegend = ({ shapes }: Legend, { x, y, height }: Picture["bounds"]): Shape =>
  groupShape(shapes, { transform: `translate(${x + pictureMargin} ${y + height})` });

/** Returns the element of a shape, or none if the shape is only for the page. */
function shapeToElements(
  { tag, attributes: allAttributes, fill, stroke, isInteractive, children = [] }: Shape,
  theme: Theme,
  widths: TextMeasure,
): readonly MarkupElement[] {
  if (isInteractive) return [];
  // Classes are only for the page's style sheet.
  const { class: _, ...otherAttributes } = allAttributes;
  const attributes = {
    ...otherAttributes,
    ...(tag === "text" ? fixedLength(otherAttributes, children, widths) : {}),
    ...(fill === undefined ? {} : { fill: fill === "none" ? "none" : theme[fill] }),
    ...(stroke === undefined ? {} : { stroke: theme[stroke] }),
  };
  const contents = children.flatMap((child): MarkupElement["children"] =>
    typeof child === "string" ? [child] : shapeToElements(child, theme, widths),
  );
  return [{ tag, attributes, children: contents }];
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
