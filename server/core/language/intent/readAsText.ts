/** Decides whether a line is read as exactly the text that it holds. */
import { type Line, lineText } from "../entry.ts";
import { scanLine } from "../parsing/scanLine.ts";
import { entryReadingOf } from "./unfinishedEntry.ts";

/**
 * Whether a line with this content is read as exactly this text. False also if the checks would suspect an entry or an
 * attribute in it.
 */
export function isReadAsText(text: string, indent: string): boolean {
  const scanned = scanLine(indent + text);
  if (scanned.kind !== "text" || scanned.isEscaped) return false;
  const line: Line = { scanned, end: "\n", owner: undefined, attribute: undefined };
  if (lineText(line) !== text.trimEnd()) return false;
  return entryReadingOf(scanned) === undefined && !/^[\p{L}-]+:(?:\s|$)/u.test(text);
}
