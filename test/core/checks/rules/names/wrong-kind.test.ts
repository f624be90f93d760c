import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a reason that is used as a premise", () =>
  expectProblem(
    "wrong-kind",
    `
    claim keep: It should stay.
      reason air: The air got cleaner.
      reason: It works.
        premise ‹air›
  `,
    "“air” is a reason. Only a claim, a premise or an assumption can be reused as a premise. Rewrite its text as a named premise, and use that name here.",
  ));

test("reports a claim after by and a speaker after for", () =>
  expectProblem(
    "wrong-kind",
    `
    speaker lind: Maja Lind
    claim keep by ‹keep›: It should stay.
    reason for ‹lind›: x
  `,
    "“keep” is a claim. Name a source or a speaker after “by”.",
  ));

test("reports a quote from a speaker", () =>
  expectProblem(
    "wrong-kind",
    `
    speaker lind: Maja Lind
    claim keep: It should stay.
      quote ‹lind›: words
  `,
    "“lind” is a speaker. Name a source after “quote”.",
  ));

test("reports a question that is used as a premise", () =>
  expectProblem(
    "wrong-kind",
    `
  question q: Why?
  claim keep: It should stay.
    reason: It works.
      premise ‹q›
`,
    "“q” is a question. Name a claim, a premise or an assumption after “premise”.",
  ));

test("accepts any reference to an entry with a broken head", () =>
  expectNoProblem(
    "wrong-kind",
    `
    speaker lind by: Maja Lind
    reason for lind: x
  `,
  ));

test("accepts a source after by, a question after against, and an assumption as a premise", () =>
  expectNoProblem(
    "wrong-kind",
    `
    source report: A report
    question q: Why?
    claim keep by report: It should stay.
      reason: x
        assumption a: y
      reason: z
        premise a
    objection against q: Wrongly put.
  `,
  ));
