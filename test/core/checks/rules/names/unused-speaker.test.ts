import { expect, test } from "vitest";
import { checkMap, expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

const people = "speaker lind: Maja Lind\nspeaker roy: Arun Roy\nsource report: A report\n";

test("reports a speaker that nothing names", () =>
  expectProblem(
    "unused-speaker",
    `
    speaker ‹roy›: Arun Roy
    speaker lind: Maja Lind
    ‹speaker›: Nobody
    claim keep by lind: It should stay.
  `,
    "“roy” is never used. Add a clause such as “by roy”, or remove the speaker.",
  ));

test("accepts speakers in accepted-by, rejected-by and broken heads", () =>
  expectNoProblem(
    "unused-speaker",
    `
    speaker lind: Maja Lind
    speaker roy: Arun Roy
    speaker osei: Pavel Osei
    claim keep accepted-by lind, rejected-by roy: It should stay.
    claim drop by osei and: It should go.
  `,
  ));

test("ignores a file that only defines speakers and sources", () => expectNoProblem("unused-speaker", people));

test("accepts a speaker that an importing file names", async () => {
  const here = "speaker lind: Maja Lind\nclaim a: One.\n";
  const { problemsOf } = await checkMap("import: here.argmap\nclaim keep by lind: It should stay.\n", {
    "here.argmap": here,
  });
  expect(problemsOf("here.argmap").map(({ code }) => code)).toEqual(["unused-claim"]);
});
