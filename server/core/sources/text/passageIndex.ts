/** Passages by their place, which may overlap. */
import { bisector } from "d3-array";
import type { Passage } from "../article.ts";

export class PassageIndex<T extends { readonly passage: Passage }> {
  /** In the order in which they begin; of those that begin together the longer first. */
  readonly all: readonly T[];
  /** For each the end of whichever reaches farthest of it and those before it. */
  readonly #maxEnds: readonly number[];

  constructor(some: readonly T[]) {
    this.all = [...some].sort((a, b) => a.passage.start - b.passage.start || b.passage.end - a.passage.end);
    let maxEnd = 0;
    this.#maxEnds = this.all.map(({ passage }) => {
      maxEnd = Math.max(maxEnd, passage.end);
      return maxEnd;
    });
  }

  /** Those that touch a passage, their ends counted, in order. Looks at these and few others. */
  touching({ start, end }: Passage): readonly T[] {
    const found: T[] = [];
    const firstAfter = bisector((one: T) => one.passage.start).right(this.all, end);
    for (let at = firstAfter - 1; at >= 0 && (this.#maxEnds[at] ?? 0) >= start; at--) {
      const one = this.all[at];
      if (one !== undefined && one.passage.end >= start) found.push(one);
    }
    return found.reverse();
  }
}
