/** Plurals, lists and capitals in English messages. */

const pluralRules = new Intl.PluralRules("en");
const listFormats = {
  and: new Intl.ListFormat("en-GB", { type: "conjunction" }),
  or: new Intl.ListFormat("en-GB", { type: "disjunction" }),
};

/** Returns the form of a word for a number: `plural(2, "is", "are")` is `are`. The default plural ends in `s`. */
export const plural = (count: number, one: string, other = `${one}s`): string =>
  pluralRules.select(count) === "one" ? one : other;

/** Returns a number with its noun: `3 claims`. */
export const counted = (count: number, one: string, other?: string): string => `${count} ${plural(count, one, other)}`;

/** Joins words to a list: `one, two or three`. */
export const joinList = (words: readonly string[], conjunction: "and" | "or" = "and"): string =>
  listFormats[conjunction].format(words);

/** Returns the text with a capital first letter. */
export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
