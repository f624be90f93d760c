/**
 * Comments that silence problems: `// argmap-ignore unsupported-claim: reason` directly above an entry, or
 * `// argmap-ignore-file unsupported-claim` anywhere in a file.
 */
import type { ColumnRange } from "../head.ts";

/** A code in such a comment. */
export interface IgnoredCode extends ColumnRange {
  readonly text: string;
}

export interface IgnoreComment {
  /** Whether it silences problems of the entry below it, or of the whole file. */
  readonly scope: "entry" | "file";
  readonly codes: readonly IgnoredCode[];
  /** The start of the comment, and the end of the words before the reason. */
  readonly start: number;
  readonly end: number;
}

const IGNORE_COMMENT = /^\/\/[\t ]*argmap-ignore(-file)?(?![^\s:,])([^:]*)/;

/** Parses the comment that starts at a column of a line; undefined if it silences nothing. */
export function parseIgnoreComment(raw: string, start: number): IgnoreComment | undefined {
  const match = IGNORE_COMMENT.exec(raw.slice(start));
  if (match === null) return undefined;
  const [all, file, list = ""] = match;
  const listStart = start + all.length - list.length;
  const codes = Array.from(list.matchAll(/[^\s,]+/g), ({ 0: text, index }) => {
    return { text, start: listStart + index, end: listStart + index + text.length };
  });
  return { scope: file === undefined ? "entry" : "file", codes, start, end: start + all.trimEnd().length };
}
