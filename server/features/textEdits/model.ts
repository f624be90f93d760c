/** Plain data that edits by whole lines are made of. */
import type { Entry, Line } from "../../core/language/entry.ts";
import type { Span } from "../../core/language/syntax.ts";

/** A range of line numbers: `first` inclusive, `after` exclusive. */
export interface LineBlock {
  readonly first: number;
  readonly after: number;
}

/** A line of the text after an edit. */
export interface NewLine {
  /** Without a byte-order mark and without a line ending. */
  readonly text: string;
  /** The existing line that it is a copy of; undefined for a new line, which is an entry or blank. */
  readonly line: Line | undefined;
  /** For an entry: its parent after the edit; undefined at the top level. */
  readonly parent: Entry | undefined;
}

/** New lines that replace a block of lines. An empty block inserts them before line `first`. */
export interface LineChange extends LineBlock {
  readonly newLines: readonly NewLine[];
}

/** Text that replaces a span of one line. */
export interface SpanReplacement extends Span {
  readonly text: string;
}
