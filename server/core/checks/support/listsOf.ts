/** Finds lists in the text of an entry. */
import type { Entry, Line } from "../../language/entry.ts";
import { listItemStart } from "../../language/intent/listMark.ts";
import { otherToolOf } from "../../language/intent/otherTools.ts";
import { isShallower } from "../../language/parsing/nesting.ts";
import { intendedEntry } from "./intendedEntry.ts";
import { type EntryTextLine, textLinesOf } from "./textLines.ts";

/** Returns the list items of an entry's text, in runs: only deeper lines may be between them. */
export function listsOf(entry: Entry): readonly (readonly EntryTextLine[])[] {
  const runs: EntryTextLine[][] = [];
  let run: EntryTextLine[] = [];
  for (const text of textLinesOf(entry)) {
    const { scanned } = text;
    if (text.line.attribute !== undefined) continue;
    const isPasted = otherToolOf(scanned.raw) !== undefined;
    const isItem = isPasted || listItemStart(scanned.raw, scanned.textStart) !== undefined;
    const previous = run.at(-1);
    // `near-keyword` reports items that begin with a keyword.
    if (isItem && (isPasted || intendedEntry(entry, text) === undefined)) {
      if (previous === undefined) runs.push(run);
      run.push(text);
    } else if (previous === undefined || !isShallower(previous.scanned.indent, scanned.indent)) run = [];
  }
  return runs;
}

/** Returns the lines of text that were pasted from another tool; a single line is none. */
export const otherToolLinesOf = (entry: Entry): ReadonlySet<Line> =>
  new Set(
    listsOf(entry).flatMap((run) =>
      run.length > 1 && run.some(({ scanned }) => otherToolOf(scanned.raw) !== undefined)
        ? run.map(({ line }) => line)
        : [],
    ),
  );
