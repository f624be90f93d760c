/** What can be completed at a position: the part of a line that the cursor is in, and the words that are allowed there. */
import type { Entry, Line } from "../../core/language/entry.ts";
import type { ColumnRange } from "../../core/language/head.ts";
import type { AttributeKey, ClauseWord, Keyword, NameKind } from "../../core/language/vocabulary.ts";

/** The text that an accepted completion replaces. */
export interface ReplacedSpan {
  readonly line: Line;
  /** The number of the line. */
  readonly number: number;
  readonly columns: ColumnRange;
  /** The part of the replaced text before the cursor. */
  readonly typed: string;
}

/** The first word of a line: a keyword or an attribute key. */
export interface LineStartContext extends ReplacedSpan {
  readonly kind: "line";
  readonly isIndented: boolean;
  /** The entry that would be the parent of the line, by its indentation. */
  readonly parent: Entry | undefined;
  /** Whether no entry comes before the line. */
  readonly isFirstEntry: boolean;
  /** Whether only white space follows the word. */
  readonly isLastOnLine: boolean;
}

/** A word of a head after its keyword. */
export interface HeadContext extends ReplacedSpan {
  readonly kind: "head";
  readonly keyword: Keyword;
  /** The clause that contains the word; undefined before the first clause. */
  readonly clause: ClauseWord | undefined;
  /** The kinds of names allowed here; empty if the word defines a name. */
  readonly allowedKinds: readonly NameKind[];
  /** The prefix before the word. If defined, only names of the imported file are allowed. */
  readonly prefix: string | undefined;
  /** The clause words allowed here. */
  readonly clauses: readonly ClauseWord[];
  /** Whether names rank before clause words. */
  readonly isNameLikelier: boolean;
  /** The names that the head contains already. */
  readonly usedNames: ReadonlySet<string>;
}

/** The value of an attribute. */
export interface AttributeValueContext extends ReplacedSpan {
  readonly kind: "value";
  readonly key: AttributeKey;
  /** The other values of a list. */
  readonly usedValues: readonly string[];
}

/** A segment of a path. */
export interface PathContext extends ReplacedSpan {
  readonly kind: "path";
  readonly fileKind: "map" | "text";
  /** The path before the segment, with its trailing `/`. */
  readonly folder: string;
}

/** The words of a quote. */
export interface QuoteContext extends ReplacedSpan {
  readonly kind: "quote";
  readonly quote: Entry;
}

export type CompletionContext = LineStartContext | HeadContext | AttributeValueContext | PathContext | QuoteContext;
