/** Wraps text at a width, so that it is still read as the same text. */

import stringWidth from "string-width";
import { lineJoiner } from "../../core/language/entry.ts";
import { isReadAsText } from "../../core/language/intent/readAsText.ts";
import { graphemes } from "../../core/strings/graphemes.ts";

/** Punctuation that must not begin or end a line in scripts without spaces, such as Chinese (W3C CLREQ). */
const CANNOT_START_LINE = /^[\p{Pe}\p{Pf}。，、；：！？…—·ー々]/u;
const CANNOT_END_LINE = /[\p{Ps}\p{Pi}]$/u;

/** Wrapped text, without indentation. */
export interface WrappedText {
  /** The text on the line of the head or key. */
  readonly first: string;
  /** The lines below it, each with a backslash if it would otherwise not be read as text. */
  readonly rest: readonly string[];
}

/**
 * Wraps text into lines of at most `width` columns, where a wide character takes two. A word wider than that gets a line
 * of its own.
 *
 * @param usedColumns the columns before the text on its first line
 * @param indent the indentation of all other lines
 */
export function wrapText(text: string, width: number, usedColumns: number, indent: string): WrappedText {
  const lines: string[] = [];
  let availableWidth = width - usedColumns;
  let line = "";
  let currentWidth = 0;
  const units = wrapUnits(text);
  for (const [index, unit] of units.entries()) {
    const unitWidth = stringWidth(unit.text);
    const gap = line === "" ? "" : unit.gap;
    const fits = currentWidth + gap.length + unitWidth <= availableWidth;
    const next = units[index + 1];
    if (line === "" || fits || !canStartLine(unit.text + (next === undefined ? "" : next.gap + next.text))) {
      line += gap + unit.text;
      currentWidth += gap.length + unitWidth;
      continue;
    }
    lines.push(line);
    line = unit.text;
    currentWidth = unitWidth;
    availableWidth = width - stringWidth(indent);
  }
  lines.push(line);
  const [first = "", ...others] = lines;
  return { first, rest: others.map((other) => (isReadAsText(other, indent) ? other : `\\${other}`)) };
}

/** A part of the text that cannot be broken. */
interface WrapUnit {
  /** The separator from the unit before it on the same line. */
  readonly gap: "" | " ";
  readonly text: string;
}

/** Splits text where a line may end: at single spaces, and between characters of scripts without spaces. */
function wrapUnits(text: string): readonly WrapUnit[] {
  const units: { gap: "" | " "; text: string }[] = [];
  let gap: WrapUnit["gap"] = "";
  for (const word of text.split(/(?<! ) (?! )/)) {
    const before = units.at(-1)?.text ?? "";
    // Lines of such scripts are joined without a space, so a line break here would lose the space.
    if (gap === " " && joinsWithoutSpace(before, word)) {
      const last = units.at(-1);
      if (last !== undefined) last.text += ` ${word}`;
      continue;
    }
    for (const [index, part] of breakableParts(word).entries()) units.push({ gap: index === 0 ? gap : "", text: part });
    gap = " ";
  }
  return units;
}

/** Splits a word where a line may end within it. */
function breakableParts(word: string): readonly string[] {
  const parts: string[] = [];
  for (const segment of graphemes(word)) {
    const last = parts.at(-1);
    if (
      last === undefined ||
      !joinsWithoutSpace(last, segment) ||
      CANNOT_START_LINE.test(segment) ||
      CANNOT_END_LINE.test(last)
    ) {
      if (last === undefined) parts.push(segment);
      else parts[parts.length - 1] = last + segment;
    } else parts.push(segment);
  }
  return parts;
}

/** Whether a line that ends with `before` and one that begins with `after` are joined without a space. */
const joinsWithoutSpace = (before: string, after: string): boolean => before !== "" && lineJoiner(before, after) === "";

/** Whether a continuation line may begin with this text. */
function canStartLine(text: string): boolean {
  return isReadAsText(text, "  ");
}
