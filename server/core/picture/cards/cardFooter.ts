/** The quiet marks below a card's text: who holds, grants and denies it, how likely or strong it is, its tags, its file. */
import type { Card, Rating } from "../../tree/tree.ts";
import type { CardNode } from "../layout/cardTree.ts";
import { truncateToWidth, wrap } from "../text/wrap.ts";
import type { Colour } from "../theme.ts";

/** What is drawn before the words of a mark. */
export type FooterIcon =
  /** A bar that is filled as far as a step carries. */
  | { readonly kind: "strength"; readonly share: number }
  /** A dot on the way from impossible to certain. */
  | { readonly kind: "likelihood"; readonly share: number }
  /** A sheet of paper. */
  | { readonly kind: "file" };

export interface FooterItem {
  readonly text: string;
  readonly colour: Colour;
  readonly icon?: FooterIcon;
  /** Whether it stands in a box of its own, as tags do. */
  readonly isBoxed?: boolean;
  /** What it is, in words, for whoever points at it. */
  readonly title?: string;
}

/** Widths in pixels: of what leads, of the gap after it, of a box's two sides, between items. */
export const iconWidth = { strength: 28, likelihood: 28, file: 8 } as const;
const iconGap = 5;
export const boxPadding = 6;
const itemGap = 10;

/** First who says so, then what is said of it. */
export function footerItems({ card, speakers, fileLabel }: CardNode): readonly (readonly FooterItem[])[] {
  const names = (mark: string, people: readonly string[], colour: Colour): FooterItem[] =>
    people.length === 0 ? [] : [{ text: `${mark} ${people.join(", ")}`, colour }];
  return [
    [
      ...names("—", speakers, "muted"),
      ...names("✓", card.acceptedBy, "reason"),
      ...names("✗", card.rejectedBy, "objection"),
    ],
    [
      ...ratingItems(card),
      ...card.tags.map((text): FooterItem => ({ text, colour: "muted", isBoxed: true })),
      ...(fileLabel === undefined
        ? []
        : [{ text: fileLabel, colour: "muted", icon: { kind: "file" }, title: `From the file ${fileLabel}` } as const]),
    ],
  ];
}

function ratingItems({ likelihood, confidence, strength }: Card): readonly FooterItem[] {
  const item = (kind: "likelihood" | "strength", { words, share }: Rating, title: string): FooterItem => ({
    text: kind === "likelihood" && words.endsWith("%") ? `${words} likely` : words,
    colour: "muted",
    title: `${title}: ${words}`,
    ...(share === undefined ? {} : { icon: { kind, share } }),
  });
  return [
    ...(likelihood ? [item("likelihood", likelihood, "Likelihood")] : []),
    ...(confidence
      ? [{ text: `${confidence} confidence`, colour: "muted" as const, title: `Confidence in this: ${confidence}` }]
      : []),
    ...(strength ? [item("strength", strength, "Strength of this step")] : []),
  ];
}

/** A piece of an item in its line. */
export interface PlacedFooterItem {
  readonly text: string;
  readonly colour: Colour;
  readonly icon: FooterIcon | undefined;
  readonly isBoxed: boolean;
  readonly title: string | undefined;
  /** How far from the beginning of the line it begins, its lead and box included, and how wide it is. */
  readonly offset: number;
  readonly width: number;
  /** How far from there its words begin. */
  readonly textOffset: number;
}

/** Items side by side as long as they fit; one that is too long for a line is wrapped; each group begins a line. */
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
      const textOffset = isBoxed ? boxPadding : icon === undefined ? 0 : iconWidth[icon.kind] + iconGap;
      const padding = isBoxed ? 2 * boxPadding : textOffset;
      // The title of a file is cut, all else wrapped.
      const textLimit = limit - padding;
      const shownText = icon?.kind === "file" ? truncateToWidth(text, textLimit, widthOf) : text;
      wrap(shownText, textLimit, widthOf).forEach((part, index) => {
        const width = part.width + padding;
        const start = end + (isBoxed && line?.at(-1)?.isBoxed ? 5 : itemGap);
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
