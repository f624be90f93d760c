/** Where a branch goes on, on another sheet: small numbers of pages at the cards on both sides. */
import { intersects } from "../../core/picture/geometry/box.ts";
import type { Picture, PlacedCard } from "../../core/picture/model.ts";
import { childrenByParent } from "../childrenByParent.ts";
import type { SheetLayout } from "./pdf.ts";
import { drawText, type PaintContext, type Surface } from "./pdfPainter.ts";
import { runWidth, textRuns } from "./textRuns.ts";

const size = 8;

/** A number of a sheet at a card; counted from 1. */
interface PageReference {
  readonly card: PlacedCard;
  readonly edge: "begin" | "end";
  readonly text: string;
}

/** For each sheet, what leads from it to others and where what is on it comes from. The rows of an outline simply go on. */
export function pageReferences(
  { cards, shape }: Picture,
  tiles: SheetLayout["tiles"],
): readonly (readonly PageReference[])[] {
  const references: PageReference[][] = tiles.map(() => []);
  if (tiles.length < 2 || shape === "outline") return references;
  const pages = new Map(cards.map((card) => [card.id, pageOf(card, tiles)]));
  const children = childrenByParent(cards);
  for (const card of cards) {
    const page = pages.get(card.id);
    if (page === undefined) continue;
    const from = card.parent === undefined ? undefined : pages.get(card.parent);
    if (from !== undefined && from !== page) references[page]?.push({ card, edge: "begin", text: `← p. ${from + 1}` });
    const to = new Set((children.get(card.id) ?? []).map(({ id }) => pages.get(id)));
    const others = [...to].flatMap((other) => (other === undefined || other === page ? [] : [other + 1]));
    if (others.length > 0) references[page]?.push({ card, edge: "end", text: `p. ${others.join(", ")} →` });
  }
  return references;
}

/** A number on a small ground of its own, as lines and frames may pass below it: above the beginning of a card, or below its end. */
export function drawPageReference(surface: Surface, { card, edge, text }: PageReference, context: PaintContext): void {
  const { x, y, width, height } = card;
  const textWidth = textRuns(text, false, 600, context.fonts).reduce((sum, run) => sum + runWidth(run, size, 600), 0);
  const left = edge === "begin" ? x + 2 : x + width - textWidth - 2;
  const baseline = edge === "begin" ? y - 3 : y + height + size;
  surface.roundedRect(left - 3, baseline - size + 0.5, textWidth + 6, size + 2, 3).fill(context.theme.background);
  const style = { size, weight: 600, colour: context.theme.muted, rtl: false, anchor: "start" } as const;
  drawText(surface, { ...style, text, x: left, y: baseline }, context);
}

/** The sheet that shows the most of a card: where its middle lies. */
function pageOf({ x, y, width, height }: PlacedCard, tiles: SheetLayout["tiles"]): number | undefined {
  const middle = { x: x + width / 2, y: y + height / 2, width: 0.1, height: 0.1 };
  const page = tiles.findIndex((tile) => intersects(middle, tile));
  return page === -1 ? undefined : page;
}
