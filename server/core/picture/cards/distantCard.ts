/** How a card looks from afar: the beginning of its title or text in letters that can still be read, and nothing else. */
import type { CardLayout, PlacedText } from "../model.ts";
import type { TextMeasure, Weight } from "../typesetting/measure.ts";
import { isRightToLeft, truncateToWidth, wrap } from "../typesetting/wrap.ts";
import { signOf } from "./cardLabel.ts";
import { fontSize } from "./cardSizes.ts";

/** From this zoom on, the text of a card is at least 7 pixels high, and the card is drawn as it is laid out. */
export const NEAR_ZOOM = 7 / fontSize.body;
/** Below this zoom, a card has room for hardly a word. */
export const MIN_TEXT_ZOOM = 0.16;
/** The smallest font size, in pixels of the window. Text is larger by up to one step. */
const MIN_FONT_SIZE = 7.5;
/** Letters keep their size until the zoom has changed by this factor, so that most steps of a zoom draw no card again. */
const STEP = 1.2;

/** Distances from the edges of a card, of which the left one leaves room for the bar. */
const inset = { left: 17, right: 8, vertical: 5 };
const LINE_HEIGHT = 1.2;
/** The height of a capital letter relative to the font size. Capitals are centered in their line. */
const CAPITAL_HEIGHT = 0.72;
const PILL_INSET = 8;
const PILL_LETTERS = 0.8;

/** The size of letters at a zoom, in pixels of the picture; undefined if cards are drawn as they are laid out. */
export function distantTextSize(zoom: number): number | undefined {
  if (zoom >= NEAR_ZOOM || zoom < MIN_TEXT_ZOOM) return undefined;
  const steps = Math.floor(Math.log(NEAR_ZOOM / zoom) / Math.log(STEP)) + 1;
  return (MIN_FONT_SIZE / NEAR_ZOOM) * STEP ** steps;
}

/** The layout of a card with letters of this size, in the same box. The rows of an outline stay as they are. */
export function distantLayout(layout: CardLayout, size: number, measure: TextMeasure): CardLayout {
  if (layout.body === "row") return layout;
  const texts = layout.body === "pill" ? pillTexts(layout, size, measure) : cardTexts(layout, size, measure);
  const [first] = texts;
  return {
    ...layout,
    texts,
    footerMarks: [],
    quotes: undefined,
    moreLines: undefined,
    controls: layout.controls.filter(({ kind }) => kind === "fold"),
    squiggle: layout.squiggle && first && { ...layout.squiggle, y: first.y + 4 },
  };
}

/** As many lines as the card has room for, in its middle. The last one ends with an ellipsis if words are left out. */
function cardTexts(layout: CardLayout, size: number, measure: TextMeasure): readonly PlacedText[] {
  const { card, hue, width, height, isMain, form } = layout;
  const letters = Math.min(size, height - 2 * inset.vertical);
  const lineHeight = letters * LINE_HEIGHT;
  const weight: Weight = isMain || card.title !== undefined ? 600 : 400;
  const room = Math.max(1, Math.floor((height - 2 * inset.vertical + lineHeight - letters) / lineHeight));
  const [start, end] = [inset.left, width - inset.right];
  const sign = signOf(card).trim();
  const signWidth = sign === "" ? 0 : measure.width(`${sign} `, letters, 600);
  const widthOf = (text: string): number => measure.width(text, letters, weight);
  const lines = fitLines(layout.summary, { limit: end - start, indent: signWidth, room }, widthOf);
  const firstBaseline = (height - lines.length * lineHeight) / 2 + (lineHeight + letters * CAPITAL_HEIGHT) / 2;
  const rtl = isRightToLeft(layout.summary);
  const color = form === "reference" || (card.title ?? card.text) === "" ? "muted" : "text";
  const x = rtl ? end : start;
  const words = lines.map((text, index): PlacedText => {
    const indent = index > 0 ? 0 : rtl ? -signWidth : signWidth;
    return { text, x: x + indent, y: firstBaseline + index * lineHeight, size: letters, weight, color, rtl };
  });
  if (sign === "") return words;
  return [{ text: sign, x, y: firstBaseline, size: letters, weight: 600, color: hue, rtl }, ...words];
}

/** Stands for the sign of the first line while its words are wrapped. No font measures it, and no line breaks after it. */
const SIGN_MARK = "\u0001";

/** Wraps a text into at most `room` lines, of which the first is indented. The last one is cut with an ellipsis. */
function fitLines(
  summary: string,
  { limit, indent, room }: { readonly limit: number; readonly indent: number; readonly room: number },
  widthOf: (text: string) => number,
): readonly string[] {
  const text = `${SIGN_MARK}${summary.replaceAll(/\s+/g, " ").trim()}`;
  const indentedWidth = (part: string): number =>
    part.startsWith(SIGN_MARK) ? indent + widthOf(part.slice(1)) : widthOf(part);
  const lines = wrap(text, limit, indentedWidth).map((line) => line.text);
  if (lines.length > room) {
    const kept = lines.slice(0, room - 1);
    // `wrap` leaves out only the space at which it breaks a line.
    const rest = kept.reduce((remaining, line) => remaining.slice(line.length).trimStart(), text);
    lines.splice(room - 1, lines.length, truncateToWidth(rest, limit, indentedWidth));
  }
  return lines.map((line) => line.replace(SIGN_MARK, ""));
}

/** The label of a pill if it has room, else its sign. */
function pillTexts(layout: CardLayout, size: number, measure: TextMeasure): readonly PlacedText[] {
  const { card, width, height, texts } = layout;
  const letters = Math.min(size, height * PILL_LETTERS);
  const widthOf = (text: string): number => measure.width(text, letters, 600);
  const label = texts[0]?.text ?? "";
  const text = widthOf(label) <= width - 2 * PILL_INSET ? label : signOf(card).trim();
  const [x, y] = [(width - widthOf(text)) / 2, (height + letters * CAPITAL_HEIGHT) / 2];
  return [{ text, x, y, size: letters, weight: 600, color: "inverse", rtl: false }];
}
