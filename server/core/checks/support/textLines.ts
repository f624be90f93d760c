/** The lines of text that are indented under an entry, with the text before each. */
import { type Entry, type Line, lineText } from "../../language/entry.ts";
import type { TextInContext } from "../../language/intent/prose.ts";
import type { TextLine } from "../../language/parsing/scanLine.ts";

/** The last words before a line are enough to decide whether a sentence ends there. */
const MAX_PRECEDING_LENGTH = 100;

/** A line of text. */
export interface EntryTextLine extends TextInContext {
  readonly line: Line;
  readonly scanned: TextLine;
  /** The column at which the text starts. */
  readonly start: number;
  readonly words: string;
}

/** Yields the lines of text under an entry, except escaped ones: their backslash marks them as text. */
export function* textLinesOf(entry: Entry): Iterable<EntryTextLine> {
  if (entry.lines.length < 2) return;
  const contexts = new Map<Line | undefined, TextInContext>();
  for (const line of entry.lines) {
    const { scanned } = line;
    const part = scanned.kind === "attribute" ? line : line.attribute;
    const words = lineText(line);
    if (scanned.kind === "text" && !scanned.isEscaped) {
      yield { line, scanned, start: scanned.textStart, words, ...(contexts.get(part) ?? NO_TEXT) };
    }
    if (scanned.kind === "blank") contexts.clear();
    else if (words !== "") contexts.set(part, { before: words.slice(-MAX_PRECEDING_LENGTH), rawBefore: scanned.raw });
  }
}

const NO_TEXT: TextInContext = { before: "", rawBefore: "" };
