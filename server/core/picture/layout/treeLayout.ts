/** Where everything stands in a tree: cards, the frames around linked premises, the grounds of sections. */
import { type FlextreeNode, flextree } from "d3-flextree";
import type { CardId } from "../../tree/tree.ts";
import type { Face } from "../cards/cardLayout.ts";
import { type Box, type Direction, turned } from "../geometry/box.ts";
import type { TextMeasure } from "../text/measure.ts";
import type { Hue, Standing } from "./cardTree.ts";
import { frame, gaps, labelRoom, type Node, nodesOf, resize } from "./layoutNodes.ts";
import { clear, type Ground, groundsOf, type OpenGround } from "./sectionAreas.ts";
import { type Chains, reach, sectionGap } from "./sectionPaths.ts";

export type { Box, Direction } from "../geometry/box.ts";

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

/** A root with all below it, and the places that were reckoned for these from the middle of the root. */
interface Branch {
  /** Parents before their children, siblings in their order. */
  readonly nodes: readonly Node[];
  readonly nodeOf: ReadonlyMap<Standing, Node>;
  /** All that the places depend on; undefined where a size has changed since it was gathered. */
  readonly shape: readonly number[] | undefined;
  /** For each node two numbers: its middle across, and where it begins along. */
  readonly places: readonly number[];
}

/** The branches of one picture, kept for the next: those whose boxes all have their old sizes are not laid out again. */
export type Branches = readonly Branch[];

/** How far before a card its line has to run straight on, as the label of a ground stands there. */
export type Rooms = ReadonlyMap<CardId, number>;

export interface Laying {
  readonly direction: Direction;
  readonly chains: Chains;
  readonly faceOf: (standing: Standing) => Face;
  readonly measure: TextMeasure;
  /** Hears that places were reckoned anew. */
  readonly onReckoned: () => void;
}

export interface Laid extends Layout {
  readonly branches: Branches;
  readonly rooms: Rooms;
}

/**
 * Positions of all that is to be seen of a tree. Roots stand after one another, none beside what hangs on another one.
 * @param before the branches of an earlier picture
 */
export function layout(roots: readonly Standing[], before: Branches, laying: Laying): Laid {
  const known = new Map(
    before.map(({ nodes, places, shape = shapeOf(nodes) }) => {
      return [key(shape), { shape, places }];
    }),
  );
  const branches = nodesOf(roots, laying).map((root): Branch => {
    const nodes = flattened(root);
    const nodeOf = new Map<Standing, Node>();
    for (const node of nodes) for (const { standing } of node.cards) nodeOf.set(standing, node);
    const shape = shapeOf(nodes);
    const old = known.get(key(shape));
    if (old !== undefined && sameShape(old.shape, shape)) return { nodes, nodeOf, shape, places: old.places };
    laying.onReckoned();
    return { nodes, nodeOf, shape, places: reckoned(root, nodes, laying.direction) };
  });
  return together(branches, laying);
}

/** The branches after some cards have got other faces: only those in which the size of a box has changed are laid out again. */
export function refitted(before: Branches, changed: ReadonlySet<Standing>, laying: Laying): Branches {
  return before.map((branch): Branch => {
    const touched = new Set<Node>();
    for (const standing of changed) {
      const node = branch.nodeOf.get(standing);
      if (node !== undefined) touched.add(node);
    }
    let sized = false;
    for (const node of touched) if (resize(node, laying)) sized = true;
    const [root] = branch.nodes;
    if (!sized || root === undefined) return branch;
    laying.onReckoned();
    return { ...branch, shape: undefined, places: reckoned(root, branch.nodes, laying.direction) };
  });
}

/** All branches in their places, one after the other. */
export function together(branches: Branches, laying: Laying): Laid {
  const { direction } = laying;
  const cards: PlacedCard[] = [];
  const frames: Frame[] = [];
  const grounds = new Set<OpenGround>();
  const rooms = new Map<CardId, number>();
  let end = 0;
  let above: Node | undefined;
  for (const { nodes, places } of branches) {
    let [low, high] = [Infinity, -Infinity];
    nodes.forEach(({ across, shift }, index) => {
      const start = Math.round((places[2 * index] ?? 0) - across / 2 + shift);
      low = Math.min(low, start);
      high = Math.max(high, start + across);
    });
    const [root] = nodes;
    if (above !== undefined && root !== undefined) end += gaps[direction].roots + sectionGap(above.chain, root.chain);
    const offset = Math.round(end - low);
    nodes.forEach((node, index) => {
      const [across, along] = [places[2 * index] ?? 0, places[2 * index + 1] ?? 0];
      for (const ground of node.grounds) {
        if (!grounds.has(ground)) clear(ground);
        grounds.add(ground);
      }
      put(
        node,
        Math.round(across - node.across / 2 + node.shift) + offset,
        Math.round(along),
        direction,
        cards,
        frames,
      );
      if (direction === "right" || node.room === 0) return;
      for (const { standing } of node.cards) rooms.set(standing.card.id, node.room);
    });
    end = offset + high;
    above = root;
  }
  return { cards, frames, grounds: groundsOf([...grounds], laying), branches, rooms };
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
    nodeSize: (node) => own(node).size,
    spacing: (one, other) => {
      const [a, b] = [own(one), own(other)];
      const usual = a.above !== b.above ? gap.cousins : gap.siblings;
      // The boxes are drawn shifted, so the space between two must make up for both shifts.
      return usual + sectionGap(a.chain, b.chain) + a.shift - b.shift;
    },
  });
  // All that d3-flextree reads of a node that it is given are its children and what the functions above tell; it writes its
  // x and y. So it is spared a copy of the whole tree, which would take as long as the layout itself.
  tree(root as unknown as FlextreeNode<Node>);
  return nodes.flatMap(({ x, y }) => [x, y]);
}

/** The node that was given to the layout as one of its own. */
const own = (node: unknown): Node => node as Node;

/** Puts what is in a node, which begins `across` and `along`, into the picture, and the node itself on its grounds. */
function put(
  node: Node,
  across: number,
  along: number,
  direction: Direction,
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
    const labelled = node.room > 0 && labels !== undefined;
    ground.areas.push({
      start: (right && labelled ? across + room : begin) - around,
      end: end + around,
      near: starts ? (right ? near : along + room) - around : near - before,
      // What goes on begins there, and what does not ends there too: a contour without small steps.
      far: near + node.along + after,
    });
    if (labels === undefined || ground.label !== undefined) return;
    ground.label = right
      ? { x: near, y: across + room + 11, width: node.along }
      : // The line to a card comes down in the middle of it.
        { x: begin, y: along + room + 11, width: node.above === undefined ? node.across : node.across / 2 - 8 };
  });
}
