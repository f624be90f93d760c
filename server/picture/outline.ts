/** The outline: the same cards as rows of one column, indented, for narrow panels and for whoever reads top down. */
import type { Face } from "./face.ts";
import type { Standing } from "./forest.ts";
import type { Frame, PlacedCard } from "./layout.ts";
import { type Line, looks } from "./lines.ts";

export interface Outline {
  readonly cards: readonly PlacedCard[];
  /** The brackets around linked premises. */
  readonly frames: readonly Frame[];
  /** The guides from each row down to those below it, and from there to each. */
  readonly lines: readonly Line[];
}

/** In pixels. Rows are never narrower than `least`: deeper ones are indented no further. */
const rowGap = 3;
const rootGap = 16;
const indentation = 22;
const least = 210;
/** Where the guide stands below a row: under the middle of its handle. */
const guide = 10;
/** How far below a row's top its line arrives: level with the middle of its first line of text. */
const arrival = 13;
const bracketWidth = 5;

/** @param faceOf the face of a row of this width, in pixels */
export function outline(
  roots: readonly Standing[],
  faceOf: (standing: Standing, width: number) => Face,
  width: number,
): Outline {
  const steps = Math.max(0, Math.floor((width - least) / indentation));
  const cards: PlacedCard[] = [];
  const open: { readonly standing: Standing; readonly level: number }[] = roots
    .toReversed()
    .map((standing) => ({ standing, level: 1 }));
  const rows = new Map<Standing, PlacedCard>();
  let y = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { standing, level } = next;
    const x = Math.min(level - 1, steps) * indentation;
    const face = faceOf(standing, width - x);
    if (level === 1 && cards.length > 0) y += rootGap;
    const placed = {
      id: standing.card.id,
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
    for (const child of standing.children.toReversed()) open.push({ standing: child, level: level + 1 });
  }
  const frames: Frame[] = [];
  const lines: Line[] = [];
  for (const [standing, row] of rows) {
    const below = standing.children.flatMap((child) => rows.get(child) ?? []);
    const last = below.at(-1);
    // Where rows are indented no further there is no room for a guide.
    if (last === undefined || last.x === row.x) continue;
    const x = row.x + guide;
    lines.push({
      key: `${row.id} guide`,
      colour: "border",
      dashed: false,
      strong: false,
      path: `M${x} ${row.y + row.height}V${last.y + arrival - 6}`,
    });
    const linked = below.filter(({ face: { card } }) => card.relation === "premise");
    const bracket = linked.length > 1 ? bracketOf(row, linked) : undefined;
    if (bracket !== undefined) frames.push(bracket);
    for (const child of below) {
      const end = bracket !== undefined && linked.includes(child) ? bracket.x : child.x;
      const path = `M${x} ${child.y + arrival - 6}q0 6 6 6H${end}`;
      lines.push({ key: child.id, path, ...looks(child.face.card.relation, row) });
    }
  }
  return { cards, frames, lines };
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
