/** Where everything stands in a tree: cards, the frames around linked premises, the grounds of sections. */
import { flextree } from "d3-flextree";
import type { CardId } from "../language/tree.ts";
import { type Box, type Direction, turned } from "./box.ts";
import { type Chains, reach, sectionGap } from "./chains.ts";
import type { Face } from "./face.ts";
import type { Hue, Standing } from "./forest.ts";
import { type Ground, groundsOf, type OpenGround } from "./grounds.ts";
import type { TextMeasure } from "./measure.ts";
import { frame, gaps, labelRoom, type Node, nodesOf } from "./nodes.ts";

export type { Box, Direction } from "./box.ts";

export interface PlacedCard extends Box {
  readonly id: CardId;
  readonly face: Face;
  readonly parent: CardId | undefined;
  /** 1 for a root, as in an outline. */
  readonly level: number;
}

/** Around the premises that are one step together. */
export interface Frame extends Box {
  /** In an outline, where other rows may stand between them, premises are bracketed. */
  readonly form: "frame" | "bracket";
  readonly step: CardId;
  readonly hue: Hue;
  /** Where the step's line goes, along the side at which it arrives. */
  readonly anchor: number;
}

export interface Layout {
  /** In the order in which the tree is read. */
  readonly cards: readonly PlacedCard[];
  readonly frames: readonly Frame[];
  readonly grounds: readonly Ground[];
}

/** Places across and along the growth that were reckoned for one root and all below it, from the middle of the root. */
interface Branch {
  /** All that the places depend on. */
  readonly shape: readonly number[];
  /** For each node, as it is first come to: its middle across, and where it begins along. */
  readonly places: readonly (readonly [number, number])[];
}

/** The branches of one picture, kept for the next: those whose boxes all have their old sizes are not laid out again. */
export type Branches = readonly Branch[];

export interface Laying {
  readonly direction: Direction;
  readonly chains: Chains;
  readonly faceOf: (standing: Standing, level: number) => Face;
  readonly measure: TextMeasure;
  readonly before: Branches;
  /** Hears that places were reckoned anew. */
  readonly onReckoned: () => void;
}

/** Positions of all that is to be seen of a tree. Roots stand after one another, none beside what hangs on another one. */
export function layout(
  roots: readonly Standing[],
  laying: Laying,
): { readonly layout: Layout; readonly branches: Branches } {
  const { direction, before, onReckoned } = laying;
  const cards: PlacedCard[] = [];
  const frames: Frame[] = [];
  const grounds = new Set<OpenGround>();
  const branches: Branch[] = [];
  const known = new Map(before.map((branch) => [key(branch.shape), branch]));
  let end = 0;
  let above: Node | undefined;
  for (const root of nodesOf(roots, laying)) {
    const nodes = flattened(root);
    const shape = shapeOf(nodes);
    const old = known.get(key(shape));
    const branch =
      old !== undefined && sameShape(old.shape, shape) ? old : { shape, places: reckoned(root, nodes, direction) };
    if (branch !== old) onReckoned();
    branches.push(branch);

    let [low, high] = [Infinity, -Infinity];
    nodes.forEach(({ across, shift }, index) => {
      const start = Math.round((branch.places[index]?.[0] ?? 0) - across / 2 + shift);
      low = Math.min(low, start);
      high = Math.max(high, start + across);
    });
    if (above !== undefined) end += gaps[direction].roots + sectionGap(above.chain, root.chain);
    const offset = Math.round(end - low);
    nodes.forEach((node, index) => {
      const [across, along] = branch.places[index] ?? [0, 0];
      put(node, Math.round(across - node.across / 2 + node.shift) + offset, Math.round(along), laying, cards, frames);
      for (const ground of node.grounds) grounds.add(ground);
    });
    end = offset + high;
    above = root;
  }
  return { layout: { cards, frames, grounds: groundsOf([...grounds], laying) }, branches };
}

/** A root with all below it, parents before their children, siblings in their order. */
function flattened(root: Node): readonly Node[] {
  const nodes: Node[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    nodes.push(node);
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at];
      if (child !== undefined) open.push(child);
    }
  }
  return nodes;
}

/** All that the places of a branch depend on: sizes, shifts, numbers of children, and where sections part. */
function shapeOf(nodes: readonly Node[]): readonly number[] {
  const shape: number[] = [];
  const numbers = new Map<object, number>();
  for (const { size, shift, children, chain } of nodes) {
    const number = numbers.get(chain) ?? numbers.size;
    numbers.set(chain, number);
    shape.push(size[0], size[1], shift, children.length, number, chain.sections.length);
  }
  return shape;
}

/** What two branches of the same shape share; rarely shared by others. */
function key(shape: readonly number[]): number {
  let sum = shape.length;
  for (const number of shape) sum = (Math.imul(sum, 31) + Math.round(number * 16)) | 0;
  return sum;
}

const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((number, index) => number === b[index]);

function reckoned(root: Node, nodes: readonly Node[], direction: Direction): Branch["places"] {
  const gap = gaps[direction];
  const tree = flextree<Node>({
    children: ({ children }) => children,
    nodeSize: ({ data }) => data.size,
    // The boxes are drawn shifted, so the space between two must make up for both shifts.
    spacing: ({ parent, data: a }, { parent: other, data: b }) =>
      (parent !== other ? gap.cousins : gap.siblings) + sectionGap(a.chain, b.chain) + a.shift - b.shift,
  });
  const places = new Map<Node, readonly [number, number]>();
  tree(tree.hierarchy(root)).each(({ x, y, data }) => {
    places.set(data, [x, y]);
  });
  return nodes.map((node) => places.get(node) ?? [0, 0]);
}

/** Puts what is in a node, which begins `across` and `along`, into the picture, and the node itself on its grounds. */
function put(
  node: Node,
  across: number,
  along: number,
  { direction }: Laying,
  cards: PlacedCard[],
  frames: Frame[],
): void {
  const right = direction === "right";
  const near = along + (right ? 0 : node.room);
  for (const { standing, face, level, at } of node.cards) {
    const place = turned(direction, across + at, near, face);
    cards[standing.index] = { ...place, id: standing.card.id, face, parent: standing.parent?.card.id, level };
  }
  const begin = across + (right ? node.room : 0);
  const end = across + node.across;
  if (node.frameOf !== undefined) {
    const length = node.along + 2 * frame.padding;
    const size = right ? { width: length, height: end - begin } : { width: end - begin, height: length };
    const place = turned(direction, begin, near - frame.padding, size);
    const anchor = node.across / 2 - node.shift - (begin - across);
    frames.push({ ...place, form: "frame", step: node.frameOf.card.id, hue: node.frameOf.hue, anchor });
  }
  standOn(node, { across, begin, end, along, near }, direction);
}

interface Standpoint {
  readonly across: number;
  readonly begin: number;
  readonly end: number;
  readonly along: number;
  readonly near: number;
}

function standOn(node: Node, { across, begin, end, along, near }: Standpoint, direction: Direction): void {
  const right = direction === "right";
  const { before, after } = gaps[direction];
  const first = node.grounds.length - node.begins;
  node.grounds.forEach((ground, index) => {
    const around = reach(ground.inner);
    const labels = index >= first ? index - first : undefined;
    // Label after label, each within the ground of the one before.
    const room = labels === undefined ? 0 : labels * labelRoom.more;
    const starts = node.above === undefined || !node.above.grounds.includes(ground);
    const goesOn = node.children.some(({ grounds }) => grounds.includes(ground));
    const labelled = node.room > 0 && labels !== undefined;
    ground.areas.push({
      start: (right && labelled ? across + room : begin) - around,
      end: end + around,
      near: starts ? (right || !labelled ? near : along + room) - around : near - before,
      far: near + node.along + (goesOn ? after : Math.min(around, after)),
    });
    if (labels === undefined || ground.label !== undefined) return;
    ground.label = right
      ? { x: near, y: across + room + 11, width: node.along }
      : { x: begin, y: along + room + 11, width: node.across };
  });
}
