/** Finds the attributes and clauses that lines of text were meant as. */
import type { Entry } from "../../language/entry.ts";
import { type ColumnRange, splitHead } from "../../language/head.ts";
import { type AttributeReading, readAttributes, TITLED } from "../../language/intent/attributeReading.ts";
import { headWordCount } from "../../language/intent/headWords.ts";
import { skipMarks } from "../../language/intent/listMark.ts";
import { isMidSentence, isSentenceEnd, mayContinueSentence } from "../../language/intent/prose.ts";
import {
  type ClauseWord,
  isClaimLike,
  isClauseWord,
  isStep,
  type Keyword,
  keywordRules,
} from "../../language/vocabulary.ts";
import type { EntryTextLine } from "./textLines.ts";

/** An attribute, a clause or name that belongs in the head, or a key before the text itself. */
export type IntendedAttribute =
  | { readonly kind: "text" | "name"; readonly at: ColumnRange }
  | { readonly kind: "attribute"; readonly reading: AttributeReading }
  | { readonly kind: "clause"; readonly word: ClauseWord; readonly at: ColumnRange };

/** Returns the attribute or clause that a line of text was probably meant as; undefined if the line is prose. */
export function intendedAttribute(entry: Entry, text: EntryTextLine): IntendedAttribute | undefined {
  if (entry.head.form === "bare") return undefined;
  return intendedPart(entry, text) ?? intendedClause(entry, text) ?? readingOf(entry, text);
}

/** Keys of other formats for what an entry has without a key. A list mark may come before them, as in YAML. */
const PART_KEY = /^(text|content|body|name|id):[\s\p{Zs}]+(?=\S)/u;
/** A value that can be a name. */
const NAME_VALUE = /^[\p{L}\p{N}_-]+$/u;

/** `text: It should stay.`, or `name: keep` where there is no name. */
function intendedPart({ head }: Entry, { start, words, scanned }: EntryTextLine): IntendedAttribute | undefined {
  if (head.form !== "full" || !canHaveText(head.keyword)) return undefined;
  const from = skipMarks(scanned.raw, start);
  const [key = "", word] = PART_KEY.exec(scanned.raw.slice(from)) ?? [];
  if (word === undefined) return undefined;
  if (word !== "name" && word !== "id") return { kind: "text", at: { start, end: from + key.length } };
  const value = scanned.raw.slice(from + key.length).trimEnd();
  return NAME_VALUE.test(value) ? { kind: "name", at: { start, end: start + words.length } } : undefined;
}

const canHaveText = (keyword: Keyword): boolean => isClaimLike(keyword) || isStep(keyword) || keyword === "question";

/** `by: lind`, or a line that is only `by lind` after a sentence. */
function intendedClause({ head }: Entry, text: EntryTextLine): IntendedAttribute | undefined {
  const { start, words } = text;
  const word = /^[a-z]+(?:-[a-z]+)?(?=:?(?:[\s\p{Zs}]|$))/u.exec(words)?.[0] ?? "";
  if (head.form !== "full" || !takesClause(head.keyword, word)) return undefined;
  const isKey = words.startsWith(":", word.length);
  if (!isKey && !(isSentenceEnd(text.before) && isOnlyClauses(words))) return undefined;
  return { kind: "clause", word, at: { start, end: start + (isKey ? word.length : words.length) } };
}

/** Whether a text is a list of clauses with their names, and nothing else. */
export function isOnlyClauses(text: string): boolean {
  const { words } = splitHead(text, 0, text.length);
  return words.length > 1 && headWordCount([{ text: "", start: 0, end: 0 }, ...words], false) === words.length + 1;
}

/** Whether a word is a clause word that entries with a keyword take. */
export const takesClause = (keyword: Keyword, word: string): word is ClauseWord =>
  isClauseWord(word) && keywordRules[keyword].clauses.includes(word);

function readingOf({ head }: Entry, text: EntryTextLine): IntendedAttribute | undefined {
  const reading = readAttributes(text.line.scanned.raw, text.start, head.keyword);
  if (reading === undefined) return undefined;
  // A title or a name is hardly wrapped before a key.
  const isProse = TITLED.has(head.keyword) ? isMidSentence(text.before) : mayContinueSentence(text);
  return reading.isOrdinary && isProse ? undefined : { kind: "attribute", reading };
}
