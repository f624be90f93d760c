/** Detects lines of text that may have been meant as entries. */
import { splitHead, type Word } from "../../language/head.ts";
import { isKeyword, type Keyword } from "../../language/vocabulary.ts";
import { headWordCount, isMidSentence, isSentenceEnd, similarKeyword } from "./headLike.ts";
import { FULL_WIDTH_COLON } from "./messages.ts";
import type { EntryTextLine } from "./textLines.ts";

/** The start of a sentence: a capital, or a letter of a script without capitals, optionally after punctuation. */
const SENTENCE_START = /^[\p{Pi}\p{Ps}"'¿¡]*[\p{Lu}\p{Lt}\p{Lo}]/u;

/** A head without a colon, or with a full-width one. Columns are relative to the text of the line. */
export interface HeadWithoutColon {
  readonly keyword: Keyword;
  readonly hasFullWidthColon: boolean;
  /** Where the head ends. */
  readonly end: number;
}

/** Returns the head with which a line of text starts, if the line would be an entry with a colon after that. */
export const entryWithoutColon = (text: EntryTextLine): HeadWithoutColon | undefined =>
  headBeforeFullWidthColon(text) ?? headBeforeSentence(text);

/** `reason 空气：…` */
function headBeforeFullWidthColon({ words }: EntryTextLine): HeadWithoutColon | undefined {
  const colon = words.indexOf(FULL_WIDTH_COLON);
  if (colon < 0) return undefined;
  const head = splitHead(words, 0, colon).words;
  const keyword = head[0]?.text ?? "";
  if (!isKeyword(keyword) || headWordCount(head, true) !== head.length) return undefined;
  return { keyword, hasFullWidthColon: true, end: colon };
}

/** `reason buses Buses run to time.` */
function headBeforeSentence({ words, before }: EntryTextLine): HeadWithoutColon | undefined {
  const lineWords = splitHead(words, 0, words.length).words;
  const keyword = lineWords[0]?.text ?? "";
  if (!isKeyword(keyword)) return undefined;
  const length = [headWordCount(lineWords, true), headWordCount(lineWords, false)].find((one) =>
    startsSentence(lineWords, one),
  );
  if (length === undefined) return undefined;
  // A word such as “reason” often continues a sentence. Without a name after it, the text before must end a sentence.
  const hasLowerCaseName = length > 1 && isLowerCase(lineWords[1]);
  const isEntry = hasLowerCaseName
    ? isSentenceEnd(before) || !(isMidSentence(before) || hasPrepositionAfterKeyword(lineWords))
    : isSentenceEnd(before);
  const last = lineWords[length - 1];
  return isEntry && last !== undefined ? { keyword, hasFullWidthColon: false, end: last.end } : undefined;
}

/** Whether the words from `at` on can be a sentence. */
function startsSentence(lineWords: readonly Word[], at: number): boolean {
  const word = lineWords[at];
  if (word === undefined || !SENTENCE_START.test(word.text)) return false;
  return at + 1 < lineWords.length || /\p{Lo}{4}/u.test(word.text);
}

/** Whether a word starts with a lower-case letter, or with a letter of a script without capitals. */
const isLowerCase = (word: Word | undefined): boolean => word !== undefined && /^[\p{Ll}\p{Lo}]/u.test(word.text);

/** Whether a preposition follows the keyword, as in “reason for London to …”. */
const hasPrepositionAfterKeyword = (lineWords: readonly Word[]): boolean =>
  /^(?:by|for|against)$/.test(lineWords[1]?.text ?? "");

/** A misspelt keyword at the start of a line, and the keyword that may be meant. */
export interface MisspeltKeyword {
  readonly word: string;
  readonly keyword: Keyword;
}

/** Returns the misspelt keyword with which a line of text starts, if the line would be an entry with the right one. */
export function entryWithMisspeltKeyword({ words }: EntryTextLine): MisspeltKeyword | undefined {
  const colon = words.search(/[:：]/);
  // `https://…` is an address.
  if (colon < 1 || words.startsWith("//", colon + 1)) return undefined;
  const head = splitHead(words, 0, colon).words;
  const word = head[0]?.text ?? "";
  const keyword = similarKeyword(word);
  const isHead = headWordCount(head, true) === head.length && words.charAt(word.length) !== ",";
  return keyword === undefined || !isHead ? undefined : { word, keyword };
}
