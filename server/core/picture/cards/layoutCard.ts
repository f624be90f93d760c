/** Lays out a card or an outline row: wraps its text and places its label, footer and controls. */
import type { CardProblem } from "../../tree/tree.ts";
import type { CardNode } from "../layout/cardTree.ts";
import type { CardControl, CardLayout, CardStyle, FooterMark, PlacedText } from "../model.ts";
import type { Color } from "../theme.ts";
import type { TextMeasure, Weight } from "../typesetting/measure.ts";
import { styledWidth } from "../typesetting/styledText.ts";
import { isRightToLeft, type WrappedLine, wrap } from "../typesetting/wrap.ts";
import { fillCount } from "../words/languages.ts";
import { placeholderText } from "./accessibleLabel.ts";
import { badgeWidth, foldHandles, quotesBadge, quotesBadgeWidth, quotesControl } from "./cardControls.ts";
import { BOX_PADDING, flowItems, footerItems, iconWidth, type PlacedFooterItem } from "./cardFooter.ts";
import { labelTexts, labelWithoutSign, referenceText, rowLabelItems, rowSignText } from "./cardLabel.ts";
import { cardSizes, criticalQuestionSizes, fontSize, footerLineHeight, rowSizes } from "./cardSizes.ts";
import { layoutPill } from "./layoutPill.ts";
import { sharedLayout } from "./sharedLayout.ts";

/** The number of lines of a folded text. A text with one line more is shown in full, as “… more lines” takes a line too. */
const FOLDED_LINES = 4;

/** The layout of a card. */
export function layoutCard(cardNode: CardNode, style: CardStyle, measure: TextMeasure): CardLayout {
  return cardNode.card.form === "pill" && style.arrangement !== "row"
    ? layoutPill(cardNode, style, measure)
    : layoutFullCard(cardNode, style, measure);
}

function layoutFullCard(cardNode: CardNode, style: CardStyle, measure: TextMeasure): CardLayout {
  const { card, hue, referencedCard } = cardNode;
  const { words } = style;
  const isRow = style.arrangement === "row";
  const isCriticalQuestion = card.relation === "critical" && !isRow;
  const width = isCriticalQuestion ? Math.min(criticalQuestionSizes.width, style.width) : style.width;
  const [left, right] = isRow ? [rowSizes.left, width - rowSizes.right] : [cardSizes.left, width - cardSizes.right];
  const firstBaseline = isRow ? rowSizes.body : cardSizes.body;
  const textSize = isCriticalQuestion ? criticalQuestionSizes.size : fontSize.body;
  const lineHeight = isCriticalQuestion ? criticalQuestionSizes.line : cardSizes.line;
  const isMain = isMainCard(cardNode);
  const title = card.form === "reference" ? referencedCard?.title : card.title;
  // A title takes the place of the main text's weight.
  const weight: Weight = isMain && title === undefined ? 600 : 400;
  const widthOf = styledWidth(measure, textSize, weight);
  const footerTextWidth = (text: string): number => measure.width(text, fontSize.footer, 400);
  // A row has the badge with the number of folded cards at its end, preceded by the quotes badge.
  const foldBadgeWidth = isRow && style.hiddenCount > 0 ? badgeWidth(style.hiddenCount, footerTextWidth) + 6 : 0;
  const quotesEnd = isRow ? right - foldBadgeWidth : right + 3;
  const quotes = quotesBadge(card.quotes, quotesEnd, isRow ? rowSizes.body : cardSizes.label, "muted", words);
  const reservedWidth = foldBadgeWidth + (quotes === undefined ? 0 : quotesBadgeWidth(quotes) + 8);
  // Text does not use the width reserved for the badges of a row, even if it starts at that end.
  const end = isRow ? right - reservedWidth : right;
  const textStart = (rtl: boolean): number => (rtl ? end : left);

  const { text, marks } = card.form === "reference" ? referenceText(cardNode, words) : card;
  const isMuted = card.form === "reference" || text === "";
  const texts: PlacedText[] = isRow
    ? [rowSignText(card, hue)]
    : labelTexts(cardNode, right - left - reservedWidth, measure, words);
  const labelEnd = Math.max(0, ...texts.map((label) => label.x + measure.width(label.text, label.size, label.weight)));
  const shownText =
    text || (title !== undefined ? "" : isRow ? labelWithoutSign(cardNode, words) : placeholderText(card));
  const titleLines = wrap(title ?? "", end - left, (part) => measure.width(part, textSize, 600));
  const allLines = wrap(shownText, end - left, widthOf, shownText === text ? marks : []);
  const isLong = allLines.length > FOLDED_LINES + 1;
  const visibleLines = isLong && !style.isExpanded ? allLines.slice(0, FOLDED_LINES) : allLines;
  let y = firstBaseline - lineHeight;
  const placeLine = (line: WrappedLine, lineWeight: Weight, color: Color): void => {
    y += lineHeight + (line.startsNewParagraph ? cardSizes.paragraph : 0);
    texts.push({
      text: line.text,
      ...(line.runs !== undefined && { runs: line.runs }),
      x: textStart(line.rtl),
      y,
      size: textSize,
      weight: lineWeight,
      color,
      rtl: line.rtl,
    });
  };
  for (const line of titleLines) placeLine(line, 600, card.form === "reference" ? "muted" : "text");
  const textBaseline = y + lineHeight;
  for (const line of visibleLines) placeLine(line, weight, isMuted ? "muted" : "text");
  const firstLine = titleLines[0] ?? visibleLines[0];
  if (firstLine === undefined) y = cardSizes.label;

  const controls: CardControl[] = quotes === undefined ? [] : [quotesControl(quotes)];
  const rtl = isRightToLeft(text);
  let moreLines: CardLayout["moreLines"];
  if (isLong && (style.canFoldTexts || !style.isExpanded)) {
    y += lineHeight;
    const label = style.isExpanded ? words.showLess : fillCount(words, words.moreLines, allLines.length - FOLDED_LINES);
    moreLines = { label, x: left, y, isExpanded: style.isExpanded };
    controls.push({ kind: "more", x: left - 4, y: y - 13, width: footerTextWidth(label) + 8, height: 18 });
  }

  const [wordings = [], speakers = [], properties = []] = footerItems(cardNode, words);
  const groups = isRow
    ? [wordings, [...rowLabelItems(cardNode, words), ...speakers, ...properties]]
    : [wordings, speakers, properties];
  const footerMarks: FooterMark[] = [];
  const footerEnd = rtl ? end : right;
  flowItems(groups, footerEnd - left, footerTextWidth).forEach((line, index) => {
    const isBoxed = line.some((item) => item.isBoxed);
    y +=
      (isBoxed ? footerLineHeight.boxed : footerLineHeight.plain) +
      (index === 0 && firstLine !== undefined ? footerLineHeight.first : 0);
    for (const item of line) placeFooterItem(item, { left, right: footerEnd, y, rtl }, texts, footerMarks);
    if (isBoxed) y += 1;
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
    summary: title ?? shownText,
    footerMarks,
    quotes,
    moreLines,
    controls,
    textBox: { x: left, y: textBaseline, width: end - left, line: lineHeight, size: textSize, weight },
    squiggle: squiggleFor(
      card.problems,
      firstLine,
      textStart,
      isRow || firstLine !== undefined ? firstBaseline : cardSizes.label,
      labelEnd - left,
    ),
  };
}

interface FooterLine {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly rtl: boolean;
}

/** Adds a footer item to the texts and marks of a card. */
function placeFooterItem(
  { text, color, icon, isBoxed, title, offset, width, textOffset }: PlacedFooterItem,
  { left, right, y, rtl }: FooterLine,
  texts: PlacedText[],
  marks: FooterMark[],
): void {
  // The footer of a right-to-left text is mirrored.
  const itemLeft = rtl ? right - offset - width : left + offset;
  if (isBoxed) marks.push({ kind: "box", x: itemLeft, y, width });
  if (icon !== undefined) {
    const x = rtl ? itemLeft + width - iconWidth[icon.kind] : itemLeft;
    marks.push({ kind: "icon", icon, x, y });
  }
  const inset = isBoxed ? BOX_PADDING : textOffset;
  const x = rtl ? itemLeft + width - inset : itemLeft + inset;
  texts.push({ text, x, y, size: fontSize.footer, weight: 400, color, rtl, title });
}

/** Whether a card is a claim or question at the root, or a claim that answers a question. Not a claim that is a premise. */
const isMainCard = ({ card: { kind, relation, form }, isUsedAsPremise }: CardNode): boolean =>
  form === "full" &&
  ((kind === "claim" && !isUsedAsPremise && (relation === "root" || relation === "answer")) ||
    (kind === "question" && relation === "root"));

/** The underline for the worst problem: below the first line of text, or below the label if there is no text. */
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
