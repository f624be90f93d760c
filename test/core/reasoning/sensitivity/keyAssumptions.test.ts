import { expect, test } from "vitest";
import { computeImportanceMatrix } from "../../../../server/core/reasoning/sensitivity/importanceMatrix.ts";
import { keyAssumptions } from "../../../../server/core/reasoning/sensitivity/keyAssumptions.ts";
import { argumentOf } from "../../../support/reasoning/argumentFixture.ts";

test("leaves out what no conclusion depends on, and sorts by the largest importance for any conclusion", () => {
  const { argument, standings, files, entry } = argumentOf(`
    claim a: A.
      reason ra: RA.
        premise shared: Shared.
    claim b: B.
      reason rb: RB.
        premise shared
        premise half: Half.
          likelihood: 50%
    claim alone: Alone.
    claim both: Both.
      reason first: First.
      reason second: Second.
  `);
  const rows = keyAssumptions(argument, standings, computeImportanceMatrix(argument, files, standings.suppositions));
  expect(
    rows.map((row) => [row.entry, row.importance.map(({ conclusion, value }) => [conclusion, value]), row.carries]),
  ).toEqual([
    [
      entry("shared"),
      [
        [entry("a"), 1],
        [entry("b"), 0.5],
      ],
      [entry("a"), entry("b")],
    ],
    [entry("half"), [[entry("b"), 1]], [entry("b")]],
  ]);
});

test("respects suppositions", () => {
  const map = `
    claim both: Both.
      reason first: First.
      reason second: Second.
  `;
  const { argument, standings, files, entry } = argumentOf(map, { second: false });
  expect(
    keyAssumptions(argument, standings, computeImportanceMatrix(argument, files, standings.suppositions)).map(
      (row) => row.entry,
    ),
  ).toEqual([entry("first")]);
});
