/** The marks that make a line of an outline an item, a heading or a footnote. */

export const HEADING = /^(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/;
export const NUMBERED = /^(\s*)(\d+(?:\.\d+)+\.?|\d+[.)])\s+(.*)$/;
export const BULLET = /^(\s*)([-*+•–▪◦·])\s+(.*)$/;
export const FOOTNOTE = /^\s*\[\^?([^\]\s]+)\]:?\s+(.*)$/;
/** The heading of the footnotes, at the left edge. */
export const SOURCES = /^(?:#+\s*)?(?:Sources|References|Footnotes)\s*:?\s*$/i;
/** A line between two parts of a Markdown text. */
export const THEMATIC_BREAK = /^\s*([-*_])(?:\s*\1){2,}\s*$/;
/** The mark of a footnote in a text. */
export const MARK = /\s*\[\^?([^\]\s]+)\](?!\()/g;

/** A text that only refers to another item. Without the arrow, it may be a text that says “See 1.1.” itself. */
const REFERENCE = /^(?:->|→|=>)\s*(?:see|siehe|voir|véase)?\s*(\d+(?:\.\d+)*)\.?\s*$/i;

/** Returns the number of the item that a text refers to; undefined if it is a text of its own. */
export const referenceIn = (text: string): string | undefined => REFERENCE.exec(text)?.[1];

const SIGN = "[!-/:-@[-`{-~•–▪◦·→]";
/** A backslash, at the start of a text or after its first number, keeps the sign after it from being a mark. */
const ESCAPED = new RegExp(`^(\\d*)\\\\(?=${SIGN})`, "u");

/** Returns a text without the backslash that {@link escapeMark} has put before a mark. */
export const unescapeMark = (text: string): string => text.replace(ESCAPED, "$1");

/** Returns the first paragraph of an item so that it is not read as a reference. */
export const escapeReference = (text: string): string =>
  referenceIn(text) !== undefined || ESCAPED.test(text) ? escapeMark(text) : text;

/** Returns a further paragraph of an item so that it is not read as an item or a footnote. */
export const escapeParagraph = (text: string): string =>
  [NUMBERED, BULLET, FOOTNOTE, THEMATIC_BREAK, ESCAPED].some((mark) => mark.test(text)) ? escapeMark(text) : text;

const escapeMark = (text: string): string => text.replace(new RegExp(`^(\\d*)(?=\\\\|${SIGN})`, "u"), "$1\\");
