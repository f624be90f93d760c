/** Speakers and dates, and how entries inherit them. */
import { describe, expect, test } from "vitest";
import { dateOf, hasSpeaker, speakersOf } from "../../../../server/core/language/relations/speakers.ts";
import { entryNames, linkedMaps } from "../../../support/maps/linkedMaps.ts";

describe("the speakers of an entry", () => {
  const { named } = linkedMaps(`
    speaker lind: Maja Lind
    speaker roy: Arun Roy
    source report: A report
    question q by lind: Why?
      claim own by roy report: One.
        reason r: x
          premise p: Two.
            objection o: y
              premise under: Three.
          assumption s: Four.
          premise other by lind: Five.
      claim fresh: Six.
        question inner: Seven?
      claim named by roy: Eight.
        question below: Nine?
  `);
  test.each([
    ["own", ["roy", "report"]],
    ["r", ["roy", "report"]],
    ["p", ["roy", "report"]],
    ["o", []],
    ["under", []],
    ["s", []],
    ["other", ["lind"]],
    ["fresh", []],
    ["inner", []],
    ["below", []],
  ])("%s: %j", (name, speakers) => {
    expect(entryNames(speakersOf(named(name)))).toEqual(speakers);
    expect(hasSpeaker(named(name))).toBe(speakers.length > 0);
  });
});

test("an entry whose speaker is not defined has a speaker, but not the one above", () => {
  const { named } = linkedMaps(`
    speaker lind: Maja Lind
    claim a by lind: One.
      reason r by stranger: Two.
        premise p: Three.
  `);
  expect(["r", "p"].map((name) => speakersOf(named(name)))).toEqual([[], []]);
  expect(["r", "p"].map((name) => hasSpeaker(named(name)))).toEqual([true, true]);
});

test("the date of an entry passes to the entries below as its speaker does", () => {
  const { named } = linkedMaps(`
    speaker lind: Maja Lind
    claim a by lind: One.
      date: 2023
      reason r: Two.
        premise p: Three.
        premise q by lind: Four.
      objection o: Five.
      reason later: Six.
        date: 2024-05
        premise s: Seven.
  `);
  expect(["a", "r", "p", "q", "o", "s"].map((name) => dateOf(named(name)))).toEqual([
    "2023",
    "2023",
    "2023",
    undefined,
    undefined,
    "2024-05",
  ]);
});
