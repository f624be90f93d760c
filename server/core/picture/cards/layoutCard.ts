/** The face of a card: its words wrapped, its marks put in their places. */
import type { Card, CardProblem } from "../../tree/tree.ts";
import type { Hue, Standing } from "../layout/cardTree.ts";
import type { TextMeasure, Weight } from "../text/measure.ts";
import { cut, isRightToLeft, type Line, wrap } from "../text/wrap.ts";
import type { Colour } from "../theme.ts";
import { describe, nameless } from "./accessibleLabel.ts";
import { badgeWidth, folds, type Part, quotesOf, quotesPart, quotesWidth } from "./cardControls.ts";
import { boxSide, flow, footOf, leadWidth, type Placed } from "./cardFooter.ts";
import { type Face, keptSpan, type Look, type Mark, type Row } from "./cardLayout.ts";

/** Sizes of all cards, in pixels. */
const card = { width: 250, left: 15, right: 13, label: 18, body: 35, line: 17, apart: 6, bottom: 12 };
const pill = { height: 26, side: 13, gap: 8 };
/** A row of an outline: its sign stands in the margin, between the handle and the text. */
const row = { left: 40, sign: 22, right: 10, body: 18, bottom: 9 };
const size = { label: 11, body: 13, foot: 11 };
/** A critical question is a remark in the margin: narrower, and its text smaller. */
const remark = { width: 200, line: 16, size: 12 };
const footLine = { plain: 15, boxed: 18, after: 2 };
/** A long text folds at so many lines. One line more is shown rather than a row that says so. */
const folded = 4;

/** The face of a card in its place. */
export function faceOf(standing: Standing, look: Look, measure: TextMeasure): Face {
  return standing.card.form === "pill" && look.as !== "row"
    ? pillFace(standing, look, measure)
    : cardFace(standing, look, measure);
}

function cardFace(standing: Standing, look: Look, measure: TextMeasure): Face {
  const { card: shown, hue, target } = standing;
  const isRow = look.as === "row";
  const small = shown.relation === "critical" && !isRow;
  const width = isRow ? look.width : small ? remark.width : card.width;
  const [left, right] = isRow ? [row.left, width - row.right] : [card.left, width - card.right];
  const bodySize = small ? remark.size : size.body;
  const bodyLine = small ? remark.line : card.line;
  const strong = isStrong(shown);
  const weight: Weight = strong ? 600 : 400;
  const widthOf = (font: number, heavy: Weight) => (text: string) => measure.width(text, font, heavy);
  const footWidth = widthOf(size.foot, 400);
  // In a row, the count of what is folded away stands at the end, and quotes before it.
  const badge = isRow && look.hidden > 0 ? badgeWidth(look.hidden, footWidth) + 6 : 0;
  const corner = isRow ? right - badge : right + 3;
  const quotes = quotesOf(shown.quotes, corner, isRow ? row.body : card.label, "muted");
  const aside = badge + (quotes === undefined ? 0 : quotesWidth(quotes) + 8);
  // What stands at the end of a row has that room to itself, also where text begins there.
  const end = isRow ? right - aside : right;
  const start = (rtl: boolean): number => (rtl ? end : left);

  const text = shown.form === "reference" ? (target?.text ?? "") : shown.text;
  const pale = shown.form === "reference" || text === "";
  const rows: Row[] = isRow ? [signRow(shown, hue)] : labelRows(standing, right - left - aside, measure);
  const label = rows.reduce(
    (far, { text: words, x, size: font, weight: heavy }) => Math.max(far, x + measure.width(words, font, heavy)),
    0,
  );
  const whole = wrap(text || (isRow ? wordOf(shown) : nameless(shown)), end - left, widthOf(bodySize, weight));
  const long = whole.length > folded + 1;
  const body = long && !look.open ? whole.slice(0, folded) : whole;
  let y = (isRow ? row.body : card.body) - bodyLine;
  for (const { text: words, rtl, apart, width: wide } of body) {
    y += bodyLine + (apart ? card.apart : 0);
    const span = keptSpan(wide, end - left);
    rows.push({ text: words, x: start(rtl), y, size: bodySize, weight, colour: pale ? "muted" : "text", rtl, span });
  }
  if (body.length === 0) y = card.label;

  const parts: Part[] = quotes === undefined ? [] : [quotesPart(quotes)];
  const rtl = isRightToLeft(text);
  let more: Face["more"];
  if (long) {
    y += bodyLine;
    const words = look.open ? "show less" : `… ${whole.length - folded} more lines`;
    more = { words, x: left, y, open: look.open };
    parts.push({ kind: "more", x: left - 4, y: y - 13, width: footWidth(words) + 8, height: 18 });
  }

  const extra = isRow ? rowNotes(shown) : [];
  const [people = [], said = []] = footOf(standing);
  const groups = isRow ? [[...extra, ...people, ...said]] : [people, said];
  const marks: Mark[] = [];
  // What is said of a text stands below it, at the side where it begins.
  const edge = rtl ? end : right;
  flow(groups, edge - left, footWidth).forEach((line, index) => {
    const boxed = line.some((item) => item.boxed);
    y += (boxed ? footLine.boxed : footLine.plain) + (index === 0 && body.length > 0 ? footLine.after : 0);
    const alone = line.length === 1;
    for (const item of line) put(item, { left, right: edge, y, rtl, alone }, rows, marks);
    if (boxed) y += 1;
  });
  const height = y + (isRow ? row.bottom : card.bottom);
  parts.push(...folds(standing, look, { width, height }, footWidth));
  return {
    ...faceWords(standing, text, look),
    body: isRow ? "row" : "card",
    width,
    height,
    strong,
    rows,
    marks,
    quotes,
    more,
    parts,
    words: {
      x: left,
      y: isRow ? row.body : card.body,
      width: end - left,
      line: bodyLine,
      size: bodySize,
      weight,
    },
    wave: waveOf(
      shown.problems,
      body[0],
      start,
      isRow ? row.body : body.length > 0 ? card.body : card.label,
      label - left,
    ),
  };
}

interface FootLine {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly rtl: boolean;
  /** Whether nothing else stands on it. */
  readonly alone: boolean;
}

/** Puts one item of the foot into the rows and marks of a card. */
function put(
  { text, colour, lead, boxed, title, at, width, indent }: Placed,
  { left, right, y, rtl, alone }: FootLine,
  rows: Row[],
  marks: Mark[],
): void {
  // Where the text runs from right to left, all of the foot does.
  const own = rtl ? right - at - width : left + at;
  if (boxed) marks.push({ kind: "box", x: own, y, width });
  if (lead !== undefined) {
    const x = rtl ? own + width - leadWidth[lead.kind] : own;
    marks.push({ kind: "lead", lead, x, y });
  }
  const inner = boxed ? boxSide : indent;
  const span = boxed ? width - 2 * boxSide : alone ? undefined : width - indent;
  const x = rtl ? own + width - inner : own + inner;
  rows.push({ text, x, y, size: size.foot, weight: 400, colour, rtl, span, title });
}

/** The kind of a card and, quietly, its scheme. */
function labelRows({ card: shown, hue }: Standing, limit: number, measure: TextMeasure): Row[] {
  const label = labelOf(shown);
  const own: Row = { text: label, x: card.left, y: card.label, size: size.label, weight: 600, colour: hue, rtl: false };
  const end = measure.width(label, size.label, 600);
  const scheme = shown.scheme && cut(shown.scheme, limit - end - 8, (text) => measure.width(text, size.foot, 400));
  if (!scheme) return [own];
  return [
    { ...own, span: end },
    {
      ...own,
      text: scheme,
      x: card.left + end + 8,
      size: size.foot,
      weight: 400,
      colour: "muted",
      title: `Scheme: ${shown.scheme}`,
    },
  ];
}

/** The sign of a row, in its margin. */
const signRow = ({ kind, form }: Card, hue: Hue): Row => ({
  text: form === "reference" ? "↗\ufe0e" : rowSign[kind],
  x: row.sign,
  y: row.body,
  size: size.body,
  weight: 600,
  colour: hue,
  rtl: false,
});

/** What a card says by its label, and a row, which has none, in its foot. */
function rowNotes(shown: Card): readonly { readonly text: string; readonly colour: Colour; readonly title?: string }[] {
  const word =
    shown.form === "reference"
      ? `see ${shown.name ?? shown.kind}`
      : shown.kind === "assumption"
        ? shown.kind
        : undefined;
  return [
    ...(word === undefined ? [] : [{ text: word, colour: "muted" as const }]),
    ...(shown.scheme === undefined
      ? []
      : [{ text: shown.scheme, colour: "muted" as const, title: `Scheme: ${shown.scheme}` }]),
  ];
}

/** A step with no text of its own: its sign and word, its scheme, whose it is, how far it carries. */
function pillFace(standing: Standing, look: Look, measure: TextMeasure): Face {
  const { card: shown } = standing;
  const y = pill.height / 2 + 4;
  const common = { y, size: size.label, colour: "inverse", rtl: false } as const;
  const footWidth = (text: string): number => measure.width(text, size.foot, 400);
  const label = labelOf(shown);
  const labelWidth = measure.width(label, size.label, 600);
  const rows: Row[] = [{ ...common, text: label, x: pill.side, weight: 600, span: labelWidth }];
  let x = pill.side + labelWidth;
  const words = [shown.scheme ?? "", ...footOf(standing).flatMap((items) => items.map(({ text }) => text))];
  for (const one of words) {
    const line = cut(one, card.width - x - pill.gap - pill.side, footWidth);
    if (line === "") continue;
    const span = footWidth(line);
    rows.push({ ...common, text: line, x: x + pill.gap, weight: 400, span });
    x += pill.gap + span;
  }
  const count = shown.quotes.length;
  const sign = quotesOf(shown.quotes, 0, y, "inverse");
  if (count > 0 && sign !== undefined) x += pill.gap + quotesWidth(sign);
  const width = Math.ceil(x + pill.side);
  const quotes = sign && { ...sign, x };
  const handles = folds(standing, look, { width, height: pill.height }, footWidth);
  return {
    ...faceWords(standing, "", look),
    body: "pill",
    width,
    height: pill.height,
    strong: false,
    rows,
    marks: [],
    quotes,
    more: undefined,
    words: { x: pill.side, y, width: width - 2 * pill.side, line: card.line, size: size.body, weight: 400 },
    parts: [...(quotes ? [quotesPart(quotes)] : []), ...handles],
    wave: shown.problems[0] && {
      x: pill.side,
      y: pill.height + 4,
      width: x - pill.side,
      severity: shown.problems[0].severity,
    },
  };
}

function faceWords(standing: Standing, text: string, { hidden }: Look) {
  const { card: shown, hue } = standing;
  return {
    card: shown,
    form: shown.form,
    hue,
    hidden,
    problems: shown.problems.map(({ message }) => message).join("\n"),
    description: describe(standing, text, hidden),
  };
}

/** A claim at the root, or one that answers a question there. */
const isStrong = ({ kind, relation, form }: Card): boolean =>
  form === "full" &&
  ((kind === "claim" && (relation === "root" || relation === "answer")) ||
    (kind === "question" && relation === "root"));

const sign: Readonly<Record<Card["kind"], string>> = {
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
const labelOf = (shown: Card): string =>
  `${sign[shown.kind]}${shown.form === "reference" ? "↗\ufe0e " : ""}${wordOf(shown)}`;

/** The same without signs: in a row they stand in the margin. */
const wordOf = ({ kind, form, name }: Card): string => (form === "reference" ? `see ${name ?? kind}` : kind);

/** Under the first line of the text, at its baseline; where there is none, under the label. */
function waveOf(
  [worst]: readonly CardProblem[],
  first: Line | undefined,
  start: (rtl: boolean) => number,
  baseline: number,
  labelWidth: number,
): Face["wave"] {
  if (worst === undefined) return undefined;
  const { severity } = worst;
  const y = baseline + 3;
  if (first === undefined) return { x: start(false), y, width: labelWidth, severity };
  const width = Math.max(first.width, 16);
  return { x: first.rtl ? start(true) - width : start(false), y, width, severity };
}
