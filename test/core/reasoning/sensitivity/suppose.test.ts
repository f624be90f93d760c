import fc from "fast-check";
import { expect, test } from "vitest";
import { createFramework } from "../../../../server/core/reasoning/frameworkBuilder.ts";
import { smallestSuppositions } from "../../../../server/core/reasoning/sensitivity/suppose.ts";
import { computeStandings, standingOf, withSuppositions } from "../../../../server/core/reasoning/standing.ts";
import { frameworks } from "../../../support/arbitraries/frameworks.ts";
import { argumentOf } from "../../../support/reasoning/argumentFixture.ts";

const map = `
  claim keep: The charge should stay.
    reason air: It is right.
      premise cleaner: The air got cleaner.
    reason calm: It is calmer.
      premise traffic: There is less traffic.
  claim other: This has nothing to do with it.
`;

test("finds the pairs of statements that carry a conclusion together", () => {
  const { argument, standings, node, entry } = argumentOf(map);
  const sets = smallestSuppositions(standings, node("keep"));
  expect(sets.map((set) => set.map((one) => [argument.entries[one.node], one.value]))).toEqual([
    [
      [entry("cleaner"), false],
      [entry("traffic"), false],
    ],
  ]);
});

test("finds the one statement that would change the standing of an entry", () => {
  const { argument, standings, node, entry } = argumentOf(map);
  const sets = smallestSuppositions(standings, node("air"));
  expect(sets.map((set) => set.map((one) => argument.entries[one.node]))).toEqual([[entry("cleaner")]]);
});

test("a supposition changes what depends on it, and nothing else", () => {
  const { argument, standings, node } = argumentOf(map);
  const after = withSuppositions(standings, new Map([[node("cleaner"), false]]));
  const changed = argument.entries.filter((_, index) => standingOf(after, index) !== standingOf(standings, index));
  expect(changed.map(({ head }) => head.name?.text)).toEqual(["cleaner", "air"]);
  expect(["cleaner", "air"].map((name) => standingOf(after, node(name)))).toEqual(["falls", "falls"]);
});

test("finds only sets that have an effect, and none of two where one is enough", () => {
  fc.assert(
    fc.property(frameworks(10), ({ nodes, rivalGroups }) => {
      const standings = computeStandings(createFramework(nodes, rivalGroups));
      const sets = smallestSuppositions(standings, 0);
      expect(new Set(sets.map((set) => set.length)).size).toBeLessThan(2);
      for (const set of sets) {
        const suppositions = new Map(set.map(({ node, value }) => [node, value]));
        expect(standingOf(withSuppositions(standings, suppositions), 0)).not.toBe(standingOf(standings, 0));
      }
    }),
  );
});

test("never lets a node stand that gets a further objection which stands", () => {
  fc.assert(
    fc.property(frameworks(8), fc.nat(), ({ nodes, rivalGroups }, choice) => {
      const target = choice % nodes.length;
      const objection = nodes.length;
      const attacker = {
        kind: "step" as const,
        grant: "granted" as const,
        chance: undefined,
        strength: 1,
        reasons: [],
        objections: [],
        premises: [],
        contradictions: [],
        seed: 0,
      };
      const withObjection = [
        ...nodes.map((node, index) =>
          index === target ? { ...node, objections: [...node.objections, objection] } : node,
        ),
        attacker,
      ];
      const standings = computeStandings(createFramework(withObjection, rivalGroups));
      expect(standingOf(standings, target)).not.toBe("stands");
    }),
  );
});
