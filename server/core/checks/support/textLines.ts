/** The lines of text that are indented under an entry, with the text before each. */
import { type Entry, type Line, lineText } from "../../language/entry.ts";

/** The last words before a line are enough to decide whether a sentence ends there. */
const MAX_PRECEDING_LENGTH = 100;

/** A line of text. */
export interface EntryTextLine {
  readonly line: Line;
  /** The column at which the text starts. */
  readonly start: number;
  readonly words: string;
  /** The last words before the line in the same paragraph. */
  readonly before: string;
}

/** Yields the lines of text under an entry, except escaped ones: their backslash marks them as text. */
export function* textLinesOf(entry: Entry): Iterable<EntryTextLine> {
  if (entry.lines.length < 2) return;
  const precedingWords = new Map<Line | undefined, string>();
  for (const line of entry.lines) {
    const { scanned } = line;
    const part = scanned.kind === "attribute" ? line : line.attribute;
    const words = lineText(line);
    if (scanned.kind === "text" && !scanned.isEscaped) {
      yield { line, start: scanned.textStart, words, before: precedingWords.get(part) ?? "" };
    }
    if (scanned.kind === "blank") precedingWords.clear();
    else if (words !== "") precedingWords.set(part, words.slice(-MAX_PRECEDING_LENGTH));
  }
}
