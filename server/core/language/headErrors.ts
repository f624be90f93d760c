/** Says in the words of the language what is wrong with a head that cannot be read. */

import { isName, normaliseName } from "./characters.ts";
import type { ColumnRange, HeadError, Word } from "./head.ts";
import { type ClauseWord, isClauseWord, isStep, type Keyword, keywordRules, withArticle } from "./vocabulary.ts";

/** A head of more words is broken, whatever they are: it is prose, or something else that was pasted. */
export const MAX_HEAD_WORDS = 200;

const headExamples: { readonly [K in Keyword]: string } = {
  map: "map: Title of the map",
  import: "import prefix: other.argmap",
  source: "source report: Title of the report",
  speaker: "speaker lind: Maja Lind",
  question: "question charge: Should it stay?",
  claim: "claim keep by lind: It should stay.",
  reason: "reason air for keep: The air got cleaner.",
  objection: "objection cost against keep: It costs too much.",
  premise: "premise fell: It fell by a fifth.",
  assumption: "assumption cause: Nothing else changed.",
  quote: "quote report: the words quoted",
};

/** “A claim”, “An objection” */
const capitalisedWithArticle = (keyword: Keyword): string => withArticle(keyword).replace("a", "A");

/**
 * What is wrong with a broken head: the first thing a reader would stumble over.
 * @param invalidName a word that stands where a name is expected and cannot be one
 */
export function headError(
  keyword: Keyword,
  words: readonly Word[],
  headRange: ColumnRange,
  hasColon: boolean,
  invalidName: Word | undefined,
): HeadError {
  const exampleHint = `for example “${headExamples[keyword]}”`;
  const [actualKeyword] = words;
  if (actualKeyword !== undefined && actualKeyword.text !== keyword) {
    const { start, end } = actualKeyword;
    const message =
      actualKeyword.text.toLowerCase() === keyword
        ? `Keywords are written small: “${keyword}”.`
        : `Did you mean “${keyword}”?`;
    return { start, end, message, suggestion: keyword };
  }
  if (!hasColon) {
    return {
      ...headRange,
      message: `${capitalisedWithArticle(keyword)} needs a colon between its head and its text, ${exampleHint}.`,
    };
  }
  const second = words[1];
  if (keywordRules[keyword].name === "none" && second !== undefined) {
    return {
      ...second,
      message: `${capitalisedWithArticle(keyword)} has no name: the colon follows at once, ${exampleHint}.`,
    };
  }
  let clause: { readonly word: ClauseWord; readonly at: Word } | undefined;
  for (const [index, word] of words.entries()) {
    if (index === 0) continue;
    if (isClauseWord(word.text)) {
      if (!allowsClauses(keyword)) {
        return {
          ...word,
          message: `${capitalisedWithArticle(keyword)} takes no “${word.text}”; its form is “${headExamples[keyword]}”.`,
        };
      }
      if (clause !== undefined) return missingNameError(clause);
      clause = { word: word.text, at: word };
      continue;
    }
    const clauseError = misspeltClauseError(keyword, words, index);
    if (clauseError !== undefined) return clauseError;
    if (word === invalidName) return { ...word, message: invalidNameMessage(word.text) };
    if (keyword !== "quote" && clause === undefined && word.text.includes(".")) {
      return {
        ...word,
        message: `A new name has no prefix: write “${word.text.split(".").join("-")}” or a name of its own.`,
      };
    }
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
        message: `${capitalisedWithArticle(keyword)} has one name before its clauses: join the words (“${joinedName}”), or put the colon before its text.`,
        // More words than two are rather a sentence, and a source has to be there already.
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
      message: `This head has ${words.length} words, and no head has more than ${MAX_HEAD_WORDS}.`,
    };
  }
  return { ...headRange, message: `This head cannot be read; ${withArticle(keyword)} is written ${exampleHint}.` };
}

/** Words that are taken for those of clauses, with those. */
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
  ["accepted", "accepted-by"],
  ["acceptedby", "accepted-by"],
  ["accepted_by", "accepted-by"],
  ["rejected", "rejected-by"],
  ["rejectedby", "rejected-by"],
  ["rejected_by", "rejected-by"],
]);

/** A word that is taken for one of a clause that the entry takes, with a name after it. After a clause word stands a name. */
function misspeltClauseError(keyword: Keyword, words: readonly Word[], index: number): HeadError | undefined {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next === undefined || isClauseWord(words[index - 1]?.text ?? "")) return undefined;
  // `accepted by lind`
  const joined = `${word.text}-${next.text}`;
  const isSplit = isClauseWord(joined);
  const after = isSplit ? words[index + 2] : next;
  const clauseWord = isSplit ? joined : CLAUSE_SYNONYMS.get(word.text);
  if (clauseWord === undefined || after === undefined || isClauseWord(after.text)) return undefined;
  const at = { start: word.start, end: isSplit ? next.end : word.end };
  const expectedWord = keyword === "reason" ? "for" : "against";
  if ((clauseWord === "for" || clauseWord === "against") && isStep(keyword) && clauseWord !== expectedWord) {
    const otherStep = keyword === "reason" ? "an objection" : "a reason";
    const message = `${capitalisedWithArticle(keyword)} is “${expectedWord}” something. Write “${expectedWord}”, not “${word.text}”, or make it ${otherStep}.`;
    return { ...at, message, suggestion: expectedWord };
  }
  if (!keywordRules[keyword].clauses.includes(clauseWord)) return undefined;
  const actualText = isSplit ? `${word.text} ${next.text}` : word.text;
  const message = `The word for this in the head of ${withArticle(keyword)} is “${clauseWord}”, not “${actualText}”.`;
  return { ...at, message, suggestion: clauseWord };
}

const allowsClauses = (keyword: Keyword): boolean => keywordRules[keyword].clauses.length > 0;

const missingNameError = ({ word, at }: { readonly word: ClauseWord; readonly at: Word }): HeadError => ({
  start: at.start,
  end: at.end,
  message: `“${word}” needs a name after it, for example “${word} ${clauseNameExamples[word]}”.`,
});

const clauseNameExamples: { readonly [W in ClauseWord]: string } = {
  by: "lind",
  for: "keep",
  against: "keep",
  answers: "charge",
  contradicts: "keep",
  "accepted-by": "lind",
  "rejected-by": "lind",
};

function invalidNameMessage(word: string): string {
  const parts = word.split(".");
  if (parts.length > 2) return `“${word}” cannot be a name: a reference has at most one prefix, as in “prefix.name”.`;
  const part = parts.find((one) => !isName(normaliseName(one))) ?? word;
  const invalidCharacter = [...part].find((character) => !/[\p{L}\p{M}\p{N}_-]/u.test(character));
  if (part === "") return `“${word}” cannot be a name: something is missing beside its full stop.`;
  return invalidCharacter === undefined
    ? `“${part}” cannot be a name: a name starts with a letter.`
    : `“${part}” cannot be a name: names are made of letters, digits, - and _, and “${invalidCharacter}” is none of these.`;
}
