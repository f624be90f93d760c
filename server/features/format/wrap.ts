/** Breaks the lines of a text at a width, without changing the text that they are read as. */
import stringWidth from "string-width";
import { entryWithoutColon } from "../../core/checks/rules/syntax/forgotten-colon.ts";
import { entryButForKeyword } from "../../core/checks/rules/syntax/near-keyword.ts";
import { between, pieceOf } from "../../core/language/entry.ts";
import type { Line } from "../../core/language/lineList.ts";
import { readLine } from "../../core/language/scanLine.ts";

/** What no line of such a script begins with, and what none ends with. */
const NOT_FIRST = /^[\p{Pe}\p{Pf}。，、；：！？…—·ー々]/u;
const NOT_LAST = /[\p{Ps}\p{Pi}]$/u;

/** What a text is broken into: what goes on the first line after the head, and the lines under it, their indentation aside. */
export interface Wrapped {
  readonly first: string;
  readonly rest: readonly string[];
}

/**
 * A text in lines of at most `width` columns, wide characters counted as two. A word that is wider stands alone.
 *
 * @param used how many columns stand before the text on its first line
 * @param indent what stands before it on all others
 */
export function wrapped(text: string, width: number, used: number, indent: string): Wrapped {
  const lines: string[] = [];
  let room = width - used;
  let line = "";
  let filled = 0;
  const units = unitsOf(text);
  for (const [index, unit] of units.entries()) {
    const wide = stringWidth(unit.text);
    const gap = line === "" ? "" : unit.gap;
    const fits = filled + gap.length + wide <= room;
    const next = units[index + 1];
    if (line === "" || fits || !mayBegin(unit.text + (next === undefined ? "" : next.gap + next.text))) {
      line += gap + unit.text;
      filled += gap.length + wide;
      continue;
    }
    lines.push(line);
    line = unit.text;
    filled = wide;
    room = width - stringWidth(indent);
  }
  lines.push(line);
  const [first = "", ...others] = lines;
  return { first, rest: others.map((one) => (readsAs(one, indent) ? one : `\\${one}`)) };
}

interface Unit {
  /** What parts it from the unit before, where both stand on one line. */
  readonly gap: "" | " ";
  readonly text: string;
}

/** What a text may be broken between: at single spaces, and between characters of scripts without spaces. */
function unitsOf(text: string): readonly Unit[] {
  const units: { gap: "" | " "; text: string }[] = [];
  let gap: Unit["gap"] = "";
  for (const word of text.split(/(?<! ) (?! )/)) {
    const before = units.at(-1)?.text ?? "";
    // A space between two such characters would be lost at the end of a line.
    if (gap === " " && joinsWithout(before, word)) {
      const last = units.at(-1);
      if (last !== undefined) last.text += ` ${word}`;
      continue;
    }
    for (const [index, part] of partsOf(word).entries()) units.push({ gap: index === 0 ? gap : "", text: part });
    gap = " ";
  }
  return units;
}

/** A word, taken apart where a line may end within it. */
function partsOf(word: string): readonly string[] {
  const parts: string[] = [];
  for (const { segment } of characters.segment(word)) {
    const last = parts.at(-1);
    if (last === undefined || !joinsWithout(last, segment) || NOT_FIRST.test(segment) || NOT_LAST.test(last)) {
      if (last === undefined) parts.push(segment);
      else parts[parts.length - 1] = last + segment;
    } else parts.push(segment);
  }
  return parts;
}

const characters = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Whether two lines that end and begin so are read with nothing between them. */
const joinsWithout = (before: string, after: string): boolean => before !== "" && between(before, after) === "";

/** Whether a line that begins with these words would be taken for text, also by whoever reads it. */
function mayBegin(words: string): boolean {
  return readsAs(words, "  ");
}

/** Whether a line is read as just this text, and as nothing that it could be mistaken for. */
export function readsAs(text: string, indent: string): boolean {
  const reading = readLine(indent + text);
  if (reading.kind !== "text" || reading.escaped) return false;
  const line: Line = { reading, end: "\n", owner: undefined, attribute: undefined };
  if (pieceOf(line) !== text.trimEnd()) return false;
  const of = { line, start: reading.textStart, words: text, before: "." };
  return (
    entryButForKeyword(of) === undefined && entryWithoutColon(of) === undefined && !/^[\p{L}-]+:(?:\s|$)/u.test(text)
  );
}
