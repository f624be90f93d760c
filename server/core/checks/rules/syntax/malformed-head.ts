import type { Entry } from "../../../language/entry.ts";
import { splitHead } from "../../../language/head.ts";
import type { CheckFinding, EntryCheck } from "../../check.ts";
import { unfinishedEntry } from "../../support/intendedEntry.ts";
import {
  didYouMean,
  ESCAPE_TEXT,
  FULL_WIDTH_COLON,
  FULL_WIDTH_COLON_MESSAGE,
  INDENT_TEXT,
} from "../../support/messages.ts";
import { nearClauseWord } from "../../support/nearClauseWord.ts";
import { supportedTarget } from "../../support/supportedTarget.ts";

/** A head that cannot be read. No other problems of its entry are reported. */
export const malformedHead: EntryCheck = {
  code: "malformed-head",
  severity: "error",
  title: "An entry head that cannot be read",
  scope: "entry",
  includesBroken: true,
  *check(entry) {
    const { error } = entry.head;
    // `forgotten-colon` and `near-keyword` report unfinished entries.
    if (error === undefined || unfinishedEntry(entry) !== undefined) return;
    const remedy = entry.indent === "" ? INDENT_TEXT : ESCAPE_TEXT;
    const use = supportedTarget(entry);
    if (use !== undefined) {
      const words = entry.line.scanned.raw.slice(use.nameEnd, use.wordsEnd).trim();
      const message = `A claim does not say what it supports. Write “claim ${use.name}: …” without “${words}”, then “${use.keyword} ${use.clause} ${use.target}:”, and “premise ${use.name}” under that.`;
      yield { at: { line: entry.line, start: use.nameEnd + 1, end: use.wordsEnd }, entry, message };
      return;
    }
    const fullWidth = fullWidthColon(entry);
    if (fullWidth !== undefined) {
      yield { ...fullWidth, message: `${fullWidth.message} ${remedy}` };
      return;
    }
    const clauseFinding = error.suggestion === undefined ? nearClauseFinding(entry) : undefined;
    if (clauseFinding !== undefined) {
      yield { ...clauseFinding, message: `${clauseFinding.message} ${error.message} ${remedy}` };
      return;
    }
    const at = { line: entry.line, start: error.start, end: error.end };
    const suggestion = error.suggestion ?? error.joinedName;
    yield {
      at,
      entry,
      message: `${error.message} ${remedy}`,
      suggestions: suggestion === undefined ? [] : [suggestion],
    };
  },
};

/** `reason air agianst keep: …` */
function nearClauseFinding(entry: Entry): CheckFinding | undefined {
  const { line, head } = entry;
  const near = nearClauseWord(head.keyword, splitHead(line.scanned.raw, head.start, head.end - 1).words);
  if (near === undefined) return undefined;
  const { start, end } = near.word;
  return { at: { line, start, end }, entry, suggestions: [near.meant], message: didYouMean([near.meant]) };
}

/** Finds a full-width colon in the head. */
function fullWidthColon(entry: Entry): CheckFinding | undefined {
  const { line, head } = entry;
  const start = line.scanned.raw.slice(head.start, head.end).indexOf(FULL_WIDTH_COLON) + head.start;
  if (start < head.start) return undefined;
  const at = { line, start, end: start + 1 };
  return { at, entry, suggestions: [":"], message: FULL_WIDTH_COLON_MESSAGE };
}
