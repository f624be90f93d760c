/** Detects misspelt clause words and other words for them. */
import type { Word } from "../../language/head.ts";
import { CLAUSE_SYNONYMS } from "../../language/parsing/headErrors.ts";
import { type ClauseWord, isClauseWord, type Keyword, keywordRules } from "../../language/vocabulary.ts";
import { editDistance } from "../../strings/spelling.ts";

/** English words within one or two edits of a clause word. */
const NOT_CLAUSE_WORDS = new Set(
  "again answered contracts contrasts contradict far fir flor fog form fort four fox or".split(" "),
);

/**
 * Returns a word of a head that may have been meant as a clause word of the entry: one with a capital or a misspelt one,
 * followed by a name and not preceded by a clause word.
 */
export function nearClauseWord(
  keyword: Keyword,
  words: readonly Word[],
): { readonly word: Word; readonly meant: ClauseWord } | undefined {
  for (const [index, word] of [...words.entries()].slice(1)) {
    const [before, after] = [words[index - 1]?.text ?? "", words[index + 1]?.text];
    if (isClauseWord(word.text) || isClauseWord(before) || after === undefined || isClauseWord(after)) continue;
    const meant = nearestClauseWord(keyword, word.text, index > 1);
    if (meant !== undefined) return { word, meant };
  }
  return undefined;
}

/**
 * Returns the clause word of the entry that a word is near.
 * @param hasName whether a name precedes the word, so that a near miss of the short word `for` counts too
 */
export function nearestClauseWord(keyword: Keyword, word: string, hasName: boolean): ClauseWord | undefined {
  const lowerCase = word.toLowerCase();
  if (NOT_CLAUSE_WORDS.has(lowerCase)) return undefined;
  const { clauses } = keywordRules[keyword];
  const isNear = (clause: ClauseWord): boolean => {
    const maxDistance = clause === "by" ? 0 : clause === "for" ? Number(hasName) : 2;
    const distance = editDistance(lowerCase, clause);
    return distance <= maxDistance || (distance === 1 && isAnagram(lowerCase, clause));
  };
  const near = clauses.find(isNear);
  if (near !== undefined) return near;
  const synonym = [...CLAUSE_SYNONYMS].find(
    ([one, clause]) => clauses.includes(clause) && editDistance(lowerCase, one) <= 1,
  );
  return synonym?.[1];
}

const isAnagram = (a: string, b: string): boolean => [...a].sort().join("") === [...b].sort().join("");
