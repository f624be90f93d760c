/** The head of an entry, such as `reason air by roy:`, and how it is split into words. */
import { isWhiteSpace, normalizeName } from "./characters.ts";
import { type ClauseWord, isClauseWord, type Keyword } from "./vocabulary.ts";

/** A range within one line, in UTF-16 columns. */
export interface ColumnRange {
  readonly start: number;
  readonly end: number;
}

/** Whether a column is in a range or right after it, where an editor still takes the cursor for being on the word. */
export const touchesColumn = ({ start, end }: ColumnRange, column: number): boolean => start <= column && column <= end;

/** A name in a head: a definition, or a reference (which may have a prefix, `prefix.name`). */
export interface Name extends ColumnRange {
  /** In NFC, without the prefix. */
  readonly text: string;
  readonly prefix: string | undefined;
}

export interface Clause extends ColumnRange {
  readonly word: ClauseWord;
  readonly names: readonly Name[];
}

/** The error in a head that cannot be read, and its range. */
export interface HeadError extends ColumnRange {
  readonly message: string;
  /** The replacement for the range, if there is an obvious one. */
  readonly suggestion?: string;
  /** The words of the range joined into one name, if they may have been meant as that. */
  readonly joinedName?: string;
}

/**
 * `full`: keyword, name, clauses and colon. `bare`: `premise name`, a reference to a claim that is defined elsewhere.
 * `broken`: cannot be read, but keeps its keyword, and its name if that can be read.
 */
export interface Head extends ColumnRange {
  readonly keyword: Keyword;
  readonly form: "full" | "bare" | "broken";
  readonly name: Name | undefined;
  readonly clauses: readonly Clause[];
  readonly error: HeadError | undefined;
  /** All words of a broken head that may be names: the entries that they name are not reported as unused. */
  readonly possibleNames: readonly Name[];
}

/** Returns the range of the keyword of a head. */
export const keywordRange = ({ start, keyword }: Head): ColumnRange => ({ start, end: start + keyword.length });

/** Returns the end of the keyword and the name of a head, where its first clause begins. */
export const nameEnd = (head: Head): number => head.name?.end ?? keywordRange(head).end;

/** Returns the end of a clause with its names. */
export const clauseEnd = ({ names, end }: Clause): number => names.at(-1)?.end ?? end;

/** Returns the end of the last clause of a head, where another clause can be added. */
export function clausesEnd(head: Head): number {
  const last = head.clauses.at(-1);
  return last === undefined ? nameEnd(head) : clauseEnd(last);
}

/** The roles of the words of a head, by their index. Word 0 is the keyword. */
export interface HeadForm {
  readonly name: number | undefined;
  readonly clauses: readonly { readonly word: number; readonly names: readonly number[] }[];
}

/** A word of a head. */
export interface Word extends ColumnRange {
  readonly text: string;
}

/** The words of a head, and its shape: one letter for each name, one character for each separator. */
export interface HeadWords {
  readonly words: readonly Word[];
  readonly shape: string;
}

/** Returns a word as a name, with its prefix if it has one. */
export function toName({ text, start, end }: Word): Name {
  const dot = text.indexOf(".");
  return {
    text: normalizeName(text.slice(dot + 1)),
    prefix: dot < 0 ? undefined : normalizeName(text.slice(0, dot)),
    start,
    end,
  };
}

/** Splits the part of a line from column `start` up to `end` into words. */
export function splitHead(line: string, start: number, end: number): HeadWords {
  const words: Word[] = [];
  let shape = "";
  let at = start;
  while (at < end) {
    const from = at;
    while (at < end && !isSeparator(line.charCodeAt(at))) at++;
    if (at > from) {
      const text = line.slice(from, at);
      shape += words.length === 0 ? text : shapeOf(text);
      words.push({ text, start: from, end: at });
    }
    const gap = at;
    while (at < end && isSeparator(line.charCodeAt(at))) at++;
    if (at > gap) shape += line.slice(gap, at).includes(",") ? "," : " ";
  }
  return { words, shape };
}

function shapeOf(word: string): string {
  if (isClauseWord(word)) return word;
  if (!word.includes(".")) return "n";
  const parts = word.split(".");
  // A reserved or missing part cannot be a name: a lone full stop makes the grammar reject the head.
  return parts.length === 2 && parts.every((part) => part !== "" && !isClauseWord(part)) ? "n.n" : ".";
}

const isSeparator = (code: number): boolean => code === 44 || isWhiteSpace(code);
