/** Decides which suggestions are safe enough to be applied to a whole file at once. */

import { isValidValue } from "../../../core/language/attributes/values.ts";
import { normalizeName } from "../../../core/language/characters.ts";
import type { Entry } from "../../../core/language/entry.ts";
import { splitHead } from "../../../core/language/head.ts";
import { fileOf } from "../../../core/language/map.ts";
import { indentOf, isShallower } from "../../../core/language/parsing/nesting.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { isClauseWord, isKeyword, keywordRules } from "../../../core/language/vocabulary.ts";
import { editDistance, maxEditDistance } from "../../../core/strings/spelling.ts";

/** Whether the only suggestion of a problem is certainly what was meant and does not change the argument. */
export function isSafeReplacement(problem: Problem, suggestion: string, otherProblems: readonly Problem[]): boolean {
  switch (problem.code) {
    case "malformed-head":
      // A misspelt clause word could be part of a name, and words to be joined into a name could be text.
      return !isClauseWord(suggestion) && suggestion !== problem.entry?.head.error?.joinedName;
    case "stray-line":
      return true;
    case "malformed-value":
      return isTypo(markedText(problem), suggestion);
    case "near-key":
      return isValueOfKey(problem, suggestion);
    case "near-keyword":
      return isSafeToMakeEntry(problem, otherProblems);
    default:
      return false;
  }
}

const markedText = ({ at }: Problem): string => at.line.scanned.raw.slice(at.start, at.end);

/** Whether a word differs from the right one only in its case, its separators or a few letters. */
const isTypo = (value: string, suggestion: string): boolean =>
  editDistance(value.toLowerCase().replaceAll(/[\s_]+/g, "-"), suggestion.toLowerCase()) <= maxEditDistance(suggestion);

/** Whether the text after a misspelt key is a value that is typical of the suggested key. */
function isValueOfKey({ at, entry }: Problem, key: string): boolean {
  const value = at.line.scanned.raw.slice(at.end + 1).trim();
  const isDuplicate = entry?.attributes.some((attribute) => attribute.key === key) === true;
  return !isDuplicate && CONSTRAINED_KEYS.has(key) && isValidValue(key, value);
}

/** Keys whose values have a fixed form, so that a sentence is not mistaken for one. */
const CONSTRAINED_KEYS: ReadonlySet<string> = new Set([
  "likelihood",
  "confidence",
  "strength",
  "reliability",
  "date",
  "url",
]);

/**
 * Whether a line of text is an entry except for a typo in its keyword, and no line after it would get another parent.
 */
function isSafeToMakeEntry(problem: Problem, otherProblems: readonly Problem[]): boolean {
  const { at, entry } = problem;
  if (entry === undefined || !isKeywordTypo(problem)) return false;
  const typoLines = new Set(otherProblems.flatMap((other) => (isKeywordTypo(other) ? [other.at.line] : [])));
  let above = at.line;
  for (const line of entry.lines.slice(entry.lines.indexOf(at.line) + 1)) {
    const { kind } = line.scanned;
    if (kind === "blank" || kind === "comment") continue;
    if (kind === "attribute" || line.attribute !== undefined) return false;
    if (isShallower(indentOf(above), indentOf(line))) continue;
    if (!typoLines.has(line)) return false;
    above = line;
  }
  return true;
}

/** Whether a problem is a keyword with a typo, in a valid position and before a new name or none. */
function isKeywordTypo({ at, code, entry, suggestions }: Problem): boolean {
  const [keyword = ""] = suggestions;
  if (code !== "near-keyword" || entry === undefined || !isKeyword(keyword) || suggestions.length > 1) return false;
  const { raw } = at.line.scanned;
  if (editDistance(raw.slice(at.start, at.end).toLowerCase(), keyword) > 1) return false;
  if (entry.head.form !== "full" || !keywordRules[keyword].allowedParents.includes(entry.head.keyword)) return false;
  const { words } = splitHead(raw, at.end, raw.indexOf(":", at.end));
  const name = words[0]?.text;
  return words.length === 0 || (words.length === 1 && name !== undefined && !isTaken(entry, name));
}

/** Whether a name is already defined in this file or an import. */
const isTaken = (entry: Entry, name: string): boolean =>
  fileOf(entry).resolve({ text: normalizeName(name), prefix: undefined }).state !== "missing";
