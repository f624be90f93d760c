/** The face of a card: its words wrapped, its marks put in their places. */
import type { Card, CardProblem } from "../../tree/tree.ts";
import type { CardNode, Hue } from "../layout/cardTree.ts";
import type { TextMeasure, Weight } from "../text/measure.ts";
import { isRightToLeft, truncateToWidth, type WrappedLine, wrap } from "../text/wrap.ts";
import type { Colour } from "../theme.ts";
import { accessibleLabel, placeholderText } from "./accessibleLabel.ts";
import {
  badgeWidth,
  type CardControl,
  foldHandles,
  quotesBadge,
  quotesBadgeWidth,
  quotesControl,
} from "./cardControls.ts";
import { boxPadding, flowItems, footerItems, iconWidth, type PlacedFooterItem } from "./cardFooter.ts";
import { type CardLayout, type CardStyle, type FooterMark, fixedWidthFor, type PlacedText } from "./cardLayout.ts";

/** Sizes of all cards, in pixels. */
const cardSizes = { width: 250, left: 15, right: 13, label: 18, body: 35, line: 17, apart: 6, bottom: 12 };
const pillSizes = { height: 26, side: 13, gap: 8 };
/** A row of an outline: its sign stands in the margin, between the handle and the text. */
const rowSizes = { left: 40, sign: 22, right: 10, body: 18, bottom: 9 };
const fontSize = { label: 11, body: 13, foot: 11 };
/** A critical question is a remark in the margin: narrower, and its text smaller. */
const remarkSizes = { width: 200, line: 16, size: 12 };
const footerLineHeight = { plain: 15, boxed: 18, after: 2 };
/** A long text folds at so many lines. One line more is shown rather than a row that says so. */
const FOLDED_LINES = 4;

/** The face of a card in its place. */
export function layoutCard(cardNode: CardNode, style: CardStyle, measure: TextMeasure): CardLayout {
  return cardNode.card.form === "pill" && style.arrangement !== "row"
    ? layoutPill(cardNode, style, measure)
    : layoutFullCard(cardNode, style, measure);
}

function layoutFullCard(cardNode: CardNode, style: CardStyle, measure: TextMeasure): CardLayout {
  const { card, hue, referencedCard } = cardNode;
  const isRow = style.arrangement === "row";
  const isRemark = card.relation === "critical" && !isRow;
  const width = isRow ? style.width : isRemark ? remarkSizes.width : cardSizes.width;
  const [left, right] = isRow ? [rowSizes.left, width - rowSizes.right] : [cardSizes.left, width - cardSizes.right];
  const textSize = isRemark ? remarkSizes.size : fontSize.body;
  const lineHeight = isRemark ? remarkSizes.line : cardSizes.line;
  const isMain = isMainCard(card);
  const weight: Weight = isMain ? 600 : 400;
  const widthOf = (font: number, heavy: Weight) => (text: string) => measure.width(text, font, heavy);
  const footerTextWidth = widthOf(fontSize.foot, 400);
  // In a row, the count of what is folded away stands at the end, and quotes before it.
  const badge = isRow && style.hiddenCount > 0 ? badgeWidth(style.hiddenCount, footerTextWidth) + 6 : 0;
  const quotesEnd = isRow ? right - badge : right + 3;
  const quotes = quotesBadge(card.quotes, quotesEnd, isRow ? rowSizes.body : cardSizes.label, "muted");
  const reservedWidth = badge + (quotes === undefined ? 0 : quotesBadgeWidth(quotes) + 8);
  // What stands at the end of a row has that room to itself, also where text begins there.
  const end = isRow ? right - reservedWidth : right;
  const textStart = (rtl: boolean): number => (rtl ? end : left);

  const text = card.form === "reference" ? (referencedCard?.text ?? "") : card.text;
  const isMuted = card.form === "reference" || text === "";
  const texts: PlacedText[] = isRow
    ? [rowSignText(card, hue)]
    : labelTexts(cardNode, right - left - reservedWidth, measure);
  const labelEnd = texts.reduce(
    (far, { text: words, x, size: font, weight: heavy }) => Math.max(far, x + measure.width(words, font, heavy)),
    0,
  );
  const allLines = wrap(
    text || (isRow ? labelWithoutSign(card) : placeholderText(card)),
    end - left,
    widthOf(textSize, weight),
  );
  const isLong = allLines.length > FOLDED_LINES + 1;
  const visibleLines = isLong && !style.isExpanded ? allLines.slice(0, FOLDED_LINES) : allLines;
  let y = (isRow ? rowSizes.body : cardSizes.body) - lineHeight;
  for (const { text: words, rtl, startsNewParagraph, width: wide } of visibleLines) {
    y += lineHeight + (startsNewParagraph ? cardSizes.apart : 0);
    const fixedWidth = fixedWidthFor(wide, end - left);
    texts.push({
      text: words,
      x: textStart(rtl),
      y,
      size: textSize,
      weight,
      colour: isMuted ? "muted" : "text",
      rtl,
      fixedWidth,
    });
  }
  if (visibleLines.length === 0) y = cardSizes.label;

  const controls: CardControl[] = quotes === undefined ? [] : [quotesControl(quotes)];
  const rtl = isRightToLeft(text);
  let moreLines: CardLayout["moreLines"];
  if (isLong) {
    y += lineHeight;
    const words = style.isExpanded ? "show less" : `… ${allLines.length - FOLDED_LINES} more lines`;
    moreLines = { words, x: left, y, open: style.isExpanded };
    controls.push({ kind: "more", x: left - 4, y: y - 13, width: footerTextWidth(words) + 8, height: 18 });
  }

  const rowItems = isRow ? rowFooterItems(card) : [];
  const [people = [], judgements = []] = footerItems(cardNode);
  const groups = isRow ? [[...rowItems, ...people, ...judgements]] : [people, judgements];
  const footerMarks: FooterMark[] = [];
  // What is said of a text stands below it, at the side where it begins.
  const footerEnd = rtl ? end : right;
  flowItems(groups, footerEnd - left, footerTextWidth).forEach((line, index) => {
    const boxed = line.some((item) => item.isBoxed);
    y +=
      (boxed ? footerLineHeight.boxed : footerLineHeight.plain) +
      (index === 0 && visibleLines.length > 0 ? footerLineHeight.after : 0);
    const isAlone = line.length === 1;
    for (const item of line) placeFooterItem(item, { left, right: footerEnd, y, rtl, isAlone }, texts, footerMarks);
    if (boxed) y += 1;
  });
  const height = y + (isRow ? rowSizes.bottom : cardSizes.bottom);
  controls.push(...foldHandles(cardNode, style, { width, height }, footerTextWidth));
  return {
    ...sharedLayout(cardNode, text, style),
    body: isRow ? "row" : "card",
    width,
    height,
    isMain,
    texts,
    footerMarks,
    quotes,
    moreLines,
    controls,
    textBox: {
      x: left,
      y: isRow ? rowSizes.body : cardSizes.body,
      width: end - left,
      line: lineHeight,
      size: textSize,
      weight,
    },
    squiggle: squiggleFor(
      card.problems,
      visibleLines[0],
      textStart,
      isRow ? rowSizes.body : visibleLines.length > 0 ? cardSizes.body : cardSizes.label,
      labelEnd - left,
    ),
  };
}

interface FooterLine {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly rtl: boolean;
  /** Whether nothing else stands on it. */
  readonly isAlone: boolean;
}

/** Puts one item of the foot into the rows and marks of a card. */
function placeFooterItem(
  { text, colour, icon, isBoxed, title, offset, width, textOffset }: PlacedFooterItem,
  { left, right, y, rtl, isAlone }: FooterLine,
  rows: PlacedText[],
  marks: FooterMark[],
): void {
  // Where the text runs from right to left, all of the foot does.
  const itemLeft = rtl ? right - offset - width : left + offset;
  if (isBoxed) marks.push({ kind: "box", x: itemLeft, y, width });
  if (icon !== undefined) {
    const x = rtl ? itemLeft + width - iconWidth[icon.kind] : itemLeft;
    marks.push({ kind: "lead", icon, x, y });
  }
  const inner = isBoxed ? boxPadding : textOffset;
  const fixedWidth = isBoxed ? width - 2 * boxPadding : isAlone ? undefined : width - textOffset;
  const x = rtl ? itemLeft + width - inner : itemLeft + inner;
  rows.push({ text, x, y, size: fontSize.foot, weight: 400, colour, rtl, fixedWidth, title });
}

/** The kind of a card and, quietly, its scheme. */
function labelTexts({ card, hue }: CardNode, limit: number, measure: TextMeasure): PlacedText[] {
  const label = labelOf(card);
  const labelText: PlacedText = {
    text: label,
    x: cardSizes.left,
    y: cardSizes.label,
    size: fontSize.label,
    weight: 600,
    colour: hue,
    rtl: false,
  };
  const end = measure.width(label, fontSize.label, 600);
  const scheme =
    card.scheme && truncateToWidth(card.scheme, limit - end - 8, (text) => measure.width(text, fontSize.foot, 400));
  if (!scheme) return [labelText];
  return [
    { ...labelText, fixedWidth: end },
    {
      ...labelText,
      text: scheme,
      x: cardSizes.left + end + 8,
      size: fontSize.foot,
      weight: 400,
      colour: "muted",
      title: `Scheme: ${card.scheme}`,
    },
  ];
}

/** The sign of a row, in its margin. */
const rowSignText = ({ kind, form }: Card, hue: Hue): PlacedText => ({
  text: form === "reference" ? "↗\ufe0e" : rowSign[kind],
  x: rowSizes.sign,
  y: rowSizes.body,
  size: fontSize.body,
  weight: 600,
  colour: hue,
  rtl: false,
});

/** What a card says by its label, and a row, which has none, in its foot. */
function rowFooterItems(
  card: Card,
): readonly { readonly text: string; readonly colour: Colour; readonly title?: string }[] {
  const kindLabel =
    card.form === "reference" ? `see ${card.name ?? card.kind}` : card.kind === "assumption" ? card.kind : undefined;
  return [
    ...(kindLabel === undefined ? [] : [{ text: kindLabel, colour: "muted" as const }]),
    ...(card.scheme === undefined
      ? []
      : [{ text: card.scheme, colour: "muted" as const, title: `Scheme: ${card.scheme}` }]),
  ];
}

/** A step with no text of its own: its sign and word, its scheme, whose it is, how far it carries. */
function layoutPill(cardNode: CardNode, style: CardStyle, measure: TextMeasure): CardLayout {
  const { card } = cardNode;
  const y = pillSizes.height / 2 + 4;
  const common = { y, size: fontSize.label, colour: "inverse", rtl: false } as const;
  const footerTextWidth = (text: string): number => measure.width(text, fontSize.foot, 400);
  const label = labelOf(card);
  const labelWidth = measure.width(label, fontSize.label, 600);
  const texts: PlacedText[] = [{ ...common, text: label, x: pillSizes.side, weight: 600, fixedWidth: labelWidth }];
  let x = pillSizes.side + labelWidth;
  const words = [card.scheme ?? "", ...footerItems(cardNode).flatMap((items) => items.map(({ text }) => text))];
  for (const one of words) {
    const line = truncateToWidth(one, cardSizes.width - x - pillSizes.gap - pillSizes.side, footerTextWidth);
    if (line === "") continue;
    const fixedWidth = footerTextWidth(line);
    texts.push({ ...common, text: line, x: x + pillSizes.gap, weight: 400, fixedWidth });
    x += pillSizes.gap + fixedWidth;
  }
  const count = card.quotes.length;
  const badge = quotesBadge(card.quotes, 0, y, "inverse");
  if (count > 0 && badge !== undefined) x += pillSizes.gap + quotesBadgeWidth(badge);
  const width = Math.ceil(x + pillSizes.side);
  const quotes = badge && { ...badge, x };
  const handles = foldHandles(cardNode, style, { width, height: pillSizes.height }, footerTextWidth);
  return {
    ...sharedLayout(cardNode, "", style),
    body: "pill",
    width,
    height: pillSizes.height,
    isMain: false,
    texts,
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

function sharedLayout(cardNode: CardNode, text: string, { hiddenCount }: CardStyle) {
  const { card, hue } = cardNode;
  return {
    card,
    form: card.form,
    hue,
    hiddenCount,
    problemMessages: card.problems.map(({ message }) => message).join("\n"),
    accessibleLabel: accessibleLabel(cardNode, text, hiddenCount),
  };
}

/** A claim at the root, or one that answers a question there. */
const isMainCard = ({ kind, relation, form }: Card): boolean =>
  form === "full" &&
  ((kind === "claim" && (relation === "root" || relation === "answer")) ||
    (kind === "question" && relation === "root"));

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

/** What stands above a card's text. A step keeps its sign where it is only referred to. */
const labelOf = (card: Card): string =>
  `${labelSign[card.kind]}${card.form === "reference" ? "↗\ufe0e " : ""}${labelWithoutSign(card)}`;

/** The same without signs: in a row they stand in the margin. */
const labelWithoutSign = ({ kind, form, name }: Card): string => (form === "reference" ? `see ${name ?? kind}` : kind);

/** Under the first line of the text, at its baseline; where there is none, under the label. */
function squiggleFor(
  [worst]: readonly CardProblem[],
  firstLine: WrappedLine | undefined,
  textStart: (rtl: boolean) => number,
  baseline: number,
  labelWidth: number,
): CardLayout["squiggle"] {
  if (worst === undefined) return undefined;
  const { severity } = worst;
  const y = baseline + 3;
  if (firstLine === undefined) return { x: textStart(false), y, width: labelWidth, severity };
  const width = Math.max(firstLine.width, 16);
  return { x: firstLine.rtl ? textStart(true) - width : textStart(false), y, width, severity };
}
