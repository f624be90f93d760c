/** The footer of a card: speakers, likelihood, confidence, strength, tags and file. */
import { capitalize } from "../../strings/english.ts";
import type { Card, Rating } from "../../tree/tree.ts";
import type { CardNode } from "../layout/cardTree.ts";
import type { FooterIcon } from "../model.ts";
import type { Color } from "../theme.ts";
import { truncateToWidth, wrap } from "../typesetting/wrap.ts";
import { fill, scaleTerm } from "../words/languages.ts";
import type { PictureWords } from "../words/pictureWords.ts";

/** One piece of the footer, before it is laid out. */
export interface FooterItem {
  readonly text: string;
  readonly color: Color;
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

/** The footer items of a card in three groups: other wordings, speakers, properties. */
export function footerItems(
  { card, speakers, fileLabel }: CardNode,
  words: PictureWords,
): readonly (readonly FooterItem[])[] {
  const names = (sign: string, people: readonly string[], color: Color): FooterItem[] =>
    people.length === 0 ? [] : [{ text: `${sign} ${people.join(words.listSeparator)}`, color }];
  const value = (text: string | undefined, phrase: string): FooterItem[] =>
    text === undefined ? [] : [{ text, color: "muted", title: tooltip(phrase, text) }];
  return [
    card.otherWordings.map((wording): FooterItem => {
      const by = wording.speakers.length === 0 ? "" : ` — ${wording.speakers.join(words.listSeparator)}`;
      return { text: `= ${wording.text}${by}`, color: "muted", title: words.restatement };
    }),
    [
      ...names("—", speakers, "muted"),
      ...names("✓", card.acceptedBy, "reason"),
      ...names("✗", card.rejectedBy, "objection"),
      ...value(card.date, words.date),
    ],
    [
      ...statusItems(card, words),
      ...ratingItems(card, words),
      ...card.tags.map((text): FooterItem => ({ text, color: "muted", isBoxed: true })),
      ...value(fileLabel, words.importedFrom).map((item): FooterItem => ({ ...item, icon: { kind: "file" } })),
    ],
  ];
}

const tooltip = (phrase: string, value: string): string => capitalize(fill(phrase, { value }));

const statusColors = { accepted: "reason", rejected: "objection", open: "question" } as const;

function statusItems({ status }: Card, words: PictureWords): readonly FooterItem[] {
  if (status === undefined) return [];
  const text = scaleTerm(words, "status", status);
  return [{ text, color: statusColors[status], title: tooltip(words.status, text) }];
}

function ratingItems({ likelihood, confidence, strength }: Card, words: PictureWords): readonly FooterItem[] {
  const item = (kind: "likelihood" | "strength", { label: shown, fraction, range }: Rating): FooterItem => {
    const value = scaleTerm(words, kind, shown);
    return {
      text: kind === "likelihood" && value.endsWith("%") ? fill(words.likely, { value }) : value,
      color: "muted",
      title: tooltip(words[kind], value),
      ...(fraction === undefined
        ? {}
        : { icon: kind === "likelihood" && range ? { kind, fraction, range } : { kind, fraction } }),
    };
  };
  const confidenceItem = (value: string): FooterItem => ({
    text: fill(words.withConfidence, { value }),
    color: "muted",
    title: tooltip(words.confidence, value),
  });
  return [
    ...(likelihood ? [item("likelihood", likelihood)] : []),
    ...(confidence ? [confidenceItem(scaleTerm(words, "confidence", confidence))] : []),
    ...(strength ? [item("strength", strength)] : []),
  ];
}

/** A footer item, or a line of one that is wrapped, at its position in a line of the footer. */
export interface PlacedFooterItem {
  readonly text: string;
  readonly color: Color;
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
    for (const { text, color, icon, isBoxed = false, title } of items) {
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
          color,
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
