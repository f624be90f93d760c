/** The lines of text that are indented under an entry, with what was said before each. */
import { type Entry, type Line, lineText } from "../../language/entry.ts";

/** Of the words before a line only the last tell whether a sentence ends there. */
const MAX_PRECEDING_LENGTH = 100;

export interface EntryTextLine {
  readonly line: Line;
  readonly start: number;
  readonly words: string;
  /** The last words before it in the same text, on the line above. */
  readonly before: string;
}

/** Lines with a backslash are left out: it says that all on them is text. */
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
