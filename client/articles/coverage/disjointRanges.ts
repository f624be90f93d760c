/** Splits overlapping passages into segments that do not overlap, so that decorations do not cover each other. */
import type { ArticleLocation } from "../../../server/protocol/articles.ts";

type Range = ArticleLocation["range"];
type Position = Range["start"];

/**
 * Returns the segments in order, each with the passage that it belongs to. Where passages overlap, the one that starts
 * last wins; of those, the one that ends first.
 */
export function splitOverlaps<T extends { readonly range: Range }>(
  passages: readonly T[],
): readonly { readonly range: Range; readonly passage: T }[] {
  const boundaries = passages.flatMap(({ range: { start, end } }) => [start, end]).sort(comparePositions);
  const innermostFirst = passages.toSorted(
    ({ range: a }, { range: b }) => comparePositions(b.start, a.start) || comparePositions(a.end, b.end),
  );
  return boundaries.flatMap((start, index) => {
    const end = boundaries[index + 1];
    if (end === undefined || comparePositions(start, end) === 0) return [];
    const passage = innermostFirst.find(
      ({ range }) => comparePositions(range.start, start) <= 0 && comparePositions(end, range.end) <= 0,
    );
    return passage === undefined ? [] : [{ range: { start, end }, passage }];
  });
}

const comparePositions = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;
