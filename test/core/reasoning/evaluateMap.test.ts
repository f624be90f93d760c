/** The evaluation of a map as plain data and in words. */
import { expect, test } from "vitest";
import { describeEvaluation } from "../../../server/core/reasoning/describeEvaluation.ts";
import { type EvaluatedEntry, evaluateFile } from "../../../server/core/reasoning/evaluateMap.ts";
import { computeLikelihoods } from "../../../server/core/reasoning/likelihood/likelihood.ts";
import { argumentOf } from "../../support/reasoning/argumentFixture.ts";

function evaluate(text: string, supposed: Readonly<Record<string, boolean>> = {}): readonly EvaluatedEntry[] {
  const { files, argument, standings } = argumentOf(text, supposed);
  const [file] = files;
  if (file === undefined) throw new Error("There is no map.");
  return evaluateFile(file, argument, standings, computeLikelihoods(argument.framework, standings.suppositions));
}

const map = `
  claim keep: The charge stays.
    likelihood: 90%
    reason air: The air got cleaner.
      premise measured: All stations say so.
        likelihood: 80%
    objection: It costs too much.
      premise dear: It costs ten million.
`;

test("has each statement and step in the order of the text, with its likelihood to twelve decimals", () => {
  expect(evaluate(map).map(({ node }) => [node.line, node.kind, node.name])).toEqual([
    [1, "claim", "keep"],
    [3, "reason", "air"],
    [4, "premise", "measured"],
    [6, "objection", null],
    [7, "premise", "dear"],
  ]);
  const [, , measured] = evaluate(map);
  expect(measured?.node).toMatchObject({ likelihood: 0.8, open: 0, error: 0, because: [] });
});

test("names the entries that decide a standing, as far as they have names", () => {
  const [keep, air] = evaluate(map, { dear: false });
  expect(keep?.node).toMatchObject({ standing: "stands", because: ["air"], likelihood: 0.8 });
  expect(air?.node).toMatchObject({ standing: "stands", because: ["measured"] });
  const [attacked] = evaluate(map);
  expect(attacked?.node).toMatchObject({ standing: "falls", because: [] });
});

test("says in words what stands and why, and that a stated likelihood does not count beside reasons", () => {
  const [keep, , measured] = evaluate(map, { dear: false }).map(describeEvaluation);
  expect(keep).toMatch(/^1: claim keep “The charge stays.”: /);
  expect(keep).toContain("    The map states “90%”; the reasons decide.\n");
  expect(measured).not.toContain("the reasons decide");
});
