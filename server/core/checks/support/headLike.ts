/** Words of a text that look like the head of an entry. */
import { isName, normalName } from "../../language/characters.ts";
import type { Word } from "../../language/head.ts";
import { CLAUSES_MEANT } from "../../language/headErrors.ts";
import {
  attributeKeys,
  type ClauseWord,
  isClauseWord,
  isKeyword,
  type Keyword,
  keywords,
  rules,
} from "../../language/vocabulary.ts";
import { nearest, slips } from "./spelling.ts";

/** Words that nobody takes for a name, but with which prose goes on after a word such as “reason” or “claim”. */
const LINKING = new Set(
  (
    "a an and are as at be been but can could did do does for from had has have he her here his how i if in into is it " +
    "its may might more must my no nor not of on only or our over shall she should so some than that the their then " +
    "there these they this those to too under until was we were what when where whether which while who whom whose why " +
    "will with without would you your"
  ).split(" "),
);

/** Words of English that differ from a keyword by a slip or two and are none. Plurals of keywords are seen to by rule. */
const ORDINARY = new Set(
  (
    "abjection aim breaker claimed claimant clam clams climb consumption course ejection impact impart imparts imported " +
    "important injection lesson objecting objective objectives person praise precise premier premium promise promised " +
    "promises quite quota quoted quotation questioned quoting reasoned rejection report resumption route sauce season " +
    "sneaker sourced speakeasy speaking speaks spear steamer sweater treason weaker"
  ).split(" "),
);

/** What other tools and textbooks call the same. */
const ALIASES: ReadonlyMap<string, Keyword> = new Map([
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

/** A word of three letters is near too many others. */
const LONG_KEYWORDS = keywords.filter((keyword) => keyword.length > 3);

/**
 * The keyword that a word of a text may have been meant for: written with a capital, with a slip of
 * the pen, or by the word that others have for it.
 */
export function nearKeyword(word: string): Keyword | undefined {
  const small = word.toLowerCase();
  if (isKeyword(small)) return word === small ? undefined : small;
  if (ORDINARY.has(small) || keywords.some((keyword) => small === `${keyword}s`)) return undefined;
  return ALIASES.get(small) ?? nearest(small, LONG_KEYWORDS, 1).find(isKeyword);
}

/** Words of English that differ from a clause word by a slip or two and are none. */
const NO_CLAUSE = new Set(
  "again answered contracts contrasts contradict far fir flor fog form fort four fox or".split(" "),
);

/**
 * A word of a head that may have been meant to begin a clause of its entry, with a capital or a slip of the pen: one that
 * a name follows, and no clause word comes before.
 */
export function nearClauseWord(
  keyword: Keyword,
  words: readonly Word[],
): { readonly word: Word; readonly meant: ClauseWord } | undefined {
  for (const [index, word] of [...words.entries()].slice(1)) {
    const [before, after] = [words[index - 1]?.text ?? "", words[index + 1]?.text];
    if (isClauseWord(word.text) || isClauseWord(before) || after === undefined || isClauseWord(after)) continue;
    const meant = clauseNear(keyword, word.text, index > 1);
    if (meant !== undefined) return { word, meant };
  }
  return undefined;
}

/** The clause word of an entry that a word is near; a short one, where a name stands before it, is found more easily. */
export function clauseNear(keyword: Keyword, word: string, named: boolean): ClauseWord | undefined {
  const small = word.toLowerCase();
  if (NO_CLAUSE.has(small)) return undefined;
  const { clauses } = rules[keyword];
  const isNear = (clause: ClauseWord): boolean => {
    const most = clause === "by" ? 0 : clause === "for" ? Number(named) : 2;
    const far = slips(small, clause);
    return far <= most || (far === 1 && sameLetters(small, clause));
  };
  const near = clauses.find(isNear);
  if (near !== undefined) return near;
  const other = [...CLAUSES_MEANT].find(([one, clause]) => clauses.includes(clause) && slips(small, one) <= 1);
  return other?.[1];
}

const sameLetters = (a: string, b: string): boolean => [...a].sort().join("") === [...b].sort().join("");

/** How many of the words after the keyword are a name and clauses. */
export function headLength(words: readonly Word[], named: boolean): number {
  let at = 1;
  if (named && isPlainName(words[at])) at++;
  while (isClauseWord(words[at]?.text ?? "") && isPlainName(words[at + 1])) {
    at += 2;
    // `by marek osei`: a second name, where a clause or the end comes next.
    while (isPlainName(words[at]) && (words[at + 1] === undefined || isClauseWord(words[at + 1]?.text ?? ""))) at++;
  }
  return at;
}

/**
 * Whether a line of text is what somebody has on the screen who is about to write an entry or attribute: the beginning of
 * its first word.
 */
export const isBegun = (words: readonly Word[]): boolean =>
  words.length === 1 && [...keywords, ...attributeKeys].some((word) => word.startsWith(words[0]?.text ?? ""));

/** Whether a line of text is the head of an entry that only lacks its colon. */
export function isHeadOnly(words: readonly Word[]): boolean {
  const whole = isClauseWord(words.at(-1)?.text ?? "") ? words.slice(0, -1) : words;
  return isKeyword(words[0]?.text ?? "") && headLength(whole, true) === whole.length;
}

/** Whether a word can be a name, and does not look like one with which a sentence goes on. */
export const isPlainName = (word: Word | undefined): boolean =>
  word !== undefined &&
  isName(normalName(word.text)) &&
  !isClauseWord(word.text) &&
  !LINKING.has(word.text.toLowerCase());

/** Whether text so far breaks off within a sentence, before a word such as “reason” that goes on with it. */
export function isMidSentence(text: string): boolean {
  const last = /[\p{L}\p{M}]+$/u.exec(text)?.[0].toLowerCase();
  return /[,;:،؛,、;:–—-]$/u.test(text) || (last !== undefined && LINKING.has(last));
}

/** Whether text so far ends a sentence, or nothing was said yet. */
export const isSentenceEnd = (text: string): boolean => /(?:^|[.!?…。！？．؟۔][\p{Pe}\p{Pf}"']*)$/u.test(text);
