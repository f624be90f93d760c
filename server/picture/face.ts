/** What a card looks like: its size, and every line of text at its place within it. */
import type { Card, CardProblem, CardQuote } from "../language/tree.ts";
import type { Hue, Standing } from "./forest.ts";
import type { TextMeasure, Weight } from "./measure.ts";
import type { Colour } from "./theme.ts";
import { isRightToLeft, type Line, wrap } from "./wrap.ts";

/** A line of text. `x` is where it begins: its left end, or its right end where it runs from right to left. */
export interface Row {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: Colour;
  readonly rtl: boolean;
}

/** What of a card does something by itself when it is clicked, in pixels from the card's corner. It may reach beyond the card. */
export interface Part {
  readonly kind: "quotes" | "fold" | "more";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Face {
  readonly card: Card;
  readonly form: Card["form"];
  readonly hue: Hue;
  readonly width: number;
  readonly height: number;
  /** A question or claim at the root: semi-bold, and a claim with a stronger border. */
  readonly strong: boolean;
  readonly rows: readonly Row[];
  /** The sign in the corner, with its right end and baseline, and the words quoted. */
  readonly quotes:
    | { readonly x: number; readonly y: number; readonly colour: Colour; readonly words: string }
    | undefined;
  readonly parts: readonly Part[];
  /** The wavy line of the worst problem. */
  readonly wave:
    | { readonly x: number; readonly y: number; readonly width: number; readonly severity: CardProblem["severity"] }
    | undefined;
  /** The sentences of all problems; empty where there is none. */
  readonly problems: string;
  /** The whole card in words, for those who hear the picture. */
  readonly description: string;
}

/** Sizes of all cards, in pixels. */
const card = { width: 250, left: 15, right: 13, label: 18, body: 35, line: 17, apart: 6, bottom: 12 };
const pill = { height: 26, side: 13, gap: 8 };
const size = { label: 11, body: 13, foot: 11 };
/** A critical question is a remark in the margin: narrower, and its text smaller. */
const aside = { width: 200, line: 16, size: 12 };
const footLine = 15;

/** The face of a card in its place. */
export function faceOf(standing: Standing, measure: TextMeasure): Face {
  return standing.card.form === "pill" ? pillFace(standing, measure) : cardFace(standing, measure);
}

function cardFace(standing: Standing, measure: TextMeasure): Face {
  const { card: shown, hue, target } = standing;
  const small = shown.relation === "critical";
  const width = small ? aside.width : card.width;
  const inner = width - card.left - card.right;
  const bodySize = small ? aside.size : size.body;
  const bodyLine = small ? aside.line : card.line;
  const strong = isStrong(shown);
  const weight: Weight = strong ? 600 : 400;
  const widthOf = (font: number, heavy: Weight) => (text: string) => measure.width(text, font, heavy);
  const start = (rtl: boolean): number => (rtl ? width - card.right : card.left);

  const label = labelOf(shown);
  const rows: Row[] = [
    { text: label, x: card.left, y: card.label, size: size.label, weight: 600, colour: hue, rtl: false },
  ];
  const text = shown.form === "reference" ? (target?.text ?? "") : shown.text;
  const pale = shown.form === "reference" || text === "";
  const body = wrap(text || nameless(shown), inner, widthOf(bodySize, weight));
  let y = card.body - bodyLine;
  for (const { text, rtl, apart } of body) {
    y += bodyLine + (apart ? card.apart : 0);
    rows.push({ text, x: start(rtl), y, size: bodySize, weight, colour: pale ? "muted" : "text", rtl });
  }
  if (body.length === 0) y = card.label;

  const rtl = isRightToLeft(text);
  const foot = flow(footOf(standing), inner, widthOf(size.foot, 400));
  for (const line of foot) {
    y += line === foot[0] && body.length > 0 ? footLine + 1 : footLine;
    for (const { text, at, colour } of line) {
      const x = rtl ? start(true) - at : start(false) + at;
      rows.push({ text, x, y, size: size.foot, weight: 400, colour, rtl });
    }
  }
  return {
    ...common(standing, text),
    width,
    height: y + card.bottom,
    strong,
    rows,
    quotes: quotesOf(shown.quotes, width - card.right + 3, card.label, "muted"),
    wave: waveOf(shown.problems, body[0], start, () => measure.width(label, size.label, 600)),
  };
}

/** A step with no text of its own: its sign and word, and whose it is. */
function pillFace(standing: Standing, measure: TextMeasure): Face {
  const { card: shown } = standing;
  const y = pill.height / 2 + 4;
  const row = { y, size: size.label, colour: "inverse", rtl: false } as const;
  const label = labelOf(shown);
  const rows: Row[] = [{ ...row, text: label, x: pill.side, weight: 600 }];
  let x = pill.side + measure.width(label, size.label, 600);
  for (const { text } of footOf(standing)) {
    const [line] = wrap(text, card.width - x - pill.gap - pill.side, (part) => measure.width(part, size.foot, 400));
    if (line === undefined) continue;
    rows.push({ ...row, text: line.text, x: x + pill.gap, weight: 400 });
    x += pill.gap + line.width;
  }
  const count = shown.quotes.length;
  if (count > 0) x += pill.gap + quoteSign + measure.width(`${count}`, size.foot, 400);
  return {
    ...common(standing, ""),
    width: Math.ceil(x + pill.side),
    height: pill.height,
    strong: false,
    rows,
    quotes: quotesOf(shown.quotes, x, y, "inverse"),
    wave: shown.problems[0] && {
      x: pill.side,
      y: pill.height + 4,
      width: x - pill.side,
      severity: shown.problems[0].severity,
    },
  };
}

function common({ card: shown, hue, speakers }: Standing, text: string) {
  return {
    card: shown,
    form: shown.form,
    hue,
    parts: [],
    problems: shown.problems.map(({ message }) => message).join("\n"),
    description: describe(shown, text, speakers),
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

/** What stands above a card's text. A step keeps its sign where it is only referred to. */
function labelOf({ kind, form, name }: Card): string {
  return form === "reference" ? `${sign[kind]}↗\ufe0e see ${name ?? kind}` : `${sign[kind]}${kind}`;
}

/** What to show of a card whose text is still to be written. */
const nameless = ({ form, name }: Card): string => (form === "full" ? (name ?? "") : "");

interface FootItem {
  readonly text: string;
  readonly colour: Colour;
}

/** Whose it is, who grants it, who denies it. */
function footOf({ card: { acceptedBy, rejectedBy }, speakers }: Standing): readonly FootItem[] {
  const item = (mark: string, names: readonly string[], colour: Colour): FootItem[] =>
    names.length === 0 ? [] : [{ text: `${mark} ${names.join(", ")}`, colour }];
  return [...item("—", speakers, "muted"), ...item("✓", acceptedBy, "reason"), ...item("✗", rejectedBy, "objection")];
}

interface FlowingItem extends FootItem {
  /** How far from the beginning of the line. */
  readonly at: number;
}

/** Items side by side as long as they fit; one that is too long for a line is wrapped. */
function flow(items: readonly FootItem[], limit: number, widthOf: (text: string) => number): readonly FlowingItem[][] {
  const lines: FlowingItem[][] = [];
  let end = 0;
  for (const { text, colour } of items) {
    for (const { text: part, width } of wrap(text, limit, widthOf)) {
      const at = end === 0 ? 0 : end + 10;
      if (lines.length > 0 && at > 0 && at + width <= limit) {
        lines.at(-1)?.push({ text: part, colour, at });
        end = at + width;
      } else {
        lines.push([{ text: part, colour, at: 0 }]);
        end = width;
      }
    }
  }
  return lines;
}

/** Width of the sign that stands before the number of quotes, with the gap between. */
export const quoteSign = 13;

function quotesOf(quotes: readonly CardQuote[], x: number, y: number, colour: Colour): Face["quotes"] {
  if (quotes.length === 0) return undefined;
  const words = quotes.map(({ text, source, page }) => {
    const from = [source, page && `p. ${page}`].filter((part) => part !== undefined && part !== "").join(", ");
    return [text && `“${text}”`, from].filter((part) => part !== "").join(" — ");
  });
  return { x, y, colour, words: words.join("\n") };
}

/** Under the first line of the text; where there is none, under the label. */
function waveOf(
  [worst]: readonly CardProblem[],
  first: Line | undefined,
  start: (rtl: boolean) => number,
  labelWidth: () => number,
): Face["wave"] {
  if (worst === undefined) return undefined;
  const { severity } = worst;
  if (first === undefined) return { x: start(false), y: card.label + 3, width: labelWidth(), severity };
  const width = Math.max(first.width, 16);
  return { x: first.rtl ? start(true) - width : start(false), y: card.body + 3, width, severity };
}

function describe(shown: Card, text: string, speakers: readonly string[]): string {
  const reference = shown.form === "reference";
  const parts = [
    reference ? `${shown.kind}, see ${shown.name ?? "elsewhere"}` : shown.kind,
    text || (shown.form === "pill" ? "" : nameless(shown)),
    ...(speakers.length > 0 ? [`held by ${speakers.join(", ")}`] : []),
    ...(shown.acceptedBy.length > 0 ? [`accepted by ${shown.acceptedBy.join(", ")}`] : []),
    ...(shown.rejectedBy.length > 0 ? [`rejected by ${shown.rejectedBy.join(", ")}`] : []),
    ...(shown.quotes.length > 0 ? [`${shown.quotes.length} ${shown.quotes.length === 1 ? "quote" : "quotes"}`] : []),
    ...shown.problems.map(({ severity, message }) => `${severity}: ${message}`),
  ];
  return parts.filter((part) => part !== "").join(". ");
}

/** The faces made so far, to be handed from one picture to the next: a card that did not change keeps its face. */
export class Faces {
  readonly #faces = new WeakMap<
    Card,
    { readonly face: Face; readonly target: string | undefined; readonly context: string }
  >();

  /** The face of a card in its place; the same object as before where nothing that shows has changed. */
  of(standing: Standing, measure: TextMeasure): Face {
    const target = standing.target?.text;
    const context = `${standing.hue}\n${standing.speakers.join("\n")}`;
    const known = this.#faces.get(standing.card);
    if (known !== undefined && known.target === target && known.context === context) return known.face;
    const face = faceOf(standing, measure);
    this.#faces.set(standing.card, { face, target, context });
    return face;
  }
}
