/** An index of possibly overlapping passages by position. */
import { bisector } from "d3-array";
import type { Passage } from "../../core/articles/article.ts";

/** Finds the items whose passages touch a given passage. */
export class PassageIndex<T extends { readonly passage: Passage }> {
  /** The items sorted by start, and by descending end. */
  readonly all: readonly T[];
  /** For each item, the maximum end of it and all items before it. */
  readonly #maxEnds: readonly number[];

  constructor(items: readonly T[]) {
    this.all = items.toSorted((a, b) => a.passage.start - b.passage.start || b.passage.end - a.passage.end);
    let maxEnd = 0;
    this.#maxEnds = this.all.map(({ passage }) => {
      maxEnd = Math.max(maxEnd, passage.end);
      return maxEnd;
    });
  }

  /** Returns the items that overlap or touch a passage, in order. */
  touching({ start, end }: Passage): readonly T[] {
    const found: T[] = [];
    const firstAfter = bisector((item: T) => item.passage.start).right(this.all, end);
    for (let at = firstAfter - 1; at >= 0 && (this.#maxEnds[at] ?? 0) >= start; at--) {
      const item = this.all[at];
      if (item !== undefined && item.passage.end >= start) found.push(item);
    }
    return found.reverse();
  }
}
