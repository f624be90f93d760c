import { describe, expect, test } from "vitest";
import { checkMap, expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("suggests similar names of the right kind", async () => {
  const [problem] = await expectProblem(
    "unknown-name",
    `
    speaker kept: Somebody
    claim keep: It should stay.
    reason for ‹kep›: The air got cleaner.
  `,
    "“kep” is not defined. Did you mean “keep”?",
  );
  expect(problem?.suggestions).toEqual(["keep"]);
});

test("suggests nothing if no name is similar", () =>
  expectProblem(
    "unknown-name",
    `claim keep by ‹lind›: It should stay.`,
    "“lind” is not defined. Define it, or use another name.",
  ));

test("suggests the clause word that a name between two others may have been meant as", async () => {
  const [problem] = await expectProblem(
    "unknown-name",
    `
    claim keep: It should stay.
    claim drop: It should go.
    reason for keep ‹agianst› drop: The air got cleaner.
  `,
    "“agianst” is not defined. Did you mean “against”?",
  );
  expect(problem?.suggestions).toEqual(["against"]);
});

test.each([
  ["that the head has already", "claim drop contradicts keep ‹contradict› fall: It should go."],
  ["for the last name", "reason for keep ‹agianst›: The air got cleaner."],
])("suggests no clause word %s", async (_case, line) => {
  const [problem] = await expectProblem(
    "unknown-name",
    `
    claim keep: It should stay.
    claim fall: It fell.
    ${line}
  `,
    `“${/‹(.*)›/.exec(line)?.[1]}” is not defined. Define it, or use another name.`,
  );
  expect(problem?.suggestions).toEqual([]);
});

test("reports an unknown prefix", () =>
  expectProblem(
    "unknown-name",
    `claim keep by ‹people.lind›: It should stay.`,
    "No import has the prefix “people”. Add a line “import people: file.argmap”.",
  ));

test("suggests a name of the imported file", async () => {
  const otherFiles = { "people.argmap": "speaker lind: Maja Lind\n" };
  const [problem] = await expectProblem(
    "unknown-name",
    `
    import people: people.argmap
    claim keep by ‹people.lin›: It should stay.
    claim drop by ‹lind›: It should go.
  `,
    "“people.lin” is not defined. Did you mean “people.lind”?",
    otherFiles,
  );
  expect(problem?.suggestions).toEqual(["people.lind"]);
});

test("accepts names of this file and of imports in any Unicode normalization", () =>
  expectNoProblem(
    "unknown-name",
    `
    import: people.argmap
    import p: people.argmap
    claim \u00e9t\u00e9 by lind, accepted-by p.lind: It should stay.
    reason for e\u0301te\u0301: The air got cleaner.
  `,
    { "people.argmap": "speaker lind: Maja Lind\n" },
  ));

describe("a full name after a clause word", () => {
  const speakers = `
    speaker zong: Wei  Zongyou, professor
    speaker wei: Wei Li
    claim keep: It should stay.
  `;
  test("suggests the speaker who is called so", async () => {
    const [problem] = await expectProblem(
      "unknown-name",
      `${speakers}
    claim drop by ‹Wei Zongyou›: It should go.
  `,
      "“Wei Zongyou” is not defined. Did you mean “zong”?",
    );
    expect(problem?.suggestions).toEqual(["zong"]);
  });
  test("asks for a speaker if none is called so", async () => {
    const problems = await expectProblem(
      "unknown-name",
      `${speakers}
    claim drop by ‹Maja Lind›, accepted-by ‹Zongyou Wei›: It should go.
  `,
      "“Maja Lind” is not defined. Define a speaker, and write the name of that entry here.",
    );
    expect(problems.map(({ suggestions }) => suggestions)).toEqual([[], []]);
  });
  test("ends at a comma, at a name that is defined, and at one in lower case", () =>
    expectProblem(
      "unknown-name",
      `${speakers}
    claim one by ‹Lind›, ‹Roy›: One.
    claim two by ‹Lind› wei: Two.
    claim three by ‹Lind› ‹lind›: Three.
    claim four by ‹Maja Lind›, ‹Arun Roy›: Four.
  `,
      "“Lind” is not defined. Define it, or use another name.",
    ));
  test("suggests the speakers whose name contains the only word", async () => {
    const [problem] = await expectProblem(
      "unknown-name",
      `${speakers}
    claim drop by ‹Wei›: It should go.
  `,
      "“Wei” is not defined. Did you mean “zong” or “wei”?",
    );
    expect(problem?.suggestions).toEqual(["zong", "wei"]);
  });
});

test("suggests the names of an import with its prefixes, each once, and at most three", async () => {
  const [problem] = await expectProblem(
    "unknown-name",
    `
    import p: people.argmap
    import q: people.argmap
    import: people.argmap
    import: people.argmap
    claim keep by ‹lnid›: It should stay.
  `,
    "“lnid” is not defined. Did you mean “p.lind”, “q.lind” or “lind”?",
    { "people.argmap": "speaker lind: Maja Lind\n" },
  );
  expect(problem?.suggestions).toEqual(["p.lind", "q.lind", "lind"]);
});

test("suggests the same names however many are unknown", async () => {
  const names = Array.from({ length: 13 }, (_, index) => `kee${"p".repeat(index + 2)}`);
  const { problems } = await checkMap(`
    claim keep: It should stay.
    claim keeppppppppppppppp: It should go.
    ${names.map((name) => `reason for ${name}: It works.`).join("\n    ")}
  `);
  const suggestions = problems.filter(({ code }) => code === "unknown-name").map((problem) => problem.suggestions);
  expect(suggestions.length).toBe(13);
  expect(suggestions[0]).toEqual(["keep"]);
  expect(suggestions.at(-1)).toEqual(["keeppppppppppppppp"]);
});

test.each([
  ["reason r for keep‹ to ›drop: R.", "to"],
  ["reason r for keep‹ and ›drop: R.", "and"],
  ["claim c contradicts keep‹ or ›drop: C.", "or"],
  ["reason r for keep‹ und ›drop: R.", "und"],
])("offers a comma for a word between names: %s", async (line, word) => {
  const [problem] = await expectProblem(
    "unknown-name",
    `
    claim keep: It should stay.
    claim drop: It should go.
    ${line}
  `,
    `A comma separates names, not “${word}”. Write “keep, drop”.`,
  );
  expect(problem?.suggestions).toEqual([", "]);
});

test("a defined name between others is no word between names", () =>
  expectNoProblem("unknown-name", "claim a: A.\nclaim and: B.\nclaim c: C.\nreason r for a and c: R.\n"));

test.each(["Arun Roy", "Roy", "roy"])("asks for the name of a speaker without one: by %s", async (words) => {
  await expectProblem(
    "unknown-name",
    `
    speaker: Prof. Arun Roy
    claim keep by ‹${words}›: It should stay.
  `,
    `“${words}” is not defined. The speaker “Prof. Arun Roy” has no name yet. Write “speaker roy: Prof. Arun Roy”, and “roy” here.`,
  );
});
