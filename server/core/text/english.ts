/** Grammar of English sentences for the user. */

const pluralRules = new Intl.PluralRules("en");
const listFormats = {
  and: new Intl.ListFormat("en-GB", { type: "conjunction" }),
  or: new Intl.ListFormat("en-GB", { type: "disjunction" }),
};

/** The form of a noun or verb for a number: `plural(2, "is", "are")` gives `are`. By default the plural ends in `s`. */
export const plural = (count: number, one: string, other = `${one}s`): string =>
  pluralRules.select(count) === "one" ? one : other;

/** A number with its noun: `3 claims`. */
export const counted = (count: number, one: string, other?: string): string => `${count} ${plural(count, one, other)}`;

/** A list in a sentence: `one, two or three`. */
export const joinList = (words: readonly string[], conjunction: "and" | "or" = "and"): string =>
  listFormats[conjunction].format(words);

/** The text with a capital first letter. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
