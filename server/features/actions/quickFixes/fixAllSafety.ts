/** Which mends nobody would not want: those that are made to a whole file at once. */
import { slips } from "../../../core/checks/support/spelling.ts";
import type { Entry } from "../../../core/language/entry.ts";
import { wordsOf } from "../../../core/language/head.ts";
import { fileOf } from "../../../core/language/map.ts";
import { indentOf, isOutside } from "../../../core/language/nesting.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { isWellFormed } from "../../../core/language/values.ts";
import { isClauseWord, isKeyword, rules } from "../../../core/language/vocabulary.ts";

/** Whether the only offer of a problem is surely what was meant, and leaves what is argued as it is. */
export function isSureToWrite(problem: Problem, offer: string, others: readonly Problem[]): boolean {
  switch (problem.code) {
    case "malformed-head":
      // A word that is taken for one of a clause may have been meant as a part of the name, and a joined name as text.
      return !isClauseWord(offer) && offer !== problem.entry?.head.fault?.joined;
    case "stray-line":
    case "malformed-value":
      return true;
    case "near-key":
      return isGoodValue(problem, offer);
    case "near-keyword":
      return isSurelyEntry(problem, others);
    default:
      return false;
  }
}

/** Whether what stands after a key that was misspelt is a value that only this key would have. */
function isGoodValue({ at, entry }: Problem, key: string): boolean {
  const value = at.line.reading.raw.slice(at.end + 1).trim();
  const isThere = entry?.attributes.some((attribute) => attribute.key === key) === true;
  return !isThere && CLOSED.has(key) && isWellFormed(key, value);
}

/** Keys whose values are of a few words or a form of their own, which no sentence has. */
const CLOSED: ReadonlySet<string> = new Set(["likelihood", "confidence", "strength", "reliability", "date", "url"]);

/**
 * Whether a line of text is an entry but for one slip in its keyword, and nothing that follows would come to belong to
 * something else.
 */
function isSurelyEntry(problem: Problem, others: readonly Problem[]): boolean {
  const { at, entry } = problem;
  if (entry === undefined || !isSlip(problem)) return false;
  const slipped = new Set(others.flatMap((other) => (isSlip(other) ? [other.at.line] : [])));
  let above = at.line;
  for (const line of entry.lines.slice(entry.lines.indexOf(at.line) + 1)) {
    const { kind } = line.reading;
    if (kind === "blank" || kind === "comment") continue;
    if (kind === "attribute" || line.attribute !== undefined) return false;
    if (isOutside(indentOf(above), indentOf(line))) continue;
    if (!slipped.has(line)) return false;
    above = line;
  }
  return true;
}

/** Whether a keyword may stand where it is nearly written, before a new name or none. */
function isSlip({ at, code, entry, offers }: Problem): boolean {
  const [keyword = ""] = offers;
  if (code !== "near-keyword" || entry === undefined || !isKeyword(keyword) || offers.length > 1) return false;
  const { raw } = at.line.reading;
  if (slips(raw.slice(at.start, at.end).toLowerCase(), keyword) > 1) return false;
  if (entry.head.form !== "full" || !rules[keyword].under.includes(entry.head.keyword)) return false;
  const { words } = wordsOf(raw, at.end, raw.indexOf(":", at.end));
  const name = words[0]?.text;
  return words.length === 0 || (words.length === 1 && name !== undefined && !isTaken(entry, name));
}

/** Whether a name stands for something already, here or in what is imported. */
const isTaken = (entry: Entry, name: string): boolean =>
  fileOf(entry).resolve({ text: name.normalize("NFC"), prefix: undefined }).state !== "missing";
