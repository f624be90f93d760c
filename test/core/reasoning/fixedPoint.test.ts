import fc from "fast-check";
import { expect, test } from "vitest";
import { type Evaluator, resolve, solve } from "../../../server/core/reasoning/fixedPoint.ts";
import { createFramework } from "../../../server/core/reasoning/frameworkBuilder.ts";
import { type FrameworkInput, frameworks } from "../../support/arbitraries/frameworks.ts";
import { argumentOf } from "../../support/reasoning/argumentFixture.ts";

/** Whether a node depends on a source, as a condition: 1 for sources and for nodes that rest on a 1. */
function reachability({ nodes }: FrameworkInput, sources: ReadonlySet<number>) {
  const values = nodes.map(() => 0);
  const evaluator: Evaluator = {
    reset: (node) => {
      values[node] = 0;
    },
    evaluate: (node) => {
      const { reasons = [], objections = [], premises = [] } = nodes[node] ?? {};
      const isReached = sources.has(node) || [...reasons, ...objections, ...premises].some((one) => values[one] === 1);
      const hasChanged = values[node] !== Number(isReached);
      values[node] = Number(isReached);
      return hasChanged;
    },
  };
  return { evaluator, values };
}

test("evaluates each node once where nothing depends on itself", () => {
  const { argument } = argumentOf(`
    claim keep: The charge should stay.
      reason air: It is right.
        premise cleaner: The air got cleaner.
      objection trade: The shops lost customers.
  `);
  const evaluated: number[] = [];
  const evaluate = (node: number): boolean => evaluated.push(node) > 0;
  solve(argument.framework, { reset: () => expect.unreachable(), evaluate });
  expect(evaluated.toSorted((a, b) => a - b)).toEqual([...argument.entries.keys()]);
});

test("an update gives the same values as a computation from scratch, whatever changed", () => {
  const nodeSet = fc.uniqueArray(fc.nat({ max: 9 })).map((nodes) => new Set(nodes));
  fc.assert(
    fc.property(frameworks(10), nodeSet, nodeSet, (input, before, after) => {
      const framework = createFramework(input.nodes, input.rivalGroups);
      const inside = (nodes: ReadonlySet<number>) => new Set([...nodes].filter((node) => node < input.nodes.length));
      const sources = inside(before);
      const updated = reachability(input, sources);
      solve(framework, updated.evaluator);
      const later = inside(after);
      const changed = [...sources.symmetricDifference(later)];
      sources.clear();
      for (const node of later) sources.add(node);
      resolve(framework, updated.evaluator, changed);
      const fresh = reachability(input, later);
      solve(framework, fresh.evaluator);
      expect(updated.values).toEqual(fresh.values);
    }),
  );
});

test("an update evaluates only what depends on a change, and stops where nothing changes", () => {
  const { argument, node } = argumentOf(`
    claim keep: The charge should stay.
      reason air: It is right.
        premise cleaner: The air got cleaner.
    claim other: This has nothing to do with it.
  `);
  const order = (isChanged: boolean) =>
    resolve(argument.framework, { reset: () => {}, evaluate: () => isChanged }, [node("cleaner")]);
  expect(order(true)).toEqual([node("cleaner"), node("air"), node("keep")]);
  expect(order(false)).toEqual([node("cleaner")]);
});
