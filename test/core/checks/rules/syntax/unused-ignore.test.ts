import { expect, test } from "vitest";
import { checkMap, expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("a comment above an entry silences its problems with the codes that it names", async () => {
  const { problems } = await checkMap(`
    // argmap-ignore unsupported-claim: everybody knows this
    // Another comment.
    claim keep: It should stay.
      objection: It is dear.
    // argmap-ignore duplicate-attribute, malformed-value
    claim drop: It should go.
      likelihood: often
      likelihood: seldom
      reason: It is dear.
    claim open: It is open.
      objection: It is not.
  `);
  expect(problems.map(({ code, entry }) => `${code} ${entry?.head.name?.text}`)).toEqual(["unsupported-claim open"]);
});

test("a comment for the file silences all its problems with a code", async () => {
  const { problems } = await checkMap(`
    claim keep: It should stay.
      objection: It is dear.
    // argmap-ignore-file unsupported-claim
    claim drop: It should go.
      objection: It is cheap.
  `);
  expect(problems).toEqual([]);
});

test("reports a code that silences nothing, and one of a problem elsewhere", () =>
  expectProblem(
    "unused-ignore",
    `
    // argmap-ignore ‹unsupported-claim›, ‹near-key›: a reason
    claim keep: It should stay.
      reason: It works.
  `,
    "The entry below has no problem “unsupported-claim”. Remove it from the comment.",
  ));

test("reports a comment with no entry below it, and one without codes", async () => {
  await expectProblem(
    "unused-ignore",
    `
    ‹// argmap-ignore unsupported-claim›

    claim keep: It should stay.
      objection: It is dear.
  `,
    "This comment silences nothing, because no entry is below it. Move it directly above one, or remove it.",
  );
  await expectProblem(
    "unused-ignore",
    `
    ‹// argmap-ignore›
    claim keep: It should stay.
      reason: It works.
  `,
    "This comment silences nothing, because it names no problem. Write the code of a problem, or remove the comment.",
  );
});

test("takes other comments for what they are", () =>
  expectNoProblem(
    "unused-ignore",
    `
    // argmap-ignored is a word
    // see argmap-ignore
    claim keep: It should stay.
      reason: It works.
  `,
  ));

test("reports a code that silences nothing in the file", () =>
  expectProblem(
    "unused-ignore",
    `
    // argmap-ignore-file ‹unsupported-claim›
    claim keep: It should stay.
      reason: It works.
  `,
    "This file has no problem “unsupported-claim”. Remove it from the comment.",
  ));
