/** Scans a single line: determines its kind and splits an entry into head and text, without the grammar. */
import { isWhiteSpace, skipWhiteSpace, trimmedLength } from "../characters.ts";
import { type Head, splitHead } from "../head.ts";
import { isAttributeKey, isKeyword, misspeltKeyword } from "../vocabulary.ts";
import { type IgnoreComment, parseIgnoreComment } from "./ignoreComment.ts";
import { buildHead, parseHead } from "./parseHead.ts";

/** A scanned line: its kind, and the UTF-16 columns of its parts. `raw` excludes the line end. */
export type ScannedLine = BlankLine | CommentLine | HeadingLine | EntryLine | AttributeLine | TextLine | UnreadableLine;

export interface BlankLine {
  readonly kind: "blank";
  readonly raw: string;
}
export interface CommentLine {
  readonly kind: "comment";
  readonly raw: string;
  readonly indent: string;
  /** The problems that the comment silences, if it is one that does. */
  readonly ignores: IgnoreComment | undefined;
}
export interface HeadingLine {
  readonly kind: "heading";
  readonly raw: string;
  /** 1 to 6. */
  readonly level: number;
  readonly textStart: number;
}
export interface EntryLine {
  readonly kind: "entry";
  readonly raw: string;
  readonly indent: string;
  readonly head: Head;
  readonly textStart: number;
  /** For a line that is an entry only because of the lines below it, such as a head without its colon: the line itself. */
  readonly withoutChildren?: TextLine | UnreadableLine;
}
export interface AttributeLine {
  readonly kind: "attribute";
  readonly raw: string;
  readonly indent: string;
  readonly key: { readonly start: number; readonly end: number };
  readonly textStart: number;
}
export interface TextLine {
  readonly kind: "text";
  readonly raw: string;
  readonly indent: string;
  /** Whether the text follows a backslash, which is not part of it. */
  readonly isEscaped: boolean;
  readonly textStart: number;
}
/** A line at column 0 that is not valid. */
export interface UnreadableLine {
  readonly kind: "unreadable";
  readonly raw: string;
}

/** Returns the byte-order mark at the start of a line, or `""`. */
export const byteOrderMark = (raw: string): "\uFEFF" | "" => (raw.charCodeAt(0) === BOM ? "\uFEFF" : "");

const BOM = 0xfeff;
const HASH = 35;
const SLASH = 47;
const COLON = 58;
const BACKSLASH = 92;
const WORD = /[a-z]+(?:-[a-z]+)*/y;
// Stryker would write `\v` as `\V`, which no engine reads.
// Stryker disable next-line Regex
const CUSTOM_KEY = /x-[^\t\v\f\p{Zs},:.]+/uy;
// Stryker disable next-line Regex
const HEADING = /(#{1,6})[\t\v\f\p{Zs}]+(?=[^\t\v\f\p{Zs}])/uy;

/**
 * Scans one line. The result depends on this line only.
 * @param raw the line without its line end; a byte-order mark at its start is skipped
 */
export function scanLine(raw: string): ScannedLine {
  const from = raw.charCodeAt(0) === BOM ? 1 : 0;
  const start = skipWhiteSpace(raw, from);
  if (start === raw.length) return { kind: "blank", raw };
  const first = raw.charCodeAt(start);
  const indent = start === from ? "" : raw.slice(from, start);
  if (first === SLASH && raw.charCodeAt(start + 1) === SLASH)
    return { kind: "comment", raw, indent, ignores: parseIgnoreComment(raw, start) };
  if (first === HASH && indent === "") return scanHeading(raw, start);
  if (first >= 97 && first <= 122) {
    const scanned = scanEntry(raw, indent, start) ?? (indent === "" ? undefined : scanAttribute(raw, indent, start));
    if (scanned !== undefined) return scanned;
  }
  if (indent === "") return scanMisspeltEntry(raw, start) ?? { kind: "unreadable", raw };
  const isEscaped = first === BACKSLASH;
  return { kind: "text", raw, indent, isEscaped, textStart: isEscaped ? start + 1 : start };
}

function scanHeading(raw: string, start: number): ScannedLine {
  HEADING.lastIndex = start;
  const hashes = HEADING.exec(raw)?.[1];
  if (hashes === undefined) return { kind: "unreadable", raw };
  return { kind: "heading", raw, level: hashes.length, textStart: HEADING.lastIndex };
}

function scanEntry(raw: string, indent: string, start: number): EntryLine | undefined {
  const end = wordEnd(WORD, raw, start);
  const keyword = raw.slice(start, end);
  if (!isKeyword(keyword)) return undefined;
  if (end < raw.length && raw.charCodeAt(end) !== COLON && !isWhiteSpace(raw.charCodeAt(end))) return undefined;
  const colon = raw.indexOf(":", end);
  if (colon >= 0) {
    const head = parseHead(raw, keyword, start, colon, true);
    return { kind: "entry", raw, indent, head, textStart: skipWhiteSpace(raw, colon + 1) };
  }
  // Without a colon, an indented line is text unless it is a bare reference. A line at column 0 is never text, so there
  // it is an unfinished entry.
  const head = parseHead(raw, keyword, start, trimmedLength(raw), false);
  if (head.form !== "bare" && indent !== "") return undefined;
  return { kind: "entry", raw, indent, head, textStart: raw.length };
}

/** `Claim b: …`: a line at the left edge is never text, so this must be an entry. */
function scanMisspeltEntry(raw: string, start: number): EntryLine | undefined {
  const colon = raw.indexOf(":", start);
  let end = start;
  while (end < colon && !isWhiteSpace(raw.charCodeAt(end))) end++;
  const keyword = colon < 0 ? undefined : misspeltKeyword(raw.slice(start, end));
  if (keyword === undefined) return undefined;
  const { words } = splitHead(raw, start, colon);
  const head = buildHead(keyword, { start, end: colon + 1 }, words, undefined, true);
  return { kind: "entry", raw, indent: "", head, textStart: skipWhiteSpace(raw, colon + 1) };
}

function scanAttribute(raw: string, indent: string, start: number): AttributeLine | undefined {
  const isCustom = raw.startsWith("x-", start);
  const end = wordEnd(isCustom ? CUSTOM_KEY : WORD, raw, start);
  if (raw.charCodeAt(end) !== COLON || end === start) return undefined;
  if (!isCustom && !isAttributeKey(raw.slice(start, end))) return undefined;
  if (end + 1 < raw.length && !isWhiteSpace(raw.charCodeAt(end + 1))) return undefined;
  return { kind: "attribute", raw, indent, key: { start, end }, textStart: skipWhiteSpace(raw, end + 1) };
}

/** Returns the end of the word at `start`; `start` itself if there is no word. */
function wordEnd(pattern: RegExp, raw: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(raw) ? pattern.lastIndex : start;
}
