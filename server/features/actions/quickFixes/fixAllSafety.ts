/** Which mends nobody would not want: those that are made to a whole file at once. */
import { editDistance } from "../../../core/checks/support/spelling.ts";
import type { Entry } from "../../../core/language/entry.ts";
import { splitHead } from "../../../core/language/head.ts";
import { fileOf } from "../../../core/language/map.ts";
import { indentOf, isShallower } from "../../../core/language/nesting.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { isValidValue } from "../../../core/language/values.ts";
import { isClauseWord, isKeyword, keywordRules } from "../../../core/language/vocabulary.ts";

/** Whether the only offer of a problem is surely what was meant, and leaves what is argued as it is. */
export function isSafeReplacement(problem: Problem, suggestion: string, otherProblems: readonly Problem[]): boolean {
  switch (problem.code) {
    case "malformed-head":
      // A word that is taken for one of a clause may have been meant as a part of the name, and a joined name as text.
      return !isClauseWord(suggestion) && suggestion !== problem.entry?.head.error?.joinedName;
    case "stray-line":
    case "malformed-value":
      return true;
    case "near-key":
      return isValueOfKey(problem, suggestion);
    case "near-keyword":
      return isSafeToMakeEntry(problem, otherProblems);
    default:
      return false;
  }
}

/** Whether what stands after a key that was misspelt is a value that only this key would have. */
function isValueOfKey({ at, entry }: Problem, key: string): boolean {
  const value = at.line.scanned.raw.slice(at.end + 1).trim();
  const isDuplicate = entry?.attributes.some((attribute) => attribute.key === key) === true;
  return !isDuplicate && CONSTRAINED_KEYS.has(key) && isValidValue(key, value);
}

/** Keys whose values are of a few words or a form of their own, which no sentence has. */
const CONSTRAINED_KEYS: ReadonlySet<string> = new Set([
  "likelihood",
  "confidence",
  "strength",
  "reliability",
  "date",
  "url",
]);

/**
 * Whether a line of text is an entry but for one slip in its keyword, and nothing that follows would come to belong to
 * something else.
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

/** Whether a keyword may stand where it is nearly written, before a new name or none. */
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

/** Whether a name stands for something already, here or in what is imported. */
const isTaken = (entry: Entry, name: string): boolean =>
  fileOf(entry).resolve({ text: name.normalize("NFC"), prefix: undefined }).state !== "missing";
