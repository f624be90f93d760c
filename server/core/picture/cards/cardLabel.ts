/** The label of a card: its kind with a sign, and its scheme. A row shows the sign in its margin instead. */
import { capitalise } from "../../strings/english.ts";
import type { Card } from "../../tree/tree.ts";
import type { CardNode } from "../layout/cardTree.ts";
import type { Hue, PlacedText } from "../model.ts";
import type { TextMeasure } from "../typesetting/measure.ts";
import { truncateToWidth } from "../typesetting/wrap.ts";
import { fill } from "../words/languages.ts";
import type { PictureWords } from "../words/pictureWords.ts";
import type { FooterItem } from "./cardFooter.ts";
import { cardSizes, fontSize, rowSizes } from "./cardSizes.ts";

const labelSign: Readonly<Record<Card["kind"], string>> = {
  question: "? ",
  claim: "",
  premise: "",
  assumption: "",
  reason: "+ ",
  objection: "− ",
};
const rowSign: Readonly<Record<Card["kind"], string>> = {
  question: "?",
  claim: "■",
  premise: "•",
  assumption: "◦",
  reason: "+",
  objection: "−",
};
/** U+FE0E selects the text form of the arrow, not the emoji. */
const REFERENCE_SIGN = "↗\ufe0e";
const SCHEME_GAP = 8;

/** The kind of a card with its sign. A reference has the sign of its kind too. */
export const labelOf = (card: Card, words: PictureWords): string =>
  `${labelSign[card.kind]}${card.form === "reference" ? `${REFERENCE_SIGN} ` : ""}${labelWithoutSign(card, words)}`;

/** The kind of a card, or the name that a reference refers to. */
export const labelWithoutSign = ({ kind, form, name }: Card, { kinds, see }: PictureWords): string =>
  form === "reference" ? fill(see, { name: name ?? kinds[kind] }) : kinds[kind];

const schemeTitle = (value: string, words: PictureWords): string => capitalise(fill(words.scheme, { value }));

/** The label of a card, followed by its scheme, truncated to the width that is left. */
export function labelTexts(
  { card, hue }: CardNode,
  limit: number,
  measure: TextMeasure,
  words: PictureWords,
): PlacedText[] {
  const label = labelOf(card, words);
  const labelText: PlacedText = {
    text: label,
    x: cardSizes.left,
    y: cardSizes.label,
    size: fontSize.label,
    weight: 600,
    colour: hue,
    rtl: false,
  };
  const { scheme } = card;
  if (!scheme) return [labelText];
  const end = measure.width(label, fontSize.label, 600);
  const shownScheme = truncateToWidth(scheme, limit - end - SCHEME_GAP, (text) =>
    measure.width(text, fontSize.footer, 400),
  );
  if (shownScheme === "") return [labelText];
  return [
    { ...labelText, fixedWidth: end },
    {
      ...labelText,
      text: shownScheme,
      x: cardSizes.left + end + SCHEME_GAP,
      size: fontSize.footer,
      weight: 400,
      colour: "muted",
      title: schemeTitle(scheme, words),
    },
  ];
}

/** The sign in the margin of a row. */
export const rowSignText = ({ kind, form }: Card, hue: Hue): PlacedText => ({
  text: form === "reference" ? REFERENCE_SIGN : rowSign[kind],
  x: rowSizes.sign,
  y: rowSizes.body,
  size: fontSize.body,
  weight: 600,
  colour: hue,
  rtl: false,
});

/** What a row, which has no label, shows in its footer instead. */
export function rowLabelItems(card: Card, words: PictureWords): readonly FooterItem[] {
  const items: FooterItem[] = [];
  if (card.form === "reference" || card.kind === "assumption")
    items.push({ text: labelWithoutSign(card, words), colour: "muted" });
  if (card.scheme !== undefined)
    items.push({ text: card.scheme, colour: "muted", title: schemeTitle(card.scheme, words) });
  return items;
}
