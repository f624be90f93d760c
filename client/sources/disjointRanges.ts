/** Passages that overlap, as stretches that do not: two lines under the same words cannot both be seen. */
import type { ArticlePlace } from "../../server/protocol/articles.ts";

type Range = ArticlePlace["range"];
type Position = Range["start"];

/** Each stretch with the passage that it shows: of several the one that begins last, of these the one that ends first. */
export function stretchesOf<T extends { readonly range: Range }>(
  passages: readonly T[],
): readonly { readonly range: Range; readonly passage: T }[] {
  const ends = passages.flatMap(({ range: { start, end } }) => [start, end]).sort(compared);
  const inner = passages.toSorted(({ range: a }, { range: b }) => compared(b.start, a.start) || compared(a.end, b.end));
  return ends.flatMap((start, index) => {
    const end = ends[index + 1];
    if (end === undefined || compared(start, end) === 0) return [];
    const passage = inner.find(({ range }) => compared(range.start, start) <= 0 && compared(end, range.end) <= 0);
    return passage === undefined ? [] : [{ range: { start, end }, passage }];
  });
}

const compared = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;
