/** Detects lines of text that look like the use of a claim but are not exactly `premise name`. */
import { isName } from "../../language/characters.ts";
import type { Entry } from "../../language/entry.ts";
import { splitHead, type Word } from "../../language/head.ts";
import { headWordCount, isPlainName } from "../../language/intent/headWords.ts";
import { similarKeyword } from "../../language/intent/nearKeyword.ts";
import { isSentenceEnd } from "../../language/intent/prose.ts";
import { isClauseWord, isStep } from "../../language/vocabulary.ts";
import type { EntryTextLine } from "./textLines.ts";

/** `typo`: the line needs only another keyword or less punctuation; `clause`: it has a clause; `list`: several names. */
export interface CrowdedReference {
  readonly kind: "typo" | "clause" | "list";
  readonly name: string;
}

/** Returns what a line of text uses, if it looks like the use of a claim under a step. */
export function readCrowdedReference(owner: Entry, text: EntryTextLine): CrowdedReference | undefined {
  const { line, words, before } = text;
  if (!isStep(owner.head.keyword) || line.attribute !== undefined || !isSentenceEnd(before)) return undefined;
  const headWords = splitHead(words, 0, words.length).words;
  const name = headWords[1]?.text;
  if (name === undefined) return undefined;
  const correctedName = headWords.length === 2 ? nameWithoutPunctuation(headWords) : undefined;
  if (correctedName !== undefined) return { kind: "typo", name: correctedName };
  if (headWords[0]?.text !== "premise") return undefined;
  if (isClauseWord(headWords[2]?.text ?? "") && headWordCount(headWords, true) === headWords.length)
    return { kind: "clause", name };
  return countListedNames(words, headWords) > 1 ? { kind: "list", name } : undefined;
}

/** Whether a line looks like the use of a claim, so that only `crowded-reference` reports it. */
export const isCrowdedReference = (owner: Entry, text: EntryTextLine): boolean =>
  readCrowdedReference(owner, text) !== undefined;

/** Returns the name in `premis keep`, `premise “keep”` or `premise keep.`; undefined if nothing needs correction. */
function nameWithoutPunctuation([keyword, name]: readonly Word[]): string | undefined {
  if (keyword === undefined || name === undefined) return undefined;
  const text = name.text.replaceAll(/^[\p{Pi}\p{Ps}"'#@]+|[\p{Pf}\p{Pe}"'.;]+$/gu, "");
  const isMisspelt = keyword.text !== "premise";
  if (isMisspelt ? similarKeyword(keyword.text) !== "premise" : text === name.text) return undefined;
  return text.split(".").length <= 2 && text.split(".").every((part) => isPlainName({ ...name, text: part }))
    ? text
    : undefined;
}

/** Returns the number of names after the keyword, if they are separated by commas and nothing else follows; 0 otherwise. */
function countListedNames(words: string, headWords: readonly Word[]): number {
  const isListed = headWords
    .slice(1, -1)
    .every(({ end }, index) => words.slice(end, headWords[index + 2]?.start).includes(","));
  const startsWithName = !words.slice(0, headWords[1]?.start).includes(",");
  return startsWithName && isListed && headWords.slice(1).every(isListedName) ? headWords.length - 1 : 0;
}

/** Whether a word between commas is a name, with or without a prefix. A single letter there is not part of a sentence. */
const isListedName = ({ text, start, end }: Word): boolean =>
  text.split(".").length <= 2 &&
  text.split(".").every((part) => (part.length === 1 ? isName(part) : isPlainName({ text: part, start, end })));
