/** The word differences between a quote and a passage of its source. */
import { diffArrays } from "diff";
import { UNSPACED_CHARACTER, UNSPACED_SCRIPTS } from "./normalize.ts";

/** Words of the quote and the words of the source in their place. One of the two is empty for an insertion or a deletion. */
export interface WordDifference {
  readonly quote: string;
  readonly source: string;
}

/** The word diff stops beyond this many edits, because a longer list of differences is not useful. */
const MAX_EDITS = 200;

/** A run of characters without white space, or one character of a script written without spaces. */
const WORD = new RegExp(String.raw`[${UNSPACED_SCRIPTS}]|[^\s${UNSPACED_SCRIPTS}]+`, "gu");

/** Splits a text into words; each character of a script written without spaces is a word. */
export const splitWords = (text: string): readonly string[] => text.match(WORD) ?? [];

/** Returns the differences in the order of the quote, or undefined if there are too many. */
export function differencesOf(quote: string, source: string): readonly WordDifference[] | undefined {
  const changes = diffArrays([...splitWords(quote)], [...splitWords(source)], { maxEditLength: MAX_EDITS });
  if (changes === undefined) return undefined;
  const differences: WordDifference[] = [];
  let open: { quote: string; source: string } | undefined;
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      open = undefined;
      continue;
    }
    if (open === undefined) {
      open = { quote: "", source: "" };
      differences.push(open);
    }
    open[added ? "source" : "quote"] = joinWords(value);
  }
  return differences;
}

/** Joins words with spaces, except in scripts written without spaces. */
function joinWords(words: readonly string[]): string {
  let text = "";
  for (const word of words)
    text += text === "" || UNSPACED_CHARACTER.test(word) || UNSPACED_CHARACTER.test(text.slice(-1)) ? word : ` ${word}`;
  return text;
}

/** Describes a difference for a message: `“fell” for “had fallen”`. */
export function describeDifference({ quote, source }: WordDifference): string {
  if (quote === "") return `“${source}” added`;
  return source === "" ? `“${quote}” left out` : `“${source}” for “${quote}”`;
}
