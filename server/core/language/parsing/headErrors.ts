/** Explains why a head cannot be read. */

import { capitalize, withArticle } from "../../strings/english.ts";
import { isName, normalizeName } from "../characters.ts";
import type { ColumnRange, HeadError, Word } from "../head.ts";
import { translatedClauseWord } from "../intent/translations.ts";
import { type ClauseWord, isClauseWord, type Keyword, keywordRules } from "../vocabulary.ts";

/** A longer head is broken, whatever its words are: it is prose, or pasted from elsewhere. */
export const MAX_HEAD_WORDS = 200;

const headExamples: { readonly [K in Keyword]: string } = {
  map: "map: Title of the map",
  import: "import prefix: other.argmap",
  source: "source report: Title of the report",
  speaker: "speaker lind: Maja Lind",
  question: "question charge: Should it stay?",
  claim: "claim keep by lind: It should stay",
  reason: "reason air for keep: The air got cleaner",
  objection: "objection cost against keep: It costs too much",
  premise: "premise fell: It fell by a fifth",
  assumption: "assumption cause: Nothing else changed",
  quote: "quote report: the quoted words",
};

/**
 * Returns the first error in a broken head.
 * @param invalidName a word that is not a valid name but is used as one
 */
export function headError(
  keyword: Keyword,
  words: readonly Word[],
  headRange: ColumnRange,
  hasColon: boolean,
  invalidName: Word | undefined,
): HeadError {
  const subject = capitalize(withArticle(keyword));
  const example = `as in “${headExamples[keyword]}”`;
  const [actualKeyword] = words;
  if (actualKeyword !== undefined && actualKeyword.text !== keyword) {
    const { start, end } = actualKeyword;
    const message =
      actualKeyword.text.toLowerCase() === keyword
        ? `Keywords are lower-case. Write “${keyword}”.`
        : `Did you mean “${keyword}”?`;
    return { start, end, message, suggestion: keyword };
  }
  if (!hasColon) {
    return { ...headRange, message: `${subject} needs a colon before its text, ${example}.` };
  }
  const second = words[1];
  if (keywordRules[keyword].name === "none" && second !== undefined) {
    return { ...second, message: `${subject} takes no name. Put the colon after “${keyword}”, ${example}.` };
  }
  let clause: { readonly word: ClauseWord; readonly at: Word } | undefined;
  for (const [index, word] of words.entries()) {
    if (index === 0) continue;
    if (isClauseWord(word.text)) {
      if (!allowsClauses(keyword)) {
        return { ...word, message: `${subject} takes no “${word.text}”. Write it ${example}.` };
      }
      if (clause !== undefined) return missingNameError(clause);
      clause = { word: word.text, at: word };
      continue;
    }
    const clauseError = misspeltClauseError(keyword, words, index);
    if (clauseError !== undefined) return clauseError;
    if (keyword !== "quote" && clause === undefined && word.text.includes(".")) {
      const suggestion = word.text.replaceAll(/\.+/g, "-").replace(/^-|-$/g, "");
      const message = `A full stop only follows the prefix of an import. Write “${suggestion}” instead.`;
      if (isName(normalizeName(suggestion))) return { ...word, message, suggestion };
    }
    if (word === invalidName) return { ...word, ...invalidNameError(keyword, word.text) };
    const first = words[1];
    if (clause === undefined && index > 1 && first !== undefined) {
      const joinedName = words
        .slice(1, index + 1)
        .map(({ text }) => text)
        .join("-");
      const after = words[index + 1];
      const isWhole = after === undefined || isClauseWord(after.text);
      return {
        start: first.start,
        end: word.end,
        message: `${subject} takes only one name before its clauses. Join the words, as in “${joinedName}”, or put the colon before the text.`,
        // More than two words are more likely a sentence, and the name of a source must exist already.
        ...(isWhole && keyword !== "quote" && { joinedName }),
      };
    }
    const next = words[index + 1];
    if (clause !== undefined && (next === undefined || isClauseWord(next.text))) clause = undefined;
  }
  if (clause !== undefined) return missingNameError(clause);
  if (words.length > MAX_HEAD_WORDS) {
    return {
      ...headRange,
      message: `This head has ${words.length} words, but at most ${MAX_HEAD_WORDS} are allowed. Shorten it.`,
    };
  }
  return { ...headRange, message: `This head cannot be read. Write it ${example}.` };
}

/** Other words for the clause words, including common misspellings. */
export const CLAUSE_SYNONYMS: ReadonlyMap<string, ClauseWord> = new Map([
  ["support", "for"],
  ["supports", "for"],
  ["supporting", "for"],
  ["attack", "against"],
  ["attacks", "against"],
  ["opposes", "against"],
  ["rebuts", "against"],
  ["undercuts", "against"],
  ["answer", "answers"],
  ["answering", "answers"],
  ["contradict", "contradicts"],
  ["contradicting", "contradicts"],
  ["restate", "restates"],
  ["restating", "restates"],
  ["rephrases", "restates"],
  ["means", "restates"],
  ["same-as", "restates"],
  ["accepted", "accepted-by"],
  ["acceptedby", "accepted-by"],
  ["accepted_by", "accepted-by"],
  ["rejected", "rejected-by"],
  ["rejectedby", "rejected-by"],
  ["rejected_by", "rejected-by"],
]);

/** Returns the error if the word at `index` is a synonym of a clause word that the entry takes, followed by a name. */
function misspeltClauseError(keyword: Keyword, words: readonly Word[], index: number): HeadError | undefined {
  const [word, next] = [words[index], words[index + 1]];
  // The word after a clause word is a name.
  if (word === undefined || next === undefined || isClauseWord(words[index - 1]?.text ?? "")) return undefined;
  // `accepted by lind`
  const joined = `${word.text}-${next.text}`;
  const isSplit = isClauseWord(joined);
  const after = isSplit ? words[index + 2] : next;
  const clauseWord = isSplit
    ? joined
    : (CLAUSE_SYNONYMS.get(word.text) ?? translatedClauseWord(word.text) ?? sideOfArrow(keyword, word.text));
  if (clauseWord === undefined || after === undefined || isClauseWord(after.text)) return undefined;
  const at = { start: word.start, end: isSplit ? next.end : word.end };
  const actualText = isSplit ? `${word.text} ${next.text}` : word.text;
  if (!keywordRules[keyword].clauses.includes(clauseWord)) return undefined;
  const message = `${capitalize(withArticle(keyword))} takes “${clauseWord}”, not “${actualText}”.`;
  return { ...at, message, suggestion: clauseWord };
}

/** `reason air -> keep` */
const sideOfArrow = (keyword: Keyword, word: string): ClauseWord | undefined =>
  !/^(?:[-=]+>|[→⇒⟶])$/u.test(word)
    ? undefined
    : keyword === "reason"
      ? "for"
      : keyword === "objection"
        ? "against"
        : undefined;

const allowsClauses = (keyword: Keyword): boolean => keywordRules[keyword].clauses.length > 0;

const missingNameError = ({ word, at }: { readonly word: ClauseWord; readonly at: Word }): HeadError => ({
  start: at.start,
  end: at.end,
  message: `“${word}” needs a name after it, as in “${word} ${clauseNameExamples[word]}”.`,
});

const clauseNameExamples: { readonly [W in ClauseWord]: string } = {
  by: "lind",
  for: "keep",
  against: "keep",
  answers: "charge",
  contradicts: "keep",
  restates: "keep",
  "accepted-by": "lind",
  "rejected-by": "lind",
};

/** Explains why a word is not a name, and suggests the name that was meant. */
function invalidNameError(keyword: Keyword, word: string): Pick<HeadError, "message" | "suggestion"> {
  const unquoted = word.replaceAll(/^[\p{Pi}\p{Ps}"'‚„]+|[\p{Pf}\p{Pe}"'“‘]+$/gu, "");
  if (unquoted !== word && unquoted.split(".").every((part) => isName(normalizeName(part))))
    return {
      message: `A name has no quotation marks or brackets. Write “${unquoted}” without them.`,
      suggestion: unquoted,
    };
  if (/^\d[\p{L}\p{N}_-]*$/u.test(word) && keywordRules[keyword].name === "defines") {
    const suggestion = keyword.charAt(0) + word;
    return { message: `“${word}” is not a valid name. Start it with a letter, as in “${suggestion}”.`, suggestion };
  }
  return { message: invalidNameMessage(word) };
}

function invalidNameMessage(word: string): string {
  const parts = word.split(".");
  if (parts.length > 2) return `“${word}” is not a valid name. Write at most one prefix, as in “prefix.name”.`;
  const part = parts.find((one) => !isName(normalizeName(one))) ?? word;
  const invalidCharacter = [...part].find((character) => !/[\p{L}\p{M}\p{N}_-]/u.test(character));
  if (part === "") return `“${word}” is not a valid name. Write a name on both sides of the full stop.`;
  return invalidCharacter === undefined
    ? `“${part}” is not a valid name. Start it with a letter.`
    : `“${part}” is not a valid name, because it contains “${invalidCharacter}”. Use letters, digits, “-” and “_”.`;
}
