/** What sets a passage apart from a quote, in words. */
import { diffArrays } from "diff";
import { UNSPACED, WITHOUT_SPACES } from "../text/normalise.ts";

/** Words of the quote in the place of which the source has others; empty where one of the two has none there. */
export interface Difference {
  readonly quote: string;
  readonly source: string;
}

/** More words than these are compared no further: what nobody reads need not be told. */
const MOST_EDITS = 200;

/** A run of letters between spaces, or one character of a script that is written without them. */
const WORD = new RegExp(String.raw`[${UNSPACED}]|[^\s${UNSPACED}]+`, "gu");

export const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

/** What differs, in the order of the quote; undefined where nearly everything does. */
export function differencesOf(quote: string, source: string): readonly Difference[] | undefined {
  const changes = diffArrays([...wordsOf(quote)], [...wordsOf(source)], { maxEditLength: MOST_EDITS });
  if (changes === undefined) return undefined;
  const differences: Difference[] = [];
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
    open[added ? "source" : "quote"] = joined(value);
  }
  return differences;
}

/** Words as they stand beside each other. */
function joined(words: readonly string[]): string {
  let text = "";
  for (const word of words)
    text += text === "" || WITHOUT_SPACES.test(word) || WITHOUT_SPACES.test(text.slice(-1)) ? word : ` ${word}`;
  return text;
}

/** A difference as it is told: “fell” for “had fallen”. */
export function toldDifference({ quote, source }: Difference): string {
  if (quote === "") return `“${source}” added`;
  return source === "" ? `“${quote}” left out` : `“${source}” for “${quote}”`;
}
