/** Components that skip rendering while their props stay the same. */
import type { ComponentChild } from "preact";
import { useRef } from "preact/hooks";

/**
 * Returns a component that renders again only when its props have changed. `render` must not use hooks. This replaces
 * `memo` of preact/compat, which would add all of compat to the bundle; Preact skips an element that it is given twice.
 */
export const memo =
  <Props extends object>(
    render: (props: Props) => ComponentChild,
    areEqual: (props: Props, previous: Props) => boolean = areShallowEqual,
  ) =>
  (props: Props): ComponentChild => {
    const last = useRef<{ readonly props: Props; readonly content: ComponentChild }>(undefined);
    if (last.current === undefined || !areEqual(props, last.current.props))
      last.current = { props, content: render(props) };
    return last.current.content;
  };

/** Whether each field of an object is identical to the same field of another one. */
export const areShallowEqual = (object: object, other: object): boolean =>
  object === other || Object.entries(object).every(([name, value]) => Reflect.get(other, name) === value);
