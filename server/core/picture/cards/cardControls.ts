/** The clickable parts of a card: quotes badge and fold handle. */
import type { CardQuote } from "../../tree/tree.ts";
import type { CardNode } from "../layout/cardTree.ts";
import type { CardControl, CardStyle, QuotesBadge } from "../model.ts";
import type { Color } from "../theme.ts";
import { fill, quoted } from "../words/languages.ts";
import type { PictureWords } from "../words/pictureWords.ts";

/** The width of the quotation mark before the number of quotes, with the gap between. */
const QUOTATION_MARK_WIDTH = 13;
/** The maximum width of a digit at the badge's font size. */
const DIGIT_WIDTH = 7;

/** The width of the badge in pixels. */
export const quotesBadgeWidth = ({ count }: Pick<QuotesBadge, "count">): number =>
  QUOTATION_MARK_WIDTH + `${count}`.length * DIGIT_WIDTH;

/** The badge for some quotes, with its right end and baseline at `x`, `y`; undefined if there are no quotes. */
export function quotesBadge(
  quotes: readonly CardQuote[],
  x: number,
  y: number,
  color: Color,
  words: PictureWords,
): QuotesBadge | undefined {
  if (quotes.length === 0) return undefined;
  const lines = quotes.map(({ text, source, page, section }) => {
    const place = [section && quoted(words, section), page && fill(words.page, { page })];
    const citation = [source, ...place].filter((part) => part !== undefined && part !== "");
    return [text && quoted(words, text), citation.join(words.listSeparator)].filter((part) => part !== "").join(" — ");
  });
  return { x, y, color, count: quotes.length, tooltip: lines.join("\n") };
}

/** The clickable area of a quotes badge. */
export function quotesControl(quotes: QuotesBadge): CardControl {
  const width = quotesBadgeWidth(quotes);
  return { kind: "quotes", x: quotes.x - width - 4, y: quotes.y - 13, width: width + 8, height: 18 };
}

/** The diameter of a fold handle in a tree, the padding beside the number in a badge, and the size of a row's arrow. */
const handleSize = { diameter: 14, padding: 6, arrow: 18 };

/**
 * The handle that folds the children of a card, on the side of its children; empty if the card has no children.
 * A row has a second one while it is folded: the arrow at its start and the badge at its end.
 */
export function foldHandles(
  { children }: CardNode,
  { arrangement, hiddenCount }: CardStyle,
  { width, height }: { readonly width: number; readonly height: number },
  widthOf: (text: string) => number,
): readonly CardControl[] {
  if (children.length === 0 && hiddenCount === 0) return [];
  const kind = "fold";
  const handleWidth = hiddenCount === 0 ? handleSize.diameter : badgeWidth(hiddenCount, widthOf);
  const size = { width: handleWidth, height: hiddenCount === 0 ? handleSize.diameter : handleSize.diameter + 2 };
  switch (arrangement) {
    case "right":
      return [{ kind, x: width - handleSize.diameter / 2, y: height / 2 - size.height / 2, ...size }];
    case "down":
      return [{ kind, x: width / 2 - handleWidth / 2, y: height - handleSize.diameter / 2, ...size }];
    case "row": {
      const arrow = { kind, x: 1, y: 4, width: handleSize.arrow, height: handleSize.arrow } as const;
      return hiddenCount === 0 ? [arrow] : [arrow, { kind, x: width - handleWidth - 6, y: 5, ...size }];
    }
    default:
      return arrangement satisfies never;
  }
}

/** The width in pixels of the badge with the number of folded cards. */
export const badgeWidth = (hiddenCount: number, widthOf: (text: string) => number): number =>
  Math.ceil(widthOf(badgeText(hiddenCount))) + 2 * handleSize.padding;

/** The text of the badge with the number of folded cards. */
export const badgeText = (hiddenCount: number): string => `+${hiddenCount}`;
