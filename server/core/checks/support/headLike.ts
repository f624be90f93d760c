/** Detects words of a text that look like the head of an entry. */
import { isName, normaliseName } from "../../language/characters.ts";
import type { Word } from "../../language/head.ts";
import { CLAUSE_SYNONYMS } from "../../language/headErrors.ts";
import {
  attributeKeys,
  type ClauseWord,
  isClauseWord,
  isKeyword,
  type Keyword,
  keywordRules,
  keywords,
} from "../../language/vocabulary.ts";
import { editDistance, nearest } from "./spelling.ts";

/** Words that are unlikely names but often follow “reason” or “claim” in prose. */
const FUNCTION_WORDS = new Set(
  (
    "a an and are as at be been but can could did do does for from had has have he her here his how i if in into is it " +
    "its may might more must my no nor not of on only or our over shall she should so some than that the their then " +
    "there these they this those to too under until was we were what when where whether which while who whom whose why " +
    "will with without would you your"
  ).split(" "),
);

/** English words within one or two edits of a keyword. The plurals of keywords are excluded by rule. */
const ORDINARY_WORDS = new Set(
  (
    "abjection aim breaker claimed claimant clam clams climb consumption course ejection impact impart imparts imported " +
    "important injection lesson objecting objective objectives person praise precise premier premium promise promised " +
    "promises quite quota quoted quotation questioned quoting reasoned rejection report resumption route sauce season " +
    "sneaker sourced speakeasy speaking speaks spear steamer sweater treason weaker"
  ).split(" "),
);

/** Words that other tools and textbooks use for the keywords. */
const KEYWORD_SYNONYMS: ReadonlyMap<string, Keyword> = new Map([
  ["pro", "reason"],
  ["argument", "reason"],
  ["con", "objection"],
  ["contra", "objection"],
  ["counterargument", "objection"],
  ["counter-argument", "objection"],
  ["rebuttal", "objection"],
  ["thesis", "claim"],
  ["conclusion", "claim"],
]);

/** Keywords of three letters are left out, because too many other words are near them. */
const LONG_KEYWORDS = keywords.filter((keyword) => keyword.length > 3);

/**
 * Returns the keyword that a word of a text may have been meant as: one with a capital, a misspelt one, or a synonym.
 */
export function similarKeyword(word: string): Keyword | undefined {
  const lowerCase = word.toLowerCase();
  if (isKeyword(lowerCase)) return word === lowerCase ? undefined : lowerCase;
  if (ORDINARY_WORDS.has(lowerCase) || keywords.some((keyword) => lowerCase === `${keyword}s`)) return undefined;
  return KEYWORD_SYNONYMS.get(lowerCase) ?? nearest(lowerCase, LONG_KEYWORDS, 1).find(isKeyword);
}

/** English words within one or two edits of a clause word. */
const NOT_CLAUSE_WORDS = new Set(
  "again answered contracts contrasts contradict far fir flor fog form fort four fox or".split(" "),
);

/**
 * Returns a word of a head that may have been meant as a clause word of the entry: one with a capital or a misspelt one,
 * followed by a name and not preceded by a clause word.
 */
export function nearClauseWord(
  keyword: Keyword,
  words: readonly Word[],
): { readonly word: Word; readonly meant: ClauseWord } | undefined {
  for (const [index, word] of [...words.entries()].slice(1)) {
    const [before, after] = [words[index - 1]?.text ?? "", words[index + 1]?.text];
    if (isClauseWord(word.text) || isClauseWord(before) || after === undefined || isClauseWord(after)) continue;
    const meant = nearestClauseWord(keyword, word.text, index > 1);
    if (meant !== undefined) return { word, meant };
  }
  return undefined;
}

/**
 * Returns the clause word of the entry that a word is near.
 * @param hasName whether a name precedes the word, so that a near miss of the short word `for` counts too
 */
export function nearestClauseWord(keyword: Keyword, word: string, hasName: boolean): ClauseWord | undefined {
  const lowerCase = word.toLowerCase();
  if (NOT_CLAUSE_WORDS.has(lowerCase)) return undefined;
  const { clauses } = keywordRules[keyword];
  const isNear = (clause: ClauseWord): boolean => {
    const maxDistance = clause === "by" ? 0 : clause === "for" ? Number(hasName) : 2;
    const distance = editDistance(lowerCase, clause);
    return distance <= maxDistance || (distance === 1 && isAnagram(lowerCase, clause));
  };
  const near = clauses.find(isNear);
  if (near !== undefined) return near;
  const synonym = [...CLAUSE_SYNONYMS].find(
    ([one, clause]) => clauses.includes(clause) && editDistance(lowerCase, one) <= 1,
  );
  return synonym?.[1];
}

const isAnagram = (a: string, b: string): boolean => [...a].sort().join("") === [...b].sort().join("");

/** Returns how many of the words from the keyword on can be a head: the keyword, a name and clauses. */
export function headWordCount(words: readonly Word[], canHaveName: boolean): number {
  let at = 1;
  if (canHaveName && isPlainName(words[at])) at++;
  while (isClauseWord(words[at]?.text ?? "") && isPlainName(words[at + 1])) {
    at += 2;
    // `by marek osei`: a further name, if a clause or the end follows.
    while (isPlainName(words[at]) && (words[at + 1] === undefined || isClauseWord(words[at + 1]?.text ?? ""))) at++;
  }
  return at;
}

/**
 * Whether a line of text is the beginning of a keyword or key, as while the user types an entry or an attribute.
 */
export const isPartialKeyword = (words: readonly Word[]): boolean =>
  words.length === 1 && [...keywords, ...attributeKeys].some((word) => word.startsWith(words[0]?.text ?? ""));

/** Whether a line of text is the head of an entry without its colon. */
export function isHeadWithoutColon(words: readonly Word[]): boolean {
  const headWords = isClauseWord(words.at(-1)?.text ?? "") ? words.slice(0, -1) : words;
  return isKeyword(words[0]?.text ?? "") && headWordCount(headWords, true) === headWords.length;
}

/** Whether a word can be a name, and is not one that often continues a sentence. */
export const isPlainName = (word: Word | undefined): boolean =>
  word !== undefined &&
  isName(normaliseName(word.text)) &&
  !isClauseWord(word.text) &&
  !FUNCTION_WORDS.has(word.text.toLowerCase());

/** Whether a text ends in the middle of a sentence, so that a word such as “reason” may continue it. */
export function isMidSentence(text: string): boolean {
  const last = /[\p{L}\p{M}]+$/u.exec(text)?.[0].toLowerCase();
  return /[,;:،؛,、;:–—-]$/u.test(text) || (last !== undefined && FUNCTION_WORDS.has(last));
}

/** Whether a text is empty or ends a sentence. */
export const isSentenceEnd = (text: string): boolean => /(?:^|[.!?…。！？．؟۔][\p{Pe}\p{Pf}"']*)$/u.test(text);
