/** An article as its reader sees it, with where in its file each word stands. */
import { bisector } from "d3-array";

/** How the file of an article is written. */
export type Format = "plain" | "markdown" | "html" | "xhtml" | "pdf";

/** A passage, in offsets. Of the text that a reader sees unless something else is said. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** Passages in order, those that touch or overlap made one. */
export function joined(passages: readonly Passage[]): readonly Passage[] {
  const all: { readonly start: number; end: number }[] = [];
  for (const { start, end } of passages.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

/**
 * A stretch of the text that a reader sees, and the stretch of the file that it is read from. Both are equally long and go
 * along with each other, unless the file writes it in another way, as `&amp;` or as white space of any length.
 */
export interface Run extends Passage {
  /** Where it begins and ends in the file's own text. */
  readonly from: number;
  readonly to: number;
}

/** A page of an article that has pages. */
export interface Page extends Passage {
  /** From 1 on. */
  readonly number: number;
  /** What the file itself calls it, “xii” say; its number where it does not. */
  readonly label: string;
}

export interface Article {
  readonly format: Format;
  /** What a reader sees: one blank line between paragraphs, white space at the ends of lines left out. Of plain text all there is. */
  readonly text: string;
  /** The text of its file, as an editor shows it. Of a PDF this is what a reader sees. */
  readonly fileText: string;
  /** In order, and apart; what stands between them is in one of the two texts only. */
  readonly runs: readonly Run[];
  /** In order; none where the format has no pages. */
  readonly pages: readonly Page[];
}

/** An article whose file is what a reader sees. */
export const asWritten = (format: Format, text: string, pages: readonly Page[] = []): Article => ({
  format,
  text,
  fileText: text,
  runs: [{ start: 0, end: text.length, from: 0, to: text.length }],
  pages,
});

/** Where a passage stands in the file's own text. */
export function inFile({ runs }: Article, { start, end }: Passage): Passage {
  const [first, last] = [runs[lastFrom(runs, "start", start)], runs[lastFrom(runs, "start", end - 1)]];
  const from = first === undefined ? 0 : moved(start, first.start, first.end, first.from, first.to);
  if (end <= start) return { start: from, end: from };
  const to = last === undefined ? from : endMoved(end, last.start, last.end, last.from, last.to);
  return { start: from, end: Math.max(from, to) };
}

/** What a reader sees of a passage of the file's own text; empty where that is markup only. */
export function inText({ runs }: Article, { start: from, end: to }: Passage): Passage {
  const at = lastFrom(runs, "from", from);
  const before = runs[at];
  // What begins in markup is seen from the next word on.
  const first = before !== undefined && from < before.to ? before : runs[at + 1];
  const last = runs[lastFrom(runs, "from", to - 1)];
  const start =
    first === undefined
      ? (runs.at(-1)?.end ?? 0)
      : moved(Math.max(from, first.from), first.from, first.to, first.start, first.end);
  if (to <= from || last === undefined) return { start, end: start };
  return { start, end: Math.max(start, endMoved(to, last.from, last.to, last.start, last.end)) };
}

/** The pages that a passage stands on. */
export const pagesOf = ({ pages }: Article, { start, end }: Passage): readonly Page[] =>
  pages.filter((page) => page.start < Math.max(end, start + 1) && start < page.end);

/** Where an offset at which something begins comes to lie: in a run of unequal lengths, at its beginning. */
function moved(at: number, start: number, end: number, from: number, to: number): number {
  if (at >= end) return to;
  return end - start === to - from ? from + at - start : from;
}

/** Where an offset at which something ends comes to lie: in a run of unequal lengths, at its end. */
function endMoved(at: number, start: number, end: number, from: number, to: number): number {
  return at < end && end - start === to - from ? from + at - start : to;
}

/** The last run that begins at or before an offset; -1 where none does. */
const lastFrom = (runs: readonly Run[], side: "start" | "from", offset: number): number =>
  by[side].right(runs, offset) - 1;

const by = { start: bisector((run: Run) => run.start), from: bisector((run: Run) => run.from) };
