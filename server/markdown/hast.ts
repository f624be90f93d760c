/** Elements as nodes of hast, the trees of HTML that remark and rehype work on. */
import type { Element } from "hast";
import type { MarkupElement } from "../core/picture/render/markup.ts";
import { withoutInvalidCharacters } from "../core/strings/escapeXml.ts";

/** Returns an element as a node of hast. */
export const hastOf = ({ tag, attributes, children }: MarkupElement): Element => ({
  type: "element",
  tagName: tag,
  properties: Object.fromEntries(
    Object.entries(attributes).map(([name, value]) =>
      name === "class" ? ["className", `${value}`.split(" ")] : [propertyName(name), cleanValue(value)],
    ),
  ),
  children: children.map((child) =>
    typeof child === "string" ? { type: "text", value: withoutInvalidCharacters(child) } : hastOf(child),
  ),
});

const cleanValue = (value: string | number): string | number =>
  typeof value === "string" ? withoutInvalidCharacters(value) : value;

/** Returns the property of an attribute: `fontSize` of `font-size`. */
const propertyName = (attribute: string): string =>
  attribute === "tabindex"
    ? "tabIndex"
    : attribute.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
