/** Pieces of the sentences in which problems are told. */
import type { Entry } from "../../language/entry.ts";

/** The colon of Chinese and Japanese keyboards. */
export const FULL_WIDTH_COLON = "：";
/** What is said of it where the language's own colon belongs. */
export const FULL_WIDTH_COLON_MESSAGE = "The colon after a head is the narrow one: write “:”, not “：”.";

/** “word” */
export const inQuotes = (word: string): string => `“${word}”`;

/** “one, two or three” */
export function joinList(words: readonly string[], conjunction: "and" | "or"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}

/** With a capital at its beginning. */
export const capitalise = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** “ Did you mean “keep” or “keen”?”, to be put after a sentence; nothing where nothing is near. */
export const didYouMean = (suggestions: readonly string[]): string =>
  suggestions.length === 0 ? "" : ` Did you mean ${joinList(suggestions.map(inQuotes), "or")}?`;

/**
 * What an entry is called in a sentence: its name, or where it stands. Not its words: a sentence about several entries
 * is not made again while one types in one of them.
 */
export function entryLabel(entry: Entry): string {
  if (entry.head.name !== undefined) return inQuotes(entry.head.name.text);
  const { keyword } = entry.head;
  for (let above = entry.parent; above !== undefined; above = above.parent) {
    const { name } = above.head;
    if (name !== undefined)
      return `the ${keyword} ${above === entry.parent ? "" : "further "}under ${inQuotes(name.text)}`;
  }
  return `the ${keyword} without a name`;
}
