/**
 * Parses heads of entries with the grammar.
 *
 * Two heads that differ only in their names have the same *shape* (`reason n by n:`), and the grammar parses each shape
 * once. So opening a large map costs a few dozen matches, and renaming an entry costs none.
 */
import { isName, normalizeName } from "../characters.ts";
import { type ColumnRange, type Head, type HeadForm, type Name, splitHead, toName, type Word } from "../head.ts";
import { type ClauseWord, isClauseWord, type Keyword } from "../vocabulary.ts";
import { matchShape } from "./grammar.ts";
import { headError, MAX_HEAD_WORDS } from "./headErrors.ts";

/**
 * Parses the head in `line` from column `start` up to `end`.
 * @param hasColon whether a colon follows at `end`; without one the head is a bare reference, or broken
 */
export function parseHead(line: string, keyword: Keyword, start: number, end: number, hasColon: boolean): Head {
  const { words, shape } = splitHead(line, start, end);
  const canBeBare = !hasColon && keyword === "premise" && words.length === 2;
  const canBeFull = hasColon && words.length <= MAX_HEAD_WORDS;
  const form = canBeFull ? matchShape(`${shape}:`) : canBeBare ? matchShape(shape) : undefined;
  return buildHead(keyword, { start, end: hasColon ? end + 1 : end }, words, form, hasColon);
}

/** Builds a head from its words and the form that the grammar found; without a form the head is broken. */
export function buildHead(
  keyword: Keyword,
  headRange: ColumnRange,
  words: readonly Word[],
  form: HeadForm | undefined,
  hasColon: boolean,
): Head {
  const nameAt = (index: number): Name => toName(wordAt(words, index));
  const invalidName = words.find((word, index) => index > 0 && !isClauseWord(word.text) && !isWellFormed(word));
  if (form === undefined || invalidName !== undefined || words.length > MAX_HEAD_WORDS) {
    const second = words[1];
    return {
      ...headRange,
      keyword,
      form: "broken",
      name: second !== undefined && isWellFormed(second) && !isClauseWord(second.text) ? toName(second) : undefined,
      clauses: [],
      error: headError(keyword, words, headRange, hasColon, invalidName),
      possibleNames: words.slice(1).map(toName),
    };
  }
  return {
    ...headRange,
    keyword,
    form: hasColon ? "full" : "bare",
    name: form.name === undefined ? undefined : nameAt(form.name),
    clauses: form.clauses.map(({ word, names }) => {
      const { text, start, end } = wordAt(words, word);
      // The grammar has matched a clause word here.
      return { word: text as ClauseWord, start, end, names: names.map(nameAt) };
    }),
    error: undefined,
    possibleNames: [],
  };
}

function isWellFormed({ text }: Word): boolean {
  // Fast path: nearly all names are plain.
  if (isName(text)) return true;
  const parts = text.split(".");
  return parts.length <= 2 && parts.every((part) => isName(normalizeName(part)));
}

function wordAt(words: readonly Word[], index: number): Word {
  const word = words[index];
  if (word === undefined) throw new RangeError(`A head of ${words.length} words has no word ${index}.`);
  return word;
}
