/** Cycles in the argument graph. */
import { describe, expect, test } from "vitest";
import { findCyclicComponents, shortestCycles } from "../../../../server/core/language/relations/cycles.ts";
import { entryNames, linkedMaps } from "../../../support/maps/linkedMaps.ts";

describe("cyclic components", () => {
  const { file, named } = linkedMaps(`
    claim a: One.
      reason r1: x
        premise b
    claim b: Two.
      objection o: y
        premise a
      reason r2: z
        premise c
    claim c: Three.
      reason r3: w
        premise b
    claim d: Four.
      reason r4: v
        premise a
  `);
  test("contain the entries that rest on or attack each other", () => {
    const components = findCyclicComponents([named("d")], [file]).map((component) => [...entryNames(component)].sort());
    expect(components).toEqual([["a", "b", "c", "o", "r1", "r2", "r3"]]);
  });
  test("have cycles of entries that rest on each other", () => {
    const cycles = findCyclicComponents([named("d")], [file]).flatMap((component) => shortestCycles(component, [file]));
    expect(cycles.map(entryNames)).toEqual([["b", "r2", "c", "r3"]]);
  });
});
