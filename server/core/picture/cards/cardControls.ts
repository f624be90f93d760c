/** What of a card does something by itself when it is clicked. */
import type { CardQuote } from "../../tree/tree.ts";
import type { Standing } from "../layout/cardTree.ts";
import type { Colour } from "../theme.ts";
import type { Look } from "./cardLayout.ts";

/** A clickable part, in pixels from the card's corner. It may reach beyond the card. */
export interface Part {
  readonly kind: "quotes" | "fold" | "more";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The sign of quotes, with its right end and baseline, how many there are, and their words. */
export interface Quotes {
  readonly x: number;
  readonly y: number;
  readonly colour: Colour;
  readonly count: number;
  readonly words: string;
}

/** Width of the sign that stands before the number of quotes, with the gap between. */
const quoteSign = 13;

/** A digit is at most 7 pixels wide at this size. */
export const quotesWidth = ({ count }: Pick<Quotes, "count">): number => quoteSign + `${count}`.length * 7;

export function quotesOf(quotes: readonly CardQuote[], x: number, y: number, colour: Colour): Quotes | undefined {
  if (quotes.length === 0) return undefined;
  const words = quotes.map(({ text, source, page }) => {
    const from = [source, page && `p. ${page}`].filter((part) => part !== undefined && part !== "").join(", ");
    return [text && `“${text}”`, from].filter((part) => part !== "").join(" — ");
  });
  return { x, y, colour, count: quotes.length, words: words.join("\n") };
}

export function quotesPart(quotes: Quotes): Part {
  const width = quotesWidth(quotes);
  return { kind: "quotes", x: quotes.x - width - 4, y: quotes.y - 13, width: width + 8, height: 18 };
}

const handle = { size: 14, side: 6, row: 18 };

/** The handle that folds what is below a card, at the side where that stands; none where there is nothing. */
export function folds(
  { children }: Standing,
  { as, hidden }: Look,
  { width, height }: { readonly width: number; readonly height: number },
  widthOf: (text: string) => number,
): readonly Part[] {
  if (children.length === 0 && hidden === 0) return [];
  const kind = "fold";
  const badge = hidden === 0 ? handle.size : badgeWidth(hidden, widthOf);
  const size = { width: badge, height: hidden === 0 ? handle.size : handle.size + 2 };
  switch (as) {
    case "right":
      return [{ kind, x: width - handle.size / 2, y: height / 2 - size.height / 2, ...size }];
    case "down":
      return [{ kind, x: width / 2 - badge / 2, y: height - handle.size / 2, ...size }];
    case "row": {
      const arrow = { kind, x: 1, y: 4, width: handle.row, height: handle.row } as const;
      return hidden === 0 ? [arrow] : [arrow, { kind, x: width - badge - 6, y: 5, ...size }];
    }
    default:
      return as satisfies never;
  }
}

/** How wide the badge is that counts what is folded away. */
export const badgeWidth = (hidden: number, widthOf: (text: string) => number): number =>
  Math.ceil(widthOf(badgeOf(hidden))) + 2 * handle.side;

/** What a handle says of the cards that are folded away. */
export const badgeOf = (hidden: number): string => `+${hidden}`;
