/** Matches new lines to the lines that they replace, so that lines and entries keep their identity. */

import { trimWhiteSpace } from "../characters.ts";
import type { Line } from "../entry.ts";
import type { RawLine } from "./lineList.ts";
import { scanLine } from "./scanLine.ts";

/**
 * Returns for each new line the old line that it continues, if any. Lines match by equal content apart from indentation,
 * then by the keyword and name of an entry. The rest match in order if both sides have equally many lines left, or if one
 * line was split or several were joined.
 */
export function matchLines(old: readonly Line[], rawLines: readonly RawLine[]): readonly (Line | undefined)[] {
  const matched = new Array<Line | undefined>(rawLines.length);
  if (old.length === 1 && rawLines.length === 1) {
    matched[0] = old[0];
    return matched;
  }
  const unmatchedOld = new Set(old);
  const matchByKey = (
    keyOfOld: (line: Line) => string | undefined,
    keyOfNew: (raw: RawLine) => string | undefined,
  ): void => {
    /** The lines of each key in order, and how many of them are matched. */
    const byKey = new Map<string, { readonly lines: Line[]; taken: number }>();
    for (const line of unmatchedOld) {
      const key = keyOfOld(line);
      if (key === undefined) continue;
      const bucket = byKey.get(key);
      if (bucket === undefined) byKey.set(key, { lines: [line], taken: 0 });
      else bucket.lines.push(line);
    }
    for (const [index, raw] of rawLines.entries()) {
      if (matched[index] !== undefined) continue;
      const key = keyOfNew(raw);
      const bucket = key === undefined ? undefined : byKey.get(key);
      const line = bucket?.lines[bucket.taken];
      if (bucket === undefined || line === undefined) continue;
      bucket.taken++;
      matched[index] = line;
      unmatchedOld.delete(line);
    }
  };
  matchByKey(
    (line) => contentOf(line.scanned.raw),
    (raw) => contentOf(raw.raw),
  );
  matchByKey(
    (line) => headKey(line),
    (raw) => headKey({ scanned: scanLine(raw.raw) }),
  );
  const unmatchedNew = rawLines.flatMap((_, index) => (matched[index] === undefined ? [index] : []));
  if (unmatchedNew.length !== unmatchedOld.size && unmatchedOld.size !== 1 && unmatchedNew.length !== 1) return matched;
  let next = 0;
  for (const line of unmatchedOld) {
    const index = unmatchedNew[next++];
    if (index !== undefined) matched[index] = line;
  }
  return matched;
}

const contentOf = (raw: string): string | undefined => trimWhiteSpace(raw) || undefined;

function headKey({ scanned }: Pick<Line, "scanned">): string | undefined {
  if (scanned.kind !== "entry" || scanned.head.name === undefined) return undefined;
  return `${scanned.head.keyword} ${scanned.head.name.text}`;
}
