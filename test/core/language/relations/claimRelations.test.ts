/** How claims relate: answers and contradictions. */
import { describe, expect, test } from "vitest";
import {
  answerLimitOf,
  answersTo,
  contradictionsIn,
  contradictionsOf,
  rivalAnswersIn,
} from "../../../../server/core/language/relations/claimRelations.ts";
import { entryNames, linkedMaps } from "../../../support/maps/linkedMaps.ts";

test("a question has the answers under it and the ones that name it", () => {
  const { file, named } = linkedMaps(`
    question q: Why?
      claim a: One.
    claim b answers q: Two.
    claim c: Three.
  `);
  expect(entryNames(answersTo(named("q"), [file]))).toEqual(["a", "b"]);
});

test("contradictions are symmetric and listed once", () => {
  const { file, named } = linkedMaps(`
    claim a contradicts b: One.
    claim b contradicts a, c: Two.
    claim c: Three.
  `);
  expect(entryNames(contradictionsOf(named("b"), [file]))).toEqual(["a", "c"]);
  expect(entryNames(contradictionsOf(named("c"), [file]))).toEqual(["b"]);
  expect(contradictionsIn([file]).map(entryNames)).toEqual([
    ["a", "b"],
    ["b", "c"],
  ]);
});

describe("the answers to a question", () => {
  const { file, named } = linkedMaps(`
    question one: Which?
      answers: exactly-one
      claim a: One.
      claim b contradicts a: Two.
    claim c answers one: Three.
    question many: Which ones?
      answers: any
      claim d: Four.
      claim e: Five.
    question alone: Is it?
      answers: at-most-one
      claim f: Yes.
  `);
  test("contradict each other if only one can be true", () => {
    expect(entryNames(contradictionsOf(named("a"), [file]))).toEqual(["b", "c"]);
    expect(entryNames(contradictionsOf(named("c"), [file]))).toEqual(["a", "b"]);
    expect(entryNames(contradictionsOf(named("d"), [file]))).toEqual([]);
    expect(rivalAnswersIn([file]).map(({ answers }) => entryNames(answers))).toEqual([["a", "b", "c"]]);
  });
  test("have a limit that the question states", () => {
    expect(["one", "many", "alone"].map((name) => answerLimitOf(named(name)))).toEqual([
      "exactly-one",
      undefined,
      "at-most-one",
    ]);
  });
});
