import type { TypedEdit } from "./benchmarkProgram.ts";
import { randomFrom } from "./generated/random.ts";

/**
 * An endless sequence of edits at random entries: inserts a letter in the middle of an entry's text, then removes it. So
 * the size of the text stays the same.
 */
export function* typingEdits(text: string, seed = 7): Generator<TypedEdit, never> {
  const random = randomFrom(seed);
  const positions = typingPositions(text);
  for (;;) {
    const position = positions[random.integerBelow(positions.length)];
    if (position === undefined) throw new Error("The text has no entries.");
    yield { ...position, removed: 0, inserted: "x" };
    yield { ...position, removed: 1, inserted: "" };
  }
}

type TypingPosition = Pick<TypedEdit, "offset" | "line" | "character">;

/** The middle of the text on each line that has a colon and text after it. */
function typingPositions(text: string): TypingPosition[] {
  const positions: TypingPosition[] = [];
  let start = 0;
  for (const [line, lineText] of text.split("\n").entries()) {
    const textStart = lineText.indexOf(": ") + 2;
    const character = textStart + Math.floor((lineText.length - textStart) / 2);
    if (textStart >= 2 && !lineText.trimStart().startsWith("//"))
      positions.push({ offset: start + character, line, character });
    start += lineText.length + 1;
  }
  return positions;
}

/** The text after the edit. */
export function applyTypedEdit(text: string, { offset, removed, inserted }: TypedEdit): string {
  return text.slice(0, offset) + inserted + text.slice(offset + removed);
}
