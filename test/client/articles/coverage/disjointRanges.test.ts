import { expect, test } from "vitest";
import { splitOverlaps } from "../../../../client/articles/coverage/disjointRanges.ts";

const at = (character: number) => ({ line: 0, character });
const passage = (name: string, start: number, end: number) => ({ name, range: { start: at(start), end: at(end) } });
const segments = (...passages: readonly ReturnType<typeof passage>[]): readonly string[] =>
  splitOverlaps(passages).map(
    ({ range: { start, end }, passage: { name } }) => `${name} ${start.character}-${end.character}`,
  );

test("an inner passage splits the outer one", () => {
  expect(segments(passage("reason", 0, 20), passage("objection", 5, 9))).toEqual([
    "reason 0-5",
    "objection 5-9",
    "reason 9-20",
  ]);
  expect(segments(passage("objection", 5, 9), passage("reason", 5, 20))).toEqual(["objection 5-9", "reason 9-20"]);
});

test("overlapping passages meet, and there is no segment between separate ones", () => {
  expect(segments(passage("reason", 0, 10), passage("claim", 6, 20))).toEqual([
    "reason 0-6",
    "claim 6-10",
    "claim 10-20",
  ]);
  expect(segments(passage("reason", 0, 4), passage("claim", 6, 8))).toEqual(["reason 0-4", "claim 6-8"]);
});
