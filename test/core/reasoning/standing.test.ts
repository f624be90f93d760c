import fc from "fast-check";
import { expect, test } from "vitest";
import type { RivalGroup } from "../../../server/core/reasoning/framework.ts";
import { createFramework, type NodeDescription } from "../../../server/core/reasoning/frameworkBuilder.ts";
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

/** The standings of nodes with the rival groups of a framework. */
const standingsIn = (nodes: readonly NodeDescription[], rivalGroups: readonly RivalGroup[]) => {
  const standings = computeStandings(createFramework(nodes, rivalGroups));
  return nodes.map((_, node) => standingOf(standings, node));
};

const certain = {
  grant: "granted",
  chance: undefined,
  objections: [],
  reasons: [],
  contradictions: [],
  seed: 0,
} as const;

test("a new objection never makes its target stand", () => {
  fc.assert(
    fc.property(frameworks(8), fc.nat(), fc.constantFrom(0.3, 0.55, 1), ({ nodes, rivalGroups }, at, strength) => {
      const target = at % nodes.length;
      const withObjection = [
        ...nodes.map((node, index) =>
          index === target ? { ...node, objections: [...node.objections, nodes.length + 1] } : node,
        ),
        { ...certain, kind: "statement", strength: 0, premises: [] } as const,
        { ...certain, kind: "step", strength, premises: [nodes.length] } as const,
      ];
      const [before, after] = [
        standingsIn(nodes, rivalGroups)[target],
        standingsIn(withObjection, rivalGroups)[target],
      ];
      if (after === "stands") expect(before).toBe("stands");
    }),
  );
});

test("a premise that nobody doubts can be left out", () => {
  fc.assert(
    fc.property(frameworks(8), fc.nat(), ({ nodes, rivalGroups }, at) => {
      const step = at % nodes.length;
      fc.pre(nodes[step]?.kind === "step");
      const undoubted = { ...certain, kind: "statement", strength: 0, premises: [] } as const;
      const withPremise = [
        ...nodes.map((node, index) =>
          index === step ? { ...node, premises: [...node.premises, nodes.length] } : node,
        ),
        undoubted,
      ];
      expect(standingsIn(withPremise, rivalGroups).slice(0, -1)).toEqual(standingsIn(nodes, rivalGroups));
    }),
  );
});
