/** An article as the text that a reader sees, with a mapping back to the text of its file. */
import { bisector } from "d3-array";
import type { RawMetadata } from "./read/rawMetadata.ts";

/** A format that is converted to reader's text by a markup parser. */
export type MarkupFormat = "markdown" | "html" | "xhtml" | "subtitles";

/** The formats whose files are read by a library for documents. */
export const documentFormats = ["docx", "email", "epub", "odt", "web-archive"] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** A format whose file an editor cannot show as a reader sees it; an editor shows the reader's text instead. */
export type BinaryFormat = DocumentFormat | "pdf";

/** Whether an editor shows the reader's text of a file, and not the file. */
export const isBinary = (format: ArticleFormat): format is BinaryFormat =>
  format === "pdf" || documentFormats.some((one) => one === format);

/** The file format of an article. */
export type ArticleFormat = MarkupFormat | BinaryFormat | "plain";

/** A range of UTF-16 offsets, end exclusive. Offsets refer to the reader's text unless stated otherwise. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** Returns the passages in order, with those that touch or overlap merged. */
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
 * A range of the reader's text and the range of the file that it was read from. Both have the same length and map offset by
 * offset, unless the file encodes the text differently, for example as `&amp;` or as a run of white space.
 */
export interface MappedSegment extends Passage {
  /** Start offset in the text of the file; `to` is the end, exclusive. */
  readonly from: number;
  readonly to: number;
}

/** A page of an article, or words that are spoken at one time. */
export interface Page extends Passage {
  /** Counted from 1. */
  readonly number: number;
  /** The page label in the file, for example “xii”; the number as text if the file has no labels. */
  readonly label: string;
  /** The time of spoken words in seconds, whose label is `hh:mm:ss`; missing for a page. */
  readonly time?: { readonly from: number; readonly to: number };
}

/** The words of a heading. Its section runs to the next heading of the same or a higher rank. */
export interface Heading extends Passage {
  /** 1 for the highest rank. */
  readonly level: number;
}

/** The content of an article. */
export interface Article {
  readonly format: ArticleFormat;
  /**
   * The reader's text: paragraphs are separated by one blank line, and lines have no trailing white space. For plain text,
   * the text of the file unchanged.
   */
  readonly text: string;
  /** The text of the file, as an editor shows it. For a binary format, the same as `text`. */
  readonly fileText: string;
  /** In order and disjoint. Text between two segments occurs only in the file or only in the reader's text. */
  readonly segments: readonly MappedSegment[];
  /** In order; empty if the format has no pages. */
  readonly pages: readonly Page[];
  /** In order; missing if the format has no headings, or the article none. */
  readonly headings?: readonly Heading[];
  /** The title, author and date of a document, which its text does not contain as such. */
  readonly metadata?: RawMetadata;
  /** The encoding of the file, if it was guessed from its bytes. */
  readonly guessedEncoding?: string;
}

/** Creates an article whose reader's text is identical to the text of its file. */
export const plainArticle = (format: ArticleFormat, text: string, pages: readonly Page[] = []): Article => ({
  format,
  text,
  fileText: text,
  segments: [{ start: 0, end: text.length, from: 0, to: text.length }],
  pages,
});

/** A part of an article with its headings. */
export type TextWithHeadings = Pick<Article, "text" | "headings">;

/** Joins parts that are read one by one, separated by a blank line; empty ones are left out. */
export function joinTexts(parts: readonly TextWithHeadings[]): TextWithHeadings {
  const headings: Heading[] = [];
  let text = "";
  for (const part of parts) {
    if (part.text === "") continue;
    const offset = text === "" ? 0 : text.length + 2;
    text += (offset === 0 ? "" : "\n\n") + part.text;
    for (const { level, start, end } of part.headings ?? [])
      headings.push({ level, start: start + offset, end: end + offset });
  }
  return headings.length === 0 ? { text } : { text, headings };
}

/** Creates an article from the text and headings of a document whose file an editor cannot show. */
export const documentArticle = (format: BinaryFormat, { text, headings }: TextWithHeadings): Article => ({
  ...plainArticle(format, text),
  ...(headings !== undefined && { headings }),
});

/** Maps a passage of the reader's text to a range of the file's text. */
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

/** Maps a range of the file's text to a passage of the reader's text, which is empty if the range contains only markup. */
export function toTextRange({ segments }: Article, { start: from, end: to }: Passage): Passage {
  const at = lastSegmentIndex(segments, "from", from);
  const before = segments[at];
  // A range that starts in markup maps to the segment after it.
  const first = before !== undefined && from < before.to ? before : segments[at + 1];
  const last = segments[lastSegmentIndex(segments, "from", to - 1)];
  const start =
    first === undefined
      ? (segments.at(-1)?.end ?? 0)
      : mapStart(Math.max(from, first.from), first.from, first.to, first.start, first.end);
  if (to <= from || last === undefined) return { start, end: start };
  return { start, end: Math.max(start, mapEnd(to, last.from, last.to, last.start, last.end)) };
}

/** Returns the pages that a passage touches. */
export const pagesOf = ({ pages }: Article, { start, end }: Passage): readonly Page[] =>
  pages.filter((page) => page.start < Math.max(end, start + 1) && start < page.end);

/** Maps a start offset. Inside a segment whose two ranges differ in length, it maps to the start of the segment. */
function mapStart(at: number, start: number, end: number, from: number, to: number): number {
  if (at >= end) return to;
  return end - start === to - from ? from + at - start : from;
}

/** Maps an end offset. Inside a segment whose two ranges differ in length, it maps to the end of the segment. */
function mapEnd(at: number, start: number, end: number, from: number, to: number): number {
  return at < end && end - start === to - from ? from + at - start : to;
}

/** Returns the index of the last segment that starts at or before an offset, or -1. */
const lastSegmentIndex = (segments: readonly MappedSegment[], side: "start" | "from", offset: number): number =>
  bisectors[side].right(segments, offset) - 1;

const bisectors = {
  start: bisector((segment: MappedSegment) => segment.start),
  from: bisector((segment: MappedSegment) => segment.from),
};
