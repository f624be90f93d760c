/** White space and the characters of names. */

const PLAIN_NAME = /^[A-Za-z][\w-]*$/;
const WELL_FORMED_NAME = /^\p{L}[\p{L}\p{M}\p{N}_-]*$/u;

/** Whether a UTF-16 code unit is white space within a line: tab, vertical tab, form feed, or a Unicode space separator. */
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

/** Returns the column of the first character from `from` on that is not white space. */
export function skipWhiteSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Returns the length of `text` without trailing white space. */
export function trimmedLength(text: string): number {
  let end = text.length;
  while (end > 0 && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Returns `text` without white space at its ends. */
export const trimWhiteSpace = (text: string): string => text.slice(skipWhiteSpace(text, 0), trimmedLength(text));

/** Names with more UTF-16 code units are reported, and not compared with other names. */
export const MAX_NAME_LENGTH = 200;

/** Returns a name in the form used to compare names: Unicode NFC. */
export const normalizeName = (name: string): string => name.normalize("NFC");

/** Whether a word is a valid name: a letter of any script, then letters, combining marks, digits, `-` and `_`. */
export const isName = (word: string): boolean => PLAIN_NAME.test(word) || WELL_FORMED_NAME.test(word);
