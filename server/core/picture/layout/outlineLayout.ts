/** The outline: the same cards as rows of one column, indented, for narrow panels and for whoever reads top down. */

import type { CardLayout } from "../cards/cardLayout.ts";
import type { TextMeasure } from "../text/measure.ts";
import type { CardNode } from "./cardTree.ts";
import { type Edge, edgeStyle } from "./edges.ts";
import { closeSectionArea, type OpenSectionArea, type SectionArea } from "./sectionAreas.ts";
import { emptyPath, type SectionPath, type SectionPaths } from "./sectionPaths.ts";
import type { Frame, PlacedCard } from "./treeLayout.ts";

export interface OutlineLayout {
  readonly cards: readonly PlacedCard[];
  /** The brackets around linked premises. */
  readonly frames: readonly Frame[];
  /** The guides from each row down to those below it, and from there to each. */
  readonly edges: readonly Edge[];
  readonly sectionAreas: readonly SectionArea[];
}

/** In pixels. */
const rowGap = 3;
const rootGap = 16;
/** How far below a row's top its line arrives: level with the middle of its first line of text. */
const ARRIVAL_OFFSET = 13;
const bracketWidth = 5;

interface Indentation {
  readonly step: number;
  /** So many steps leave a row room for its text: deeper ones are indented no further. */
  readonly maxSteps: number;
  /** Where the guide stands below a row: under the middle of its handle, or where that is too far in, under its bar. */
  readonly guideOffset: number;
}

/** Where there is little room, rows are indented less rather than not at all. */
function indentationFor(width: number): Indentation {
  const { levels, wide, narrow } = { levels: 6, wide: { step: 22, row: 210 }, narrow: { step: 9, row: 130 } };
  const row = Math.min(wide.row, Math.max(narrow.row, width - levels * narrow.step));
  const step = Math.min(wide.step, Math.max(narrow.step, Math.floor((width - row) / levels)));
  const guideOffset = Math.min(10, Math.max(2, step - bracketWidth - 4));
  return { step, maxSteps: Math.max(0, Math.floor((width - row) / step)), guideOffset };
}

/** Around the rows of a section, and above them for its title. */
const sectionSpacing = { side: 8, label: 24, below: 8, indent: 10 };

export interface OutlineInput {
  readonly sectionPaths: SectionPaths;
  readonly measure: TextMeasure;
  /** The face of a row of this width, in pixels. */
  readonly layoutOf: (standing: CardNode, width: number) => CardLayout;
  /** Of all, in pixels. */
  readonly width: number;
}

/** The rows of all roots, each followed by all below it. Roots of one section stand on its ground. */
export function layoutOutline(roots: readonly CardNode[], input: OutlineInput): OutlineLayout {
  const { sectionPaths, layoutOf, measure } = input;
  const maxNesting = Math.max(0, ...roots.map((root) => sectionPaths.pathOf(root).sections.length));
  const inset = maxNesting * sectionSpacing.side;
  const width = input.width - 2 * inset;
  const { step, maxSteps, guideOffset } = indentationFor(width);
  const cards: PlacedCard[] = [];
  const rows = new Map<CardNode, PlacedCard>();
  const grounds: OpenSectionArea[] = [];
  let previousPath: SectionPath = emptyPath;
  let openAreas: readonly OpenSectionArea[] = [];
  let y = 0;
  for (const root of roots) {
    const sectionPath = sectionPaths.pathOf(root);
    const continuedAreas = openAreas.filter(({ section }) => sectionPath.sections.includes(section));
    if (sectionPath !== previousPath || continuedAreas.length < openAreas.length)
      y += (openAreas.length - continuedAreas.length) * sectionSpacing.below;
    if (cards.length > 0) y += rootGap;
    openAreas = sectionPath.sections.map((section, depth): OpenSectionArea => {
      const known = continuedAreas.find((one) => one.section === section);
      if (known !== undefined) return known;
      const x = depth * sectionSpacing.side;
      const label = { x: x + sectionSpacing.indent, y: y + 16, width: input.width - 2 * x - 2 * sectionSpacing.indent };
      const area: OpenSectionArea = { section, innerDepth: 0, depth, order: depth, segments: [], label };
      grounds.push(area);
      y += sectionSpacing.label;
      return area;
    });
    previousPath = sectionPath;
    const pending: { readonly standing: CardNode; readonly level: number }[] = [{ standing: root, level: 1 }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { standing: cardNode, level } = next;
      const x = inset + Math.min(level - 1, maxSteps) * step;
      const layout = layoutOf(cardNode, inset + width - x);
      const { id } = cardNode.card;
      const placedCard = {
        id,
        layout,
        parent: cardNode.parent?.card.id,
        level,
        x,
        y,
        width: layout.width,
        height: layout.height,
      };
      cards.push(placedCard);
      rows.set(cardNode, placedCard);
      y += layout.height + rowGap;
      for (const child of cardNode.children.toReversed()) pending.push({ standing: child, level: level + 1 });
    }
    for (const [index, { segments, label, depth }] of openAreas.entries()) {
      const near = (label?.y ?? 0) - 16;
      const far = y - rowGap + (openAreas.length - index) * sectionSpacing.below;
      segments.splice(0, 1, {
        start: depth * sectionSpacing.side,
        end: input.width - depth * sectionSpacing.side,
        near,
        far,
      });
    }
  }
  const frames: Frame[] = [];
  const edges: Edge[] = [];
  for (const [cardNode, row] of rows) {
    const childRows = cardNode.children.flatMap((child) => rows.get(child) ?? []);
    const last = childRows.at(-1);
    // Where rows are indented no further there is no room for a guide.
    if (last === undefined || last.x === row.x) continue;
    const x = row.x + guideOffset;
    // It turns towards a row in a bow, as wide as there is room for.
    const bendRadius = Math.min(6, step - bracketWidth - guideOffset);
    const [from, to] = [row.y + row.height, last.y + ARRIVAL_OFFSET - bendRadius];
    edges.push({
      key: `${row.id} guide`,
      colour: "border",
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
      edges.push({ key: child.id, path, curve: undefined, ...ends, ...edgeStyle(child.layout.card.relation, row) });
    }
  }
  return {
    cards,
    frames,
    edges,
    sectionAreas: grounds.map((one) => closeSectionArea(one, 1, { direction: "down", measure })),
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
    x: first.x - bracketWidth,
    y: first.y + 3,
    width: bracketWidth,
    height: last.y + last.height - first.y - 6,
  };
}
