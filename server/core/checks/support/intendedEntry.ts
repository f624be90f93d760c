/** Finds the entries that lines were meant as, with the keyword that is allowed at that place. */
import type { Entry, Line } from "../../language/entry.ts";
import { type EntryReading, lacksOnlyColon, type Rewrite } from "../../language/intent/entryReading.ts";
import { keywordUnder } from "../../language/intent/nearKeyword.ts";
import { isMidSentence, isSentenceEnd, mayContinueSentence } from "../../language/intent/prose.ts";
import { entryReadingOf } from "../../language/intent/unfinishedEntry.ts";
import { scanLine } from "../../language/parsing/scanLine.ts";
import { isKeyword, type Keyword, keywordRules } from "../../language/vocabulary.ts";
import type { EntryTextLine } from "./textLines.ts";

/** An entry that a line was meant as. */
export interface IntendedEntry {
  readonly reading: EntryReading;
  /** The keyword that is allowed at the place of the line; if none is, the one that was meant. */
  readonly keyword: Keyword;
  /** Whether no such entry is allowed at that place. */
  readonly isMisplaced: boolean;
  /** Whether nothing but the colon is wrong. */
  readonly lacksOnlyColon: boolean;
}

/** Returns the entry that a line of text was probably meant as; undefined if the line is prose. */
export function intendedEntry(owner: Entry, text: EntryTextLine): IntendedEntry | undefined {
  const reading = entryReadingOf(text.scanned);
  if (reading === undefined || isProse(reading, owner, text)) return undefined;
  // `for: keep` under a reason: `near-key` reports the clause.
  if (keywordRules[owner.head.keyword].clauses.some((clause) => clause === reading.word.text)) return undefined;
  // A word such as “support” alone on a line ends a sentence more often than it begins an entry.
  if (reading.headEnd === "none" && !isKeyword(reading.word.text)) return undefined;
  return placed(reading, owner) ?? (isClearlyMisplaced(reading, owner) ? misplaced(reading) : undefined);
}

/** Whether a line is nothing but an entry that cannot be here. A source under a claim is read as an attribute. */
const isClearlyMisplaced = ({ keyword, headEnd, confidence, isConclusion }: EntryReading, owner: Entry): boolean =>
  (confidence === "certain" || isConclusion) &&
  headEnd !== "none" &&
  owner.head.keyword !== "quote" &&
  !PREAMBLE.has(keyword);

const PREAMBLE: ReadonlySet<Keyword> = new Set(["map", "import", "source"]);

/** Returns the entry that a line with entries under it was meant as; undefined for a finished entry. */
export function unfinishedEntry({ line, parent }: Entry): IntendedEntry | undefined {
  const plain = line.scanned.kind === "entry" ? line.scanned.withoutChildren : undefined;
  const reading = plain === undefined ? undefined : entryReadingOf(plain);
  if (reading === undefined) return undefined;
  return placed(reading, parent) ?? misplaced(reading);
}

function isProse({ confidence }: EntryReading, owner: Entry, text: EntryTextLine): boolean {
  if (confidence === "certain" || isSentenceEnd(text.before)) return false;
  // A quote may end anywhere, and only an objection can be under it.
  return confidence === "likely" || owner.head.keyword === "quote"
    ? isMidSentence(text.before)
    : mayContinueSentence(text);
}

function placed(reading: EntryReading, parent: Entry | undefined): IntendedEntry | undefined {
  const keyword = keywordUnder(reading.keyword, parent?.head.keyword);
  // A conclusion from an entry is no reason for it.
  return keyword === undefined || (reading.isConclusion && keyword !== reading.keyword)
    ? undefined
    : { reading, keyword, isMisplaced: false, lacksOnlyColon: lacksOnlyColon(reading) };
}

const misplaced = (reading: EntryReading): IntendedEntry => ({
  reading,
  keyword: reading.keyword,
  isMisplaced: true,
  lacksOnlyColon: lacksOnlyColon(reading),
});

/** Returns the correction of a line, if the parser reads the result as an entry. */
export function correctionsOf({ scanned }: Line, { start, end, text }: Rewrite): readonly string[] {
  const corrected = scanLine(scanned.raw.slice(0, start) + text + scanned.raw.slice(end));
  return corrected.kind === "entry" && corrected.head.form !== "broken" ? [text] : [];
}
