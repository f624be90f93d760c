/** The outline: the same cards as rows of one column, indented, for narrow panels and for whoever reads top down. */

import type { Face } from "../cards/cardLayout.ts";
import type { TextMeasure } from "../text/measure.ts";
import type { Standing } from "./cardTree.ts";
import { type Line, looks } from "./edges.ts";
import { type Ground, groundOf, type OpenGround } from "./sectionAreas.ts";
import { type Chain, type Chains, nowhere } from "./sectionPaths.ts";
import type { Frame, PlacedCard } from "./treeLayout.ts";

export interface Outline {
  readonly cards: readonly PlacedCard[];
  /** The brackets around linked premises. */
  readonly frames: readonly Frame[];
  /** The guides from each row down to those below it, and from there to each. */
  readonly lines: readonly Line[];
  readonly grounds: readonly Ground[];
}

/** In pixels. */
const rowGap = 3;
const rootGap = 16;
/** How far below a row's top its line arrives: level with the middle of its first line of text. */
const arrival = 13;
const bracketWidth = 5;

interface Indentation {
  readonly step: number;
  /** So many steps leave a row room for its text: deeper ones are indented no further. */
  readonly most: number;
  /** Where the guide stands below a row: under the middle of its handle, or where that is too far in, under its bar. */
  readonly guide: number;
}

/** Where there is little room, rows are indented less rather than not at all. */
function indentationIn(width: number): Indentation {
  const { levels, wide, narrow } = { levels: 6, wide: { step: 22, row: 210 }, narrow: { step: 9, row: 130 } };
  const row = Math.min(wide.row, Math.max(narrow.row, width - levels * narrow.step));
  const step = Math.min(wide.step, Math.max(narrow.step, Math.floor((width - row) / levels)));
  const guide = Math.min(10, Math.max(2, step - bracketWidth - 4));
  return { step, most: Math.max(0, Math.floor((width - row) / step)), guide };
}

/** Around the rows of a section, and above them for its title. */
const ground = { side: 8, label: 24, below: 8, indent: 10 };

export interface Listing {
  readonly chains: Chains;
  readonly measure: TextMeasure;
  /** The face of a row of this width, in pixels. */
  readonly faceOf: (standing: Standing, width: number) => Face;
  /** Of all, in pixels. */
  readonly width: number;
}

/** The rows of all roots, each followed by all below it. Roots of one section stand on its ground. */
export function outline(roots: readonly Standing[], listing: Listing): Outline {
  const { chains, faceOf, measure } = listing;
  const nesting = Math.max(0, ...roots.map((root) => chains.of(root).sections.length));
  const inset = nesting * ground.side;
  const width = listing.width - 2 * inset;
  const { step, most, guide } = indentationIn(width);
  const cards: PlacedCard[] = [];
  const rows = new Map<Standing, PlacedCard>();
  const grounds: OpenGround[] = [];
  let before: Chain = nowhere;
  let open: readonly OpenGround[] = [];
  let y = 0;
  for (const root of roots) {
    const chain = chains.of(root);
    const kept = open.filter(({ section }) => chain.sections.includes(section));
    if (chain !== before || kept.length < open.length) y += (open.length - kept.length) * ground.below;
    if (cards.length > 0) y += rootGap;
    open = chain.sections.map((section, depth): OpenGround => {
      const known = kept.find((one) => one.section === section);
      if (known !== undefined) return known;
      const x = depth * ground.side;
      const label = { x: x + ground.indent, y: y + 16, width: listing.width - 2 * x - 2 * ground.indent };
      const fresh: OpenGround = { section, inner: 0, depth, order: depth, areas: [], label };
      grounds.push(fresh);
      y += ground.label;
      return fresh;
    });
    before = chain;
    const waiting: { readonly standing: Standing; readonly level: number }[] = [{ standing: root, level: 1 }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { standing, level } = next;
      const x = inset + Math.min(level - 1, most) * step;
      const face = faceOf(standing, inset + width - x);
      const { id } = standing.card;
      const placed = {
        id,
        face,
        parent: standing.parent?.card.id,
        level,
        x,
        y,
        width: face.width,
        height: face.height,
      };
      cards.push(placed);
      rows.set(standing, placed);
      y += face.height + rowGap;
      for (const child of standing.children.toReversed()) waiting.push({ standing: child, level: level + 1 });
    }
    for (const [index, { areas, label, depth }] of open.entries()) {
      const near = (label?.y ?? 0) - 16;
      const far = y - rowGap + (open.length - index) * ground.below;
      areas.splice(0, 1, { start: depth * ground.side, end: listing.width - depth * ground.side, near, far });
    }
  }
  const frames: Frame[] = [];
  const lines: Line[] = [];
  for (const [standing, row] of rows) {
    const below = standing.children.flatMap((child) => rows.get(child) ?? []);
    const last = below.at(-1);
    // Where rows are indented no further there is no room for a guide.
    if (last === undefined || last.x === row.x) continue;
    const x = row.x + guide;
    // It turns towards a row in a bow, as wide as there is room for.
    const bow = Math.min(6, step - bracketWidth - guide);
    const [from, to] = [row.y + row.height, last.y + arrival - bow];
    lines.push({
      key: `${row.id} guide`,
      colour: "border",
      dashed: false,
      strong: false,
      path: `M${x} ${from}V${to}`,
      curve: undefined,
      ...{ x1: x, y1: from, x2: x, y2: to },
    });
    const linked = below.filter(({ face: { card } }) => card.relation === "premise");
    const bracket = linked.length > 1 ? bracketOf(row, linked) : undefined;
    if (bracket !== undefined) frames.push(bracket);
    for (const child of below) {
      const end = bracket !== undefined && linked.includes(child) ? bracket.x : child.x;
      const y = child.y + arrival;
      const path = `M${x} ${y - bow}q0 ${bow} ${bow} ${bow}H${end}`;
      const ends = { x1: x, y1: y - bow, x2: end, y2: y };
      lines.push({ key: child.id, path, curve: undefined, ...ends, ...looks(child.face.card.relation, row) });
    }
  }
  return { cards, frames, lines, grounds: grounds.map((one) => groundOf(one, 1, { direction: "down", measure })) };
}

function bracketOf({ id, face }: PlacedCard, linked: readonly PlacedCard[]): Frame | undefined {
  const [first, last] = [linked[0], linked.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return {
    form: "bracket",
    step: id,
    hue: face.hue,
    anchor: arrival,
    x: first.x - bracketWidth,
    y: first.y + 3,
    width: bracketWidth,
    height: last.y + last.height - first.y - 6,
  };
}
