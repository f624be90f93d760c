/** Detects words that are the head of an entry, or the beginning of one. */
import { isName, normalizeName } from "../characters.ts";
import type { Word } from "../head.ts";
import { attributeKeys, isClauseWord, keywords } from "../vocabulary.ts";
import { isFunctionWord } from "./prose.ts";

/** Returns how many of the words from the keyword on can be a head: the keyword, a name and clauses. */
export function headWordCount(words: readonly Word[], canHaveName: boolean): number {
  let at = 1;
  if (canHaveName && isPlainName(words[at])) at++;
  while (isClauseWord(words[at]?.text ?? "") && isPlainReference(words[at + 1])) {
    at += 2;
    // `by marek osei`: a further name, if a clause or the end follows.
    while (isPlainReference(words[at]) && (words[at + 1] === undefined || isClauseWord(words[at + 1]?.text ?? "")))
      at++;
  }
  return at;
}

/** Whether a line of text is the beginning of a keyword or key, as while the user types an entry or an attribute. */
export const isPartialKeyword = (words: readonly Word[]): boolean =>
  words.length === 1 && [...keywords, ...attributeKeys].some((word) => word.startsWith(words[0]?.text ?? ""));

/** Whether a word can be a name, and is not one that often continues a sentence. */
export const isPlainName = (word: Word | undefined): boolean =>
  word !== undefined && isName(normalizeName(word.text)) && !isClauseWord(word.text) && !isFunctionWord(word.text);

/** Whether a word can be a name with or without a prefix. */
const isPlainReference = (word: Word | undefined): boolean =>
  word !== undefined &&
  word.text.split(".").length <= 2 &&
  word.text.split(".").every((text) => isPlainName({ ...word, text }));
