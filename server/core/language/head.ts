/**
 * Heads of entries: `reason air by roy:`. The grammar decides what a head is; this file prepares the question and keeps
 * the answers.
 *
 * Two heads that differ in their names only have the same *shape* (`reason n by n:`), and the grammar is asked once for
 * a shape. So opening a large map costs a few dozen matches, and renaming something costs none.
 */
import { isName, isWhiteSpace, normaliseName } from "./characters.ts";
import { matchShape } from "./grammar.ts";
import { headError, MAX_HEAD_WORDS } from "./headErrors.ts";
import { type ClauseWord, isClauseWord, type Keyword } from "./vocabulary.ts";

/** A stretch of one line, in UTF-16 columns. */
export interface ColumnRange {
  readonly start: number;
  readonly end: number;
}

/** A name as it stands in a head: a definition, or a reference (which may have a prefix, `prefix.name`). */
export interface Name extends ColumnRange {
  /** In NFC, without the prefix. */
  readonly text: string;
  readonly prefix: string | undefined;
}

export interface Clause extends ColumnRange {
  readonly word: ClauseWord;
  readonly names: readonly Name[];
}

/** What is wrong with a head, in a sentence, and where. */
export interface HeadError extends ColumnRange {
  readonly message: string;
  /** What the marked words should be, where that can be told. */
  readonly suggestion?: string;
  /** The one name that the marked words may have been meant as. */
  readonly joinedName?: string;
}

/**
 * `full`: keyword, name, clauses, colon. `bare`: `premise name`, a reference to what stands elsewhere.
 * `broken`: cannot be read; keeps its keyword and name where these can be told.
 */
export interface Head extends ColumnRange {
  readonly keyword: Keyword;
  readonly form: "full" | "bare" | "broken";
  readonly name: Name | undefined;
  readonly clauses: readonly Clause[];
  readonly error: HeadError | undefined;
  /** All that may be a name in a broken head: none of them is then called unused. */
  readonly possibleNames: readonly Name[];
}

/** A head as the grammar sees it: which of its words is what. Word 0 is the keyword. */
export interface HeadForm {
  readonly name: number | undefined;
  readonly clauses: readonly { readonly word: number; readonly names: readonly number[] }[];
}

/** A word of a head. */
export interface Word extends ColumnRange {
  readonly text: string;
}

/**
 * Reads the head that stands in `line` from `start` up to `end`.
 * @param hasColon whether it ends in a colon (at `end`, exclusive of it); without one it is a bare reference, or unfinished
 */
export function parseHead(line: string, keyword: Keyword, start: number, end: number, hasColon: boolean): Head {
  const { words, shape } = splitHead(line, start, end);
  const canBeBare = !hasColon && keyword === "premise" && words.length === 2;
  const canBeFull = hasColon && words.length <= MAX_HEAD_WORDS;
  const form = canBeFull ? matchShape(`${shape}:`) : canBeBare ? matchShape(shape) : undefined;
  return buildHead(keyword, { start, end: hasColon ? end + 1 : end }, words, form, hasColon);
}

/** Puts the words of a head into the form that the grammar found for it; without a form the head is broken. */
export function buildHead(
  keyword: Keyword,
  headRange: ColumnRange,
  words: readonly Word[],
  form: HeadForm | undefined,
  hasColon: boolean,
): Head {
  const nameAt = (index: number): Name => nameOf(wordAt(words, index));
  const invalidName = words.find((word, index) => index > 0 && !isClauseWord(word.text) && !isWellFormed(word));
  if (form === undefined || invalidName !== undefined || words.length > MAX_HEAD_WORDS) {
    const second = words[1];
    return {
      ...headRange,
      keyword,
      form: "broken",
      name: second !== undefined && isWellFormed(second) && !isClauseWord(second.text) ? nameOf(second) : undefined,
      clauses: [],
      error: headError(keyword, words, headRange, hasColon, invalidName),
      possibleNames: words.slice(1).map(nameOf),
    };
  }
  return {
    ...headRange,
    keyword,
    form: hasColon ? "full" : "bare",
    name: form.name === undefined ? undefined : nameAt(form.name),
    clauses: form.clauses.map(({ word, names }) => {
      const { text, start, end } = wordAt(words, word);
      // The grammar has matched a clause word at this place.
      return { word: text as ClauseWord, start, end, names: names.map(nameAt) };
    }),
    error: undefined,
    possibleNames: [],
  };
}

/** The words of a head with their columns, and its shape: all names replaced by one letter, all separators by one. */
export function splitHead(
  line: string,
  start: number,
  end: number,
): { readonly words: readonly Word[]; readonly shape: string } {
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
  // A reserved or missing part can be no name: the full stops alone make the grammar refuse it.
  return parts.length === 2 && parts.every((part) => part !== "" && !isClauseWord(part)) ? "n.n" : ".";
}

const isSeparator = (code: number): boolean => code === 44 || isWhiteSpace(code);

const isWellFormed = ({ text }: Word): boolean =>
  isName(text) || text.split(".").every((part) => isName(normaliseName(part)));

function nameOf({ text, start, end }: Word): Name {
  const dot = text.indexOf(".");
  return {
    text: normaliseName(text.slice(dot + 1)),
    prefix: dot < 0 ? undefined : normaliseName(text.slice(0, dot)),
    start,
    end,
  };
}

function wordAt(words: readonly Word[], index: number): Word {
  const word = words[index];
  if (word === undefined) throw new RangeError(`A head of ${words.length} words has no word ${index}.`);
  return word;
}
