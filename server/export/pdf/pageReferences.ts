/** References at cards to the sheets on which their parent, their children, or the claims that they contradict are. */
import type { Picture, PlacedCard } from "../../core/picture/model.ts";
import { fill, pictureWords } from "../../core/picture/words/languages.ts";
import type { CardId, Tree } from "../../core/tree/tree.ts";
import { type PaintContext, type PdfSurface, paintText } from "./pdfPainter.ts";
import { fontMeasure } from "./textRuns.ts";

/** In pixels: at the smallest scale, text of 6 points. */
const size = 11;

/** A reference at the beginning or the end of a card. */
export interface PageReference {
  readonly card: PlacedCard;
  readonly edge: "begin" | "end";
  readonly text: string;
}

/** A part of a tree on a sheet. */
export interface PartOnSheet {
  readonly picture: Picture;
  /** Counted from 1. */
  readonly page: number;
}

/**
 * Returns the references in each part. A card where its branch is cut is in two parts: first beside its parent, then as the
 * root of the part that continues it.
 */
export function pageReferences(tree: Tree, parts: readonly PartOnSheet[]): readonly (readonly PageReference[])[] {
  const { page: phrase } = pictureWords(tree.language);
  const pageLabel = (pages: readonly number[]): string =>
    fill(phrase, { page: [...new Set(pages)].toSorted((a, b) => a - b).join(", ") });
  const partsOf = new Map<CardId, number[]>();
  for (const [index, { picture }] of parts.entries())
    for (const { id } of picture.cards) partsOf.set(id, [...(partsOf.get(id) ?? []), index]);
  const pageAt = (part: number): readonly number[] => (parts[part] ? [parts[part].page] : []);
  const others = crossReferences(tree);
  return parts.map(({ picture }, part) =>
    picture.cards.flatMap((card): readonly PageReference[] => {
      const [home = part, ...continuations] = partsOf.get(card.id) ?? [];
      if (home !== part) return [{ card, edge: "begin", text: `← ${pageLabel(pageAt(home))}` }];
      const crossed = (others.get(card.id) ?? []).flatMap(({ sign, other }) => {
        const places = partsOf.get(other) ?? [];
        return places.includes(part) ? [] : places.slice(0, 1).map((place) => `${sign} ${pageLabel(pageAt(place))}`);
      });
      const continued = continuations.length === 0 ? [] : [`${pageLabel(continuations.flatMap(pageAt))} →`];
      const text = [...crossed, ...continued].join("   ");
      return text === "" ? [] : [{ card, edge: "end", text }];
    }),
  );
}

interface CrossReference {
  readonly sign: "≠" | "=";
  readonly other: CardId;
}

/** The cards that each card contradicts or restates. */
function crossReferences({ contradictions, restatements }: Tree): ReadonlyMap<CardId, readonly CrossReference[]> {
  const references = new Map<CardId, CrossReference[]>();
  for (const { kind, a, b } of [...contradictions, ...restatements]) {
    const sign = kind === "contradiction" ? "≠" : "=";
    references.set(a, [...(references.get(a) ?? []), { sign, other: b }]);
    references.set(b, [...(references.get(b) ?? []), { sign, other: a }]);
  }
  return references;
}

/** Draws a reference below a card, at its beginning or end. It has a background, because lines may pass behind it. */
export function drawPageReference(
  surface: PdfSurface,
  { card, edge, text }: PageReference,
  context: PaintContext,
): void {
  const { x, y, width, height } = card;
  const textWidth = fontMeasure(context.fonts).width(text, size, 600);
  const left = edge === "begin" ? x + 8 : x + width - textWidth - 8;
  const baseline = y + height + size / 2 - 1;
  surface.roundedRect(left - 4, baseline - size + 1, textWidth + 8, size + 2, 4).fill(context.theme.background);
  const style = { size, weight: 600, color: context.theme.muted, rtl: false, anchor: "start" } as const;
  paintText(surface, { ...style, text, x: left, y: baseline }, context);
}
