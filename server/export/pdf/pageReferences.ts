/** References at cards to the sheets on which their parent or their children are. */
import { intersects } from "../../core/picture/geometry/box.ts";
import type { Picture, PlacedCard } from "../../core/picture/model.ts";
import { fill, pictureWords } from "../../core/picture/words/languages.ts";
import { childrenByParent } from "../childrenByParent.ts";
import { type PaintContext, type PdfSurface, paintText } from "./pdfPainter.ts";
import type { SheetLayout } from "./sheetLayout.ts";
import { fontMeasure } from "./textRuns.ts";

const size = 8;

/** A reference at the beginning or the end of a card. */
interface PageReference {
  readonly card: PlacedCard;
  readonly edge: "begin" | "end";
  readonly text: string;
}

/** Returns the references on each sheet. An outline has none, as its rows simply continue on the next sheet. */
export function pageReferences(
  { cards, shape, language }: Picture,
  tiles: SheetLayout["tiles"],
): readonly (readonly PageReference[])[] {
  const references: PageReference[][] = tiles.map(() => []);
  if (tiles.length < 2 || shape === "outline") return references;
  const { page: phrase } = pictureWords(language);
  const pageLabel = (page: number | string): string => fill(phrase, { page });
  const pages = new Map(cards.map((card) => [card.id, pageOf(card, tiles)]));
  const children = childrenByParent(cards);
  for (const card of cards) {
    const page = pages.get(card.id);
    if (page === undefined) continue;
    const from = card.parent === undefined ? undefined : pages.get(card.parent);
    if (from !== undefined && from !== page)
      references[page]?.push({ card, edge: "begin", text: `← ${pageLabel(from + 1)}` });
    const to = new Set((children.get(card.id) ?? []).map(({ id }) => pages.get(id)));
    const others = [...to].flatMap((other) => (other === undefined || other === page ? [] : [other + 1]));
    if (others.length > 0) references[page]?.push({ card, edge: "end", text: `${pageLabel(others.join(", "))} →` });
  }
  return references;
}

/** Draws a reference above the beginning of a card or below its end. It has a background, because lines may pass behind it. */
export function drawPageReference(
  surface: PdfSurface,
  { card, edge, text }: PageReference,
  context: PaintContext,
): void {
  const { x, y, width, height } = card;
  const textWidth = fontMeasure(context.fonts).width(text, size, 600);
  const left = edge === "begin" ? x + 2 : x + width - textWidth - 2;
  const baseline = edge === "begin" ? y - 3 : y + height + size;
  surface.roundedRect(left - 3, baseline - size + 0.5, textWidth + 6, size + 2, 3).fill(context.theme.background);
  const style = { size, weight: 600, color: context.theme.muted, rtl: false, anchor: "start" } as const;
  paintText(surface, { ...style, text, x: left, y: baseline }, context);
}

/** Returns the index of the sheet that shows the center of a card. */
function pageOf({ x, y, width, height }: PlacedCard, tiles: SheetLayout["tiles"]): number | undefined {
  const center = { x: x + width / 2, y: y + height / 2, width: 0.1, height: 0.1 };
  const page = tiles.findIndex((tile) => intersects(center, tile));
  return page === -1 ? undefined : page;
}
