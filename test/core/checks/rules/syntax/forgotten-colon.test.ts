import { describe, expect, test } from "vitest";
import { checkMap, expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("suggests a colon after a name", async () => {
  const [problem] = await expectProblem(
    "forgotten-colon",
    `
    claim keep: It should stay.
      ‹reason buses› Buses run to time.
  `,
    "This looks like a reason without its colon. Put a colon after “reason buses”. If this is text, put a backslash before it.",
  );
  expect(problem?.suggestions).toEqual(["reason buses:"]);
});

test("reports heads without a name, with clauses, in Chinese, and after text without a full stop", () =>
  expectProblem(
    "forgotten-colon",
    `
    claim keep: It should stay.
      ‹reason› Buses run to time.
    claim drop: It should go
      ‹objection trade by lind, against keep› The shops lost customers.
    claim c: 空气变好了。
      ‹reason 公交 by 罗晓晴› 公交更准时了。
  `,
    "This looks like a reason without its colon. Put a colon after “reason”. If this is text, put a backslash before it.",
  ));

test("suggests a colon for a full-width one", async () => {
  const [problem] = await expectProblem(
    "forgotten-colon",
    `
    claim c: 空气变好了。
      reason 公交 by 罗晓晴‹：›公交更准时了。
  `,
    "This looks like a reason with a full-width colon. Write “:” instead of “：”. If this is text, put a backslash before it.",
  );
  expect(problem?.suggestions).toEqual([":"]);
});

test("reports text under a bare premise", async () => {
  const [problem] = await expectProblem(
    "forgotten-colon",
    `
    claim keep: It should stay.
      reason: It works.
        ‹premise keep›
          The charge should stay.
  `,
    "“premise keep” uses a claim that is defined elsewhere, so it takes no text. Write “premise:” to start a new premise, or move the text.",
  );
  expect(problem?.suggestions).toEqual(["premise:"]);
  const source = "claim keep: It should stay.\n  reason: It works.\n    premise free\n      The air got cleaner.\n";
  const { problems } = await checkMap(source);
  expect(problems.find(({ code }) => code === "forgotten-colon")?.suggestions).toEqual(["premise free:"]);
});

test.each([
  ["There is every", "reason to believe that Roy is right."],
  ["He makes the", "claim that the Council was wrong."],
  ["He makes the", "claim that Ardmore was wrong."],
  ["The", "question is whether Roy is right."],
  ["That is a", "premise of Roy’s argument."],
  ["This is the main", "reason Roy gives."],
  ["Everybody knows the", "claim lawyer Smith made in 2020."],
  ["There is no", "reason for London to follow."],
  ["She came to", "quote Smith at length."],
  ["It is without", "reason or sense. Nobody says so."],
  ["They left for that", "reason."],
])("ignores prose: %s | %s", (before, line) =>
  expectNoProblem(
    "forgotten-colon",
    `
    claim keep: ${before}
      ${line}
  `,
  ),
);

describe("a line without its colon holds what is under it, as an error, until it is mended", () => {
  test.each([
    "reason",
    "reason air",
    "reason air by lind",
    "reason air The air got cleaner.",
    "reason it works",
    "objection",
    "objection cost against keep",
    "question",
    "question air",
    "claim",
    "claim air",
    "quote",
    "quote report",
    "reason：The air got cleaner.",
  ])("%s", async (line) => {
    const text = `speaker lind: Maja Lind\nclaim keep: It should stay.\n  ${line}\n    objection: The winter was mild.\n`;
    const { file, problems } = await checkMap(text);
    expect(problems.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
      "forgotten-colon",
    ]);
    expect(problems.filter(({ severity }) => severity === "warning")).toEqual([]);
    const claim = file.syntax.roots[1];
    expect(claim?.text).toBe("It should stay.");
    expect(claim?.children.map(({ head }) => head.form)).toEqual(["broken"]);
    expect(claim?.children[0]?.children.map(({ head }) => head.keyword)).toEqual(["objection"]);
  });

  test("assumption and premise under a reason", async () => {
    for (const line of ["assumption", "assumption cause", "premise The air got cleaner."]) {
      const text = `claim keep: It should stay.\n  reason:\n    ${line}\n      objection: The winter was mild.\n`;
      const { file, problems } = await checkMap(text);
      expect(problems.map(({ code }) => code)).toEqual(["forgotten-colon"]);
      expect(file.syntax.roots[0]?.children[0]?.children[0]?.children).toHaveLength(1);
    }
  });

  test("also above attributes, across blank lines, comments and deeper text", async () => {
    const text =
      "claim keep: It should stay.\n  reason air The air got\n    cleaner.\n\n    // in May\n    tags: air\n";
    const { file, problems } = await checkMap(text);
    expect(problems.map(({ code }) => code)).toContain("forgotten-colon");
    expect(file.syntax.roots[0]?.attributes).toEqual([]);
    expect(file.syntax.roots[0]?.children[0]?.attributes.map(({ key }) => key)).toEqual(["tags"]);
  });

  test("but not an escaped line", async () => {
    const { file } = await checkMap("claim keep: He has no\n  \\reason to stay.\n    reason: It works.\n");
    expect(file.syntax.roots[0]?.children.map(({ head }) => head.form)).toEqual(["full"]);
  });
});

test("ignores escaped text", () =>
  expectNoProblem(
    "forgotten-colon",
    `
    claim keep: It should stay.
      \\reason buses Buses run to time.
  `,
  ));
