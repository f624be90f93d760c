/** The boxes that the layout of a tree puts in place: a card, or a frame with its premises, with room for labels. */

import type { CardLayout } from "../cards/cardLayout.ts";
import type { Direction } from "../geometry/box.ts";
import type { CardNode } from "./cardTree.ts";
import type { OpenSectionArea } from "./sectionAreas.ts";
import { emptyPath, type SectionPath, type SectionPaths } from "./sectionPaths.ts";

/** Distances between boxes, in pixels: along the growth, and across it between siblings, cousins and roots. */
export const gaps = {
  right: { before: 32, after: 16, siblings: 14, cousins: 24, roots: 40 },
  down: { before: 32, after: 16, siblings: 20, cousins: 36, roots: 60 },
} as const;
export const frameSpacing = { padding: 7, between: 10 };
/** The room for the label of a ground, and what each further one within it adds. */
export const labelSpacing = { first: 20, more: 26 };

export interface CardInNode {
  readonly cardNode: CardNode;
  readonly layout: CardLayout;
  readonly level: number;
  /** How far from the beginning of the node, across the growth. */
  readonly offset: number;
}

/** What of a node depends on the sizes of its cards. */
interface NodeSize {
  cards: readonly CardInNode[];
  across: number;
  along: number;
  /** How far the box is drawn from where the layout puts it, so that premises stand level with what hangs on them. */
  shift: number;
  /** As the layout sees it, with the gaps before and after. */
  outerSize: [number, number];
}

/** What the tree layout sees as one box. `across` and `along` are its extent athwart the growth and with it. */
export interface LayoutNode extends NodeSize {
  readonly framedStep: CardNode | undefined;
  readonly level: number;
  /** The room before its cards, for labels of grounds. It is a part of the extent. */
  readonly labelSpace: number;
  readonly sectionPath: SectionPath;
  /** The grounds on which it stands, the outermost first; of these the last `begins` begin here. */
  readonly sectionAreas: readonly OpenSectionArea[];
  readonly newAreaCount: number;
  /** Undefined for a root. */
  readonly parentNode: LayoutNode | undefined;
  readonly children: LayoutNode[];
  /** Where the layout puts it: its middle across, its beginning along, from the root of its branch. */
  x: number;
  y: number;
}

/** Deeper trees than d3-flextree's recursion carries grow no further: what is below stands beside what is above. */
const MAX_DEPTH = 1000;

interface SizingOptions {
  readonly direction: Direction;
  readonly layoutOf: (standing: CardNode) => CardLayout;
}

interface NodeOptions extends SizingOptions {
  readonly sectionPaths: SectionPaths;
}

interface PendingNodes {
  readonly output: LayoutNode[];
  readonly parentNode: LayoutNode | undefined;
  /** Siblings in their order, for each card of the node above. */
  readonly siblingGroups: readonly (readonly CardNode[])[];
  readonly level: number;
}

/** The nodes of all roots, each with all below it. Without recursion, as maps may be deeper than the stack. */
export function createNodes(roots: readonly CardNode[], options: NodeOptions): readonly LayoutNode[] {
  const nodes: LayoutNode[] = [];
  const pending: PendingNodes[] = [{ output: nodes, parentNode: undefined, siblingGroups: [roots], level: 1 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { output, parentNode, siblingGroups, level } = next;
    const groups =
      siblingGroups.length === 1 && siblingGroups[0]
        ? groupLinkedPremises(siblingGroups[0])
        : siblingGroups.flatMap(groupLinkedPremises);
    const placements = placeInSections(groups, parentNode, options.sectionPaths);
    // What grows down stands level with its siblings, be it labelled or not.
    const labels = placements.reduce((most, { newAreaCount }) => Math.max(most, newAreaCount), 0);
    const sharedLabelSpace = options.direction === "down" ? labelSpaceFor(labels) : undefined;
    groups.forEach((cardNodes, index) => {
      const placement = placements[index];
      if (placement === undefined) return;
      const labelSpace = sharedLabelSpace ?? labelSpaceFor(placement.newAreaCount);
      const framedStep = cardNodes.length > 1 ? cardNodes[0]?.parent : undefined;
      const { sectionPath, sectionAreas, newAreaCount } = placement;
      const { cards, across, along, shift, outerSize } = nodeSize(
        cardNodes,
        { framedStep, level, labelSpace },
        options,
      );
      // Field by field: to spread the two takes longer than the layout, with thousands of nodes.
      const node: LayoutNode = {
        cards,
        across,
        along,
        shift,
        outerSize,
        sectionPath,
        sectionAreas,
        newAreaCount,
        parentNode,
        framedStep,
        level,
        labelSpace,
        children: [],
        x: 0,
        y: 0,
      };
      output.push(node);
      const childGroups: (readonly CardNode[])[] = [];
      for (const { children } of cardNodes) if (children.length > 0) childGroups.push(children);
      if (childGroups.length === 0) return;
      pending.push({
        output: level < MAX_DEPTH ? node.children : output,
        parentNode: node,
        siblingGroups: childGroups,
        level: level + 1,
      });
    });
  }
  return nodes;
}

const labelSpaceFor = (labels: number): number =>
  labels === 0 ? 0 : labelSpacing.first + (labels - 1) * labelSpacing.more;

/** Siblings as they share boxes: two or more premises of a step together, where the first of them stands, all others alone. */
function groupLinkedPremises(siblings: readonly CardNode[]): readonly (readonly CardNode[])[] {
  const isPremise = ({ card, parent }: CardNode): boolean => card.relation === "premise" && parent !== undefined;
  if (siblings.length < 2) return [siblings];
  const linkedPremises = siblings.filter(isPremise);
  if (linkedPremises.length < 2) return siblings.map((one) => [one]);
  return siblings.flatMap((one) => (!isPremise(one) ? [[one]] : one === linkedPremises[0] ? [linkedPremises] : []));
}

interface SectionPlacement {
  readonly sectionPath: SectionPath;
  readonly sectionAreas: readonly OpenSectionArea[];
  readonly newAreaCount: number;
}

const outsideSections: SectionPlacement = { sectionPath: emptyPath, sectionAreas: [], newAreaCount: 0 };

/** The grounds of neighbours: each goes on with that of what is above, then with that of the one before, or begins its own. */
function placeInSections(
  groups: readonly (readonly CardNode[])[],
  parentNode: LayoutNode | undefined,
  sectionPaths: SectionPaths,
): readonly SectionPlacement[] {
  if (sectionPaths.isEmpty) return groups.map(() => outsideSections);
  let previousAreas: readonly OpenSectionArea[] = [];
  return groups.map(([first, second]): SectionPlacement => {
    // Premises that share a frame stand where their step stands.
    const sectionPath =
      first === undefined || second !== undefined
        ? (parentNode?.sectionPath ?? emptyPath)
        : sectionPaths.pathOf(first, parentNode?.sectionPath);
    if (sectionPath.sections.length === 0) {
      previousAreas = [];
      return { sectionPath, sectionAreas: [], newAreaCount: 0 };
    }
    let newAreaCount = 0;
    const sectionAreas = sectionPath.sections.map((section, index): OpenSectionArea => {
      const isSameSection = (one: OpenSectionArea): boolean => one.section === section;
      const known = parentNode?.sectionAreas.find(isSameSection) ?? previousAreas.find(isSameSection);
      if (known !== undefined) return known;
      newAreaCount += 1;
      const innermost = parentNode?.sectionAreas.at(-1);
      return {
        section,
        innerDepth: sectionPath.innerDepths[index] ?? 0,
        depth: index,
        order: (innermost?.order ?? -1) + 1 + index,
        segments: [],
        label: undefined,
      };
    });
    previousAreas = sectionAreas;
    return { sectionPath, sectionAreas, newAreaCount };
  });
}

/** Gives a node the faces and the size that its cards have now; says whether the size is another one. */
export function resize(node: LayoutNode, options: SizingOptions): boolean {
  const { outerSize, shift } = node;
  const cardNodes = node.cards.map(({ cardNode }) => cardNode);
  Object.assign(node, nodeSize(cardNodes, node, options));
  return outerSize[0] !== node.outerSize[0] || outerSize[1] !== node.outerSize[1] || shift !== node.shift;
}

/** The size of a card alone, or of premises beside each other in a frame. */
function nodeSize(
  cardNodes: readonly CardNode[],
  { framedStep, level, labelSpace }: Pick<LayoutNode, "framedStep" | "level" | "labelSpace">,
  { direction, layoutOf }: SizingOptions,
): NodeSize {
  const right = direction === "right";
  const acrossOf = ({ width, height }: CardLayout): number => (right ? height : width);
  const alongOf = (face: CardLayout): number => (right ? face.width : face.height) + overhang(face, direction);
  const padding = framedStep === undefined ? 0 : frameSpacing.padding;
  const start = (right ? labelSpace : 0) + padding;
  const cards: CardInNode[] = [];
  let offset = start;
  let along = 0;
  for (const cardNode of cardNodes) {
    const layout = layoutOf(cardNode);
    cards.push({ cardNode, layout, level, offset });
    offset += acrossOf(layout) + frameSpacing.between;
    along = Math.max(along, alongOf(layout));
  }
  const across = offset - frameSpacing.between + padding;
  const middle = (card: CardInNode): number => card.offset + acrossOf(card.layout) / 2;
  const { before, after } = gaps[direction];
  const outerSize: [number, number] = [across, before + (right ? 0 : labelSpace) + along + after];
  const [only, second] = cards;
  if (only !== undefined && second === undefined)
    return { cards, across, along, shift: across / 2 - middle(only), outerSize };
  // What hangs on the premises is centred where the middle of those is that carry anything.
  const withChildren = cards.filter(({ cardNode }) => cardNode.children.length > 0);
  const first = withChildren[0];
  const last = withChildren.at(-1);
  const anchor = first && last ? (middle(first) + middle(last)) / 2 : (start - padding + across) / 2;
  return { cards, across, along, shift: across / 2 - anchor, outerSize };
}

/** How far the badge of what is folded away reaches beyond a card. */
function overhang({ hiddenCount, controls, width, height }: CardLayout, direction: Direction): number {
  if (hiddenCount === 0) return 0;
  const foldHandle = controls.find(({ kind }) => kind === "fold");
  if (foldHandle === undefined) return 0;
  return direction === "right"
    ? Math.max(0, foldHandle.x + foldHandle.width - width)
    : Math.max(0, foldHandle.y + foldHandle.height - height);
}
