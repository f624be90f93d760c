/** Sentences that name entries, which become links where the sentence is shown. */
import type { Entry } from "../../language/entry.ts";
import { joinList } from "../../strings/english.ts";

/** A sentence or part of one: texts, and entries that it names. */
export type Sentence = readonly (string | Entry)[];

/** Returns a sentence as one string, with the given words for the entries that it names. */
export const sentenceText = (sentence: Sentence, label: (entry: Entry) => string): string =>
  sentence.map((part) => (typeof part === "string" ? part : label(part))).join("");

/** Joins parts of a sentence with commas and “and”. */
export function joinParts(items: readonly Sentence[]): Sentence {
  // The list is formatted with numbers in the place of its items.
  return joinList(items.map((_, index) => `${index}`))
    .split(/(\d+)/)
    .flatMap((part): Sentence => (/^\d+$/.test(part) ? (items[Number(part)] ?? []) : [part]))
    .filter((part) => part !== "");
}
