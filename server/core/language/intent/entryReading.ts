/**
 * Recognizes the entry that a line was meant as, if it follows a list mark, has another word for its keyword, or has
 * no colon. The parser, the checks and the quick fixes share the result, so that they cannot disagree.
 */
import { isName, normalizeName, skipWhiteSpace, trimmedLength } from "../characters.ts";
import { type ColumnRange, splitHead, type Word } from "../head.ts";
import { CLAUSE_SYNONYMS } from "../parsing/headErrors.ts";
import { type ClauseWord, isClauseWord, isKeyword, type Keyword } from "../vocabulary.ts";
import { headWordCount } from "./headWords.ts";
import { skipMarks } from "./listMark.ts";
import { type NearKeyword, nearKeyword, nearPhrase, nearWordBeforeColon } from "./nearKeyword.ts";
import { startsSentence } from "./prose.ts";
import { isForeignArticle, translatedClauseWord } from "./translations.ts";

/** How a head ends: with a colon, with another sign in its place, or with nothing. */
export type HeadEnd = "colon" | "full-width-colon" | "dash" | "none";

/** An entry that a line may have been meant as. Columns are those of the line. */
export interface EntryReading {
  readonly keyword: Keyword;
  /** The word in the place of the keyword. */
  readonly word: Word;
  /** From the first mark to the end of the head, with what is there in place of a colon. */
  readonly head: ColumnRange;
  readonly headEnd: HeadEnd;
  readonly name: Word | undefined;
  /** All words of the head that may be names. */
  readonly possibleNames: readonly Word[];
  readonly textStart: number;
  /** Whether the mark of a list or of emphasis comes before the head. */
  readonly isMarked: boolean;
  /** Whether the word is a plural, as above a list. */
  readonly isPlural: boolean;
  /** The language of the word, if it is not English. */
  readonly language: string | undefined;
  /** Whether the word leads to a conclusion, so that only a claim can be meant. */
  readonly isConclusion: boolean;
  /** `certain`: no sentence goes on like this; `likely`: hardly one does; `possible`: a sentence may. */
  readonly confidence: "certain" | "likely" | "possible";
  /** The smallest change that makes the line this entry, with another keyword if that is given. */
  readonly rewriteAs: (keyword?: Keyword) => Rewrite;
}

/** A replacement for a part of a line. */
export interface Rewrite extends ColumnRange {
  readonly text: string;
}

/** Whether nothing but the colon is wrong: there is none, or a full-width one. */
export const lacksOnlyColon = ({ word, isMarked, headEnd }: EntryReading): boolean =>
  isKeyword(word.text) && !isMarked && (headEnd === "none" || headEnd === "full-width-colon");

/** No keyword and no other word for one is longer. */
const MAX_KEYWORD_LENGTH = 40;
/** One word, all its letters: the number that follows in `Reason1:` is no part of it, but `reason_x` is another word. */
const FIRST_WORD = /^(?=(\p{L}[\p{L}\p{M}-]*))\1(?!_)/u;
const FIRST_WORDS = /^(?:\p{L}[\p{L}\p{M}-]*[\s\p{Zs}]){1,2}\p{L}[\p{L}\p{M}-]*(?![\p{L}\p{M}\p{N}_-])/u;
/** `1`, `#2`, `no. 3`, or a capital before the colon: an item of a list, not a name. */
const NUMBER = /^[\s\p{Zs}]*(?:(?:#|no\.?[\s\p{Zs}]*)?\d+(?:\.\d+)*[.)]?(?![\p{L}\p{N}_-])|[A-Z](?=[\s\p{Zs}]*[:：]))/u;
/** White space around a dash that separates a head from its text. */
const DASH = /(?<![\s\p{Zs}])[\s\p{Zs}]+(?:[–—]|--?)[\s\p{Zs}]+/u;

/**
 * Returns the entry that a line may have been meant as; undefined if it is nothing like one, or is one already. The result
 * depends on this line only; whether the line is prose depends on the line before it.
 * @param start the column of the first character that is not white space
 */
export function readEntry(raw: string, start: number): EntryReading | undefined {
  const from = skipMarks(raw, start);
  const { near, text } = nearestKeyword(raw.slice(from, from + MAX_KEYWORD_LENGTH)) ?? {};
  if (text === undefined || near === undefined || raw.charAt(from + text.length) === ",") return undefined;
  const word = { text, start: from, end: from + text.length };
  const restStart = word.end + (NUMBER.exec(raw.slice(word.end))?.[0].length ?? 0);
  const head = headBeforeSeparator(raw, word, restStart) ?? headWithoutSeparator(raw, word, restStart);
  return head === undefined ? undefined : toReading({ raw, start, word, restStart, near, ...head });
}

/** Returns what the first word of a line, or a phrase of two or three words before its colon, may be meant as. */
function nearestKeyword(line: string): { readonly text: string; readonly near: NearKeyword } | undefined {
  const [phrase] = (mayEndAfterPhrase(line) ? FIRST_WORDS.exec(line) : null) ?? [];
  const nearToPhrase =
    phrase !== undefined && ENDS_HEAD.test(line.slice(phrase.length)) ? nearPhrase(phrase) : undefined;
  if (phrase !== undefined && nearToPhrase !== undefined) return { text: phrase, near: nearToPhrase };
  const text = firstWordOf(line);
  const hasColon = text !== undefined && /^[\s\p{Zs}]*[:：]/u.test(line.slice(text.length));
  const near =
    text === undefined ? undefined : ((hasColon ? nearWordBeforeColon(text) : undefined) ?? nearKeyword(text));
  return text === undefined || near === undefined ? undefined : { text, near };
}

/** Returns the first word of a line. English words are found without the letters of all scripts, which are slow to prepare. */
function firstWordOf(line: string): string | undefined {
  const [english] = ENGLISH_WORD.exec(line) ?? [];
  if (english === undefined) return FIRST_WORD.exec(line)?.[1];
  return line.charAt(english.length) === "_" ? undefined : english;
}

/** A first word in which no letter of another script follows. */
const ENGLISH_WORD = /^[a-z][a-z-]*(?![a-z-]|[^\0-\x7f])/i;

/** Whether a line has a colon, or so few words that all of them may be a phrase. This is faster than to look for a phrase. */
const mayEndAfterPhrase = (line: string): boolean =>
  line.includes(":") || line.includes("：") || line.trimEnd().split(" ").length <= 3;

const ENDS_HEAD = /^[*_]*[\s\p{Zs}]*(?:[:：]|$)/u;

/** The words of a head after its keyword and number, and its end. */
interface HeadRest {
  readonly rest: readonly Word[];
  readonly headEnd: HeadEnd;
  /** The column after the head and its separator. */
  readonly end: number;
}

/** `Reason air:`, `**Con:**`, `reason –` */
function headBeforeSeparator(raw: string, word: Word, restStart: number): HeadRest | undefined {
  const colon = raw.slice(restStart).search(/[:：]/) + restStart;
  const dash = DASH.exec(raw.slice(word.end));
  const isDash = dash !== null && (colon < restStart || word.end + dash.index < colon);
  if (!isDash && colon < restStart) return undefined;
  // `https://…` is an address.
  if (!isDash && raw.startsWith("//", colon + 1)) return undefined;
  const separator = isDash ? word.end + dash.index : colon;
  const emphasis = /[*_]+$/.exec(raw.slice(restStart, Math.max(separator, restStart)))?.[0].length ?? 0;
  const rest = withClauseWords(splitHead(raw, restStart, separator - emphasis).words);
  if (headWordCount([word, ...rest], true) !== rest.length + 1) return undefined;
  if (isDash) {
    // After a name, a dash is prose.
    return rest.length > 0 ? undefined : { rest, headEnd: "dash", end: separator + dash[0].length };
  }
  const closing = /^[*_]+/.exec(raw.slice(colon + 1))?.[0].length ?? 0;
  return { rest, headEnd: raw.charAt(colon) === ":" ? "colon" : "full-width-colon", end: colon + 1 + closing };
}

/** Puts clause words in the place of other words for them, as in `Grund luft für keep`. A name has to follow. */
const withClauseWords = (words: readonly Word[]): readonly Word[] =>
  words.map((word, index) => {
    const [before, next] = [words[index - 1], words[index + 1]];
    if (next === undefined || isClauseWord(next.text) || isForeignArticle(next.text)) return word;
    if (before !== undefined && nearClause(before.text) !== undefined) return word;
    return { ...word, text: nearClause(word.text) ?? word.text };
  });

const nearClause = (word: string): ClauseWord | undefined =>
  isClauseWord(word) ? word : (CLAUSE_SYNONYMS.get(word) ?? translatedClauseWord(word));

/** `reason buses Buses run to time.`, or a line that is only a head. */
function headWithoutSeparator(raw: string, word: Word, restStart: number): HeadRest | undefined {
  const end = trimmedLength(raw);
  if (restStart >= end) return { rest: [], headEnd: "none", end };
  const { words } = splitHead(raw, word.start, end);
  // Other words than keywords begin a sentence, unless they are alone on the line.
  if (words[0]?.text !== word.text || !isKeyword(word.text)) return undefined;
  const count = isWholeHead(words) ? words.length : sentenceStart(words);
  const rest = words.slice(1, count);
  return { rest, headEnd: "none", end: rest.at(-1)?.end ?? word.end };
}

/** Whether the words are a head, perhaps with a last clause word that has no name yet. */
const isWholeHead = (words: readonly Word[]): boolean =>
  [words, ...(isClauseWord(words.at(-1)?.text ?? "") ? [words.slice(0, -1)] : [])].some(
    (one) => headWordCount(one, true) === one.length,
  );

/**
 * Returns the number of words before the text: with a name if it has a number, or if a sentence starts after it, or else
 * without one.
 */
function sentenceStart(words: readonly Word[]): number {
  if (isCodeName(words[1])) return headWordCount(words, true);
  const withoutName = headWordCount(words, false);
  return [headWordCount(words, true), withoutName].find((count) => startsSentence(words, count)) ?? withoutName;
}

function toReading({
  raw,
  start,
  word,
  restStart,
  near,
  rest,
  headEnd,
  end,
}: HeadRest & {
  readonly raw: string;
  readonly start: number;
  readonly word: Word;
  readonly restStart: number;
  readonly near: NearKeyword;
}): EntryReading | undefined {
  const isMarked = word.start > start;
  const isNumbered = restStart > word.end;
  const isRightWord = word.text === near.keyword;
  // The parser reads such a line as an entry already.
  if (isRightWord && !isMarked && headEnd === "colon") return undefined;
  const [first] = rest;
  const name =
    first !== undefined && !isClauseWord(first.text) && isName(normalizeName(first.text)) ? first : undefined;
  const tail = rest.map(
    ({ text }, index) => `${index === 0 ? " " : raw.slice(rest[index - 1]?.end, rest[index]?.start)}${text}`,
  );
  const hasClauseWords = rest.every(({ text, start, end }) => raw.slice(start, end) === text);
  const isBare =
    isMarked && headEnd === "none" && near.keyword === "premise" && rest.length === 1 && name !== undefined;
  const closesEmphasis = headEnd === "colon" && raw.charAt(end - 1) !== ":";
  const rewriteAs = (keyword: Keyword = near.keyword): Rewrite => {
    if (headEnd === "colon" && hasClauseWords && !closesEmphasis && !/[*_]/.test(raw.slice(word.end, end)))
      return { start, end: restStart, text: keyword };
    if (headEnd === "full-width-colon" && word.text === keyword && !isMarked && !isNumbered)
      return { start: end - 1, end, text: ":" };
    // The white space after a dash becomes that after the colon.
    return { start, end, text: `${keyword}${tail.join("")}${isBare ? "" : headEnd === "dash" ? ": " : ":"}` };
  };
  return {
    keyword: near.keyword,
    word,
    head: { start, end },
    headEnd,
    name,
    possibleNames: rest,
    textStart: skipWhiteSpace(raw, end),
    isMarked,
    isPlural: near.isPlural,
    language: near.language,
    isConclusion: near.isConclusion === true,
    confidence: confidenceOf(raw, { word, near, isMarked, rest, headEnd }),
    rewriteAs,
  };
}

function confidenceOf(
  raw: string,
  parts: Pick<EntryReading, "word" | "isMarked"> & Pick<HeadRest, "rest" | "headEnd"> & { readonly near: NearKeyword },
): EntryReading["confidence"] {
  const { word, near, isMarked, rest, headEnd } = parts;
  if (headEnd === "none") {
    const isWhole = trimmedLength(raw) === (rest.at(-1)?.end ?? word.end);
    return (isMarked && isWhole) || isCodeName(rest[0]) || isFollowedBySentence(raw, rest) ? "likely" : "possible";
  }
  // German nouns have a capital in sentences too.
  const isCapitalized = /^\p{Lu}/u.test(word.text) && near.language === undefined;
  return near.isOrdinary && !isMarked && (headEnd === "dash" || !isCapitalized) ? "possible" : "certain";
}

/** `reason buses by lind Buses run to time.`: names in lower case, and then the start of a sentence. */
function isFollowedBySentence(raw: string, rest: readonly Word[]): boolean {
  const last = rest.at(-1);
  if (last === undefined || !rest.every(({ text }) => /^[\p{Ll}\p{Lo}]/u.test(text))) return false;
  return startsSentence(splitHead(raw, last.end, raw.length).words, 0);
}

/** Whether a word is a name that no sentence contains, such as `p1`. */
const isCodeName = (word: Word | undefined): boolean => word !== undefined && /^\p{L}[\p{L}_-]*\d/u.test(word.text);
