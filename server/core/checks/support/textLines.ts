/** The lines of text that are indented under an entry, with what was said before each. */
import { type Entry, pieceOf } from "../../language/entry.ts";
import type { Line } from "../../language/lineList.ts";

/** Of the words before a line only the last tell whether a sentence ends there. */
const MOST_BEFORE = 100;

export interface TextLineOf {
  readonly line: Line;
  readonly start: number;
  readonly words: string;
  /** The last words before it in the same text, on the line above. */
  readonly before: string;
}

/** Lines with a backslash are left out: it says that all on them is text. */
export function* textLinesOf(entry: Entry): Iterable<TextLineOf> {
  if (entry.lines.length < 2) return;
  const said = new Map<Line | undefined, string>();
  for (const line of entry.lines) {
    const { reading } = line;
    const part = reading.kind === "attribute" ? line : line.attribute;
    const words = pieceOf(line);
    if (reading.kind === "text" && !reading.escaped) {
      yield { line, start: reading.textStart, words, before: said.get(part) ?? "" };
    }
    if (reading.kind === "blank") said.clear();
    else if (words !== "") said.set(part, words.slice(-MOST_BEFORE));
  }
}
