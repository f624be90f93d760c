/** A map as plain data, nested as in its text: what is written as text, and what the JSON format holds. */
import type { ClauseWord, Keyword } from "../language/vocabulary.ts";

export interface MapDocument {
  readonly items: readonly DocumentItem[];
  /** Comments after the last item, without their slashes. */
  readonly comments?: readonly string[];
}

export type DocumentItem = DocumentHeading | DocumentEntry;

export interface DocumentHeading {
  /** 1 to 6. */
  readonly level: number;
  readonly heading: string;
  /** Comments above it. */
  readonly comments?: readonly string[];
}

export interface DocumentEntry {
  readonly keyword: Keyword;
  /** The name that it defines; for a quote, the source; for a premise that {@link isUse uses} a claim, that claim. */
  readonly name?: string;
  /** Whether this is `premise name` without a colon. It has nothing but its name, comments and entries under it. */
  readonly isUse?: true;
  readonly clauses?: readonly DocumentClause[];
  /** Paragraphs are separated by blank lines. */
  readonly text?: string;
  readonly attributes?: readonly DocumentAttribute[];
  readonly entries?: readonly DocumentEntry[];
  /** Comments above it. */
  readonly comments?: readonly string[];
}

export interface DocumentClause {
  readonly word: ClauseWord;
  readonly names: readonly string[];
}

export interface DocumentAttribute {
  readonly key: string;
  readonly value: string;
}

/** Whether an item is a heading. */
export const isHeading = (item: DocumentItem): item is DocumentHeading => "heading" in item;
