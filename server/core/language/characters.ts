/** Which characters are white space, and what a name may be made of. */

/** White space inside a line: tab, vertical tab, form feed and every Unicode space separator. Body of a character class. */
export const WHITE_SPACE_CLASS = "\\t\\v\\f\\p{Zs}";

const PLAIN_NAME = /^[A-Za-z][\w-]*$/;
const WELL_FORMED_NAME = /^\p{L}[\p{L}\p{M}\p{N}_-]*$/u;

/** Whether a UTF-16 code unit is white space inside a line. */
export function isWhiteSpace(code: number): boolean {
  if (code === 32 || code === 9) return true;
  if (code < 0xa0) return code === 11 || code === 12;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** The column at which the first character that is no white space stands, from `from` on. */
export function skipWhiteSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The end of `text` without the white space it ends in. */
export function trimmedLength(text: string): number {
  let end = text.length;
  while (end > 0 && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** `text` without white space at its ends. */
export const trimWhiteSpace = (text: string): string => text.slice(skipWhiteSpace(text, 0), trimmedLength(text));

/** A name in the form in which names compare: Unicode NFC. */
export const normaliseName = (name: string): string => name.normalize("NFC");

/** Whether a word is a name: a letter of any script, then letters, combining marks, digits, `-` and `_`. */
export const isName = (word: string): boolean => PLAIN_NAME.test(word) || WELL_FORMED_NAME.test(word);
