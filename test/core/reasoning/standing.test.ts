import fc from "fast-check";
import { expect, test } from "vitest";
import { createFramework } from "../../../server/core/reasoning/framework.ts";
import { computeStandings, standingOf, withSuppositions } from "../../../server/core/reasoning/standing.ts";
import { frameworks } from "../../support/arbitraries/frameworks.ts";
import { bruteForceStandings } from "../../support/reasoning/bruteForce.ts";

const suppositions = fc.array(fc.tuple(fc.nat({ max: 7 }), fc.boolean()), { maxLength: 2 });
const words = { true: "stands", false: "falls", undefined: "undecided" } as const;

test("agrees with the consensus operator over all completions, with suppositions too", () => {
  fc.assert(
    fc.property(frameworks(8), suppositions, (input, supposed) => {
      const fixed = new Map(supposed.filter(([node]) => node < input.nodes.length));
      const standings = computeStandings(createFramework(input.nodes, input.rivalGroups), fixed);
      const expected = bruteForceStandings(input, { comparesStrengths: true, supposed: fixed });
      expect(input.nodes.map((_, node) => standingOf(standings, node))).toEqual(
        expected.map((value) => words[`${value}`]),
      );
    }),
  );
});

test("gives the same result after a change of suppositions as from scratch", () => {
  fc.assert(
    fc.property(frameworks(12), suppositions, suppositions, (input, first, second) => {
      const framework = createFramework(input.nodes, input.rivalGroups);
      const inside = ([node]: readonly [number, boolean]): boolean => node < input.nodes.length;
      const before = computeStandings(framework, new Map(first.filter(inside)));
      const after = new Map(second.filter(inside));
      expect(withSuppositions(before, after)).toEqual(computeStandings(framework, after));
    }),
  );
});
