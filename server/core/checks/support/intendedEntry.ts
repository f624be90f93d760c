/** Finds the entries that lines were meant as, with the keyword that is allowed at that place. */
import type { Entry, Line } from "../../language/entry.ts";
import type { EntryReading, Rewrite } from "../../language/intent/entryReading.ts";
import { keywordUnder } from "../../language/intent/nearKeyword.ts";
import { isMidSentence, isSentenceEnd, mayContinueSentence } from "../../language/intent/prose.ts";
import { entryReadingOf } from "../../language/intent/unfinishedEntry.ts";
import { scanLine } from "../../language/scanLine.ts";
import { isKeyword, type Keyword } from "../../language/vocabulary.ts";
import type { EntryTextLine } from "./textLines.ts";

/** An entry that a line was meant as. */
export interface IntendedEntry {
  readonly reading: EntryReading;
  /** The keyword that is allowed at the place of the line. */
  readonly keyword: Keyword;
  /** Whether nothing but the colon is wrong. */
  readonly lacksOnlyColon: boolean;
}

/** Returns the entry that a line of text was probably meant as; undefined if the line is prose. */
export function intendedEntry(owner: Entry, text: EntryTextLine): IntendedEntry | undefined {
  const reading = entryReadingOf(text.scanned);
  if (reading === undefined || isProse(reading, owner, text)) return undefined;
  // A word such as “support” alone on a line ends a sentence more often than it begins an entry.
  if (reading.headEnd === "none" && !isKeyword(reading.word.text)) return undefined;
  return placed(reading, owner);
}

/** Returns the entry that a line with entries under it was meant as; undefined for a finished entry. */
export function unfinishedEntry({ line, parent }: Entry): IntendedEntry | undefined {
  const plain = line.scanned.kind === "entry" ? line.scanned.withoutChildren : undefined;
  const reading = plain === undefined ? undefined : entryReadingOf(plain);
  if (reading === undefined) return undefined;
  return placed(reading, parent) ?? { reading, keyword: reading.keyword, lacksOnlyColon: lacksOnlyColon(reading) };
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
  return keyword === undefined ? undefined : { reading, keyword, lacksOnlyColon: lacksOnlyColon(reading) };
}

/** Returns the correction of a line, if the parser reads the result as an entry. */
export function correctionsOf({ scanned }: Line, { start, end, text }: Rewrite): readonly string[] {
  const corrected = scanLine(scanned.raw.slice(0, start) + text + scanned.raw.slice(end));
  return corrected.kind === "entry" && corrected.head.form !== "broken" ? [text] : [];
}

const lacksOnlyColon = ({ word, isMarked, headEnd }: EntryReading): boolean =>
  isKeyword(word.text) && !isMarked && (headEnd === "none" || headEnd === "full-width-colon");
