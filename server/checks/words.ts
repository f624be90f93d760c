/** Pieces of the sentences in which problems are told. */
import type { Entry } from "../language/entry.ts";

/** “word” */
export const quoted = (word: string): string => `“${word}”`;

/** “a claim”, “an objection” */
export const withArticle = (noun: string): string => `${/^[aeio]/.test(noun) ? "an" : "a"} ${noun}`;

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
export function label({ head, parent }: Entry): string {
  if (head.name !== undefined) return quoted(head.name.text);
  return parent === undefined ? `the ${head.keyword} without a name` : `the ${head.keyword} under ${label(parent)}`;
}
