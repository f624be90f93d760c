import { expect, test } from "vitest";
import { checkMap, expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("leaves an entry with wrong indentation to inconsistent-indentation", async () => {
  const text = `
    claim keep: It should stay.
        reason: The air got cleaner.
      premise: It fell.
  `;
  await expectNoProblem("misplaced-entry", text);
  const { problems } = await checkMap(text);
  expect(problems.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
    "inconsistent-indentation",
  ]);
});

test("suggests a reason for a premise under a claim", async () => {
  const [problem] = await expectProblem(
    "misplaced-entry",
    `
    claim keep: It should stay.
      ‹premise›: The air got cleaner.
  `,
    "A premise belongs under a reason or an objection, not under a claim. Make it a reason, or move it.",
  );
  expect(problem?.suggestions).toEqual(["reason"]);
});

test("suggests a premise for a claim under a reason", async () => {
  const [problem] = await expectProblem(
    "misplaced-entry",
    `
    claim keep: It should stay.
      reason: It works.
        ‹claim› air: The air got cleaner.
  `,
    "A claim belongs at the left edge or under a question, not under a reason. Make it a premise, or move it.",
  );
  expect(problem?.suggestions).toEqual(["premise"]);
});

test("reports a bare premise at the left edge", () =>
  expectProblem(
    "misplaced-entry",
    `
    claim keep: It should stay.
    ‹premise› keep
  `,
    "A premise belongs under a reason or an objection, not at the left edge. Move it there.",
  ));

test("reports a second map line", () =>
  expectProblem(
    "misplaced-entry",
    `
    map: One
    ‹map›: Two
  `,
    "A file can have only one “map” line. Remove this one.",
  ));

test("reports a map line after another entry", () =>
  expectProblem(
    "misplaced-entry",
    `
    speaker lind: Maja Lind
    ‹map›: Late
  `,
    "The “map” line must come before all other entries. Move it to the top.",
  ));

test("accepts every keyword in its allowed positions", () =>
  expectNoProblem(
    "misplaced-entry",
    `
    // A remark and a heading may come before the title.
    # All
    map: Title
    question q: Why?
      question: How?
      claim a: So.
        reason: Because.
          premise: One.
            quote s: words
              objection: Not there.
          assumption: Two.
            objection: No.
          question: Since when?
      objection: Wrongly put.
  `,
  ));

test("ignores broken heads and the entries under them", () =>
  expectNoProblem(
    "misplaced-entry",
    `
    claim keep by: It should stay.
      premise: The air got cleaner.
    premise two words: x
  `,
  ));

test("explains where a claim under a claim may be", async () => {
  const [problem] = await expectProblem(
    "misplaced-entry",
    `
    claim keep: It should stay.
      ‹claim› air: The air got cleaner.
  `,
    "A claim cannot be under a claim: under a reason it would be a premise, under a question an answer. Make it a reason, or move it.",
  );
  expect(problem?.suggestions).toEqual(["reason"]);
});

test("suggests no keyword that does not take the clauses", async () => {
  const [problem] = await expectProblem(
    "misplaced-entry",
    `
    claim keep: It should stay.
      ‹premise› contradicts keep: The air got cleaner.
  `,
    "A premise belongs under a reason or an objection, not under a claim. Move it there.",
  );
  expect(problem?.suggestions).toEqual([]);
});

test("points at the first map line, or at the first entry", async () => {
  const [second] = await expectProblem(
    "misplaced-entry",
    "map: One\n‹map›: Two\n",
    "A file can have only one “map” line. Remove this one.",
  );
  expect(second?.related.map(({ entry, message }) => `${entry.text}: ${message}`)).toEqual([
    "One: The first “map” line is here",
  ]);
  const [late] = await expectProblem(
    "misplaced-entry",
    "claim: One\n‹map›: Two\n",
    "The “map” line must come before all other entries. Move it to the top.",
  );
  expect(late?.related.map(({ entry, message }) => `${entry.text}: ${message}`)).toEqual([
    "One: The first entry is here",
  ]);
});

test("a source under a claim is to be quoted there", async () => {
  const [problem] = await expectProblem(
    "misplaced-entry",
    `
    claim keep: It should stay.
      ‹source›: Streets for whom?
  `,
    "A source belongs at the left edge, not under a claim. Move it there, and quote it here.",
  );
  expect(problem?.suggestions).toEqual(["x-source"]);
});
