/** Footnote marks in texts and quotes: the words around them can be quoted with or without them. */

const NUMBERS = String.raw`\d{1,3}(?:\s*[,–-]\s*\d{1,3})*`;
const SUPERSCRIPTS = "[⁰¹²³⁴-⁹]{1,3}";
/** The end of a clause, a quotation, or a word that is too long to be a unit or a variable. A decimal point ends no clause. */
const NOTED = String.raw`(?<=(?:^|\P{N})[.,;:!?…)\]”’"'»]|\p{L}{4})`;

/** `[12]` or `[1, 2][4–6]` after a word, a number with a space, or a clause; but not `x[12]`, which may be an index. */
const BRACKETED = String.raw`(?<=\p{L}{2}|[\p{L}\p{N}](?=\s)|[.,;:!?…)\]”’"'»。，])(?:\s{0,2}\[${NUMBERS}\])+`;
const TEXT_MARK = new RegExp(`${BRACKETED}|${NOTED}(?:${SUPERSCRIPTS}|[†‡])`, "gu");
const HAS_TEXT_MARK = new RegExp(TEXT_MARK.source, "u");

const QUOTE_MARK = new RegExp(
  String.raw`${NOTED}(?:${NUMBERS}|${SUPERSCRIPTS}|[*†‡§¶]{1,3})(?![\p{L}\p{N}])|(?<=^\P{L}{0,2})\d{1,3}(?=\p{L}{2})`,
  "gu",
);
const WORD_START = /^[\p{L}\p{N}]/u;
/** An invisible character, which `normalize` leaves out. */
const WORD_JOINER = "\u2060";

/**
 * Returns a text of the same length without the marks of footnotes, which become invisible characters, or undefined if there
 * are none. Numbers that touch a word stay: they may be part of it.
 */
export function hideFootnoteMarks(text: string): string | undefined {
  if (!HAS_TEXT_MARK.test(text)) return undefined;
  return text.replace(TEXT_MARK, (mark: string, at: number) =>
    (WORD_START.test(text.slice(at + mark.length, at + mark.length + 2)) ? " " : WORD_JOINER).repeat(mark.length),
  );
}

/** Returns a quote without numbers and signs that touch a word and may be marks of footnotes, as in `solid.3` or `2An`. */
export const removeFootnoteMarks = (quote: string): string => quote.replace(QUOTE_MARK, "");
