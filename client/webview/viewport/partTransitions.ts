/** How the parts of a picture that are no cards come from where they stood to where they stand. Pure. */
import { type Box, meet, type Point } from "../../../server/core/picture/geometry/box.ts";
import { spanOf } from "../../../server/core/picture/geometry/visibleParts.ts";
import type { TieLine } from "../../../server/core/picture/layout/contradictionEdges.ts";
import type { Line } from "../../../server/core/picture/layout/edges.ts";
import type { Ground } from "../../../server/core/picture/layout/sectionAreas.ts";
import type { Frame } from "../../../server/core/picture/layout/treeLayout.ts";
import type { Picture } from "../../../server/core/picture/picture.ts";
import { drawFrame, drawGround, drawLine, drawTie, type Shape } from "../../../server/core/picture/render/draw.ts";
import { isWhole } from "../picture/clipDashes.ts";

/** What an element of a part does on the way. */
export interface Step {
  /** Which child of the part's element; undefined for that itself. */
  readonly at?: number;
  /** How far it comes from, in pixels. */
  readonly by?: Point;
  /** From one path to another one of the same commands, as CSS writes them. */
  readonly d?: readonly [string, string];
  /** From one size to another, as CSS writes them. */
  readonly size?: { readonly width: string[]; readonly height: string[] };
}

export interface Change {
  /** What the scene calls them before their key. */
  readonly kind: PartKind;
  readonly key: string;
  /** Nothing stood there before what appears. */
  readonly steps: readonly Step[] | "appears";
}

export type PartKind = "ground" | "frame" | "line" | "tie" | "mark";

export interface Keys {
  has(key: string): boolean;
}

/** The same for all parts, as in `glide`. */
interface Way {
  readonly offset: Point;
  readonly sight: Box;
  /** Of which parts of a kind changes are asked for. */
  readonly wanted: (kind: PartKind) => Keys;
}

interface Kind<Part> {
  readonly kind: PartKind;
  readonly of: (picture: Picture) => readonly Part[];
  readonly keyOf: (part: Part) => string;
  readonly boxOf: (part: Part) => Box;
  /** By what it is moved as a whole where its shape cannot glide into the next one. */
  readonly spotOf: (part: Part) => Point;
  /** Undefined where it is always moved as a whole. */
  readonly draw: (part: Part) => Shape | undefined;
}

const ground: Kind<Ground> = {
  kind: "ground",
  of: ({ grounds }) => grounds,
  keyOf: ({ key }) => key,
  boxOf: (one) => one,
  spotOf: (one) => one,
  draw: drawGround,
};
const frame: Kind<Frame> = {
  kind: "frame",
  of: ({ frames }) => frames,
  keyOf: ({ step }) => step,
  boxOf: (one) => one,
  spotOf: (one) => one,
  draw: drawFrame,
};
const line: Kind<Line> = {
  kind: "line",
  of: ({ lines }) => lines,
  keyOf: ({ key }) => key,
  boxOf: spanOf,
  // With the card to which it leads.
  spotOf: ({ x2, y2 }) => ({ x: x2, y: y2 }),
  draw: (one) => (isWhole(one) ? drawLine(one) : undefined),
};
const tie: Kind<TieLine> = {
  kind: "tie",
  of: ({ ties }) => ties,
  keyOf: ({ a, b }) => `${a} ${b}`,
  boxOf: ({ box }) => box,
  spotOf: (one) => one,
  draw: (one) => (isWhole({ dashed: true, curve: one.curve }) ? drawTie(one) : undefined),
};
const mark: Kind<TieLine> = { ...tie, kind: "mark", draw: () => undefined };

/** What changes from one picture to the next. */
export function changesOf(before: Picture, after: Picture, way: Way): readonly Change[] {
  const changes = <Part>(kind: Kind<Part>): readonly Change[] => changesIn(kind, before, after, way);
  return [...changes(ground), ...changes(frame), ...changes(line), ...changes(tie), ...changes(mark)];
}

function changesIn<Part>(kind: Kind<Part>, before: Picture, after: Picture, way: Way): readonly Change[] {
  const { offset, sight } = way;
  const { keyOf, boxOf } = kind;
  const [were, are] = [kind.of(before), kind.of(after)];
  // Typing that leaves all boxes as large as they were moves none.
  if (were === are && offset.x === 0 && offset.y === 0) return [];
  const wanted = way.wanted(kind.kind);
  const stood = new Map<string, Part>();
  for (const part of were) {
    const key = keyOf(part);
    if (wanted.has(key)) stood.set(key, part);
  }
  return are.flatMap((is) => {
    const key = keyOf(is);
    if (!wanted.has(key)) return [];
    const was = stood.get(key);
    if (was === undefined) return meet(boxOf(is), sight) ? { kind: kind.kind, key, steps: "appears" } : [];
    const box = boxOf(was);
    const seen = meet({ ...box, x: box.x + offset.x, y: box.y + offset.y }, sight) || meet(boxOf(is), sight);
    return seen ? { kind: kind.kind, key, steps: stepsOf(kind, was, is, offset) } : [];
  });
}

function stepsOf<Part>({ spotOf, draw }: Kind<Part>, was: Part, is: Part, offset: Point): readonly Step[] {
  if (was === is) return [{ by: offset }];
  const [from, to] = [draw(was), draw(is)];
  const glides = from && to && stepsBetween(from, to);
  return glides ? [{ by: offset }, ...glides] : [{ by: plus(less(spotOf(was), spotOf(is)), offset) }];
}

/** How one shape glides into another; undefined where it cannot. */
function stepsBetween(was: Shape, is: Shape): readonly Step[] | undefined {
  const own = stepBetween(was, is);
  const [before, now] = [was.children ?? [], is.children ?? []];
  if (own === undefined || before.length !== now.length) return undefined;
  const steps: Step[] = [own];
  for (const [at, child] of now.entries()) {
    const stood = before[at];
    // Words change at once.
    if (stood === undefined || typeof stood === "string" || typeof child === "string") continue;
    const step = stepBetween(stood, child);
    if (step === undefined) return undefined;
    steps.push({ at, ...step });
  }
  return steps;
}

function stepBetween({ tag, attributes: was }: Shape, { tag: now, attributes: is }: Shape): Step | undefined {
  if (tag !== now) return undefined;
  if (tag === "path") {
    const [from, to] = [`${was["d"]}`, `${is["d"]}`];
    if (commands(from) !== commands(to)) return undefined;
    return from === to ? {} : { d: [`path("${from}")`, `path("${to}")`] };
  }
  const by = less(spot(was), spot(is));
  if (tag !== "rect" || (was["width"] === is["width"] && was["height"] === is["height"])) return { by };
  const pixels = (name: string): string[] => [`${was[name]}px`, `${is[name]}px`];
  return { by, size: { width: pixels("width"), height: pixels("height") } };
}

/** Paths can glide only into paths of the same commands. */
const commands = (path: string): string => path.replace(/[^a-z]/gi, "");

const spot = ({ x = 0, y = 0 }: Shape["attributes"]): Point => ({ x: Number(x), y: Number(y) });
const less = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const plus = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
