/** Pieces of the sentences in which problems are told. */
import type { Entry } from "../../language/entry.ts";

/** The colon of Chinese and Japanese keyboards. */
export const FULL_WIDTH_COLON = "：";
/** What is said of it where the language's own colon belongs. */
export const NARROW_COLON = "The colon after a head is the narrow one: write “:”, not “：”.";

/** “word” */
export const quoted = (word: string): string => `“${word}”`;

/** “one, two or three” */
export function listed(words: readonly string[], link: "and" | "or"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${link} ${last}`;
}

/** With a capital at its beginning. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** “ Did you mean “keep” or “keen”?”, to be put after a sentence; nothing where nothing is near. */
export const didYouMean = (offers: readonly string[]): string =>
  offers.length === 0 ? "" : ` Did you mean ${listed(offers.map(quoted), "or")}?`;

/**
 * What an entry is called in a sentence: its name, or where it stands. Not its words: a sentence about several entries
 * is not made again while one types in one of them.
 */
export function label(entry: Entry): string {
  if (entry.head.name !== undefined) return quoted(entry.head.name.text);
  const { keyword } = entry.head;
  for (let above = entry.parent; above !== undefined; above = above.parent) {
    const { name } = above.head;
    if (name !== undefined)
      return `the ${keyword} ${above === entry.parent ? "" : "further "}under ${quoted(name.text)}`;
  }
  return `the ${keyword} without a name`;
}
