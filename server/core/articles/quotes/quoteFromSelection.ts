/** Turns a selection in an article into quote text that is found again at exactly that passage. */
import { type Article, mergeOverlapping, type Passage, pagesOf } from "../article.ts";
import { pageReference } from "../read/pages.ts";
import { splitWords } from "./differences.ts";
import { extendByWord } from "./disambiguate.ts";
import { expandPassage, expandToBrackets } from "./expandPassage.ts";
import { findQuote, type QuoteMatch, searchableArticle } from "./findQuote.ts";
import { collapseWhiteSpace, UNSPACED_CHARACTER, UNSPACED_SCRIPTS } from "./normalize.ts";
import { withoutUnpairedMarks } from "./unpairedMarks.ts";

/** A quote of a selection, ready to be written in a map. */
export interface SelectedQuote {
  /** The text of the quote, on one line. */
  readonly words: string;
  /** The value of `page`; undefined if the article has no pages, or if the page labels are ambiguous. */
  readonly page: string | undefined;
  /** The value of `occurrence`, if the words occur more than once however many are added. */
  readonly occurrence?: string;
  /** The quoted passage: the selection expanded to whole words, and further if it would otherwise be ambiguous. */
  readonly passage: Passage;
  /** The words that were added because the selected ones occur more than once; undefined if none were needed. */
  readonly added: { readonly before: string; readonly after: string } | undefined;
}

const ELLIPSIS_SEPARATOR = " … ";
/** How many words are added at most to make an ambiguous quote unique. */
const MAX_ADDED_WORDS = 60;
/** How many words are added at most to reach the end of a clause. */
const MAX_CLAUSE_WORDS = 12;
const MAX_WORD_LENGTH = 60;
const PARAGRAPH_END = /\f|(?:\r\n|\r|\n)\s*(?:\r\n|\r|\n)/;
/** The end of a clause: a punctuation mark, with closing quotation marks and brackets. */
const CLAUSE_END = /[.,;:!?…–—。，；：、！？]["'”’»」』)）\]]*\s*$/u;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
const WORD_INTERNAL_MARK = /['’.,\u00ad\u200b\u2060]/;

/**
 * Returns the quote of one or several selections, joined by “…” and expanded to whole words. Undefined if the selections
 * contain no letter or digit.
 */
export function quoteFromSelection(article: Article, selections: readonly Passage[]): SelectedQuote | undefined {
  const parts = mergeOverlapping(selections.flatMap((selection) => expandSelection(article.text, selection) ?? []));
  const selected = wholeOf(parts);
  if (selected === undefined) return undefined;
  const longer = extendUntilUnique(article, parts) ?? parts;
  const passage = extendToClauseEnds(article.text, selected, wholeOf(longer) ?? selected);
  const quoted = withEnds(parts, passage);
  const words = quoteText(article, quoted);
  const quote = {
    words,
    page: pageReferenceOf(article, passage),
    passage,
    added: addedWords(article, selected, passage),
  };
  const matches = matchesOf(article, quoted);
  const at = matches.findIndex((match) => isSamePassage(article.text, match, passage));
  return matches.length < 2 || at < 0 ? quote : { ...quote, occurrence: at === 0 ? "first" : `${at + 1}` };
}

/** The passage from the first part to the last; undefined if there are none. */
function wholeOf(parts: readonly Passage[]): Passage | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

/** Moves the start of the first part and the end of the last to those of a passage. */
const withEnds = (parts: readonly Passage[], { start, end }: Passage): readonly Passage[] =>
  parts.map((part, index) => ({
    start: index === 0 ? start : part.start,
    end: index === parts.length - 1 ? end : part.end,
  }));

/** Moves those ends of a passage that differ from the selection to the end of a clause, if one is near. */
function extendToClauseEnds(text: string, selected: Passage, { start, end }: Passage): Passage {
  return {
    start: start === selected.start ? start : clauseStart(text, start),
    end: end === selected.end ? end : clauseEnd(text, end),
  };
}

function clauseEnd(text: string, from: number): number {
  let end = from;
  for (let count = 0; count <= MAX_CLAUSE_WORDS; count++) {
    if (CLAUSE_END.test(text.slice(from - 1, end))) return end;
    const word = splitWords(text.slice(end, end + MAX_WORD_LENGTH))[0];
    const next = word === undefined ? end : text.indexOf(word, end);
    if (word === undefined || PARAGRAPH_END.test(text.slice(end, next))) return end;
    end = next + word.length;
  }
  return from;
}

function clauseStart(text: string, from: number): number {
  let start = from;
  for (let count = 0; count <= MAX_CLAUSE_WORDS; count++) {
    const before = text.slice(Math.max(0, start - MAX_WORD_LENGTH), start);
    const word = splitWords(before).at(-1);
    if (word === undefined || CLAUSE_END.test(before)) return start;
    const next = text.lastIndexOf(word, start - word.length);
    if (PARAGRAPH_END.test(text.slice(next + word.length, start))) return start;
    start = next;
  }
  return from;
}

/** The words that a passage has more than the selection, on one line. */
function addedWords(article: Article, selected: Passage, passage: Passage): SelectedQuote["added"] {
  if (passage.start === selected.start && passage.end === selected.end) return undefined;
  return {
    before: quoteText(article, [{ start: passage.start, end: selected.start }]),
    after: quoteText(article, [{ start: selected.end, end: passage.end }]),
  };
}

/** Adds words to the parts until they are unique in the article; undefined if that takes too many words. */
function extendUntilUnique(article: Article, parts: readonly Passage[]): readonly Passage[] | undefined {
  let current = parts;
  for (let added = 0; added <= MAX_ADDED_WORDS; added++) {
    if (isUnique(article, current)) return current;
    const more = extendByWordAtEnds(article.text, current);
    if (more === undefined) return undefined;
    current = more;
  }
  return undefined;
}

/** Whether the quote of some parts matches only where it was taken from, considering only its own pages if it names them. */
function isUnique(article: Article, parts: readonly Passage[]): boolean {
  const passage = wholeOf(parts);
  if (passage === undefined) return false;
  const [match, ...others] = matchesOf(article, parts);
  return match !== undefined && others.length === 0 && isSamePassage(article.text, match, passage);
}

/** Returns the passages that match the quote of some parts, only those on its own pages if it names them. */
function matchesOf(article: Article, parts: readonly Passage[]): readonly QuoteMatch[] {
  const passage = wholeOf(parts);
  if (passage === undefined) return [];
  const allMatches = findQuote(searchableArticle(article), quoteText(article, parts));
  // Pages help only if the quote can name them.
  const pages = pageReferenceOf(article, passage) === undefined ? [] : pagesOf(article, passage);
  const isOnPages = (match: Passage): boolean => pagesOf(article, match).some((page) => pages.includes(page));
  return pages.length === 0 ? allMatches : allMatches.filter(isOnPages);
}

/** Whether two passages are the same except for punctuation at their ends. */
function isSamePassage(text: string, a: Passage, b: Passage): boolean {
  if (a.start >= b.end || b.start >= a.end) return false;
  const ends = [
    text.slice(Math.min(a.start, b.start), Math.max(a.start, b.start)),
    text.slice(Math.min(a.end, b.end), Math.max(a.end, b.end)),
  ];
  return !ends.some((end) => LETTER.test(end));
}

/** Adds one word before the first part or after the last. */
function extendByWordAtEnds(text: string, parts: readonly Passage[]): readonly Passage[] | undefined {
  const whole = wholeOf(parts);
  const longer = whole && extendByWord(text, whole);
  return longer && withEnds(parts, longer);
}

/** Expands a selection to whole words and square brackets, and trims white space. Undefined without a letter or digit. */
function expandSelection(text: string, selection: Passage): Passage | undefined {
  if (!LETTER.test(text.slice(selection.start, selection.end))) return undefined;
  const words = expandPassage(text, selection, (at) => isInsideWord(text, at));
  return expandToBrackets(text, withoutUnpairedMarks(text, words));
}

/** Whether an offset is inside a word, a number or a grapheme. */
function isInsideWord(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (/[\udc00-\udfff]|\p{M}|[\u1160-\u11ff]/u.test(after) || /[\ud800-\udbff]/.test(before)) return true;
  if (UNSPACED_CHARACTER.test(before) || UNSPACED_CHARACTER.test(after)) return false;
  if (LETTER.test(before) && LETTER.test(after)) return true;
  if (WORD_INTERNAL_MARK.test(after)) return LETTER.test(before) && LETTER.test(text.charAt(at + 1));
  return WORD_INTERNAL_MARK.test(before) && LETTER.test(after) && LETTER.test(text.charAt(at - 2));
}

/** Returns the quote text of passages, on one line and joined by “…”. */
export const quoteText = ({ text, format }: Article, parts: readonly Passage[]): string =>
  parts.map(({ start, end }) => toQuoteLine(text.slice(start, end), format === "pdf")).join(ELLIPSIS_SEPARATOR);

const QUOTES = "[「」『』〝〞＂]";
/** A line break between two characters of a script without spaces. Beside quotation marks, white space is significant. */
const UNSPACED_LINE_BREAK = new RegExp(
  String.raw`(?<=(?!${QUOTES})[${UNSPACED_SCRIPTS}])\s*[\r\n]\s*(?=(?!${QUOTES})[${UNSPACED_SCRIPTS}])`,
  "gu",
);
/** A hyphen at the end of a line within a word, with the line break. */
const HYPHENATED_LINE_BREAK = /(?<=\p{L})([-‐‑])\s*[\r\n]\s*(?=\p{L})/gu;
/** The same in a word that was broken only to fill the line: such a word goes on with a small letter. */
const TYPESET_LINE_BREAK = /(?<=\p{L})[-‐‑]\s*[\r\n]\s*(?=\p{Ll})/gu;

/** Joins lines. A hyphen at a line end is dropped in a typeset text, such as a PDF, and kept in others, where it is intended. */
const toQuoteLine = (text: string, isTypeset: boolean): string =>
  collapseWhiteSpace(
    (isTypeset ? text.replace(TYPESET_LINE_BREAK, "") : text)
      .replace(HYPHENATED_LINE_BREAK, "$1")
      .replace(UNSPACED_LINE_BREAK, ""),
  );

/** Returns the `page` value for a passage. */
const pageReferenceOf = (article: Article, passage: Passage): string | undefined =>
  pageReference(article, pagesOf(article, passage));
