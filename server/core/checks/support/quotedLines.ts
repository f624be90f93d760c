/** Finds lines of text that are marked as quoted with “>”, as in e-mails and Markdown. */
import type { Entry } from "../../language/entry.ts";
import { keywordRules } from "../../language/vocabulary.ts";
import type { CheckFinding } from "../check.ts";
import { didYouMean, ESCAPE_TEXT } from "./messages.ts";
import { type EntryTextLine, textLinesOf } from "./textLines.ts";

const MARK = /^(?:>[\s\p{Zs}]*)+/u;

/** Whether a line of text is marked as quoted under an entry that can have quotes. */
export const isQuotedLine = ({ head }: Entry, { words, line }: EntryTextLine): boolean =>
  keywordRules.quote.allowedParents.includes(head.keyword) && MARK.test(words) && line.attribute === undefined;

/**
 * Yields a finding for each run of such lines, with the quote that it was meant as.
 * @param sourceNames the names of the sources if there are several, of which the quote must name one
 */
export function* quotedLineFindings(entry: Entry, sourceNames: () => readonly string[]): Iterable<CheckFinding> {
  const { lines } = entry.document;
  const runs: EntryTextLine[][] = [];
  for (const text of textLinesOf(entry)) {
    if (!isQuotedLine(entry, text)) continue;
    const last = runs.at(-1)?.at(-1);
    const isNext = last !== undefined && lines.numberOf(text.line) === lines.numberOf(last.line) + 1;
    if (isNext) runs.at(-1)?.push(text);
    else runs.push([text]);
  }
  for (const run of runs) {
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined) continue;
    const words = run.map((text) => text.words.replace(MARK, "")).join(`\n${first.scanned.indent}  `);
    const names = sourceNames();
    const heads = names.length < 2 ? ["quote:"] : names.map((name) => `quote ${name}:`);
    yield {
      at: { line: first.line, start: first.start, end: first.start + first.words.length },
      to: { line: last.line, start: last.start, end: last.start + last.words.length },
      entry,
      suggestions: heads.map((head) => `${head} ${words}`),
      message: `“>” does not mark a quote. ${didYouMean(heads)} ${ESCAPE_TEXT}`,
    };
  }
}
