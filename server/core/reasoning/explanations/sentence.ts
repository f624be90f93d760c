/** Sentences that name entries, which become links where the sentence is shown. */
import type { Entry } from "../../language/entry.ts";

/** A sentence or part of one: texts, and entries that it names. */
export type Sentence = readonly (string | Entry)[];

/** What stands between the items of a list, and before the last one. */
export interface ListForms {
  readonly separator: string;
  readonly last: string;
}

/** Returns a sentence as one string, with the given words for the entries that it names. */
export const sentenceText = (sentence: Sentence, label: (entry: Entry) => string): string =>
  sentence.map((part) => (typeof part === "string" ? part : label(part))).join("");

/** Joins parts of a sentence to a list. */
export const joinParts = ({ separator, last }: ListForms, items: readonly Sentence[]): Sentence =>
  items.flatMap((item, index) => (index === 0 ? item : [index === items.length - 1 ? last : separator, ...item]));
