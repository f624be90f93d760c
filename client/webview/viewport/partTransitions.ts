/** Computes the animations of edges, frames and other parts from one picture to the next. Pure. */
import { type Box, intersects, type Point } from "../../../server/core/picture/geometry/box.ts";
import { edgeBox } from "../../../server/core/picture/geometry/visibleParts.ts";
import type { CrossLink, Edge, Frame, Picture, SectionArea } from "../../../server/core/picture/model.ts";
import { drawCrossLink, drawEdge, drawFrame, drawSectionArea } from "../../../server/core/picture/render/draw.ts";
import type { Shape } from "../../../server/core/picture/render/shape.ts";
import { isDrawnWhole } from "../picture/clipDashes.ts";

/** The animation of one element of a part. */
export interface ElementAnimation {
  /** Which child of the part's element is animated. Undefined for the element itself. */
  readonly childIndex?: number;
  /** The offset at which it starts, in pixels. */
  readonly translateFrom?: Point;
  /** CSS values of the first and the last path, which have the same commands. */
  readonly d?: readonly [string, string];
  /** CSS values of the first and the last size. */
  readonly size?: { readonly width: string[]; readonly height: string[] };
}

interface PartTransition {
  /** The prefix of the part's name in the scene, before its key. */
  readonly kind: PartKind;
  readonly key: string;
  /** `appears`: the part is new, so it fades in. */
  readonly animations: readonly ElementAnimation[] | "appears";
}

export type PartKind = "area" | "frame" | "edge" | "cross-link" | "mark";

export interface KeySet {
  has(key: string): boolean;
}

interface TransitionContext {
  /** How far the picture has been moved under the window between the two pictures. */
  readonly offset: Point;
  readonly visibleBox: Box;
  /** Returns the keys of the parts of a kind that have elements. Only these are animated. */
  readonly renderedKeys: (kind: PartKind) => KeySet;
}

interface PartDescriptor<Part> {
  readonly kind: PartKind;
  readonly partsOf: (picture: Picture) => readonly Part[];
  readonly keyOf: (part: Part) => string;
  readonly boxOf: (part: Part) => Box;
  /** The point that it is moved by when its shape cannot morph into the next one. */
  readonly originOf: (part: Part) => Point;
  /** Returns undefined for a part that never morphs. */
  readonly shapeOf: (part: Part) => Shape | undefined;
}

const areaPart: PartDescriptor<SectionArea> = {
  kind: "area",
  partsOf: ({ sectionAreas }) => sectionAreas,
  keyOf: ({ key }) => key,
  boxOf: (area) => area,
  originOf: (area) => area,
  shapeOf: drawSectionArea,
};
const framePart: PartDescriptor<Frame> = {
  kind: "frame",
  partsOf: ({ frames }) => frames,
  keyOf: ({ step }) => step,
  boxOf: (part) => part,
  originOf: (part) => part,
  shapeOf: drawFrame,
};
const edgePart: PartDescriptor<Edge> = {
  kind: "edge",
  partsOf: ({ edges }) => edges,
  keyOf: ({ key }) => key,
  boxOf: edgeBox,
  // It moves with the card that it leads to.
  originOf: ({ x2, y2 }) => ({ x: x2, y: y2 }),
  shapeOf: (edge) => (isDrawnWhole(edge) ? drawEdge(edge) : undefined),
};
const crossLinkPart: PartDescriptor<CrossLink> = {
  kind: "cross-link",
  partsOf: ({ crossLinks }) => crossLinks,
  keyOf: ({ key }) => key,
  boxOf: ({ box }) => box,
  originOf: (part) => part,
  shapeOf: (part) => (isDrawnWhole({ isDashed: true, curve: part.curve }) ? drawCrossLink(part) : undefined),
};
const crossLinkMarkPart: PartDescriptor<CrossLink> = {
  ...crossLinkPart,
  kind: "mark",
  shapeOf: () => undefined,
};

/** Returns the transitions of all parts that are in view before or after the change. */
export function partTransitions(
  before: Picture,
  after: Picture,
  context: TransitionContext,
): readonly PartTransition[] {
  const transitions = <Part>(kind: PartDescriptor<Part>): readonly PartTransition[] =>
    transitionsOfKind(kind, before, after, context);
  return [
    ...transitions(areaPart),
    ...transitions(framePart),
    ...transitions(edgePart),
    ...transitions(crossLinkPart),
    ...transitions(crossLinkMarkPart),
  ];
}

function transitionsOfKind<Part>(
  kind: PartDescriptor<Part>,
  before: Picture,
  after: Picture,
  context: TransitionContext,
): readonly PartTransition[] {
  const { offset, visibleBox } = context;
  const { keyOf, boxOf } = kind;
  const [oldParts, newParts] = [kind.partsOf(before), kind.partsOf(after)];
  // Typing that changes no size keeps the list of parts.
  if (oldParts === newParts && offset.x === 0 && offset.y === 0) return [];
  const renderedKeys = context.renderedKeys(kind.kind);
  const oldByKey = new Map<string, Part>();
  for (const part of oldParts) {
    const key = keyOf(part);
    if (renderedKeys.has(key)) oldByKey.set(key, part);
  }
  return newParts.flatMap((newPart) => {
    const key = keyOf(newPart);
    if (!renderedKeys.has(key)) return [];
    const oldPart = oldByKey.get(key);
    if (oldPart === undefined)
      return intersects(boxOf(newPart), visibleBox) ? { kind: kind.kind, key, animations: "appears" } : [];
    const oldBox = boxOf(oldPart);
    const isVisible =
      intersects({ ...oldBox, x: oldBox.x + offset.x, y: oldBox.y + offset.y }, visibleBox) ||
      intersects(boxOf(newPart), visibleBox);
    return isVisible ? { kind: kind.kind, key, animations: partAnimations(kind, oldPart, newPart, offset) } : [];
  });
}

function partAnimations<Part>(
  { originOf, shapeOf }: PartDescriptor<Part>,
  oldPart: Part,
  newPart: Part,
  offset: Point,
): readonly ElementAnimation[] {
  if (oldPart === newPart) return [{ translateFrom: offset }];
  const [oldShape, newShape] = [shapeOf(oldPart), shapeOf(newPart)];
  const morphs = oldShape && newShape && morphAnimations(oldShape, newShape);
  return morphs
    ? [{ translateFrom: offset }, ...morphs]
    : [{ translateFrom: add(subtract(originOf(oldPart), originOf(newPart)), offset) }];
}

/** Returns the animations that morph one shape into another, or undefined when their elements do not match. */
function morphAnimations(oldShape: Shape, newShape: Shape): readonly ElementAnimation[] | undefined {
  const ownAnimation = morphAnimation(oldShape, newShape);
  const [oldChildren, newChildren] = [oldShape.children ?? [], newShape.children ?? []];
  if (ownAnimation === undefined || oldChildren.length !== newChildren.length) return undefined;
  const animations: ElementAnimation[] = [ownAnimation];
  for (const [childIndex, child] of newChildren.entries()) {
    const oldChild = oldChildren[childIndex];
    // Text changes without animation.
    if (oldChild === undefined || typeof oldChild === "string" || typeof child === "string") continue;
    const animation = morphAnimation(oldChild, child);
    if (animation === undefined) return undefined;
    animations.push({ childIndex, ...animation });
  }
  return animations;
}

function morphAnimation(
  { tag, attributes: oldAttributes }: Shape,
  { tag: newTag, attributes: newAttributes }: Shape,
): ElementAnimation | undefined {
  if (tag !== newTag) return undefined;
  if (tag === "path") {
    const [from, to] = [`${oldAttributes["d"]}`, `${newAttributes["d"]}`];
    if (pathCommands(from) !== pathCommands(to)) return undefined;
    return from === to ? {} : { d: [`path("${from}")`, `path("${to}")`] };
  }
  const translateFrom = subtract(attributePosition(oldAttributes), attributePosition(newAttributes));
  if (
    tag !== "rect" ||
    (oldAttributes["width"] === newAttributes["width"] && oldAttributes["height"] === newAttributes["height"])
  )
    return { translateFrom };
  const pixels = (name: string): string[] => [`${oldAttributes[name]}px`, `${newAttributes[name]}px`];
  return { translateFrom, size: { width: pixels("width"), height: pixels("height") } };
}

/** CSS interpolates only between paths with the same commands. */
const pathCommands = (path: string): string => path.replace(/[^a-z]/gi, "");

const attributePosition = ({ x = 0, y = 0 }: Shape["attributes"]): Point => ({ x: Number(x), y: Number(y) });
const subtract = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const add = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
