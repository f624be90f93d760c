/** Shapes as elements of the page: what they are painted with becomes classes, which page.css colours by the theme. */
import { Component, type ComponentChild, h } from "preact";
import type { CardLayout } from "../../../server/core/picture/model.ts";
import { drawCard } from "../../../server/core/picture/render/drawCard.ts";
import type { Shape } from "../../../server/core/picture/render/shape.ts";

/** The element of a shape. Text is only ever text: no markup is read from it. */
export function renderShape(
  { tag, attributes, fill, stroke, children = [] }: Shape,
  partName?: string,
): ComponentChild {
  // The page draws with the very fonts that it has measured.
  const { class: ownClass, textLength: _, lengthAdjust: __, ...otherAttributes } = attributes;
  const classes = [ownClass, fill && `fill-${fill}`, stroke && `stroke-${stroke}`].filter(Boolean).join(" ");
  const props = {
    ...otherAttributes,
    ...(classes !== "" && { class: classes }),
    ...(partName !== undefined && { "data-part": partName }),
  };
  return h(tag, props, ...children.map((child) => (typeof child === "string" ? child : renderShape(child))));
}

/** What is to be seen of a card; left alone as long as it has the same face. Its whole entry is said by a card of its own. */
export class CardShape extends Component<{ readonly face: CardLayout }> {
  override shouldComponentUpdate({ face }: { readonly face: CardLayout }): boolean {
    return face !== this.props.face;
  }

  override render({ face }: { readonly face: CardLayout }): ComponentChild {
    return drawCard(face).flatMap((shape) => (shape.tag === "title" ? [] : renderShape(withoutTitles(shape))));
  }
}

const withoutTitles = (shape: Shape): Shape =>
  shape.children === undefined
    ? shape
    : {
        ...shape,
        children: shape.children.flatMap((child) =>
          typeof child === "string" ? child : child.tag === "title" ? [] : withoutTitles(child),
        ),
      };

interface MemoShapeProps<Value extends object> {
  /** The same from one picture to the next. */
  readonly partName: string;
  readonly part: Value;
  readonly draw: (value: Value) => Shape;
}

/** A shape that is drawn anew only where a field of what it shows has changed. */
export class MemoShape<Value extends object> extends Component<MemoShapeProps<Value>> {
  override shouldComponentUpdate({ part }: MemoShapeProps<Value>): boolean {
    if (part === this.props.part) return false;
    const previous = new Map(Object.entries(this.props.part));
    return Object.entries(part).some(([name, value]) => previous.get(name) !== value);
  }

  override render({ partName, part, draw }: MemoShapeProps<Value>): ComponentChild {
    return renderShape(draw(part), partName);
  }
}
