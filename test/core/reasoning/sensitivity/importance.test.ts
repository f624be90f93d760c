import fc from "fast-check";
import { expect, test } from "vitest";
import { createFramework } from "../../../../server/core/reasoning/frameworkBuilder.ts";
import { computeLikelihoods } from "../../../../server/core/reasoning/likelihood/likelihood.ts";
import { computeImportance, groundsOf } from "../../../../server/core/reasoning/sensitivity/importance.ts";
import { frameworks } from "../../../support/arbitraries/frameworks.ts";
import { argumentOf } from "../../../support/reasoning/argumentFixture.ts";

test("is the difference between the likelihoods with a statement supposed true and supposed false", () => {
  fc.assert(
    fc.property(frameworks(8), ({ nodes, rivalGroups }) => {
      const framework = createFramework(nodes, rivalGroups);
      const grounds = groundsOf(framework);
      const conclusions = [...nodes.keys()];
      const importance = computeImportance(framework, grounds, conclusions);
      for (const [row, ground] of grounds.entries()) {
        const ifTrue = computeLikelihoods(framework, new Map([[ground, true]])).likelihood;
        const ifFalse = computeLikelihoods(framework, new Map([[ground, false]])).likelihood;
        for (const conclusion of conclusions) {
          const difference = (ifTrue[conclusion] ?? 0) - (ifFalse[conclusion] ?? 0);
          expect(importance[row]?.[conclusion]).toBeCloseTo(difference, 8);
        }
      }
    }),
  );
});

test("tells the premise that everything depends on from one of two alternatives", () => {
  const { argument, node, entry } = argumentOf(`
    claim keep: The charge should stay.
      reason both: It is right.
        premise fair: It is fair.
        premise air: The air got cleaner.
          reason measured: It was measured.
          reason seen: One can see it.
  `);
  const measured = argument.textNodes.get(entry("measured")) ?? -1;
  const rows = computeImportance(argument.framework, [node("fair"), measured], [node("keep")]);
  expect(rows.map(([share]) => share)).toEqual([1, 0]);
});

test("is negative for what speaks against a conclusion", () => {
  const { argument, node, entry } = argumentOf(`
    claim keep: The charge should stay.
      objection trade: The shops lost customers.
  `);
  const text = argument.textNodes.get(entry("trade"));
  expect(computeImportance(argument.framework, [text ?? -1], [node("keep")])[0]?.[0]).toBe(-1);
});
