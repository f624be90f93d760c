import fc from "fast-check";
import { expect, test } from "vitest";
import { createFramework } from "../../../../server/core/reasoning/frameworkBuilder.ts";
import { evaluateWorlds } from "../../../../server/core/reasoning/likelihood/worlds.ts";
import { NO_SUPPOSITIONS } from "../../../../server/core/reasoning/standing.ts";
import { frameworks } from "../../../support/arbitraries/frameworks.ts";
import { argumentOf } from "../../../support/reasoning/argumentFixture.ts";

/** Claims whose likelihoods are uncertain. */
const uncertainClaims = (count: number): string =>
  Array.from({ length: count }, (_, index) => `  claim c${index}: Claim ${index}.\n    likelihood: 30%\n`).join("");

test("the probabilities of all worlds add up to 1", () => {
  fc.assert(
    fc.property(frameworks(8), ({ nodes, rivalGroups }) => {
      let sum = 0;
      for (const { weights } of evaluateWorlds(createFramework(nodes, rivalGroups), NO_SUPPOSITIONS, 1)) {
        for (const weight of weights) sum += weight;
      }
      expect(sum).toBeCloseTo(1, 9);
    }),
  );
});

test("evaluates all worlds of up to twelve uncertain nodes, and draws them of more", () => {
  const batchesOf = (count: number) =>
    [...evaluateWorlds(argumentOf(uncertainClaims(count)).argument.framework, NO_SUPPOSITIONS, 10_000)].map(
      ({ isDrawn, words }) => [isDrawn, words * 32],
    );
  const worldCount = (count: number): number => batchesOf(count).reduce((sum, [, worlds]) => sum + Number(worlds), 0);
  expect([worldCount(12), batchesOf(12).some(([isDrawn]) => isDrawn)]).toEqual([2 ** 12, false]);
  expect([worldCount(13) >= 10_000, batchesOf(13).every(([isDrawn]) => isDrawn)]).toEqual([true, true]);
});

test("a supposition in evaluated worlds gives the same bits as one from the start, and can be taken back", () => {
  fc.assert(
    fc.property(frameworks(8), fc.nat({ max: 7 }), fc.boolean(), ({ nodes, rivalGroups }, at, value) => {
      const framework = createFramework(nodes, rivalGroups);
      const node = at % nodes.length;
      // Nodes with a chance are fewer if one of them is supposed from the start, so that the worlds differ.
      fc.pre(Number.isNaN(framework.chance[node]));
      const [batch] = evaluateWorlds(framework, NO_SUPPOSITIONS, 1);
      const [expected] = evaluateWorlds(framework, new Map([[node, value]]), 1);
      if (batch === undefined || expected === undefined) expect.unreachable();
      const before = structuredClone(batch.bits);
      batch.suppose(node, value);
      expect(batch.bits).toEqual(expected.bits);
      batch.suppose(node, undefined);
      expect(batch.bits).toEqual(before);
    }),
  );
});
