import { expect, test } from "vitest";
import { checkMap, expectNoProblem, expectProblem, markProblems } from "../../../../support/maps/expectProblems.ts";

test("reports text at the left edge", () =>
  expectProblem(
    "stray-line",
    `
    claim keep: It should stay.
    ‹and so on.›
  `,
    "A line that is not indented must start with a keyword, such as “claim”. If this is text, indent it under its entry.",
  ));

test("reports an attribute at the left edge", () =>
  expectProblem(
    "stray-line",
    `
    source report: A report
    ‹author: The office›
  `,
    "“author” is an attribute. Indent it under its entry.",
  ));

test("suggests the keyword for a misspelt one", async () => {
  const [problem] = await expectProblem(
    "stray-line",
    `‹cliam› keep: It should stay.`,
    "Did you mean “claim”? If this is text, indent it under its entry.",
  );
  expect(problem?.suggestions).toEqual(["claim"]);
});

test("reports a heading without text", () =>
  expectProblem("stray-line", `‹##›`, "This heading has no text. Write some after “##”, as in “## The case for”."));

test("suggests the space for a heading without one", async () => {
  const [problem] = await expectProblem(
    "stray-line",
    `‹#Air›`,
    "A heading starts with one to six “#” and a space. Write “# Air”.",
  );
  expect(problem?.suggestions).toEqual(["# Air"]);
});

test("reports a full-width colon after a keyword", () =>
  expectProblem("stray-line", `claim‹：›空气变好了。`, "This is a full-width colon. Write “:” instead of “：”."));

test("reports text under a heading", () =>
  expectProblem(
    "stray-line",
    `
    claim keep: It should stay.
    # Air
      ‹and so on.›
  `,
    "This text does not belong to any entry. Put it under one.",
  ));

test("reports an attribute with no entry above it", () =>
  expectProblem("stray-line", `  ‹note: x›\n`, "“note” does not belong to any entry. Put it under one."));

test("accepts headings, comments, blank lines and indented text", () =>
  expectNoProblem(
    "stray-line",
    `
    # The case for

    // A remark
    claim keep: It should stay,
      as I said.
    ###### Deep
  `,
  ));

test.each([
  ["‹Clam› keep, It should stay.", "Did you mean “claim”?", "claim"],
  ["‹Claim› It should stay.", "Keywords are lower-case. Did you mean “claim”?", "claim"],
  ["‹Evidence›: It works.", "Did you mean “reason”?", "reason"],
  ["‹- Premise›: It works.", "An entry has no list mark. Did you mean “claim”?", "claim"],
  ["‹Claim – ›It should stay.", "Keywords are lower-case. Did you mean “claim:”?", "claim: "],
])("says what “%s” at the left edge was meant as", async (marked, message, suggestion) => {
  const { file, problems } = await checkMap(marked.replace(/[‹›]/gu, ""));
  const [problem] = problems.filter(({ code }) => code === "stray-line");
  expect(problem && markProblems(file, [problem])).toBe(marked);
  expect(problem?.message).toBe(`${message} If this is text, indent it under its entry.`);
  expect(problem?.suggestions).toEqual([suggestion]);
});

test.each([
  ["‹#######›", "This heading has no text. Write some after “######”, as in “###### The case for”.", []],
  ["‹####### Air›", "A heading starts with one to six “#” and a space. Write “###### Air”.", ["###### Air"]],
])("explains the heading %s", async (marked, message, suggestions) => {
  const [problem] = await expectProblem("stray-line", marked, message);
  expect(problem?.suggestions).toEqual(suggestions);
});

test("says once which other tool has the format of a line", async () => {
  const problems = await expectProblem(
    "stray-line",
    `
    ‹[Air]: It got cleaner.›
    ‹<Buses>: They run.›
  `,
    "This is in the format of Argdown, which a map cannot contain. Convert it with the quick fix, or import it from a file of its own.",
  );
  expect(problems.map(({ isShownOnce }) => isShownOnce)).toEqual([true, true]);
});

test("reports a custom attribute at the left edge", () =>
  expectProblem("stray-line", "‹x-mood: bright›", "“x-mood” is an attribute. Indent it under its entry."));

test("suggests “//” for comments of other languages", async () => {
  for (const comment of ["/* later */", "<!-- later -->"]) {
    const [problem] = await expectProblem("stray-line", `‹${comment}›`, "A comment begins with “//”.");
    expect(problem?.suggestions).toEqual(["// later"]);
  }
});
