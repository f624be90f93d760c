/** The footer of a card: speakers, likelihood, confidence, strength, tags and file. */
import type { Card, Rating } from "../../tree/tree.ts";
import type { CardNode } from "../layout/cardTree.ts";
import type { FooterIcon } from "../model.ts";
import type { Colour } from "../theme.ts";
import { truncateToWidth, wrap } from "../typesetting/wrap.ts";

/** One piece of the footer, before it is laid out. */
export interface FooterItem {
  readonly text: string;
  readonly colour: Colour;
  readonly icon?: FooterIcon;
  /** Whether it is drawn in a box, as tags are. */
  readonly isBoxed?: boolean;
  /** The tooltip. */
  readonly title?: string;
}

/** In pixels. */
export const iconWidth = { strength: 28, likelihood: 28, file: 8 } as const;
const ICON_GAP = 5;
export const BOX_PADDING = 6;
const ITEM_GAP = 10;
const BOX_GAP = 5;

/** The footer items of a card in two groups: speakers, then properties. */
export function footerItems({ card, speakers, fileLabel }: CardNode): readonly (readonly FooterItem[])[] {
  const names = (sign: string, people: readonly string[], colour: Colour): FooterItem[] =>
    people.length === 0 ? [] : [{ text: `${sign} ${people.join(", ")}`, colour }];
  return [
    [
      ...names("—", speakers, "muted"),
      ...names("✓", card.acceptedBy, "reason"),
      ...names("✗", card.rejectedBy, "objection"),
      ...(card.date === undefined ? [] : [{ text: card.date, colour: "muted" as const, title: `Date: ${card.date}` }]),
    ],
    [
      ...statusItems(card),
      ...ratingItems(card),
      ...card.tags.map((text): FooterItem => ({ text, colour: "muted", isBoxed: true })),
      ...(fileLabel === undefined
        ? []
        : [{ text: fileLabel, colour: "muted", icon: { kind: "file" }, title: `Imported from ${fileLabel}` } as const]),
    ],
  ];
}

const statusColours = { accepted: "reason", rejected: "objection", open: "question" } as const;

const statusItems = ({ status }: Card): readonly FooterItem[] =>
  status === undefined ? [] : [{ text: status, colour: statusColours[status], title: `Status: ${status}` }];

function ratingItems({ likelihood, confidence, strength }: Card): readonly FooterItem[] {
  const item = (kind: "likelihood" | "strength", { label, fraction, range }: Rating, title: string): FooterItem => ({
    text: kind === "likelihood" && label.endsWith("%") ? `${label} likely` : label,
    colour: "muted",
    title: `${title}: ${label}`,
    ...(fraction === undefined
      ? {}
      : { icon: kind === "likelihood" && range ? { kind, fraction, range } : { kind, fraction } }),
  });
  return [
    ...(likelihood ? [item("likelihood", likelihood, "Likelihood")] : []),
    ...(confidence
      ? [{ text: `${confidence} confidence`, colour: "muted" as const, title: `Confidence: ${confidence}` }]
      : []),
    ...(strength ? [item("strength", strength, "Strength")] : []),
  ];
}

/** A footer item, or a line of one that is wrapped, at its position in a line of the footer. */
export interface PlacedFooterItem {
  readonly text: string;
  readonly colour: Colour;
  readonly icon: FooterIcon | undefined;
  readonly isBoxed: boolean;
  readonly title: string | undefined;
  /** The distance from the start of the line, and the width, both including icon and box. */
  readonly offset: number;
  readonly width: number;
  /** The distance from the start of the item to its text. */
  readonly textOffset: number;
}

/**
 * Lays out items side by side in lines of width `limit`. Each group starts a new line. An item that is too long for a
 * line is wrapped.
 */
export function flowItems(
  groups: readonly (readonly FooterItem[])[],
  limit: number,
  widthOf: (text: string) => number,
): readonly (readonly PlacedFooterItem[])[] {
  const lines: PlacedFooterItem[][] = [];
  for (const items of groups) {
    let line: PlacedFooterItem[] | undefined;
    let end = 0;
    for (const { text, colour, icon, isBoxed = false, title } of items) {
      const textOffset = isBoxed ? BOX_PADDING : icon === undefined ? 0 : iconWidth[icon.kind] + ICON_GAP;
      const padding = isBoxed ? 2 * BOX_PADDING : textOffset;
      // Only a file title is truncated; other items are wrapped.
      const textLimit = limit - padding;
      const shownText = icon?.kind === "file" ? truncateToWidth(text, textLimit, widthOf) : text;
      wrap(shownText, textLimit, widthOf).forEach((part, index) => {
        const width = part.width + padding;
        const start = end + (isBoxed && line?.at(-1)?.isBoxed ? BOX_GAP : ITEM_GAP);
        if (line === undefined || start + width > limit) {
          line = [];
          lines.push(line);
          end = 0;
        } else end = start;
        line.push({
          text: part.text,
          colour,
          icon: index === 0 ? icon : undefined,
          isBoxed,
          title,
          offset: end,
          width,
          textOffset,
        });
        end += width;
      });
    }
  }
  return lines;
}
