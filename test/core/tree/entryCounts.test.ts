import { expect, test } from "vitest";
import { MapFile } from "../../../server/core/language/map.ts";
import { countedEntries } from "../../../server/core/tree/countedEntries.ts";
import { countEntries, describeCount } from "../../../server/core/tree/entryCounts.ts";

const countsOf = (text: string) => countEntries(countedEntries(new MapFile("file:///map.argmap", text)));
const textsWith = (gap: "unanswered" | "unquoted", text: string) =>
  countedEntries(new MapFile("file:///map.argmap", text)).flatMap(({ entry, gaps }) =>
    gaps.includes(gap) ? [entry.text] : [],
  );

test("counts claims, reasons and objections, each entry once", () => {
  const counts = countsOf(`
claim keep: It should stay.
  reason: It is useful.
    premise: Many use it.
  reason:
    premise keep
  objection: It is dear.
`);
  expect(counts).toEqual({ claim: 1, reason: 2, objection: 1, unanswered: 1, unquoted: 0 });
});

test("an objection is answered by an objection to it, to its inference or to one of its premises", () => {
  const text = `
claim free: Tolls are not needed.
  objection: Nobody objects to this.
  objection: This is attacked.
    objection: So this answers it.
  objection: Its inference is attacked.
    premise: It is so.
    objection: That does not follow.
  objection: Its premise is attacked.
    premise far: It is far.
  objection named: Attacked from elsewhere.
objection against far: It is near.
objection against named: It is not.
`;
  expect(textsWith("unanswered", text)).toEqual([
    "Nobody objects to this.",
    "So this answers it.",
    "That does not follow.",
    "It is near.",
    "It is not.",
  ]);
});

test("a reason for an objection does not answer it", () => {
  const text = "claim: A.\n  objection: B.\n    reason: C.\n";
  expect(textsWith("unanswered", text)).toEqual(["B."]);
});

test("entries lack a quote only in a map with a source", () => {
  const entries = "claim: A.\n  reason: B.\n    quote: b\n  objection:\n    premise: C.\n";
  expect(textsWith("unquoted", entries)).toEqual([]);
  expect(textsWith("unquoted", `source s: S\n${entries}`)).toEqual(["A.", "C."]);
});

test("a count is in the singular or the plural", () => {
  expect(describeCount("claim", 1)).toBe("1 claim");
  expect(describeCount("unanswered", 2)).toBe("2 unanswered objections");
  expect(describeCount("unquoted", 1)).toBe("1 entry without a quote");
});
