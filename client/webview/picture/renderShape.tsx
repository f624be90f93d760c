/** Shapes as elements of the page: what they are painted with becomes classes, which page.css colours by the theme. */
import { Component, type ComponentChild, h } from "preact";
import type { Face } from "../../../server/core/picture/cards/cardLayout.ts";
import { drawFace, type Shape } from "../../../server/core/picture/render/draw.ts";

/** The element of a shape. Text is only ever text: no markup is read from it. */
export function element({ tag, attributes, fill, stroke, children = [] }: Shape, part?: string): ComponentChild {
  // The page draws with the very fonts that it has measured.
  const { class: own, textLength: _, lengthAdjust: __, ...others } = attributes;
  const classes = [own, fill && `fill-${fill}`, stroke && `stroke-${stroke}`].filter(Boolean).join(" ");
  const given = {
    ...others,
    ...(classes !== "" && { class: classes }),
    ...(part !== undefined && { "data-part": part }),
  };
  return h(tag, given, ...children.map((child) => (typeof child === "string" ? child : element(child))));
}

/** What is to be seen of a card; left alone as long as it has the same face. Its whole entry is said by a card of its own. */
export class FaceOf extends Component<{ readonly face: Face }> {
  override shouldComponentUpdate({ face }: { readonly face: Face }): boolean {
    return face !== this.props.face;
  }

  override render({ face }: { readonly face: Face }): ComponentChild {
    return drawFace(face).flatMap((shape) => (shape.tag === "title" ? [] : element(untitled(shape))));
  }
}

const untitled = (shape: Shape): Shape =>
  shape.children === undefined
    ? shape
    : {
        ...shape,
        children: shape.children.flatMap((child) =>
          typeof child === "string" ? child : child.tag === "title" ? [] : untitled(child),
        ),
      };

interface DrawnProps<Value extends object> {
  /** The same from one picture to the next. */
  readonly name: string;
  readonly of: Value;
  readonly as: (value: Value) => Shape;
}

/** A shape that is drawn anew only where a field of what it shows has changed. */
export class Drawn<Value extends object> extends Component<DrawnProps<Value>> {
  override shouldComponentUpdate({ of }: DrawnProps<Value>): boolean {
    if (of === this.props.of) return false;
    const was = new Map(Object.entries(this.props.of));
    return Object.entries(of).some(([name, value]) => was.get(name) !== value);
  }

  override render({ name, of, as }: DrawnProps<Value>): ComponentChild {
    return element(as(of), name);
  }
}
