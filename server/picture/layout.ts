/** Where everything stands: cards, and the frames around linked premises. */
import { flextree } from "d3-flextree";
import type { CardId } from "../language/tree.ts";
import type { Face } from "./face.ts";
import type { Hue, Standing } from "./forest.ts";

/** Which way the tree grows from its roots. */
export type Direction = "right" | "down";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedCard extends Box {
  readonly id: CardId;
  readonly face: Face;
  readonly parent: CardId | undefined;
  /** 1 for a root, as in an outline. */
  readonly level: number;
}

/** Around the premises that are one step together. */
export interface Frame extends Box {
  readonly step: CardId;
  readonly hue: Hue;
  /** Where the step's line goes, along the side at which it arrives. */
  readonly anchor: number;
}

export interface Layout {
  readonly cards: readonly PlacedCard[];
  readonly frames: readonly Frame[];
}

/** Distances between boxes, in pixels: along the growth, and across it between siblings, cousins and roots. */
const gaps = {
  right: { along: 48, siblings: 14, cousins: 24, roots: 40 },
  down: { along: 48, siblings: 20, cousins: 36, roots: 60 },
} as const;
const frame = { padding: 7, between: 10 };

/**
 * What the tree layout sees: a card, or a frame with its premises, as a box. `across` and `along` are its extent
 * athwart the growth and with it.
 */
interface Node {
  readonly cards: readonly {
    readonly standing: Standing;
    readonly face: Face;
    readonly level: number;
    readonly at: number;
  }[];
  readonly frameOf: Standing | undefined;
  readonly across: number;
  readonly along: number;
  /** How far the box is drawn from where the layout puts it, so that premises stand level with what hangs on them. */
  readonly shift: number;
  readonly children: Node[];
  readonly size: [number, number];
}

/** Deeper trees than d3-flextree's recursion carries grow no further: what is below stands beside what is above. */
const deepest = 1000;

/** Positions of all cards and frames. `faceOf` gives each card's size. */
export function layout(roots: readonly Standing[], faceOf: (standing: Standing) => Face, direction: Direction): Layout {
  const gap = gaps[direction];
  const top: Node = { ...empty, children: [], size: [0, 0] };
  grow(top, roots, faceOf, direction);

  const tree = flextree<Node>({
    children: ({ children }) => children,
    nodeSize: ({ data }) => data.size,
    // The boxes are drawn shifted, so the space between two must make up for both shifts.
    spacing: (a, b) =>
      (a.parent !== b.parent ? gap.cousins : a.depth === 1 ? gap.roots : gap.siblings) + a.data.shift - b.data.shift,
  });
  const cards: PlacedCard[] = [];
  const frames: Frame[] = [];
  tree(tree.hierarchy(top)).eachBefore(({ x, y, data }) => {
    if (data === top) return;
    const across = Math.round(x - data.across / 2 + data.shift);
    const along = Math.round(y);
    for (const { standing, face, level, at } of data.cards) {
      const place = turn(direction, across + at, along, face);
      cards.push({ ...place, id: standing.card.id, face, parent: standing.parent?.card.id, level });
    }
    if (data.frameOf === undefined) return;
    const length = data.along + 2 * frame.padding;
    const size =
      direction === "right" ? { width: length, height: data.across } : { width: data.across, height: length };
    const place = turn(direction, across, along - frame.padding, size);
    frames.push({ ...place, step: data.frameOf.card.id, hue: data.frameOf.hue, anchor: data.across / 2 - data.shift });
  });
  return { cards, frames };
}

const empty = { cards: [], frameOf: undefined, across: 0, along: 0, shift: 0 } as const;

/** A box from its place across and along the growth. */
const turn = (
  direction: Direction,
  across: number,
  along: number,
  { width, height }: { readonly width: number; readonly height: number },
): Box => (direction === "right" ? { x: along, y: across, width, height } : { x: across, y: along, width, height });

/** Puts the boxes of all cards below `top`, without recursion, as maps may be deeper than the stack. */
function grow(top: Node, roots: readonly Standing[], faceOf: (standing: Standing) => Face, direction: Direction): void {
  interface Open {
    readonly node: Node;
    /** Siblings in their order, for each card of the node. */
    readonly below: readonly (readonly Standing[])[];
    readonly level: number;
  }
  const open: Open[] = [{ node: top, below: [roots], level: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, below, level } = next;
    for (const standings of below.flatMap(together)) {
      const frameOf = standings.length > 1 ? standings[0]?.parent : undefined;
      const child = box(standings, standings.map(faceOf), level, frameOf, direction);
      node.children.push(child);
      const under = standings.map(({ children }) => children);
      open.push({ node: level < deepest ? child : node, below: under, level: level + 1 });
    }
  }
}

/** Siblings as they share boxes: two or more premises of a step together, where the first of them stands, all others alone. */
function together(siblings: readonly Standing[]): readonly (readonly Standing[])[] {
  const linked = siblings.filter(({ card, parent }) => card.relation === "premise" && parent !== undefined);
  if (linked.length < 2) return siblings.map((one) => [one]);
  return siblings.flatMap((one) => (one.card.relation !== "premise" ? [[one]] : one === linked[0] ? [linked] : []));
}

/** A card alone, or premises beside each other in a frame. */
function box(
  standings: readonly Standing[],
  faces: readonly Face[],
  level: number,
  frameOf: Standing | undefined,
  direction: Direction,
): Node {
  const acrossOf = ({ width, height }: Face): number => (direction === "right" ? height : width);
  const alongOf = ({ width, height }: Face): number => (direction === "right" ? width : height);
  const padding = frameOf === undefined ? 0 : frame.padding;
  const cards: Node["cards"][number][] = [];
  let at = padding;
  standings.forEach((standing, index) => {
    const face = faces[index];
    if (face === undefined) return;
    cards.push({ standing, face, level, at });
    at += acrossOf(face) + frame.between;
  });
  const across = at - frame.between + padding;
  const along = Math.max(...faces.map(alongOf));
  // What hangs on the premises is centred where the middle of those is that carry anything.
  const bearing = cards.filter(({ standing }) => standing.children.length > 0);
  const first = bearing[0];
  const last = bearing.at(-1);
  const middle = ({ at, face }: Node["cards"][number]): number => at + acrossOf(face) / 2;
  const anchor = first && last ? (middle(first) + middle(last)) / 2 : across / 2;
  const shift = across / 2 - anchor;
  return { cards, frameOf, across, along, shift, children: [], size: [across, along + gaps[direction].along] };
}
