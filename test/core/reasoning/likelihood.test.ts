import fc from "fast-check";
import { expect, test } from "vitest";
import { createFramework } from "../../../server/core/reasoning/framework.ts";
import { computeLikelihoods } from "../../../server/core/reasoning/likelihood.ts";
import { productLikelihoods } from "../../../server/core/reasoning/productLikelihood.ts";
import { type FrameworkInput, frameworks } from "../../support/arbitraries/frameworks.ts";
import { bruteForceStandings } from "./bruteForce.ts";

/** Returns the likelihoods, summed over all worlds one by one. */
function enumerate(input: FrameworkInput): { readonly stands: readonly number[]; readonly falls: readonly number[] } {
  const variables = input.nodes.flatMap(({ kind, chance, reasons }, node) =>
    chance === undefined || (kind === "statement" && reasons.length > 0) ? [] : [{ node, chance }],
  );
  const stands = input.nodes.map(() => 0);
  const falls = input.nodes.map(() => 0);
  for (let world = 0; world < 2 ** variables.length; world++) {
    const decided = new Map(variables.map(({ node }, bit) => [node, ((world >> bit) & 1) === 1]));
    const weight = variables.reduce(
      (product, { node, chance }) => product * (decided.get(node) === true ? chance : 1 - chance),
      1,
    );
    if (weight === 0) continue;
    for (const [node, value] of bruteForceStandings(input, { comparesStrengths: false, decided }).entries()) {
      if (value === true) stands[node] = (stands[node] ?? 0) + weight;
      if (value === false) falls[node] = (falls[node] ?? 0) + weight;
    }
  }
  return { stands, falls };
}

test("agrees with the sum over all worlds", () => {
  fc.assert(
    fc.property(frameworks(7), (input) => {
      const { likelihood, open, error } = computeLikelihoods(createFramework(input.nodes, input.rivalGroups));
      const expected = enumerate(input);
      for (const node of input.nodes.keys()) {
        expect(likelihood[node]).toBeCloseTo(expected.stands[node] ?? -1, 9);
        expect(open[node]).toBeCloseTo(1 - (expected.stands[node] ?? 0) - (expected.falls[node] ?? 0), 8);
        expect(error[node]).toBe(0);
      }
    }),
    { numRuns: 200 },
  );
});

test("multiplies along the tree only where that gives the sum over all worlds", () => {
  fc.assert(
    fc.property(frameworks(7), (input) => {
      const { stands, falls, isExact } = productLikelihoods(createFramework(input.nodes, input.rivalGroups), new Map());
      const expected = enumerate(input);
      for (const node of input.nodes.keys()) {
        if (isExact[node] === 0) continue;
        expect(stands[node]).toBeCloseTo(expected.stands[node] ?? -1, 9);
        expect(falls[node]).toBeCloseTo(expected.falls[node] ?? -1, 9);
      }
    }),
    { numRuns: 200 },
  );
});
