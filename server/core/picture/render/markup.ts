/** Elements of SVG and HTML as plain data, for pages that are built from trees and for those that are built from text. */
import { escapeXml } from "../../strings/escapeXml.ts";

export interface MarkupElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Strings are texts, not markup. */
  readonly children: readonly (MarkupElement | string)[];
}

/** Returns an element as text. SVG elements without children have no closing tag. */
export function serializeElement({ tag, attributes, children }: MarkupElement): string {
  const openingTag = `<${tag}${serializeAttributes(attributes)}`;
  return children.length === 0 ? `${openingTag}/>` : `${openingTag}>${children.map(serializeNode).join("")}</${tag}>`;
}

const serializeNode = (node: MarkupElement | string): string =>
  typeof node === "string" ? escapeXml(node) : serializeElement(node);

/** Returns attributes as text, with a space before each. */
export const serializeAttributes = (values: MarkupElement["attributes"]): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(`${value}`)}"`)
    .join("");
