/** Lays out a step without text as a pill: one line with its sign and kind, scheme, speakers and properties. */
import type { CardNode } from "../layout/cardTree.ts";
import type { CardLayout, CardStyle, PlacedText } from "../model.ts";
import type { TextMeasure } from "../typesetting/measure.ts";
import { truncateToWidth } from "../typesetting/wrap.ts";
import { foldHandles, quotesBadge, quotesBadgeWidth, quotesControl } from "./cardControls.ts";
import { footerItems } from "./cardFooter.ts";
import { labelDetails, labelOf } from "./cardLabel.ts";
import { cardSizes, fontSize, pillSizes } from "./cardSizes.ts";
import { sharedLayout } from "./sharedLayout.ts";

/** The layout of a pill. */
export function layoutPill(cardNode: CardNode, style: CardStyle, measure: TextMeasure): CardLayout {
  const { card } = cardNode;
  const { words } = style;
  const y = pillSizes.height / 2 + 4;
  const textStyle = { y, size: fontSize.label, color: "inverse", rtl: false } as const;
  const footerTextWidth = (text: string): number => measure.width(text, fontSize.footer, 400);
  const label = labelOf(cardNode, words);
  const labelWidth = measure.width(label, fontSize.label, 600);
  const texts: PlacedText[] = [{ ...textStyle, text: label, x: pillSizes.side, weight: 600 }];
  let x = pillSizes.side + labelWidth;
  const details = [
    ...labelDetails(cardNode, words).map(({ text }) => text),
    ...footerItems(cardNode, words).flatMap((items) => items.map(({ text }) => text)),
  ];
  for (const detail of details) {
    const text = truncateToWidth(detail, style.width - x - pillSizes.gap - pillSizes.side, footerTextWidth);
    if (text === "") continue;
    texts.push({ ...textStyle, text, x: x + pillSizes.gap, weight: 400 });
    x += pillSizes.gap + footerTextWidth(text);
  }
  const badge = quotesBadge(card.quotes, 0, y, "inverse", words);
  if (badge !== undefined) x += pillSizes.gap + quotesBadgeWidth(badge);
  const quotes = badge && { ...badge, x };
  const width = Math.ceil(x + pillSizes.side);
  const handles = foldHandles(cardNode, style, { width, height: pillSizes.height }, footerTextWidth);
  return {
    ...sharedLayout(cardNode, "", style),
    body: "pill",
    width,
    height: pillSizes.height,
    isMain: false,
    texts,
    summary: "",
    footerMarks: [],
    quotes,
    moreLines: undefined,
    textBox: {
      x: pillSizes.side,
      y,
      width: width - 2 * pillSizes.side,
      line: cardSizes.line,
      size: fontSize.body,
      weight: 400,
    },
    controls: [...(quotes ? [quotesControl(quotes)] : []), ...handles],
    squiggle: card.problems[0] && {
      x: pillSizes.side,
      y: pillSizes.height + 4,
      width: x - pillSizes.side,
      severity: card.problems[0].severity,
    },
  };
}
