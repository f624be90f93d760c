/** Recognizes lines in the formats of other argument mapping tools. */

/** `1.2.3. Pro: …` */
const KIALO = /^\s*\d+(?:\.\d+)+\.\s+(?:Pro|Con):/u;
/** `[Name]: …`, but not the footnote `[^1]: …`; `<Name>: …`, but not the comment `<!-- … -->`; a relation to one of them, `[Name]` alone, and the marks between premises and conclusion. */
const ARGDOWN =
  /^\s*(?:(?:[-+_]>?|<[-+_]|->|><)\s*)?(?:<[^<>!/\n][^<>\n]*>|\[(?!\^)[^[\]\n]{2,}\])(?::(?:\s|$)|\s*$)|^\s*(?:={3,}|-{4,})\s*$/u;

/** A tool whose format is recognized. */
export type OtherTool = "Kialo" | "Argdown";

/** Returns the tool whose format a line has; undefined if it is of none. */
export function otherToolOf(raw: string): OtherTool | undefined {
  if (KIALO.test(raw)) return "Kialo";
  return ARGDOWN.test(raw) ? "Argdown" : undefined;
}

/** A single line may look like that of another tool by chance. */
const MIN_LINES = 2;

/** Whether several lines of a text have the format of another tool. */
export const looksForeign = (text: string): boolean =>
  text.split(/\r\n|\r|\n/u).filter((line) => otherToolOf(line) !== undefined).length >= MIN_LINES;
