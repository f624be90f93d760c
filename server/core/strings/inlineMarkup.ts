/**
 * Reads the marks in a text: `*emphasis*`, `**strong**`, `` `code` ``, `[words](https://…)` and bare addresses, as in Markdown.
 * Everything else is text: `2 * 3 * 4`, `snake_case`, `<b>`, `&amp;`.
 *
 * The rules are those of CommonMark (code spans, links, emphasis), and a test compares the result with micromark's. Micromark
 * itself cannot be bundled without its block grammar, which would add 45 KB to the server.
 */

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
/** An address in a text, which may end before punctuation. Only such addresses are opened. */
const BARE_ADDRESS = /\bhttps?:\/\/[^\s<>"“”„«»「」『』，。；：！？）】、]+/giu;
/** The end of a link: its address, with balanced brackets, and perhaps a title. */
const LINK_END = /\]\(\s*(<?)((?:https?:\/\/|mailto:)(?:[^\s<>"()]|\([^\s<>"()]*\))+)>?(?:\s+"[^"]*")?\s*\)/iuy;
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

interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** What was found in a paragraph, with columns of the paragraph. */
interface Findings {
  readonly marks: (SourceRange & Pick<Mark, "kind" | "href">)[];
  /** The marks themselves, which are not part of the text. */
  readonly removed: SourceRange[];
}

/** A run of asterisks that is not paired yet; `start` to `end` are those that remain. */
interface Delimiter {
  start: number;
  end: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

function readParagraph(paragraph: string): MarkedText {
  const found: Findings = { marks: [], removed: [] };
  const delimiters: Delimiter[] = [];
  let brackets: { readonly at: number; readonly delimiterCount: number }[] = [];
  for (let at = 0; at < paragraph.length; ) {
    const character = paragraph.charAt(at);
    if (character === "\\") {
      const escaped = paragraph.charAt(at + 1);
      if (escaped !== "" && ESCAPABLE.includes(escaped)) found.removed.push({ start: at, end: at + 1 });
      at += /[!-/:-@[-`{-~]/.test(escaped) ? 2 : 1;
    } else if (character === "`") at = readCode(paragraph, at, found);
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
        pairDelimiters(delimiters.splice(open.delimiterCount), found);
        found.marks.push({ kind: "link", href, start: open.at, end });
        found.removed.push({ start: open.at, end: open.at + 1 }, { start: at, end });
        brackets = [];
        at = end;
      } else at++;
    } else at++;
  }
  pairDelimiters(delimiters, found);
  addBareAddresses(paragraph, found);
  return applyFindings(paragraph, found);
}

/** Reads a code span, and returns the column after it, or after its backticks if they are text. */
function readCode(paragraph: string, start: number, { marks, removed }: Findings): number {
  const ticks = /^`+/.exec(paragraph.slice(start))?.[0].length ?? 1;
  const from = start + ticks;
  const closing = [...paragraph.slice(from).matchAll(/`+/g)].find(([run]) => run.length === ticks);
  if (closing === undefined) return from;
  const to = from + closing.index;
  const isPadded = /^ .*[^ ].* $|^ [^ ] $/su.test(paragraph.slice(from, to));
  const padding = isPadded ? 1 : 0;
  marks.push({ kind: "code", start, end: to + ticks });
  removed.push({ start, end: from + padding }, { start: to - padding, end: to + ticks });
  return to + ticks;
}

/** Reads a run of asterisks: it opens emphasis before a word, and closes it after one. */
function delimiterAt(paragraph: string, start: number): Delimiter {
  const length = /^\*+/.exec(paragraph.slice(start))?.[0].length ?? 1;
  const end = start + length;
  const [before, after] = [kindOf(paragraph.charAt(start - 1)), kindOf(paragraph.charAt(end))];
  return {
    start,
    end,
    canOpen: after === "letter" || (after === "punctuation" && before !== "letter"),
    canClose: before === "letter" || (before === "punctuation" && after !== "letter"),
  };
}

function kindOf(character: string): "space" | "punctuation" | "letter" {
  if (character === "" || /\s/u.test(character)) return "space";
  return /[\p{P}\p{S}]/u.test(character) ? "punctuation" : "letter";
}

/** Pairs runs of asterisks, from the first that closes, after “process emphasis” of CommonMark. */
function pairDelimiters(delimiters: Delimiter[], { marks, removed }: Findings): void {
  for (let index = 0; index < delimiters.length; ) {
    const closer = delimiters[index];
    const openerIndex =
      closer === undefined || !closer.canClose
        ? -1
        : delimiters.findLastIndex((one, at) => at < index && opens(one, closer));
    const opener = delimiters[openerIndex];
    if (closer === undefined || opener === undefined) {
      index++;
      continue;
    }
    const size = opener.end - opener.start > 1 && closer.end - closer.start > 1 ? 2 : 1;
    marks.push({ kind: size === 2 ? "strong" : "emphasis", start: opener.end - size, end: closer.start + size });
    removed.push({ start: opener.end - size, end: opener.end }, { start: closer.start, end: closer.start + size });
    opener.end -= size;
    closer.start += size;
    // Runs between the two are text.
    delimiters.splice(openerIndex + 1, index - openerIndex - 1);
    index = openerIndex + 1;
    if (opener.start === opener.end) {
      delimiters.splice(openerIndex, 1);
      index--;
    }
    if (closer.start === closer.end) delimiters.splice(index, 1);
  }
}

/** Whether two runs can be paired. If one of them could do both, their lengths must not add up to a multiple of three. */
const opens = (opener: Delimiter, closer: Delimiter): boolean =>
  opener.canOpen &&
  !(
    (opener.canClose || closer.canOpen) &&
    (opener.end - opener.start + closer.end - closer.start) % 3 === 0 &&
    (closer.end - closer.start) % 3 !== 0
  );

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
    if (!isMarked && end > index + "https://".length)
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
