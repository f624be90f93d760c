/** Keeps answers short enough for an assistant to read. */
import { counted, joinList, plural } from "../core/strings/english.ts";

/** The longest answer in UTF-16 units, about 10,000 tokens of English. */
export const MAX_ANSWER_LENGTH = 40_000;

/** Some of the parts of an answer. */
export interface Excerpt {
  readonly text: string;
  /** The number of parts that are left out at the end. */
  readonly leftOut: number;
  /** Whether the first part alone is too long, so that its end is left out too. */
  readonly isCut: boolean;
}

/** Joins as many parts, in order, as an answer can hold. A first part that is too long is cut. */
export function joinWithin(parts: readonly string[], separator = "\n", maxLength = MAX_ANSWER_LENGTH): Excerpt {
  let text = "";
  for (const [index, part] of parts.entries()) {
    const next = index === 0 ? part : text + separator + part;
    if (next.length > maxLength)
      return index === 0
        ? { text: `${part.slice(0, maxLength)}…`, leftOut: parts.length - 1, isCut: true }
        : { text, leftOut: parts.length - index, isCut: false };
    text = next;
  }
  return { text, leftOut: 0, isCut: false };
}

/** Joins lines, and says at the end how many are left out, and how to get them. */
export function joinLines(lines: readonly string[], advice: string, noun = "line", separator = "\n"): string {
  const { text, leftOut, isCut } = joinWithin(lines, separator);
  if (leftOut === 0 && !isCut) return text;
  const missing = [
    ...(isCut ? [`the end of this ${noun}`] : []),
    ...(leftOut === 0 ? [] : [counted(leftOut, `more ${noun}`)]),
  ];
  const verb = plural(leftOut + (isCut ? 1 : 0), "is", "are");
  return `${text}\n\n[Shortened: ${joinList(missing)} ${verb} left out. ${advice}]`;
}
