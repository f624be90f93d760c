import fc from "fast-check";
import { expect, test } from "vitest";
import { createFramework } from "../../../../server/core/reasoning/frameworkBuilder.ts";
import { computeLikelihoods } from "../../../../server/core/reasoning/likelihood/likelihood.ts";
import { productLikelihoods } from "../../../../server/core/reasoning/likelihood/productLikelihood.ts";
import { computeStandings, standingOf } from "../../../../server/core/reasoning/standing.ts";
import { type FrameworkInput, frameworks } from "../../../support/arbitraries/frameworks.ts";
import { argumentOf } from "../../../support/reasoning/argumentFixture.ts";
import { bruteForceStandings } from "../../../support/reasoning/bruteForce.ts";

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

test("counts a shared premise once", () => {
  const { argument, node } = argumentOf(`
    claim cleaner: The air got cleaner.
      likelihood: 50%
    claim keep: The charge should stay.
      reason health: It is healthy.
        premise cleaner
      reason law: The law demands it.
        premise cleaner
  `);
  expect(computeLikelihoods(argument.framework).likelihood[node("keep")]).toBe(0.5);
});

test("counts the strength of a step as the chance that it carries", () => {
  const { argument, node } = argumentOf(`
    claim keep: The charge should stay.
      reason air: It is right.
        strength: strong
        premise cleaner: The air got cleaner.
          likelihood: 50%
  `);
  const { likelihood } = computeLikelihoods(argument.framework);
  expect(likelihood[node("air")]).toBeCloseTo(0.4, 12);
  expect(likelihood[node("keep")]).toBeCloseTo(0.4, 12);
});

test("says the same as the standing where a map has no numbers", () => {
  fc.assert(
    fc.property(frameworks(10), ({ nodes, rivalGroups }) => {
      const framework = createFramework(
        nodes.map((node) => ({ ...node, chance: undefined, strength: 1 })),
        rivalGroups,
      );
      const { likelihood, open } = computeLikelihoods(framework);
      const standings = computeStandings(framework);
      for (const node of nodes.keys()) {
        const standing = standingOf(standings, node);
        expect([likelihood[node], open[node]]).toEqual([
          standing === "stands" ? 1 : 0,
          standing === "undecided" ? 1 : 0,
        ]);
      }
    }),
  );
});

/** A claim with twenty uncertain reasons, two of which share their premise, so that worlds have to be drawn. */
const uncertain = `
  claim shared: They share this.
    likelihood: 40%
  claim keep: The charge should stay.
    reason first: First.
      premise shared
    reason second: Second.
      premise shared
${Array.from({ length: 20 }, (_, index) => `    reason r${index}: Reason ${index}.\n      premise p${index}: Premise ${index}.\n        likelihood: 2%`).join("\n")}
`;

test("estimates within its standard error where worlds are drawn", () => {
  const { argument, node } = argumentOf(uncertain);
  const { likelihood, error } = computeLikelihoods(argument.framework);
  const exact = 1 - 0.6 * 0.98 ** 20;
  const keep = node("keep");
  expect(error[keep]).toBeGreaterThan(0.003);
  expect(error[keep]).toBeLessThan(0.006);
  expect(Math.abs((likelihood[keep] ?? 0) - exact)).toBeLessThan(4 * (error[keep] ?? 0));
  // The likelihood of a node that does not depend on the shared premise is exact.
  expect([likelihood[node("r3")], error[node("r3")]]).toEqual([0.02, 0]);
});

test("draws the same worlds again, also after a change elsewhere", () => {
  const before = argumentOf(uncertain);
  const after = argumentOf(`${uncertain}\n  claim new: New.\n    likelihood: 30%\n`);
  const likelihoodOf = ({ argument, node }: typeof before): number | undefined =>
    computeLikelihoods(argument.framework).likelihood[node("keep")];
  expect(likelihoodOf(after)).toBe(likelihoodOf(before));
});
