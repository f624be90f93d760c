/** Plurals, articles, lists and capitals in English messages. */

/** Returns the form of a word for a number: `plural(2, "is", "are")` is `are`. The default plural ends in `s`. */
export const plural = (count: number, one: string, other = `${one}s`): string => (count === 1 ? one : other);

/** Returns a number with its noun: `3 claims`. */
export const counted = (count: number, one: string, other?: string): string => `${count} ${plural(count, one, other)}`;

/** Joins words to a list: `one, two or three`. */
export function joinList(words: readonly string[], conjunction: "and" | "or" = "and"): string {
  const last = words.at(-1) ?? "";
  // Not `Intl.ListFormat`: loading its data takes a tenth of the start of a command.
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}

/** Returns the text with a capital first letter. */
export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Returns a noun with its indefinite article: “a claim”, “an objection”. */
export const withArticle = (noun: string): string => `${/^[aeio]/.test(noun) ? "an" : "a"} ${noun}`;
