/** An article as its reader sees it, with where in its file each word stands. */
import { bisector } from "d3-array";

/** How the file of an article is written. */
export type ArticleFormat = "plain" | "markdown" | "html" | "xhtml" | "pdf";

/** A passage, in offsets. Of the text that a reader sees unless something else is said. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** Passages in order, those that touch or overlap made one. */
export function mergeOverlapping(passages: readonly Passage[]): readonly Passage[] {
  const merged: { readonly start: number; end: number }[] = [];
  for (const { start, end } of passages.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/**
 * A stretch of the text that a reader sees, and the stretch of the file that it is read from. Both are equally long and go
 * along with each other, unless the file writes it in another way, as `&amp;` or as white space of any length.
 */
export interface MappedSegment extends Passage {
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
  readonly format: ArticleFormat;
  /** What a reader sees: one blank line between paragraphs, white space at the ends of lines left out. Of plain text all there is. */
  readonly text: string;
  /** The text of its file, as an editor shows it. Of a PDF this is what a reader sees. */
  readonly fileText: string;
  /** In order, and apart; what stands between them is in one of the two texts only. */
  readonly segments: readonly MappedSegment[];
  /** In order; none where the format has no pages. */
  readonly pages: readonly Page[];
}

/** An article whose file is what a reader sees. */
export const plainArticle = (format: ArticleFormat, text: string, pages: readonly Page[] = []): Article => ({
  format,
  text,
  fileText: text,
  segments: [{ start: 0, end: text.length, from: 0, to: text.length }],
  pages,
});

/** Where a passage stands in the file's own text. */
export function toFileRange({ segments }: Article, { start, end }: Passage): Passage {
  const [first, last] = [
    segments[lastSegmentIndex(segments, "start", start)],
    segments[lastSegmentIndex(segments, "start", end - 1)],
  ];
  const from = first === undefined ? 0 : mapStart(start, first.start, first.end, first.from, first.to);
  if (end <= start) return { start: from, end: from };
  const to = last === undefined ? from : mapEnd(end, last.start, last.end, last.from, last.to);
  return { start: from, end: Math.max(from, to) };
}

/** What a reader sees of a passage of the file's own text; empty where that is markup only. */
export function toTextRange({ segments }: Article, { start: from, end: to }: Passage): Passage {
  const at = lastSegmentIndex(segments, "from", from);
  const before = segments[at];
  // What begins in markup is seen from the next word on.
  const first = before !== undefined && from < before.to ? before : segments[at + 1];
  const last = segments[lastSegmentIndex(segments, "from", to - 1)];
  const start =
    first === undefined
      ? (segments.at(-1)?.end ?? 0)
      : mapStart(Math.max(from, first.from), first.from, first.to, first.start, first.end);
  if (to <= from || last === undefined) return { start, end: start };
  return { start, end: Math.max(start, mapEnd(to, last.from, last.to, last.start, last.end)) };
}

/** The pages that a passage stands on. */
export const pagesOf = ({ pages }: Article, { start, end }: Passage): readonly Page[] =>
  pages.filter((page) => page.start < Math.max(end, start + 1) && start < page.end);

/** Where an offset at which something begins comes to lie: in a run of unequal lengths, at its beginning. */
function mapStart(at: number, start: number, end: number, from: number, to: number): number {
  if (at >= end) return to;
  return end - start === to - from ? from + at - start : from;
}

/** Where an offset at which something ends comes to lie: in a run of unequal lengths, at its end. */
function mapEnd(at: number, start: number, end: number, from: number, to: number): number {
  return at < end && end - start === to - from ? from + at - start : to;
}

/** The last run that begins at or before an offset; -1 where none does. */
const lastSegmentIndex = (runs: readonly MappedSegment[], side: "start" | "from", offset: number): number =>
  bisectors[side].right(runs, offset) - 1;

const bisectors = {
  start: bisector((run: MappedSegment) => run.start),
  from: bisector((run: MappedSegment) => run.from),
};
