/** Recognizes comments of HTML, C and other languages. */

const OPENING = /^(?:<!--+|\/\*+)/u;
const CLOSING = /(?:--+>|\*+\/)$/u;

/** The intended form of a comment in the syntax of another language. */
export interface ForeignComment {
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** Returns the message for a line that is a comment in another language; undefined if it is none. */
export function foreignComment(text: string): ForeignComment | undefined {
  if (!OPENING.test(text)) return undefined;
  const words = text.trim().replace(OPENING, "").replace(CLOSING, "").trim();
  return { message: "A comment begins with “//”.", suggestions: [`// ${words}`.trimEnd()] };
}
