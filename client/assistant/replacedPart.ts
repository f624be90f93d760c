/** The part of a text that differs from a new one. */
export interface ReplacedPart {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Returns the lines to replace, so that cursors and folds elsewhere stay. */
export function replacedPart(text: string, next: string): ReplacedPart {
  const [lines, nextLines] = [linesOf(text), linesOf(next)];
  const limit = Math.min(lines.length, nextLines.length);
  let before = 0;
  while (before < limit && lines[before] === nextLines[before]) before++;
  let after = 0;
  while (after < limit - before && lines.at(-1 - after) === nextLines.at(-1 - after)) after++;
  const [first, last] = [lines.slice(0, before), lines.slice(lines.length - after)];
  return {
    start: first.join("").length,
    end: text.length - last.join("").length,
    replacement: nextLines.slice(before, nextLines.length - after).join(""),
  };
}

/** The lines of a text, each with its end. */
const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)/);
