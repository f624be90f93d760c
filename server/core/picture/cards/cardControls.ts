/** What of a card does something by itself when it is clicked. */
import type { CardQuote } from "../../tree/tree.ts";
import type { CardNode } from "../layout/cardTree.ts";
import type { Colour } from "../theme.ts";
import type { CardStyle } from "./cardLayout.ts";

/** A clickable part, in pixels from the card's corner. It may reach beyond the card. */
export interface CardControl {
  readonly kind: "quotes" | "fold" | "more";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The sign of quotes, with its right end and baseline, how many there are, and their words. */
export interface QuotesBadge {
  readonly x: number;
  readonly y: number;
  readonly colour: Colour;
  readonly count: number;
  readonly tooltip: string;
}

/** Width of the sign that stands before the number of quotes, with the gap between. */
const quoteSignWidth = 13;

/** A digit is at most 7 pixels wide at this size. */
export const quotesBadgeWidth = ({ count }: Pick<QuotesBadge, "count">): number =>
  quoteSignWidth + `${count}`.length * 7;

export function quotesBadge(
  quotes: readonly CardQuote[],
  x: number,
  y: number,
  colour: Colour,
): QuotesBadge | undefined {
  if (quotes.length === 0) return undefined;
  const texts = quotes.map(({ text, source, page }) => {
    const from = [source, page && `p. ${page}`].filter((part) => part !== undefined && part !== "").join(", ");
    return [text && `“${text}”`, from].filter((part) => part !== "").join(" — ");
  });
  return { x, y, colour, count: quotes.length, tooltip: texts.join("\n") };
}

export function quotesControl(quotes: QuotesBadge): CardControl {
  const width = quotesBadgeWidth(quotes);
  return { kind: "quotes", x: quotes.x - width - 4, y: quotes.y - 13, width: width + 8, height: 18 };
}

const handleSize = { size: 14, side: 6, row: 18 };

/** The handle that folds what is below a card, at the side where that stands; none where there is nothing. */
export function foldHandles(
  { children }: CardNode,
  { arrangement, hiddenCount }: CardStyle,
  { width, height }: { readonly width: number; readonly height: number },
  widthOf: (text: string) => number,
): readonly CardControl[] {
  if (children.length === 0 && hiddenCount === 0) return [];
  const kind = "fold";
  const handleWidth = hiddenCount === 0 ? handleSize.size : badgeWidth(hiddenCount, widthOf);
  const size = { width: handleWidth, height: hiddenCount === 0 ? handleSize.size : handleSize.size + 2 };
  switch (arrangement) {
    case "right":
      return [{ kind, x: width - handleSize.size / 2, y: height / 2 - size.height / 2, ...size }];
    case "down":
      return [{ kind, x: width / 2 - handleWidth / 2, y: height - handleSize.size / 2, ...size }];
    case "row": {
      const arrow = { kind, x: 1, y: 4, width: handleSize.row, height: handleSize.row } as const;
      return hiddenCount === 0 ? [arrow] : [arrow, { kind, x: width - handleWidth - 6, y: 5, ...size }];
    }
    default:
      return arrangement satisfies never;
  }
}

/** How wide the badge is that counts what is folded away. */
export const badgeWidth = (hiddenCount: number, widthOf: (text: string) => number): number =>
  Math.ceil(widthOf(badgeText(hiddenCount))) + 2 * handleSize.side;

/** What a handle says of the cards that are folded away. */
export const badgeText = (hiddenCount: number): string => `+${hiddenCount}`;
