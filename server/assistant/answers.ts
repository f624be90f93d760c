/** Keeps answers short enough for an assistant to read. */
import { counted, plural } from "../core/strings/english.ts";

/** The longest answer in UTF-16 units, about 10,000 tokens of English. */
export const MAX_ANSWER_LENGTH = 40_000;

/** Some of the parts of an answer. */
export interface Excerpt {
  readonly text: string;
  /** The number of parts that are left out at the end. */
  readonly leftOut: number;
}

/** Joins as many parts, in order, as an answer can hold. A first part that is too long is cut. */
export function joinWithin(parts: readonly string[], separator = "\n", maxLength = MAX_ANSWER_LENGTH): Excerpt {
  let text = "";
  for (const [index, part] of parts.entries()) {
    const next = index === 0 ? part : text + separator + part;
    if (next.length > maxLength)
      return index === 0
        ? { text: `${part.slice(0, maxLength)}…`, leftOut: parts.length - 1 }
        : { text, leftOut: parts.length - index };
    text = next;
  }
  return { text, leftOut: 0 };
}

/** Joins lines, and says at the end how many are left out, and how to get them. */
export function joinLines(lines: readonly string[], advice: string, noun = "line", separator = "\n"): string {
  const { text, leftOut } = joinWithin(lines, separator);
  return leftOut === 0
    ? text
    : `${text}\n\n[Shortened: ${counted(leftOut, `more ${noun}`)} ${plural(leftOut, "is", "are")} left out. ${advice}]`;
}
