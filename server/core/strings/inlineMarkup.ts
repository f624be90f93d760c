/**
 * Reads the marks in a text: `*emphasis*`, `**strong**`, `` `code` ``, `[words](https://…)` and bare addresses, as in Markdown.
 * Everything else is text: `2 * 3 * 4`, `snake_case`, `<b>`, `&amp;`.
 *
 * The rules are those of CommonMark (code spans, links, emphasis), and a test compares the result with micromark's. Micromark
 * itself cannot be bundled without its block grammar, which would add 45 KB to the server, and it takes quadratic time. This
 * reader takes linear time, because it reads a text with every key that the user presses.
 */

import { bisector } from "d3-array";
import { bareAddresses } from "./bareAddresses.ts";
import { type Delimiter, delimiterAt, pairDelimiters, type TextRange } from "./inlineEmphasis.ts";

export type MarkKind = "emphasis" | "strong" | "code" | "link";

/** Words of a text that are drawn in another way. Columns are UTF-16 offsets in the text without marks. */
export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
  /** The address of a link. */
  readonly href?: string;
}

/** A text without its marks, and what they marked, in the order of the text. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** What a text with a mark contains. Most texts have no mark, so that this test is all they cost. */
const MAY_HAVE_MARKS = /[*`[]|https?:\/\//i;
/** The end of a link: its address, with balanced brackets, and perhaps a title. */
const LINK_END = /\]\(\s*(<?)((?:https?:\/\/|mailto:)(?:[^\s<>"()]|\([^\s<>"()]*\))+)>?(?:\s+"[^"]*")?\s*\)/iuy;
const BACKTICKS = /`+/y;
const PARAGRAPHS = /(\n\s*\n)/;
/** A backslash before one of these makes it text. */
const ESCAPABLE = "*`[]\\";

/** Reads the marks in a text. Marks do not extend over paragraphs. */
export function readInlineMarkup(source: string): MarkedText {
  if (!MAY_HAVE_MARKS.test(source)) return { text: source, marks: [] };
  let text = "";
  const marks: Mark[] = [];
  for (const paragraph of source.split(PARAGRAPHS)) {
    const read = readParagraph(paragraph);
    for (const mark of read.marks)
      marks.push({ ...mark, start: mark.start + text.length, end: mark.end + text.length });
    text += read.text;
  }
  return { text, marks };
}

/** Returns a text without its marks. */
export const withoutMarkup = (source: string): string => readInlineMarkup(source).text;

/** The marks in a paragraph. Columns count from the start of the paragraph. */
interface Findings {
  readonly marks: (TextRange & Pick<Mark, "kind" | "href">)[];
  /** The marks themselves, which are not part of the text. They do not overlap. */
  readonly removed: TextRange[];
}

function readParagraph(paragraph: string): MarkedText {
  const found: Findings = { marks: [], removed: [] };
  const nextTicks = backtickFinder(paragraph);
  const delimiters: Delimiter[] = [];
  let brackets: { readonly at: number; readonly delimiterCount: number }[] = [];
  for (let at = 0; at < paragraph.length; ) {
    const character = paragraph.charAt(at);
    if (character === "\\") {
      const escaped = paragraph.charAt(at + 1);
      if (escaped !== "" && ESCAPABLE.includes(escaped)) found.removed.push({ start: at, end: at + 1 });
      at += /[!-/:-@[-`{-~]/.test(escaped) ? 2 : 1;
    } else if (character === "`") at = readCode(paragraph, at, nextTicks, found);
    else if (character === "*") {
      const delimiter = delimiterAt(paragraph, at);
      delimiters.push(delimiter);
      at = delimiter.end;
    } else if (character === "[") {
      brackets.push({ at, delimiterCount: delimiters.length });
      at++;
    } else if (character === "]") {
      const open = brackets.pop();
      LINK_END.lastIndex = at;
      const [whole = "", , href = ""] = (open && LINK_END.exec(paragraph)) ?? [];
      if (open !== undefined && whole !== "") {
        const end = at + whole.length;
        // Emphasis does not cross the border of a link, and a link is not in another one.
        addEmphasis(delimiters.splice(open.delimiterCount), found);
        found.marks.push({ kind: "link", href, start: open.at, end });
        found.removed.push({ start: open.at, end: open.at + 1 }, { start: at, end });
        brackets = [];
        at = end;
      } else at++;
    } else at++;
  }
  addEmphasis(delimiters, found);
  found.removed.sort(byStart);
  addBareAddresses(paragraph, found);
  return applyFindings(paragraph, found);
}

const bisectStarts = bisector((range: TextRange) => range.start).left;
const byStart = (one: TextRange, other: TextRange): number => one.start - other.start;

/** Returns a function that finds the next run of just so many backticks at or after a column. Its columns must not decrease. */
function backtickFinder(paragraph: string): (length: number, from: number) => number | undefined {
  let runs: Map<number, { readonly starts: number[]; next: number }> | undefined;
  return (length, from) => {
    if (runs === undefined) {
      runs = new Map();
      for (const { 0: run, index } of paragraph.matchAll(/`+/g)) {
        const same = runs.get(run.length);
        if (same === undefined) runs.set(run.length, { starts: [index], next: 0 });
        else same.starts.push(index);
      }
    }
    const same = runs.get(length);
    if (same === undefined) return undefined;
    while ((same.starts[same.next] ?? from) < from) same.next++;
    return same.starts[same.next];
  };
}

/** Reads a code span, and returns the column after it, or after its backticks if they are text. */
function readCode(
  paragraph: string,
  start: number,
  nextTicks: (length: number, from: number) => number | undefined,
  { marks, removed }: Findings,
): number {
  BACKTICKS.lastIndex = start;
  BACKTICKS.test(paragraph);
  const from = BACKTICKS.lastIndex;
  const ticks = from - start;
  const to = nextTicks(ticks, from);
  if (to === undefined) return from;
  const words = paragraph.slice(from, to);
  const isPadded = words.startsWith(" ") && words.endsWith(" ") && /[^ ]/.test(words);
  const padding = isPadded ? 1 : 0;
  marks.push({ kind: "code", start, end: to + ticks });
  removed.push({ start, end: from + padding }, { start: to - padding, end: to + ticks });
  return to + ticks;
}

function addEmphasis(delimiters: readonly Delimiter[], { marks, removed }: Findings): void {
  for (const { size, start, end } of pairDelimiters(delimiters)) {
    marks.push({ kind: size === 2 ? "strong" : "emphasis", start, end });
    removed.push({ start, end: start + size }, { start: end - size, end });
  }
}

/** Adds the addresses that are neither code nor part of a link. `removed` must be sorted. */
function addBareAddresses(paragraph: string, { marks, removed }: Findings): void {
  const literal = marks.filter(({ kind }) => kind === "code" || kind === "link").sort(byStart);
  let nextLiteral = 0;
  let nextRemoved = 0;
  for (const { start, end: fullEnd } of bareAddresses(paragraph)) {
    while ((literal[nextLiteral]?.end ?? Infinity) <= start) nextLiteral++;
    while ((removed[nextRemoved]?.start ?? Infinity) <= start) nextRemoved++;
    if ((literal[nextLiteral]?.start ?? Infinity) < fullEnd) continue;
    // Closing marks of emphasis are no part of an address.
    const end = Math.min(fullEnd, removed[nextRemoved]?.start ?? Infinity);
    if (end > start + "https://".length) marks.push({ kind: "link", start, end, href: paragraph.slice(start, end) });
  }
}

/** Leaves out the marks, and moves what they marked. `removed` must be sorted. */
function applyFindings(paragraph: string, { marks, removed }: Findings): MarkedText {
  if (removed.length === 0 && marks.length === 0) return { text: paragraph, marks: [] };
  let text = "";
  let at = 0;
  /** How many characters are left out before the end of each range. */
  const removedUntil: number[] = [];
  for (const { start, end } of removed) {
    text += paragraph.slice(at, start);
    at = end;
    removedUntil.push(end - text.length);
  }
  text += paragraph.slice(at);
  const moved = (column: number): number => {
    const index = bisectStarts(removed, column) - 1;
    const range = removed[index];
    return range === undefined ? column : column - (removedUntil[index] ?? 0) + Math.max(0, range.end - column);
  };
  const movedMarks = marks
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) }))
    .filter(({ start, end }) => end > start);
  return { text, marks: movedMarks };
}
