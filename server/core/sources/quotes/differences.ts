/** What sets a passage apart from a quote, in words. */
import { diffArrays } from "diff";
import { UNSPACED_CHARACTER, UNSPACED_SCRIPTS } from "../text/normalise.ts";

/** Words of the quote in the place of which the source has others; empty where one of the two has none there. */
export interface WordDifference {
  readonly quote: string;
  readonly source: string;
}

/** More words than these are compared no further: what nobody reads need not be told. */
const MAX_EDITS = 200;

/** A run of letters between spaces, or one character of a script that is written without them. */
const WORD = new RegExp(String.raw`[${UNSPACED_SCRIPTS}]|[^\s${UNSPACED_SCRIPTS}]+`, "gu");

export const splitWords = (text: string): readonly string[] => text.match(WORD) ?? [];

/** What differs, in the order of the quote; undefined where nearly everything does. */
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

/** Words as they stand beside each other. */
function joinWords(words: readonly string[]): string {
  let text = "";
  for (const word of words)
    text += text === "" || UNSPACED_CHARACTER.test(word) || UNSPACED_CHARACTER.test(text.slice(-1)) ? word : ` ${word}`;
  return text;
}

/** A difference as it is told: “fell” for “had fallen”. */
export function describeDifference({ quote, source }: WordDifference): string {
  if (quote === "") return `“${source}” added`;
  return source === "" ? `“${quote}” left out` : `“${source}” for “${quote}”`;
}
