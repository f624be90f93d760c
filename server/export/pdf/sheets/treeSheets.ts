/** Lays out a tree for sheets of paper: in parts that fit, packed on as few sheets as legible text allows. */
import type { Direction, Size } from "../../../core/picture/geometry/box.ts";
import type { Picture, PlacedCard } from "../../../core/picture/model.ts";
import { pictureMargin } from "../../../core/picture/picture.ts";
import type { CardId, Tree } from "../../../core/tree/tree.ts";
import { childrenByParent } from "../../childrenByParent.ts";
import { type PackedBox, packSheets } from "./packSheets.ts";
import type { Paper } from "./paper.ts";
import { type BranchNode, partition, type TreePart } from "./partition.ts";
import { partTree } from "./partTree.ts";
import { scaleSteps } from "./scales.ts";

/** A part of the tree, laid out by itself. */
export interface LaidOutPart {
  /** Undefined for the legend. */
  readonly picture: Picture | undefined;
  /** The size without the margin. */
  readonly size: Size;
}

/** The sheets of a tree. */
export interface TreeSheets {
  readonly paper: Paper;
  /** In points for each pixel. */
  readonly scale: number;
  readonly parts: readonly LaidOutPart[];
  /** The parts of each sheet, with their places in pixels. */
  readonly sheets: readonly (readonly PackedBox[])[];
}

/** How a tree is laid out on sheets. */
export interface TreeSheetsOptions {
  /** The picture of the whole tree. */
  readonly picture: Picture;
  readonly tree: Tree;
  /** Lays out a tree like `picture`. */
  readonly layOut: (tree: Tree) => Picture;
  /** The papers to choose from, the preferred one first. */
  readonly papers: readonly Paper[];
  /** The size of the legend; undefined if it is not shown. */
  readonly legend: Size | undefined;
}

/** A way to distribute the tree, before the parts are laid out. */
interface Candidate {
  readonly paper: Paper;
  readonly scale: number;
  readonly sheetCount: number;
}

/** Each attempt at parts that fit takes less of the sheet. Estimates are rarely off by more than a few percent. */
const FILL_STEPS = [1, 0.93, 0.85, 0.75];

/** How many of the best candidates are laid out, as the parts may need more or less space than estimated. */
const LAID_OUT_CANDIDATES = 3;

/** Chooses paper and scale, and lays out the parts. Prefers few sheets, then a large scale, then the first paper. */
export function layOutTreeSheets(options: TreeSheetsOptions): TreeSheets {
  const [first, ...others] = rankedCandidates(branchNodes(options.picture), options)
    .slice(0, LAID_OUT_CANDIDATES)
    .map(({ paper, scale }) => layOutAt(options, paper, scale));
  if (first === undefined) throw new Error("There is no paper to choose.");
  return others.reduce((best, one) => (one.sheets.length < best.sheets.length ? one : best), first);
}

/** Lays out the parts for sheets of paper at a scale. */
export function layOutAt(options: TreeSheetsOptions, paper: Paper, scale: number): TreeSheets {
  const { picture } = options;
  const nodes = branchNodes(picture);
  const room = roomOf(paper, scale);
  let parts: readonly LaidOutPart[] = [];
  for (const fill of FILL_STEPS) {
    parts = layOutParts(partsThatFit(nodes, room, fill, picture.direction), options);
    if (parts.every(({ size }) => size.width <= room.width && size.height <= room.height)) break;
  }
  // A card that is larger than a sheet is shrunk with all others.
  const shrink = Math.min(...parts.map(({ size }) => Math.min(room.width / size.width, room.height / size.height)), 1);
  const finalScale = scale * shrink;
  const sizes = parts.map(({ size }) => size);
  return { paper, scale: finalScale, parts, sheets: packSheets(sizes, roomOf(paper, finalScale)) };
}

const roomOf = ({ room }: Paper, scale: number): Size => ({ width: room.width / scale, height: room.height / scale });

/** Returns the candidates, best first. */
function rankedCandidates(
  nodes: readonly BranchNode[],
  { picture, papers, legend }: TreeSheetsOptions,
): readonly Candidate[] {
  const candidates = scaleSteps.flatMap((scale) =>
    papers.map((paper): Candidate => {
      const room = roomOf(paper, scale);
      const sizes = partsThatFit(nodes, room, 1, picture.direction).map(({ along, across }) =>
        picture.direction === "right" ? { width: along, height: across } : { width: across, height: along },
      );
      const sheets = packSheets([...sizes, ...(legend === undefined ? [] : [legend])], room);
      return { paper, scale, sheetCount: sheets.length };
    }),
  );
  // The sort is stable: the scales are in descending order.
  return candidates.toSorted((a, b) => a.sheetCount - b.sheetCount);
}

function partsThatFit(
  nodes: readonly BranchNode[],
  room: Size,
  fill: number,
  direction: Direction,
): readonly TreePart[] {
  const [along, across] = direction === "right" ? [room.width, room.height] : [room.height, room.width];
  return partition(nodes, { along: along * fill, across: across * fill });
}

function layOutParts(parts: readonly TreePart[], { tree, layOut, legend }: TreeSheetsOptions): readonly LaidOutPart[] {
  const laidOut = parts.map((part): LaidOutPart => {
    const picture = layOut(partTree(tree, part));
    const { width, height } = picture.bounds;
    return { picture, size: { width: width - 2 * pictureMargin, height: height - 2 * pictureMargin } };
  });
  return legend === undefined ? laidOut : [...laidOut, { picture: undefined, size: legend }];
}

/** The space that the frame of linked premises takes beside them. */
const FRAME_PADDING = 14;

/** Returns the cards of a picture as a forest, with their sizes. */
function branchNodes({ cards, direction, frames }: Picture): readonly BranchNode[] {
  const children = childrenByParent(cards);
  const framedSteps = new Set(frames.map(({ step }) => step));
  const nodes = new Map<CardId, BranchNode>();
  const nodesOf = (parent: CardId | undefined): readonly BranchNode[] =>
    (children.get(parent) ?? []).flatMap(({ id }) => nodes.get(id) ?? []);
  // In reverse preorder, children come before their parents.
  for (const card of cards.toReversed()) {
    const padding = card.parent !== undefined && framedSteps.has(card.parent) ? FRAME_PADDING : 0;
    nodes.set(card.id, { card: card.id, ...lengthsOf(card, direction, padding), children: nodesOf(card.id) });
  }
  return nodesOf(undefined);
}

const lengthsOf = ({ width, height }: PlacedCard, direction: Direction, padding: number) =>
  direction === "right"
    ? { along: width + padding, across: height + padding }
    : { along: height + padding, across: width + padding };
