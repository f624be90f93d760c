/** Lays out an outline: one column of indented rows, for narrow panels. */
import type { CardLayout, Edge, Frame, Picture, PlacedCard } from "../model.ts";
import type { TextMeasure } from "../typesetting/measure.ts";
import type { CardNode } from "./cardTree.ts";
import { edgeStyle } from "./edges.ts";
import { linkMark, targetsInference } from "./inferenceEdge.ts";
import { closeSectionArea, moreLinesHeight, type OpenSectionArea, wrapTitle } from "./sectionAreas.ts";
import { emptyPath, type SectionPath, type SectionPaths } from "./sectionPaths.ts";

/** The frames are brackets beside linked premises; the edges are guides from each row to its children. */
export type OutlineLayout = Pick<Picture, "cards" | "frames" | "edges" | "sectionAreas">;

/** In pixels. */
const ROW_GAP = 3;
const ROOT_GAP = 16;
/** The distance from the top of a row to the end of its edge: the middle of the first line of text. */
const ARRIVAL_OFFSET = 13;
const BRACKET_WIDTH = 5;
const MAX_BEND_RADIUS = 6;

/** The spacing of section areas. `label` is the height reserved for the title, `baseline` its baseline. */
const sectionSpacing = { side: 8, label: 24, baseline: 16, below: 8, indent: 10 };

export interface OutlineInput {
  readonly sectionPaths: SectionPaths;
  readonly measure: TextMeasure;
  /** The layout of a row of this width. */
  readonly layoutOf: (cardNode: CardNode, width: number) => CardLayout;
  /** The width of the whole outline. */
  readonly width: number;
}

/** Lays out all rows in preorder. Roots of the same section share a section area. */
export function layoutOutline(roots: readonly CardNode[], input: OutlineInput): OutlineLayout {
  const { sectionPaths, measure } = input;
  const maxNesting = Math.max(0, ...roots.map((root) => sectionPaths.pathOf(root).sections.length));
  const inset = maxNesting * sectionSpacing.side;
  const indentation = indentationFor(input.width - 2 * inset);
  const rows = new Map<CardNode, PlacedCard>();
  const areas: OpenSectionArea[] = [];
  let previousPath: SectionPath = emptyPath;
  let openAreas: readonly OpenSectionArea[] = [];
  let y = 0;
  for (const root of roots) {
    const sectionPath = sectionPaths.pathOf(root);
    const continuedAreas = openAreas.filter(({ section }) => sectionPath.sections.includes(section));
    if (sectionPath !== previousPath || continuedAreas.length < openAreas.length)
      y += (openAreas.length - continuedAreas.length) * sectionSpacing.below;
    if (rows.size > 0) y += ROOT_GAP;
    openAreas = sectionPath.sections.map((section, depth): OpenSectionArea => {
      const continued = continuedAreas.find((area) => area.section === section);
      if (continued !== undefined) return continued;
      const x = depth * sectionSpacing.side;
      const label = {
        x: x + sectionSpacing.indent,
        y: y + sectionSpacing.baseline,
        width: input.width - 2 * x - 2 * sectionSpacing.indent,
      };
      const titleLines = wrapTitle(section.title, label.width, measure);
      const area: OpenSectionArea = { section, innerDepth: 0, depth, order: depth, segments: [], titleLines, label };
      areas.push(area);
      y += sectionSpacing.label + moreLinesHeight(area);
      return area;
    });
    previousPath = sectionPath;
    y = placeRows(root, y, inset, indentation, input, rows);
    for (const [index, area] of openAreas.entries()) {
      const near = (area.label?.y ?? 0) - sectionSpacing.baseline;
      const far = y - ROW_GAP + (openAreas.length - index) * sectionSpacing.below;
      const start = area.depth * sectionSpacing.side;
      area.segments.splice(0, 1, { start, end: input.width - start, near, far });
    }
  }
  return {
    cards: [...rows.values()],
    ...guidesAndBrackets(rows, indentation),
    sectionAreas: areas.map((area) => closeSectionArea(area, 1, { direction: "down" })),
  };
}

interface Indentation {
  /** The indentation of a row from its parent. */
  readonly step: number;
  /** The maximum number of steps; deeper rows are not indented further, so that there is room for text. */
  readonly maxSteps: number;
  /** The distance from the start of a row to the guide below: under its fold handle or, if that is too far in, its bar. */
  readonly guideOffset: number;
}

/** The indentation for a width: narrow outlines have smaller steps. */
function indentationFor(width: number): Indentation {
  const { levels, wide, narrow } = { levels: 6, wide: { step: 22, row: 210 }, narrow: { step: 9, row: 130 } };
  const row = Math.min(wide.row, Math.max(narrow.row, width - levels * narrow.step));
  const step = Math.min(wide.step, Math.max(narrow.step, Math.floor((width - row) / levels)));
  const guideOffset = Math.min(10, Math.max(2, step - BRACKET_WIDTH - 4));
  return { step, maxSteps: Math.max(0, Math.floor((width - row) / step)), guideOffset };
}

/**
 * Adds the rows of a root and its descendants to `rows`, from `top` down.
 *
 * @returns the top of the next row
 */
function placeRows(
  root: CardNode,
  top: number,
  inset: number,
  { step, maxSteps }: Indentation,
  input: OutlineInput,
  rows: Map<CardNode, PlacedCard>,
): number {
  let y = top;
  const pending: { readonly cardNode: CardNode; readonly level: number }[] = [{ cardNode: root, level: 1 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { cardNode, level } = next;
    const x = inset + Math.min(level - 1, maxSteps) * step;
    const layout = input.layoutOf(cardNode, input.width - inset - x);
    const { width, height } = layout;
    rows.set(cardNode, { id: cardNode.card.id, layout, parent: cardNode.parent?.card.id, level, x, y, width, height });
    y += height + ROW_GAP;
    for (const child of cardNode.children.toReversed()) pending.push({ cardNode: child, level: level + 1 });
  }
  return y;
}

/** The guides from each row to its children, and the brackets beside linked premises. */
function guidesAndBrackets(
  rows: ReadonlyMap<CardNode, PlacedCard>,
  { step, guideOffset }: Indentation,
): Pick<OutlineLayout, "edges" | "frames"> {
  const frames: Frame[] = [];
  const edges: Edge[] = [];
  const bendRadius = Math.min(MAX_BEND_RADIUS, step - BRACKET_WIDTH - guideOffset);
  for (const [cardNode, row] of rows) {
    const allChildRows = cardNode.children.flatMap((child) => rows.get(child) ?? []);
    // Beyond the maximum indentation there is no room for a guide.
    if (allChildRows[0] === undefined || allChildRows[0].x === row.x) continue;
    const x = row.x + guideOffset;
    const aboveRow = cardNode.parent && rows.get(cardNode.parent);
    const hasLink = aboveRow !== undefined && aboveRow.x < row.x;
    const childRows = hasLink ? allChildRows.filter((child) => !targetsInference(child)) : allChildRows;
    if (hasLink) {
      // Entries that target the step end on its link, which is to the left of its row.
      const third = (step - guideOffset) / 3;
      for (const child of allChildRows) {
        if (!targetsInference(child)) continue;
        const linkX = row.x - (child.layout.card.relation === "backing" ? 2 * third : third);
        edges.push(inferenceGuide(child, row, linkX));
      }
    }
    const last = childRows.at(-1);
    if (last === undefined) continue;
    const [from, to] = [row.y + row.height, last.y + ARRIVAL_OFFSET - bendRadius];
    edges.push({
      key: `${row.id} guide`,
      card: undefined,
      color: "border",
      isDashed: false,
      isStrong: false,
      path: `M${x} ${from}V${to}`,
      curve: undefined,
      ...{ x1: x, y1: from, x2: x, y2: to },
    });
    const linkedPremises = childRows.filter(({ layout: { card } }) => card.relation === "premise");
    const bracket = linkedPremises.length > 1 ? premiseBracket(row, linkedPremises) : undefined;
    if (bracket !== undefined) frames.push(bracket);
    for (const child of childRows) {
      const end = bracket !== undefined && linkedPremises.includes(child) ? bracket.x : child.x;
      const y = child.y + ARRIVAL_OFFSET;
      const path = `M${x} ${y - bendRadius}q0 ${bendRadius} ${bendRadius} ${bendRadius}H${end}`;
      const ends = { x1: x, y1: y - bendRadius, x2: end, y2: y };
      edges.push({
        key: child.id,
        card: child.id,
        path,
        curve: undefined,
        ...ends,
        ...edgeStyle(child.layout.card.relation, row),
      });
    }
  }
  return { edges, frames };
}

/** The line from the link of a step, at `x`, down to the row of an entry that targets the step. */
function inferenceGuide(child: PlacedCard, row: PlacedCard, x: number): Edge {
  const { relation } = child.layout.card;
  const link = { x, y: row.y + ARRIVAL_OFFSET };
  const end = { x: child.x, y: child.y + ARRIVAL_OFFSET };
  const radius = Math.min(MAX_BEND_RADIUS, child.x - x);
  const line = `M${x} ${link.y}V${end.y - radius}q0 ${radius} ${radius} ${radius}H${end.x}`;
  const ends = { x1: link.x, y1: link.y, x2: end.x, y2: end.y };
  return {
    key: child.id,
    card: child.id,
    path: line + linkMark(link, relation),
    curve: undefined,
    ...ends,
    ...edgeStyle(relation, row),
  };
}

function premiseBracket({ id, layout }: PlacedCard, linkedPremises: readonly PlacedCard[]): Frame | undefined {
  const [first, last] = [linkedPremises[0], linkedPremises.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return {
    form: "bracket",
    step: id,
    hue: layout.hue,
    anchor: ARRIVAL_OFFSET,
    x: first.x - BRACKET_WIDTH,
    y: first.y + 3,
    width: BRACKET_WIDTH,
    height: last.y + last.height - first.y - 6,
  };
}
