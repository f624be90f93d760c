import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cause, decidingNodes, explainStanding } from "../../../../server/core/reasoning/explanations/explain.ts";
import { isListEmpty } from "../../../../server/core/reasoning/framework.ts";
import { createFramework } from "../../../../server/core/reasoning/frameworkBuilder.ts";
import { computeStandings, type Standing, standingOf } from "../../../../server/core/reasoning/standing.ts";
import { frameworks } from "../../../support/arbitraries/frameworks.ts";

/** The standing that the nodes of a cause must have. Those of other causes can have several. */
const standingsIn: Partial<Record<Cause["kind"], Standing>> = {
  reasonsStand: "stands",
  reasonsFall: "falls",
  reasonsUndecided: "undecided",
  premisesStand: "stands",
  premisesFall: "falls",
  premisesUndecided: "undecided",
  objectionsSucceed: "stands",
  objectionsFall: "falls",
  rivalsStand: "stands",
  otherAnswersStand: "stands",
  otherAnswersFall: "falls",
};

const explained = fc
  .tuple(frameworks(9), fc.option(fc.tuple(fc.nat({ max: 8 }), fc.boolean())))
  .map(([{ nodes, rivalGroups }, supposed]) => {
    const suppositions = new Map(supposed !== null && supposed[0] < nodes.length ? [supposed] : []);
    return computeStandings(createFramework(nodes, rivalGroups), suppositions);
  });
const nodesOf = (cause: Cause): readonly number[] => ("nodes" in cause ? cause.nodes : []);

test("each standing has a cause, and the nodes of a cause stand or fall as it says", () => {
  fc.assert(
    fc.property(explained, (standings) => {
      for (let node = 0; node < standings.framework.size; node++) {
        const { standing, causes } = explainStanding(standings, node);
        expect(standing).toBe(standingOf(standings, node));
        // A step of a map always has a premise: its text, if nothing else.
        const { isStep, premises, reasons } = standings.framework;
        const restsOnNothing = isStep[node] === 1 && isListEmpty(premises, node) && isListEmpty(reasons, node);
        if (!restsOnNothing) expect(causes).not.toEqual([]);
        for (const cause of causes) {
          const expected = standingsIn[cause.kind];
          if (expected === undefined) continue;
          for (const one of nodesOf(cause))
            expect([cause.kind, standingOf(standings, one)]).toEqual([cause.kind, expected]);
        }
      }
    }),
  );
});

test("names each deciding node once, and none for a supposition", () => {
  fc.assert(
    fc.property(explained, (standings) => {
      for (let node = 0; node < standings.framework.size; node++) {
        const explanation = explainStanding(standings, node);
        const nodes = decidingNodes(explanation);
        expect(nodes).toEqual([...new Set(explanation.causes.flatMap(nodesOf))]);
        if (standings.suppositions.has(node)) expect(explanation.causes).toEqual([{ kind: "supposed" }]);
      }
    }),
  );
});
