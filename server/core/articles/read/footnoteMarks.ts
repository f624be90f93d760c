/** Recognizes the marks of footnotes, which are no part of the words that they follow. */

/** One or more numbers, letters or signs, perhaps in brackets. */
const MARK = /^\s*[[(]?(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3})(?:\s*[,–-]\s*\d{1,3})*[\])]?\s*$/u;
const NUMBER_OR_SIGN = /^\s*[[(]?(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|[*†‡§¶]{1,3})[\])]?\s*$/u;
/** The end of a sentence, a clause, a quotation, or a word that is too long to be a unit or a variable. */
const NOTED = /(?:[.,;:!?)\]”’"'»。，]|\p{L}{4,})\s*$/u;

/** Whether a raised text is the mark of a footnote because it is a link to one. */
export const isLinkedMark = (raised: string): boolean => MARK.test(raised);

/**
 * Whether a raised text is the mark of a footnote, judged by what is before it: a number after a digit, a unit or a variable is
 * an exponent.
 */
export const isMarkAfter = (raised: string, before: string): boolean =>
  NUMBER_OR_SIGN.test(raised) && NOTED.test(before);

/** Whether a raised text at the beginning of a line is the mark of the footnote that follows. */
export const isMarkBefore = (raised: string, after: string): boolean =>
  NUMBER_OR_SIGN.test(raised) && /^\s*["“‘«]?\p{L}/u.test(after);
