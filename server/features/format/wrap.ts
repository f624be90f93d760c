/** Breaks the lines of a text at a width, without changing the text that they are read as. */

import stringWidth from "string-width";
import { entryWithMisspeltKeyword, entryWithoutColon } from "../../core/checks/support/entryLikeText.ts";
import { type Line, lineJoiner, lineText } from "../../core/language/entry.ts";
import { scanLine } from "../../core/language/scanLine.ts";

/** What no line of such a script begins with, and what none ends with. */
const CANNOT_START_LINE = /^[\p{Pe}\p{Pf}。，、；：！？…—·ー々]/u;
const CANNOT_END_LINE = /[\p{Ps}\p{Pi}]$/u;

/** What a text is broken into: what goes on the first line after the head, and the lines under it, their indentation aside. */
export interface WrappedText {
  readonly first: string;
  readonly rest: readonly string[];
}

/**
 * A text in lines of at most `width` columns, wide characters counted as two. A word that is wider stands alone.
 *
 * @param usedColumns how many columns stand before the text on its first line
 * @param indent what stands before it on all others
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
  return { first, rest: others.map((one) => (isReadAsText(one, indent) ? one : `\\${one}`)) };
}

interface WrapUnit {
  /** What parts it from the unit before, where both stand on one line. */
  readonly gap: "" | " ";
  readonly text: string;
}

/** What a text may be broken between: at single spaces, and between characters of scripts without spaces. */
function wrapUnits(text: string): readonly WrapUnit[] {
  const units: { gap: "" | " "; text: string }[] = [];
  let gap: WrapUnit["gap"] = "";
  for (const word of text.split(/(?<! ) (?! )/)) {
    const before = units.at(-1)?.text ?? "";
    // A space between two such characters would be lost at the end of a line.
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

/** A word, taken apart where a line may end within it. */
function breakableParts(word: string): readonly string[] {
  const parts: string[] = [];
  for (const { segment } of graphemes.segment(word)) {
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

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Whether two lines that end and begin so are read with nothing between them. */
const joinsWithoutSpace = (before: string, after: string): boolean => before !== "" && lineJoiner(before, after) === "";

/** Whether a line that begins with these words would be taken for text, also by whoever reads it. */
function canStartLine(text: string): boolean {
  return isReadAsText(text, "  ");
}

/** Whether a line is read as just this text, and as nothing that it could be mistaken for. */
export function isReadAsText(text: string, indent: string): boolean {
  const scanned = scanLine(indent + text);
  if (scanned.kind !== "text" || scanned.isEscaped) return false;
  const line: Line = { scanned, end: "\n", owner: undefined, attribute: undefined };
  if (lineText(line) !== text.trimEnd()) return false;
  const candidate = { line, start: scanned.textStart, words: text, before: "." };
  return (
    entryWithMisspeltKeyword(candidate) === undefined &&
    entryWithoutColon(candidate) === undefined &&
    !/^[\p{L}-]+:(?:\s|$)/u.test(text)
  );
}
