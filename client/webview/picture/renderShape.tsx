/** Renders shapes as SVG elements. Fills and strokes become classes, which page.css colors by theme. */
import { type ComponentChild, h } from "preact";
import type { CardLayout } from "../../../server/core/picture/model.ts";
import { drawCard } from "../../../server/core/picture/render/drawCard.ts";
import type { Shape } from "../../../server/core/picture/render/shape.ts";
import { areShallowEqual, memo } from "./memo.ts";

/**
 * Returns the element of a shape. Text becomes a text node, so markup in it has no effect. `partName` identifies the
 * element as a part of the picture, by its `data-part` attribute.
 */
export function renderShape(
  { tag, attributes, fill, stroke, children = [] }: Shape,
  partName?: string,
): ComponentChild {
  if (tag === "a") return renderLink(attributes, children);
  const { class: ownClass, ...otherAttributes } = attributes;
  const classes = [ownClass, fill && `fill-${fill}`, stroke && `stroke-${stroke}`].filter(Boolean).join(" ");
  const props = {
    ...otherAttributes,
    ...(classes !== "" && { class: classes }),
    ...(partName !== undefined && { "data-part": partName }),
  };
  return h(tag, props, ...children.map((child) => (typeof child === "string" ? child : renderShape(child))));
}

/** A link is opened by the host, so it is not an element that the browser follows. */
const renderLink = ({ href }: Shape["attributes"], children: readonly (Shape | string)[]): ComponentChild => (
  <tspan class="text-link" data-href={href}>
    {children.map((child) => (typeof child === "string" ? child : renderShape(child)))}
  </tspan>
);

interface CardShapeProps {
  readonly layout: CardLayout;
}

/** The drawing of a card. It has no `<title>`: the accessible label of `CardItem` and `EntryPopover` replace it. */
export const CardShape = memo(({ layout }: CardShapeProps) => (
  <>{drawCard(layout).flatMap((shape) => (shape.tag === "title" ? [] : renderShape(withoutTitles(shape))))}</>
));

const withoutTitles = (shape: Shape): Shape =>
  shape.children === undefined
    ? shape
    : {
        ...shape,
        children: shape.children.flatMap((child) =>
          typeof child === "string" ? child : child.tag === "title" ? [] : withoutTitles(child),
        ),
      };

interface MemoShapeProps<Part extends object> {
  /** Stays the same from one picture to the next. */
  readonly partName: string;
  readonly part: Part;
  readonly draw: (part: Part) => Shape;
  readonly isDimmed?: boolean;
}

/** A part of the picture, such as an edge. It renders again only when a field of the part has changed. */
export const MemoShape = memo(
  <Part extends object>({ partName, part, draw, isDimmed = false }: MemoShapeProps<Part>) =>
    renderShape(isDimmed ? dimmedShape(draw(part)) : draw(part), partName),
  ({ part, isDimmed }, previous) => isDimmed === previous.isDimmed && areShallowEqual(part, previous.part),
);

const dimmedShape = (shape: Shape): Shape => ({
  ...shape,
  attributes: { ...shape.attributes, class: [shape.attributes["class"], "is-dimmed"].filter(Boolean).join(" ") },
});
