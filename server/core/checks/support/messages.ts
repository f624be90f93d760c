/** Parts of the messages of problems. */
import type { Entry } from "../../language/entry.ts";
import type { OtherTool } from "../../language/intent/otherTools.ts";
import { joinList } from "../../strings/english.ts";

/** The colon of Chinese and Japanese keyboards. */
export const FULL_WIDTH_COLON = "：";
/** The message for a full-width colon in the place of a colon. */
export const FULL_WIDTH_COLON_MESSAGE = "This is a full-width colon. Write “:” instead of “：”.";
/** The remedy if an indented line was meant as text. */
export const ESCAPE_TEXT = "If this is text, put a backslash before it.";
/** The remedy if a line at the left edge was meant as text. */
export const INDENT_TEXT = "If this is text, indent it under its entry.";

/** The first sentence of a message about a word of another language that stands for a keyword. */
export const ENGLISH_KEYWORDS = "Keywords are English in every map. ";

/** Returns the message about text in the format of another tool. It is the same for each line, so that it is shown once. */
export const otherToolMessage = (tool: OtherTool): string =>
  `This is in the format of ${tool}, which a map cannot contain. Convert it with the quick fix, or import it from a file of its own.`;

/** Returns a word in typographic quotation marks. */
export const inQuotes = (word: string): string => `“${word}”`;

/** Returns “Did you mean “keep” or “keen”?”; nothing if there are no suggestions. */
export const didYouMean = (suggestions: readonly string[]): string =>
  suggestions.length === 0 ? "" : `Did you mean ${joinList(suggestions.map(inQuotes), "or")}?`;

/**
 * Returns what a message calls an entry: its name, or its position. It does not use the text of the entry, so that a
 * message about several entries does not change while the user types in one of them.
 */
export function entryLabel(entry: Entry): string {
  if (entry.head.name !== undefined) return inQuotes(entry.head.name.text);
  const { keyword } = entry.head;
  for (let ancestor = entry.parent; ancestor !== undefined; ancestor = ancestor.parent) {
    const { name } = ancestor.head;
    if (name !== undefined)
      return `the ${keyword} ${ancestor === entry.parent ? "" : "nested "}under ${inQuotes(name.text)}`;
  }
  return `the unnamed ${keyword}`;
}
