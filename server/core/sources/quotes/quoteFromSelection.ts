/** From a selection in an article to the words of a quote that is found again just there. */
import { type Article, mergeOverlapping, type Passage, pagesOf } from "../article.ts";
import { pageReference } from "../read/pages.ts";
import { expandToBrackets } from "../text/brackets.ts";
import { collapseWhiteSpace, UNSPACED_CHARACTER, UNSPACED_SCRIPTS } from "../text/normalise.ts";
import { extendByWord } from "./disambiguate.ts";
import { findQuote, searchableArticle } from "./findQuote.ts";

/** A quote as it can be written in a map. */
export interface SelectedQuote {
  /** On one line. */
  readonly words: string;
  /** What `page` says; undefined where the article has no pages, or calls several by one name. */
  readonly page: string | undefined;
  /** What it quotes: the selection to whole words, and more where its words alone stand elsewhere too. */
  readonly passage: Passage;
}

/** What stands for words left out between two selections. */
const ELLIPSIS_SEPARATOR = " … ";
/** A quote that stands more than once is made longer by so many words at most. */
const MAX_ADDED_WORDS = 60;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
const WORD_INTERNAL_MARK = /['’.,\u00ad\u200b\u2060]/;

/**
 * The quote of what is selected, several selections with “…” between them. Words that a selection begins or ends in are
 * taken whole. Undefined where no letter or digit is selected.
 */
export function quoteFromSelection(article: Article, selections: readonly Passage[]): SelectedQuote | undefined {
  const parts = mergeOverlapping(selections.flatMap((one) => expandToWords(article.text, one) ?? []));
  const longer = parts.length === 0 ? undefined : (extendUntilUnique(article, parts) ?? parts);
  const [first, last] = [longer?.[0], longer?.at(-1)];
  if (longer === undefined || first === undefined || last === undefined) return undefined;
  const passage = { start: first.start, end: last.end };
  return { words: quoteText(article, longer), page: pageReferenceOf(article, passage), passage };
}

/** The same parts, or with words added until they stand only once; undefined where so many words would not do. */
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

/** Whether words are found where they are from, and nowhere else: on their page, where there are pages. */
function isUnique(article: Article, parts: readonly Passage[]): boolean {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return false;
  const passage = { start: first.start, end: last.end };
  const all = findQuote(searchableArticle(article), quoteText(article, parts));
  // Pages that a map cannot name settle nothing.
  const pages = pageReferenceOf(article, passage) === undefined ? [] : pagesOf(article, passage);
  const onPages =
    pages.length === 0 ? all : all.filter((place) => pagesOf(article, place).some((one) => pages.includes(one)));
  const [place] = onPages;
  return onPages.length === 1 && place !== undefined && isSamePassage(article.text, place, passage);
}

/** Whether two passages are the same but for marks at their ends. */
function isSamePassage(text: string, a: Passage, b: Passage): boolean {
  if (a.start >= b.end || b.start >= a.end) return false;
  const ends = [
    text.slice(Math.min(a.start, b.start), Math.max(a.start, b.start)),
    text.slice(Math.min(a.end, b.end), Math.max(a.end, b.end)),
  ];
  return !ends.some((end) => LETTER.test(end));
}

/** One word more, before the first part or after the last. */
function extendByWordAtEnds(text: string, parts: readonly Passage[]): readonly Passage[] | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  const whole = first && last && extendByWord(text, { start: first.start, end: last.end });
  return (
    whole &&
    parts.map((part) => ({
      start: part === first ? whole.start : part.start,
      end: part === last ? whole.end : part.end,
    }))
  );
}

/** A selection with the words and square brackets that it begins and ends in made whole, white space at its ends left out. */
function expandToWords(text: string, { start, end }: Passage): Passage | undefined {
  if (!LETTER.test(text.slice(start, end))) return undefined;
  let [from, to] = [start, end];
  while (from > 0 && isInsideWord(text, from)) from--;
  while (to < text.length && isInsideWord(text, to)) to++;
  ({ start: from, end: to } = expandToBrackets(text, { start: from, end: to }));
  while (/\s/.test(text.charAt(from))) from++;
  while (/\s/.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Whether an offset is in the middle of a word, a number or a character. */
function isInsideWord(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (/[\udc00-\udfff]|\p{M}|[\u1160-\u11ff]/u.test(after) || /[\ud800-\udbff]/.test(before)) return true;
  if (UNSPACED_CHARACTER.test(before) || UNSPACED_CHARACTER.test(after)) return false;
  if (LETTER.test(before) && LETTER.test(after)) return true;
  if (WORD_INTERNAL_MARK.test(after)) return LETTER.test(before) && LETTER.test(text.charAt(at + 1));
  return WORD_INTERNAL_MARK.test(before) && LETTER.test(after) && LETTER.test(text.charAt(at - 2));
}

/** Passages as words of a quote, on one line, with “…” between them. */
export const quoteText = ({ text, format }: Article, parts: readonly Passage[]): string =>
  parts.map(({ start, end }) => toQuoteLine(text.slice(start, end), format === "pdf")).join(ELLIPSIS_SEPARATOR);

const QUOTES = "[「」『』〝〞＂]";
/** White space at the end of a line between two characters of a script without spaces; not beside quotation marks, where it tells. */
const UNSPACED_LINE_BREAK = new RegExp(
  String.raw`(?<=(?!${QUOTES})[${UNSPACED_SCRIPTS}])\s*[\r\n]\s*(?=(?!${QUOTES})[${UNSPACED_SCRIPTS}])`,
  "gu",
);
/** A hyphen at the end of a line within a word, with what follows it. */
const HYPHENATED_LINE_BREAK = /(?<=\p{L})([-‐‑])\s*[\r\n]\s*(?=\p{Ll})/gu;

/** Words as one writes them on one line. A printer's hyphen at the end of a line is left out, one of a text is kept. */
const toQuoteLine = (words: string, isPrinted: boolean): string =>
  collapseWhiteSpace(words.replace(HYPHENATED_LINE_BREAK, isPrinted ? "" : "$1").replace(UNSPACED_LINE_BREAK, ""));

/** The page or pages of a passage, as a map writes them. */
const pageReferenceOf = (article: Article, passage: Passage): string | undefined =>
  pageReference(article, pagesOf(article, passage));
