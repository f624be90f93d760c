import { expect, test } from "vitest";
import { checkMap, expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test.each([
  ["reason air ‹supports› keep", "for", "A reason"],
  ["reason ‹supports› keep", "for", "A reason"],
  ["objection cost ‹attacks› keep, drop", "against", "An objection"],
  ["reason air ‹attacks› keep", "against", "A reason"],
  ["objection cost ‹supports› keep", "for", "An objection"],
  ["claim drop ‹answer› charge", "answers", "A claim"],
])("suggests the clause word for a synonym: %s", async (head, word, what) => {
  const [problem] = await expectProblem(
    "malformed-head",
    `${head}: It is so.`,
    `${what} takes “${word}”, not “${/‹(.*)›/.exec(head)?.[1]}”. If this is text, indent it under its entry.`,
  );
  expect(problem?.suggestions).toEqual([word]);
});

test.each([
  ["reason air ‹agianst› keep", ["against"]],
  ["objection air ‹agianst› keep", ["against"]],
  ["objection ‹againts› keep", ["against"]],
  ["reason air ‹suports› keep", ["for"]],
  ["reason air ‹fro› keep", ["for"]],
  ["reason air ‹FOR› keep", ["for"]],
  ["claim drop ‹contradics› keep by lind", ["contradicts"]],
  ["claim drop by lind ‹acepted-by› roy", ["accepted-by"]],
  ["claim drop ‹accepted by› roy", ["accepted-by"]],
  ["claim drop ‹By› lind", ["by"]],
])("suggests the clause word for a misspelt one: %s", async (head, suggestions) => {
  const { problems } = await checkMap(`${head.replace(/[‹›]/gu, "")}: It is so.`);
  const near = problems.find(({ suggestions: all }) => all.length > 0);
  expect(near?.suggestions ?? []).toEqual(suggestions);
  if (near !== undefined) {
    const { raw } = near.at.line.scanned;
    expect(raw.slice(near.at.start, near.at.end)).toBe(/‹(.*)›/u.exec(head)?.[1]);
  }
});

test("names both corrections if the words may be one name or a misspelt clause", () =>
  expectProblem(
    "malformed-head",
    "objection air ‹agianst› keep: It is so.",
    "Did you mean “against”? An objection takes only one name before its clauses. Join the words, as in “air-agianst”, or put the colon before the text. If this is text, indent it under its entry.",
  ));

test.each(["claim broken contracts hurt", "reason clean air helps", "claim not again please", "reason big far town"])(
  "suggests nothing if no clause word is near: %s",
  async (head) => {
    const { problems } = await checkMap(`${head}: It is so.`);
    expect(problems.find(({ code }) => code === "malformed-head")?.suggestions).toEqual([]);
  },
);

test.each([
  ["claim keep ‹supports drop›: It is so.", "supports drop", "reason for drop"],
  ["claim keep ‹attacks drop›", "attacks drop", "objection against drop"],
])("shows how a claim supports or attacks another: %s", async (marked, words, step) => {
  const message = `A claim does not say what it supports. Write “claim keep: …” without “${words}”, then “${step}:”, and “premise keep” under that.`;
  await expectProblem("malformed-head", marked, message);
});

test.each([
  ["claim ‹C1.2›: It is so.", "A full stop only follows the prefix of an import. Write “C1-2” instead.", "C1-2"],
  [
    "claim ‹air.quality› by lind: It is so.",
    "A full stop only follows the prefix of an import. Write “air-quality” instead.",
    "air-quality",
  ],
  ["speaker ‹“lind”›: Maja Lind", "A name has no quotation marks or brackets. Write “lind” without them.", "lind"],
  ["claim ‹1›: It is so.", "“1” is not a valid name. Start it with a letter, as in “c1”.", "c1"],
])("suggests the name that was meant: %s", async (marked, message, name) => {
  const [problem] = await expectProblem(
    "malformed-head",
    marked,
    `${message} If this is text, indent it under its entry.`,
  );
  expect(problem?.suggestions).toEqual([name]);
});

test("suggests the name of a source without its quotation marks", async () => {
  const [problem] = await expectProblem(
    "malformed-head",
    `
    source report: A report
    claim keep: It should stay.
      quote ‹“report”›: it fell
  `,
    "A name has no quotation marks or brackets. Write “report” without them. If this is text, put a backslash before it.",
  );
  expect(problem?.suggestions).toEqual(["report"]);
});

test.each([
  ["Claim", "Keywords are lower-case. Write “claim”. If this is text, indent it under its entry."],
  ["claims", "Did you mean “claim”? If this is text, indent it under its entry."],
])("reports %s at the left edge, but keeps the entry and its name", async (word, message) => {
  const [problem] = await expectProblem(
    "malformed-head",
    `
    ‹${word}› keep: It should stay.
      reason: It works.
    reason for keep: The air got cleaner.
  `,
    message,
  );
  expect(problem?.suggestions).toEqual(["claim"]);
});

test("reports an indented line that may be text", () =>
  expectProblem(
    "malformed-head",
    `
    claim keep: It should stay.
      reason ‹clean air›: The air got cleaner.
  `,
    "A reason takes only one name before its clauses. Join the words, as in “clean-air”, or put the colon before the text. If this is text, put a backslash before it.",
  ));

test("reports a line at the left edge without a colon", () =>
  expectProblem(
    "malformed-head",
    `‹claim keep It should stay›`,
    "A claim needs a colon before its text, as in “claim keep by lind: It should stay”. If this is text, indent it under its entry.",
  ));

test("reports a clause without a name", () =>
  expectProblem(
    "malformed-head",
    `claim keep ‹by›: It should stay.`,
    "“by” needs a name after it, as in “by lind”. If this is text, indent it under its entry.",
  ));

test("reports an invalid name", () =>
  expectProblem(
    "malformed-head",
    `claim ‹2nd›: It should stay.`,
    "“2nd” is not a valid name. Start it with a letter, as in “c2nd”. If this is text, indent it under its entry.",
  ));

test("suggests a colon for a full-width one", async () => {
  const [problem] = await expectProblem(
    "malformed-head",
    `claim 空气‹：›变好了。`,
    "This is a full-width colon. Write “:” instead of “：”. If this is text, indent it under its entry.",
  );
  expect(problem?.suggestions).toEqual([":"]);
});

test("accepts valid heads", () =>
  expectNoProblem(
    "malformed-head",
    `
    claim: It should stay.
    claim 空气, by 罗晓晴 罗晓晴 : 变好了。
    premise été
  `,
  ));

test("suppresses other problems of the entry", async () => {
  const others = ["misplaced-entry", "missing-text", "unused-claim", "unsupported-claim", "no-target", "empty-step"];
  for (const code of others) {
    await expectNoProblem(
      code,
      `
      claim keep by:
        likelihood: often
      reason for:
    `,
    );
  }
});
