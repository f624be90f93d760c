/** How the parts of a picture that are no cards come from where they stood to where they stand. Pure. */
import { type Box, intersects, type Point } from "../../../server/core/picture/geometry/box.ts";
import { edgeBox } from "../../../server/core/picture/geometry/visibleParts.ts";
import type { ContradictionEdge, Edge, Frame, Picture, SectionArea } from "../../../server/core/picture/model.ts";
import { drawContradiction, drawEdge, drawFrame, drawSectionArea } from "../../../server/core/picture/render/draw.ts";
import type { Shape } from "../../../server/core/picture/render/shape.ts";
import { isDrawnWhole } from "../picture/clipDashes.ts";

/** What an element of a part does on the way. */
export interface ElementAnimation {
  /** Which child of the part's element; undefined for that itself. */
  readonly childIndex?: number;
  /** How far it comes from, in pixels. */
  readonly translateFrom?: Point;
  /** From one path to another one of the same commands, as CSS writes them. */
  readonly d?: readonly [string, string];
  /** From one size to another, as CSS writes them. */
  readonly size?: { readonly width: string[]; readonly height: string[] };
}

export interface PartTransition {
  /** What the scene calls them before their key. */
  readonly kind: PartKind;
  readonly key: string;
  /** Nothing stood there before what appears. */
  readonly animations: readonly ElementAnimation[] | "appears";
}

export type PartKind = "ground" | "frame" | "line" | "tie" | "mark";

export interface KeySet {
  has(key: string): boolean;
}

/** The same for all parts, as in `glide`. */
interface TransitionContext {
  readonly offset: Point;
  readonly visibleBox: Box;
  /** Of which parts of a kind changes are asked for. */
  readonly renderedKeys: (kind: PartKind) => KeySet;
}

interface PartDescriptor<Part> {
  readonly kind: PartKind;
  readonly partsOf: (picture: Picture) => readonly Part[];
  readonly keyOf: (part: Part) => string;
  readonly boxOf: (part: Part) => Box;
  /** By what it is moved as a whole where its shape cannot glide into the next one. */
  readonly originOf: (part: Part) => Point;
  /** Undefined where it is always moved as a whole. */
  readonly shapeOf: (part: Part) => Shape | undefined;
}

const areaPart: PartDescriptor<SectionArea> = {
  kind: "ground",
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
  kind: "line",
  partsOf: ({ edges }) => edges,
  keyOf: ({ key }) => key,
  boxOf: edgeBox,
  // With the card to which it leads.
  originOf: ({ x2, y2 }) => ({ x: x2, y: y2 }),
  shapeOf: (edge) => (isDrawnWhole(edge) ? drawEdge(edge) : undefined),
};
const contradictionPart: PartDescriptor<ContradictionEdge> = {
  kind: "tie",
  partsOf: ({ contradictions }) => contradictions,
  keyOf: ({ a, b }) => `${a} ${b}`,
  boxOf: ({ box }) => box,
  originOf: (part) => part,
  shapeOf: (part) => (isDrawnWhole({ isDashed: true, curve: part.curve }) ? drawContradiction(part) : undefined),
};
const contradictionMarkPart: PartDescriptor<ContradictionEdge> = {
  ...contradictionPart,
  kind: "mark",
  shapeOf: () => undefined,
};

/** What changes from one picture to the next. */
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
    ...transitions(contradictionPart),
    ...transitions(contradictionMarkPart),
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
  // Typing that leaves all boxes as large as they were moves none.
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

/** How one shape glides into another; undefined where it cannot. */
function morphAnimations(oldShape: Shape, newShape: Shape): readonly ElementAnimation[] | undefined {
  const ownAnimation = morphAnimation(oldShape, newShape);
  const [oldChildren, newChildren] = [oldShape.children ?? [], newShape.children ?? []];
  if (ownAnimation === undefined || oldChildren.length !== newChildren.length) return undefined;
  const animations: ElementAnimation[] = [ownAnimation];
  for (const [childIndex, child] of newChildren.entries()) {
    const oldChild = oldChildren[childIndex];
    // Words change at once.
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

/** Paths can glide only into paths of the same commands. */
const pathCommands = (path: string): string => path.replace(/[^a-z]/gi, "");

const attributePosition = ({ x = 0, y = 0 }: Shape["attributes"]): Point => ({ x: Number(x), y: Number(y) });
const subtract = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const add = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
