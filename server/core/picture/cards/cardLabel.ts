/** The label of a card: its kind with a sign, and its scheme. A row shows the sign in its margin instead. */
import { capitalize } from "../../strings/english.ts";
import { truncate } from "../../strings/truncate.ts";
import type { Card } from "../../tree/tree.ts";
import type { CardNode } from "../layout/cardTree.ts";
import type { Hue, PlacedText } from "../model.ts";
import type { TextMeasure } from "../typesetting/measure.ts";
import { truncateToWidth } from "../typesetting/wrap.ts";
import { fill, quoted } from "../words/languages.ts";
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
  claim: "●",
  premise: "•",
  assumption: "◦",
  reason: "+",
  objection: "−",
};
/** U+FE0E selects the text form of the arrow, not the emoji. */
const REFERENCE_SIGN = "↗\ufe0e";
const SCHEME_GAP = 8;

/** The sign of a card's kind, with a space after it; empty for a statement. A reference has a sign of its own too. */
export const signOf = ({ kind, form }: Card): string =>
  `${labelSign[kind]}${form === "reference" ? `${REFERENCE_SIGN} ` : ""}`;

/** The kind of a card with its sign. */
export const labelOf = (cardNode: CardNode, words: PictureWords): string =>
  `${signOf(cardNode.card)}${labelWithoutSign(cardNode, words)}`;

/** The kind of a card, or the title or name that a reference refers to. */
export function labelWithoutSign({ card, referencedCard, restsOn }: CardNode, { kinds, see }: PictureWords): string {
  const { kind, form, name } = card;
  if (form !== "reference" || restsOn.length > 0) return kinds[kind];
  return fill(see, { name: referencedCard?.title ?? name ?? kinds[kind] });
}

/** The text of the card that a reference refers to, with its marks; of a step without words, what it rests on. */
export function referenceText(
  { referencedCard, restsOn }: CardNode,
  words: PictureWords,
): Pick<Card, "text" | "marks"> {
  if (restsOn.length === 0) return referencedCard ?? { text: "" };
  const premises = restsOn.map(({ text, name = "" }) => quoted(words, text || name));
  return { text: fill(words.restsOn, { premises: premises.join(words.listSeparator) }) };
}

/** The name of a card that another one refers to. A title is shown above the text anyway. */
const referencedName = ({ card, isReferenced }: CardNode): string | undefined =>
  isReferenced && card.title === undefined ? card.name : undefined;

/** The word for what a step is about, if that is not the text of the card above it. */
export function targetWords(
  relation: Card["relation"],
  words: PictureWords,
): { readonly text: string; readonly title: string } | undefined {
  switch (relation) {
    case "undercut":
    case "backing":
      return { text: words[relation], title: words.inference };
    case "quote":
      return { text: words.toQuote, title: words.toQuoteTooltip };
    default:
      return undefined;
  }
}

/** The parts after the label of a card, each with its tooltip. */
export function labelDetails(
  cardNode: CardNode,
  words: PictureWords,
): readonly { readonly text: string; readonly title: string }[] {
  const detail = (text: string, phrase: string) => ({ text, title: capitalize(fill(phrase, { value: text })) });
  const name = referencedName(cardNode);
  const { scheme, answerLimit, relation } = cardNode.card;
  const target = targetWords(relation, words);
  const limit = answerLimit && { text: `≠ ${words.answerLimits[answerLimit]}`, title: words.contradiction };
  return [
    ...(target === undefined ? [] : [target]),
    ...(limit ? [limit] : []),
    ...(name === undefined ? [] : [detail(name, words.name)]),
    ...(scheme ? [detail(scheme, words.scheme)] : []),
  ];
}

/** The label of a card, followed by its name and scheme, all truncated to the width. */
export function labelTexts(cardNode: CardNode, limit: number, measure: TextMeasure, words: PictureWords): PlacedText[] {
  const widthOf = (text: string, size: number, weight: 400 | 600): number => measure.width(text, size, weight);
  const text = truncateToWidth(labelOf(cardNode, words), limit, (part) => widthOf(part, fontSize.label, 600));
  const style = { y: cardSizes.label, rtl: false } as const;
  const label = { ...style, text, x: cardSizes.left, size: fontSize.label, weight: 600, color: cardNode.hue } as const;
  const details: PlacedText[] = [];
  let end = widthOf(text, fontSize.label, 600);
  for (const detail of labelDetails(cardNode, words)) {
    const x = end + SCHEME_GAP;
    const shown = truncateToWidth(detail.text, limit - x, (part) => widthOf(part, fontSize.footer, 400));
    if (shown === "") continue;
    details.push({
      ...style,
      text: shown,
      x: cardSizes.left + x,
      size: fontSize.footer,
      weight: 400,
      color: "muted",
      title: detail.title,
    });
    end = x + widthOf(shown, fontSize.footer, 400);
  }
  return [label, ...details];
}

/** The sign in the margin of a row. */
export const rowSignText = ({ kind, form }: Card, hue: Hue): PlacedText => ({
  text: form === "reference" ? REFERENCE_SIGN : rowSign[kind],
  x: rowSizes.sign,
  y: rowSizes.body,
  size: fontSize.body,
  weight: 600,
  color: hue,
  rtl: false,
});

/** The title of a card, or the beginning of its text. */
export const shortText = ({ title, text, name = "" }: Card): string => title ?? truncate(text || name, 60);

/** The text in the footer of a row, which has no label. */
export function rowLabelItems(cardNode: CardNode, words: PictureWords): readonly FooterItem[] {
  const { form, kind } = cardNode.card;
  const label = form === "reference" || kind === "assumption" ? [{ text: labelWithoutSign(cardNode, words) }] : [];
  // A tree has lines for them.
  const contradictions = cardNode.contradicts.map((card): FooterItem => {
    return { text: `≠ ${shortText(card)}`, color: "objection", title: words.contradiction };
  });
  return [
    ...[...label, ...labelDetails(cardNode, words)].map((item): FooterItem => ({ ...item, color: "muted" })),
    ...contradictions,
  ];
}
