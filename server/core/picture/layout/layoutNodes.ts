/** The boxes that the layout of a tree puts in place: a card, or a frame with its premises, with room for labels. */

import type { Face } from "../cards/cardLayout.ts";
import type { Direction } from "../geometry/box.ts";
import type { Standing } from "./cardTree.ts";
import type { OpenGround } from "./sectionAreas.ts";
import { type Chain, type Chains, nowhere } from "./sectionPaths.ts";

/** Distances between boxes, in pixels: along the growth, and across it between siblings, cousins and roots. */
export const gaps = {
  right: { before: 32, after: 16, siblings: 14, cousins: 24, roots: 40 },
  down: { before: 32, after: 16, siblings: 20, cousins: 36, roots: 60 },
} as const;
export const frame = { padding: 7, between: 10 };
/** The room for the label of a ground, and what each further one within it adds. */
export const labelRoom = { first: 20, more: 26 };

export interface CardInNode {
  readonly standing: Standing;
  readonly face: Face;
  readonly level: number;
  /** How far from the beginning of the node, across the growth. */
  readonly at: number;
}

/** What of a node depends on the sizes of its cards. */
interface Size {
  cards: readonly CardInNode[];
  across: number;
  along: number;
  /** How far the box is drawn from where the layout puts it, so that premises stand level with what hangs on them. */
  shift: number;
  /** As the layout sees it, with the gaps before and after. */
  size: [number, number];
}

/** What the tree layout sees as one box. `across` and `along` are its extent athwart the growth and with it. */
export interface Node extends Size {
  readonly frameOf: Standing | undefined;
  readonly level: number;
  /** The room before its cards, for labels of grounds. It is a part of the extent. */
  readonly room: number;
  readonly chain: Chain;
  /** The grounds on which it stands, the outermost first; of these the last `begins` begin here. */
  readonly grounds: readonly OpenGround[];
  readonly begins: number;
  /** Undefined for a root. */
  readonly above: Node | undefined;
  readonly children: Node[];
  /** Where the layout puts it: its middle across, its beginning along, from the root of its branch. */
  x: number;
  y: number;
}

/** Deeper trees than d3-flextree's recursion carries grow no further: what is below stands beside what is above. */
const deepest = 1000;

interface Sizing {
  readonly direction: Direction;
  readonly faceOf: (standing: Standing) => Face;
}

interface Growing extends Sizing {
  readonly chains: Chains;
}

interface Open {
  readonly into: Node[];
  readonly above: Node | undefined;
  /** Siblings in their order, for each card of the node above. */
  readonly below: readonly (readonly Standing[])[];
  readonly level: number;
}

/** The nodes of all roots, each with all below it. Without recursion, as maps may be deeper than the stack. */
export function nodesOf(roots: readonly Standing[], growing: Growing): readonly Node[] {
  const nodes: Node[] = [];
  const open: Open[] = [{ into: nodes, above: undefined, below: [roots], level: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { into, above, below, level } = next;
    const groups = below.length === 1 && below[0] ? together(below[0]) : below.flatMap(together);
    const placed = onGrounds(groups, above, growing.chains);
    // What grows down stands level with its siblings, be it labelled or not.
    const labels = placed.reduce((most, { begins }) => Math.max(most, begins), 0);
    const rooms = growing.direction === "down" ? roomFor(labels) : undefined;
    groups.forEach((standings, index) => {
      const ground = placed[index];
      if (ground === undefined) return;
      const room = rooms ?? roomFor(ground.begins);
      const frameOf = standings.length > 1 ? standings[0]?.parent : undefined;
      const { chain, grounds, begins } = ground;
      const { cards, across, along, shift, size } = sizeOf(standings, { frameOf, level, room }, growing);
      // Field by field: to spread the two takes longer than the layout, with thousands of nodes.
      const node: Node = {
        cards,
        across,
        along,
        shift,
        size,
        chain,
        grounds,
        begins,
        above,
        frameOf,
        level,
        room,
        children: [],
        x: 0,
        y: 0,
      };
      into.push(node);
      const under: (readonly Standing[])[] = [];
      for (const { children } of standings) if (children.length > 0) under.push(children);
      if (under.length === 0) return;
      open.push({ into: level < deepest ? node.children : into, above: node, below: under, level: level + 1 });
    });
  }
  return nodes;
}

const roomFor = (labels: number): number => (labels === 0 ? 0 : labelRoom.first + (labels - 1) * labelRoom.more);

/** Siblings as they share boxes: two or more premises of a step together, where the first of them stands, all others alone. */
function together(siblings: readonly Standing[]): readonly (readonly Standing[])[] {
  const isPremise = ({ card, parent }: Standing): boolean => card.relation === "premise" && parent !== undefined;
  if (siblings.length < 2) return [siblings];
  const linked = siblings.filter(isPremise);
  if (linked.length < 2) return siblings.map((one) => [one]);
  return siblings.flatMap((one) => (!isPremise(one) ? [[one]] : one === linked[0] ? [linked] : []));
}

interface OnGrounds {
  readonly chain: Chain;
  readonly grounds: readonly OpenGround[];
  readonly begins: number;
}

const onNone: OnGrounds = { chain: nowhere, grounds: [], begins: 0 };

/** The grounds of neighbours: each goes on with that of what is above, then with that of the one before, or begins its own. */
function onGrounds(
  groups: readonly (readonly Standing[])[],
  above: Node | undefined,
  chains: Chains,
): readonly OnGrounds[] {
  if (chains.none) return groups.map(() => onNone);
  let before: readonly OpenGround[] = [];
  return groups.map(([first, second]): OnGrounds => {
    // Premises that share a frame stand where their step stands.
    const chain =
      first === undefined || second !== undefined ? (above?.chain ?? nowhere) : chains.of(first, above?.chain);
    if (chain.sections.length === 0) {
      before = [];
      return { chain, grounds: [], begins: 0 };
    }
    let begins = 0;
    const grounds = chain.sections.map((section, index): OpenGround => {
      const is = (one: OpenGround): boolean => one.section === section;
      const known = above?.grounds.find(is) ?? before.find(is);
      if (known !== undefined) return known;
      begins += 1;
      const within = above?.grounds.at(-1);
      return {
        section,
        inner: chain.inner[index] ?? 0,
        depth: index,
        order: (within?.order ?? -1) + 1 + index,
        areas: [],
        label: undefined,
      };
    });
    before = grounds;
    return { chain, grounds, begins };
  });
}

/** Gives a node the faces and the size that its cards have now; says whether the size is another one. */
export function resize(node: Node, growing: Sizing): boolean {
  const { size, shift } = node;
  const standings = node.cards.map(({ standing }) => standing);
  Object.assign(node, sizeOf(standings, node, growing));
  return size[0] !== node.size[0] || size[1] !== node.size[1] || shift !== node.shift;
}

/** The size of a card alone, or of premises beside each other in a frame. */
function sizeOf(
  standings: readonly Standing[],
  { frameOf, level, room }: Pick<Node, "frameOf" | "level" | "room">,
  { direction, faceOf }: Sizing,
): Size {
  const right = direction === "right";
  const acrossOf = ({ width, height }: Face): number => (right ? height : width);
  const alongOf = (face: Face): number => (right ? face.width : face.height) + overhang(face, direction);
  const padding = frameOf === undefined ? 0 : frame.padding;
  const begin = (right ? room : 0) + padding;
  const cards: CardInNode[] = [];
  let at = begin;
  let along = 0;
  for (const standing of standings) {
    const face = faceOf(standing);
    cards.push({ standing, face, level, at });
    at += acrossOf(face) + frame.between;
    along = Math.max(along, alongOf(face));
  }
  const across = at - frame.between + padding;
  const middle = (card: CardInNode): number => card.at + acrossOf(card.face) / 2;
  const { before, after } = gaps[direction];
  const size: [number, number] = [across, before + (right ? 0 : room) + along + after];
  const [only, second] = cards;
  if (only !== undefined && second === undefined)
    return { cards, across, along, shift: across / 2 - middle(only), size };
  // What hangs on the premises is centred where the middle of those is that carry anything.
  const bearing = cards.filter(({ standing }) => standing.children.length > 0);
  const first = bearing[0];
  const last = bearing.at(-1);
  const anchor = first && last ? (middle(first) + middle(last)) / 2 : (begin - padding + across) / 2;
  return { cards, across, along, shift: across / 2 - anchor, size };
}

/** How far the badge of what is folded away reaches beyond a card. */
function overhang({ hidden, parts, width, height }: Face, direction: Direction): number {
  if (hidden === 0) return 0;
  const badge = parts.find(({ kind }) => kind === "fold");
  if (badge === undefined) return 0;
  return direction === "right"
    ? Math.max(0, badge.x + badge.width - width)
    : Math.max(0, badge.y + badge.height - height);
}
