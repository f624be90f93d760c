import { expect, test } from "vitest";
import { argmap } from "../../support/programs/argmapCli.ts";

const files = {
  "a.argmap": `source talk: A talk
  file: talk.txt
speaker roy: Arun Roy
claim keep by roy: It stays.
  reason: It works.
    quote talk: The air got cleaner
    premise: The air is cleaner.
  objection costs: It costs.
    objection: Not much.
  objection: It is unfair.
`,
  "talk.txt": "The air got cleaner in spring.\n\nNothing else changed.\n",
};

test("counts entries, objections without an answer, and cited paragraphs", () => {
  const { status, out } = argmap(["stats", "a.argmap", "--json"], files);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({
    map: "a.argmap",
    claims: 1,
    premises: 1,
    assumptions: 0,
    questions: 0,
    reasons: 1,
    objections: 3,
    answeredObjections: 1,
    unansweredObjections: 2,
    quotes: 1,
    entriesWithoutQuote: 5,
    sources: 1,
    speakers: 1,
    depth: 3,
    paragraphs: 2,
    citedParagraphs: 1,
  });
});

test("prints the counts in words", () => {
  const { out } = argmap(["stats", "a.argmap"], files);
  expect(out).toContain("3 objections, 2 of them unanswered\n");
  expect(out).toContain("1 of 2 paragraphs cited\n");
});

test("warns that the counts of a map with errors may be wrong", () => {
  const { status, err } = argmap(["stats", "a.argmap"], { "a.argmap": "claim a: A.\n  reason for none: B.\n" });
  expect(status).toBe(1);
  expect(err).toContain("This map has 1 error, so the counts may be wrong.");
});
