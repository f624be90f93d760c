/** Passages by their place, which may overlap. */
import { bisector } from "d3-array";
import type { Passage } from "../article.ts";

export class PassageList<T extends { readonly passage: Passage }> {
  /** In the order in which they begin; of those that begin together the longer first. */
  readonly all: readonly T[];
  /** For each the end of whichever reaches farthest of it and those before it. */
  readonly #reach: readonly number[];

  constructor(some: readonly T[]) {
    this.all = [...some].sort((a, b) => a.passage.start - b.passage.start || b.passage.end - a.passage.end);
    let farthest = 0;
    this.#reach = this.all.map(({ passage }) => {
      farthest = Math.max(farthest, passage.end);
      return farthest;
    });
  }

  /** Those that touch a passage, their ends counted, in order. Looks at these and few others. */
  touching({ start, end }: Passage): readonly T[] {
    const found: T[] = [];
    const firstAfter = bisector((one: T) => one.passage.start).right(this.all, end);
    for (let at = firstAfter - 1; at >= 0 && (this.#reach[at] ?? 0) >= start; at--) {
      const one = this.all[at];
      if (one !== undefined && one.passage.end >= start) found.push(one);
    }
    return found.reverse();
  }
}
