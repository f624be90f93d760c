/** Finds lines again that were replaced, so that what they carry keeps its identity. */

import { trimWhite } from "./characters.ts";
import type { Line, RawLine } from "./lineList.ts";
import { readLine } from "./scanLine.ts";

/**
 * For each new line the old one that it continues, if any: one that says the same (indentation aside), else an entry with
 * the same keyword and name, else, where as many are left on both sides or one line was split or joined, the next in order.
 */
export function matchLines(old: readonly Line[], raws: readonly RawLine[]): readonly (Line | undefined)[] {
  const matched = new Array<Line | undefined>(raws.length);
  if (old.length === 1 && raws.length === 1) {
    matched[0] = old[0];
    return matched;
  }
  const left = new Set(old);
  const take = (keyOfOld: (line: Line) => string | undefined, keyOfNew: (raw: RawLine) => string | undefined): void => {
    /** The lines of each key in order, and how many of them are taken. */
    const byKey = new Map<string, { readonly lines: Line[]; taken: number }>();
    for (const line of left) {
      const key = keyOfOld(line);
      if (key === undefined) continue;
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, { lines: [line], taken: 0 });
      else known.lines.push(line);
    }
    for (const [index, raw] of raws.entries()) {
      if (matched[index] !== undefined) continue;
      const key = keyOfNew(raw);
      const known = key === undefined ? undefined : byKey.get(key);
      const line = known?.lines[known.taken];
      if (known === undefined || line === undefined) continue;
      known.taken++;
      matched[index] = line;
      left.delete(line);
    }
  };
  take(
    (line) => contentOf(line.reading.raw),
    (raw) => contentOf(raw.raw),
  );
  take(
    (line) => nameOf(line),
    (raw) => nameOf({ reading: readLine(raw.raw) }),
  );
  const open = raws.flatMap((_, index) => (matched[index] === undefined ? [index] : []));
  if (open.length !== left.size && left.size !== 1 && open.length !== 1) return matched;
  let next = 0;
  for (const line of left) {
    const index = open[next++];
    if (index !== undefined) matched[index] = line;
  }
  return matched;
}

const contentOf = (raw: string): string | undefined => trimWhite(raw) || undefined;

function nameOf({ reading }: Pick<Line, "reading">): string | undefined {
  if (reading.kind !== "entry" || reading.head.name === undefined) return undefined;
  return `${reading.head.keyword} ${reading.head.name.text}`;
}
