/** Reads the marks in a text with micromark: what `inlineMarkup.ts`, which is small enough for every bundle, must agree with. */
import { parse } from "micromark";
import type { Event, Token } from "micromark-util-types";
import type { Mark, MarkedText } from "../../../server/core/strings/inlineMarkup.ts";

/** What a text with a mark contains. Most texts have no mark, so that this test is all they cost. */
const MAY_HAVE_MARKS = /[*`[]|https?:\/\//i;
/** Only these addresses are opened. */
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i;
/** An address in a text, which may end before punctuation. */
const BARE_ADDRESS = /\bhttps?:\/\/[^\s<>"“”„«»「」『』，。；：！？）】、]+/giu;
const PARAGRAPHS = /(\n\s*\n)/;

/** A backslash before one of these makes it text. */
const ESCAPABLE = new Set(["*", "`", "[", "]", "\\"]);

/** Constructs of Markdown that texts of maps do not have. */
const DISABLED = ["autolink", "characterReference", "hardBreakEscape", "htmlText", "labelStartImage", "lineEnding"];

const parser = parse({ extensions: [{ disable: { null: DISABLED } }] });

/** Reads the marks in a text. */
export function readWithMicromark(source: string): MarkedText {
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

interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** The marks in a paragraph. Columns count from the start of the paragraph. */
interface Findings {
  readonly marks: (SourceRange & Pick<Mark, "kind" | "href">)[];
  /** The marks themselves, which are not part of the text. */
  readonly removed: SourceRange[];
}

function readParagraph(paragraph: string): MarkedText {
  const found: Findings = { marks: [], removed: [] };
  if (paragraph.trim() !== "") readEvents(parser.text().write([paragraph, null]), paragraph, found);
  addBareAddresses(paragraph, found);
  return applyFindings(paragraph, found);
}

function readEvents(events: readonly Event[], paragraph: string, { marks, removed }: Findings): void {
  for (const [index, [change, token]] of events.entries()) {
    if (change !== "enter") continue;
    const { type } = token;
    if (type === "emphasis" || type === "strong") {
      // `snake_case` and `_blank_` are words.
      if (paragraph.charAt(token.start.offset) === "_") continue;
      const length = type === "strong" ? 2 : 1;
      marks.push({ kind: type, ...rangeOf(token) });
      removed.push(firstOf(token, length), lastOf(token, length));
    } else if (type === "codeText") {
      marks.push({ kind: "code", ...rangeOf(token) });
    } else if (type === "codeTextSequence" || type === "codeTextPadding") {
      removed.push(rangeOf(token));
    } else if (type === "characterEscape" && ESCAPABLE.has(paragraph.charAt(token.start.offset + 1))) {
      removed.push(firstOf(token, 1));
    } else if (type === "link") addLink(events.slice(index + 1), token, paragraph, { marks, removed });
  }
}

/** `[words](https://…)`, if the address can be opened. */
function addLink(events: readonly Event[], link: Token, paragraph: string, { marks, removed }: Findings): void {
  const end = events.findIndex(([change, token]) => change === "exit" && token === link);
  const inside = events.slice(0, end).flatMap(([change, token]) => (change === "enter" ? [token] : []));
  const words = inside.find(({ type }) => type === "labelText");
  const address = inside.find(({ type }) => type === "resourceDestinationString");
  const href = address && paragraph.slice(address.start.offset, address.end.offset);
  if (words === undefined || href === undefined || !SAFE_ADDRESS.test(href)) return;
  marks.push({ kind: "link", href, ...rangeOf(link) });
  removed.push(
    { start: link.start.offset, end: words.start.offset },
    { start: words.end.offset, end: link.end.offset },
  );
}

function addBareAddresses(paragraph: string, { marks, removed }: Findings): void {
  for (const { 0: match, index } of paragraph.matchAll(BARE_ADDRESS)) {
    const href = withoutPunctuation(match);
    const range = { start: index, end: index + href.length };
    const isMarked = marks.some(
      ({ kind, start, end }) => kind !== "emphasis" && kind !== "strong" && start < range.end && range.start < end,
    );
    // Closing marks of emphasis are no part of an address.
    const firstMark = removed.filter(({ start }) => start > range.start && start < range.end).map(({ start }) => start);
    const end = Math.min(range.end, ...firstMark);
    if (!isMarked && SAFE_ADDRESS.test(paragraph.slice(index, end)))
      marks.push({ kind: "link", start: index, end, href: paragraph.slice(index, end) });
  }
}

/** Leaves out the punctuation of the sentence after an address, and a bracket that was opened before it. */
function withoutPunctuation(address: string): string {
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    const isUnopened = last === ")" && count(address, "(", end) < count(address, ")", end);
    if (!isUnopened && !/[.,;:!?'’*`\]}]/u.test(last)) break;
  }
  return address.slice(0, end);
}

const count = (text: string, character: string, end: number): number => text.slice(0, end).split(character).length - 1;

/** Leaves out the marks, and moves what they marked. */
function applyFindings(paragraph: string, { marks, removed }: Findings): MarkedText {
  const ranges = removed.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  if (ranges.length === 0 && marks.length === 0) return { text: paragraph, marks: [] };
  let text = "";
  let at = 0;
  for (const { start, end } of ranges) {
    text += paragraph.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  text += paragraph.slice(at);
  const moved = (column: number): number =>
    column - ranges.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, column) - start), 0);
  const movedMarks = marks
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) }))
    .filter(({ start, end }) => end > start);
  return { text, marks: movedMarks };
}

const rangeOf = ({ start, end }: Token): SourceRange => ({ start: start.offset, end: end.offset });
const firstOf = ({ start }: Token, length: number): SourceRange => ({
  start: start.offset,
  end: start.offset + length,
});
const lastOf = ({ end }: Token, length: number): SourceRange => ({ start: end.offset - length, end: end.offset });
