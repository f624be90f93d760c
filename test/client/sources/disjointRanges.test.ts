/** How passages that overlap are marked. */
import { expect, test } from "vitest";
import { splitOverlaps } from "../../../client/sources/disjointRanges.ts";

const at = (character: number) => ({ line: 0, character });
const passage = (name: string, start: number, end: number) => ({ name, range: { start: at(start), end: at(end) } });
const told = (...passages: readonly ReturnType<typeof passage>[]): readonly string[] =>
  splitOverlaps(passages).map(
    ({ range: { start, end }, passage: { name } }) => `${name} ${start.character}-${end.character}`,
  );

test("a passage within another one shows, and the other around it", () => {
  expect(told(passage("reason", 0, 20), passage("objection", 5, 9))).toEqual([
    "reason 0-5",
    "objection 5-9",
    "reason 9-20",
  ]);
  expect(told(passage("objection", 5, 9), passage("reason", 5, 20))).toEqual(["objection 5-9", "reason 9-20"]);
});

test("of two that overlap both show, of two that are apart nothing between", () => {
  expect(told(passage("reason", 0, 10), passage("claim", 6, 20))).toEqual(["reason 0-6", "claim 6-10", "claim 10-20"]);
  expect(told(passage("reason", 0, 4), passage("claim", 6, 8))).toEqual(["reason 0-4", "claim 6-8"]);
});
