/** Decides whether a line of text continues a sentence, so that a word such as “reason” at its start is prose. */
import type { Word } from "../head.ts";

/** Words that are unlikely names but often follow “reason” or “claim” in prose. */
const FUNCTION_WORDS = new Set(
  (
    "a an and are as at be been but can could did do does for from had has have he her here his how i if in into is it " +
    "its may might more must my no nor not of on only or our over shall she should so some than that the their then " +
    "there these they this those to too under until was we were what when where whether which while who whom whose why " +
    "will with without would you your"
  ).split(" "),
);

/** Other words that a noun such as “reason” often follows. */
const DETERMINERS = new Set(
  (
    "another any best better central certain chief clear common each every famous few final first further general good " +
    "great key last little main many much new obvious one open other personal plain possible real same second several " +
    "simple single sole special strange strong such two usual valid very weak whole wrong"
  ).split(" "),
);

/** Forms of verbs that a noun such as “reason” often follows. */
const VERBS = new Set(
  "find finds found gave get gets give gives given giving got hear heard hears made make makes making need needs offer offered offers raise raised raises saw see seeing sees take takes took want wants".split(
    " ",
  ),
);

/** Lines of these widths may have been wrapped: in shorter ones the next word had room, longer ones are not wrapped at all. */
const WRAP_WIDTHS = { from: 60, to: 125 };

/** A line of text with what comes before it. */
export interface TextInContext {
  /** The last words before the line in the same paragraph; empty if there are none. */
  readonly before: string;
  /** The line of those words, in full. */
  readonly rawBefore: string;
}

/** Whether a word often continues a sentence. */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word.toLowerCase());

/** Whether a text ends in the middle of a sentence, so that a word such as “reason” may continue it. */
export function isMidSentence(text: string): boolean {
  const last = /[\p{L}\p{M}]+$/u.exec(text)?.[0].toLowerCase();
  return (
    /[,;:،؛,、;:–—-]$/u.test(text) ||
    (last !== undefined && [FUNCTION_WORDS, DETERMINERS, VERBS].some((words) => words.has(last)))
  );
}

/**
 * The end of a text that breaks off: commas, semicolons and dashes, also Chinese and Arabic ones, optionally before a closing
 * quotation mark or bracket.
 */
export const OPEN_END = /[,;،؛，、；–—―-][\p{Pf}\p{Pe}"']?$/u;

/** Whether a text is empty or ends a sentence. */
export const isSentenceEnd = (text: string): boolean => /(?:^|[.!?…。！？．؟۔][\p{Pe}\p{Pf}"']*)$/u.test(text);

/** Whether a line may continue the sentence before it: that has not ended, and broke off or filled its line. */
export function mayContinueSentence({ before, rawBefore }: TextInContext): boolean {
  if (isSentenceEnd(before)) return false;
  return isMidSentence(before) || (rawBefore.length >= WRAP_WIDTHS.from && rawBefore.length <= WRAP_WIDTHS.to);
}

/** The start of a sentence: a capital, or a letter of a script without capitals, optionally after punctuation. */
const SENTENCE_START = /^[\p{Pi}\p{Ps}"'¿¡]*[\p{Lu}\p{Lt}\p{Lo}]/u;

/** Whether the words from `at` on can be a sentence. */
export function startsSentence(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !SENTENCE_START.test(word.text)) return false;
  return at + 1 < words.length || /\p{Lo}{4}/u.test(word.text);
}
