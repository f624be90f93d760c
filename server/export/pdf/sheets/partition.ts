/**
 * Cuts a tree into parts that each fit on a sheet. It cuts only between a card and its children: the card is on both parts,
 * as the last card of a branch on one, and as the root on the other. Bottom-up and greedy, as Kundu and Misra's partition of
 * trees (1977), so that branches are cut as seldom as possible.
 */
import type { CardId } from "../../../core/tree/tree.ts";

/** A card with its size along and across the direction in which the tree grows. Lengths are in pixels. */
export interface BranchNode {
  readonly card: CardId;
  readonly along: number;
  readonly across: number;
  readonly children: readonly BranchNode[];
}

/** The space of a sheet, along and across the direction of growth. */
export interface SheetSpace {
  readonly along: number;
  readonly across: number;
}

/** A card with those of its children that are on the same sheet. The lengths are estimates for all of them. */
export interface TreePart {
  readonly card: CardId;
  readonly along: number;
  readonly across: number;
  readonly children: readonly TreePart[];
}

/** The usual gaps between cards, a little larger than those of the layout. */
const GAP = { along: 48, across: 20 } as const;

/** Returns the parts of a forest in reading order. A card that is larger than the space is on a part of its own. */
export function partition(roots: readonly BranchNode[], space: SheetSpace): readonly TreePart[] {
  const preorder = preorderOf(roots);
  const order = new Map(preorder.map(({ card }, index) => [card, index]));
  const pieces = new Map<CardId, TreePart>();
  const parts: TreePart[] = [];
  for (const node of preorder.toReversed()) {
    const [first, ...others] = groupChildren(node, pieces, parts, space);
    const piece = partOf(node, first ?? []);
    // Parts of one card are in reading order, the card's own first.
    parts.unshift(...others.map((group) => partOf(node, group)));
    pieces.set(node.card, piece);
  }
  parts.unshift(...roots.flatMap(({ card }) => pieces.get(card) ?? []));
  return parts.toSorted((a, b) => (order.get(a.card) ?? 0) - (order.get(b.card) ?? 0));
}

/** Groups the children of a card so that each group fits beside it. Branches that are too long are cut off as parts. */
function groupChildren(
  node: BranchNode,
  pieces: ReadonlyMap<CardId, TreePart>,
  parts: TreePart[],
  space: SheetSpace,
): readonly (readonly TreePart[])[] {
  const groups: TreePart[][] = [];
  let across = 0;
  for (const child of node.children) {
    let piece = pieces.get(child.card);
    if (piece === undefined) continue;
    if (piece.children.length > 0 && node.along + GAP.along + piece.along > space.along) {
      parts.unshift(piece);
      piece = partOf(child, []);
    }
    const group = groups.at(-1);
    if (group !== undefined && across + GAP.across + piece.across <= space.across) {
      group.push(piece);
      across += GAP.across + piece.across;
    } else {
      groups.push([piece]);
      across = piece.across;
    }
  }
  return groups;
}

const partOf = ({ card, along, across }: BranchNode, children: readonly TreePart[]): TreePart => ({
  card,
  along: children.length === 0 ? along : along + GAP.along + Math.max(...children.map((child) => child.along)),
  across: Math.max(
    across,
    children.reduce((sum, child) => sum + child.across + GAP.across, -GAP.across),
  ),
  children,
});

/** Not recursive, as a deep map would overflow the call stack. */
function preorderOf(roots: readonly BranchNode[]): readonly BranchNode[] {
  const preorder: BranchNode[] = [];
  const pending = [...roots].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    preorder.push(node);
    pending.push(...[...node.children].reverse());
  }
  return preorder;
}
