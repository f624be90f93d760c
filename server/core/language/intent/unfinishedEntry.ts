/** Lines that become entries because of the lines below them, such as a head without its colon. */
import { skipWhiteSpace } from "../characters.ts";
import { toName } from "../head.ts";
import {
  byteOrderMark,
  type EntryLine,
  type ScannedLine,
  type TextLine,
  type UnreadableLine,
} from "../parsing/scanLine.ts";
import { type EntryReading, readEntry } from "./entryReading.ts";

const readings = new WeakMap<ScannedLine, EntryReading | undefined>();

/** Returns the entry that a line may have been meant as. Each line is read once. */
export function entryReadingOf(scanned: TextLine | UnreadableLine): EntryReading | undefined {
  if (scanned.kind === "text" && scanned.isEscaped) return undefined;
  if (readings.has(scanned)) return readings.get(scanned);
  const { raw } = scanned;
  const start = scanned.kind === "text" ? scanned.textStart : skipWhiteSpace(raw, byteOrderMark(raw).length);
  const reading = readEntry(raw, start);
  readings.set(scanned, reading);
  return reading;
}

/** Whether a line becomes an entry if another is indented under it. */
export const mayBeUnfinishedEntry = (scanned: ScannedLine): boolean =>
  (scanned.kind === "text" || scanned.kind === "unreadable") && entryReadingOf(scanned) !== undefined;

/**
 * Returns a line as the entry that it was meant as. Its head is broken, so that no other problems are reported about the
 * entry and what is under it.
 */
export function asUnfinishedEntry(line: TextLine | UnreadableLine): EntryLine | undefined {
  const reading = entryReadingOf(line);
  if (reading === undefined) return undefined;
  const { keyword, word, head, name, possibleNames, textStart } = reading;
  const { start, end, text } = reading.rewriteAs();
  return {
    kind: "entry",
    raw: line.raw,
    indent: line.kind === "text" ? line.indent : "",
    head: {
      start: word.start,
      end: head.end,
      keyword,
      form: "broken",
      name: name === undefined ? undefined : toName(name),
      clauses: [],
      error: { start, end, message: `Did you mean “${text}”?`, suggestion: text },
      possibleNames: possibleNames.map(toName),
    },
    textStart,
    withoutChildren: line,
  };
}
