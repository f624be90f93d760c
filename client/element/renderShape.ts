/** Creates the SVG elements of a picture. */

import type { Shape } from "../../server/core/picture/render/shape.ts";
import { type Color, themes } from "../../server/core/picture/theme.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Returns an SVG element. Its text becomes text nodes, so that markup in a map has no effect. */
export function svgElement(
  tag: string,
  attributes: Shape["attributes"],
  children: readonly (Element | string)[] = [],
): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`);
  element.append(...children);
  return element;
}

/** Returns the element of a shape. Its colors are CSS variables, which the page may set. */
export function renderShape({ tag, attributes, fill, stroke, children = [] }: Shape): SVGElement {
  const colors = {
    ...(fill && { fill: fill === "none" ? "none" : variable(fill) }),
    ...(stroke && { stroke: variable(stroke) }),
    // A page that a link opens must not reach this one.
    ...(tag === "a" && { rel: "noopener noreferrer" }),
  };
  const contents = children.map((child) => (typeof child === "string" ? child : renderShape(child)));
  return svgElement(tag, { ...attributes, ...colors }, contents);
}

/** Browsers without `light-dark()` show the light color. */
const variable = (color: Color): string => `var(--argmap-${color}, ${themes.light[color]})`;
