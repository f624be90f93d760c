import { describe, expect, test } from "vitest";
import type { MapFile } from "../../../../../server/core/language/map.ts";
import type { Problem } from "../../../../../server/core/language/problem.ts";
import { checkMap, expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("suggests keywords for capitals and misspellings, with or without names and clauses", async () => {
  const problems = await expectProblem(
    "near-keyword",
    `
    claim keep: It should stay.
      ‹Reason›: It works.
      ‹reasn›: It works.
      ‹Reason› air: It works.
      ‹resaon› air by lind: It works.
      ‹OBJECTION› against keep: It works.
      reason: It works.
        ‹asumption›: It works.
        ‹premiss›: It works.
  `,
    "Did you mean “reason”? If this is text, put a backslash before it.",
  );
  const suggestions = problems.map((problem) => problem.suggestions[0]);
  expect(suggestions.sort()).toEqual(["assumption", "objection", "premise", "reason", "reason", "reason", "reason"]);
});

test("suggests keywords for the terms of other tools", async () => {
  const problems = await expectProblem(
    "near-keyword",
    `
    claim keep: It should stay.
      ‹pro›: It works.
      ‹Con› cost: It costs.
      ‹counterargument› by lind: It costs.
  `,
    "Did you mean “reason”? If this is text, put a backslash before it.",
  );
  expect(problems.map(({ suggestions }) => suggestions[0]).sort()).toEqual(["objection", "objection", "reason"]);
});

test.each([
  "https://example.org",
  "Pros and cons: many",
  "In conclusion: no",
  "Season: autumn",
  "promise: kept",
  "Of course: no",
  "She gave two reasons: air and buses.",
  "Question is this: why?",
  "May: the first month",
  "Quite: so",
  "Note: this is long",
  "Report: none",
  "Course: none",
  "12:30",
  ": x",
  "Claim, he said: no",
  "reasons such as these: air and buses",
  "Support for the charge: it fell",
  "But who: nobody",
  "1. The charge should stay.",
  "– said nobody",
  "evidence",
  "support the council",
  "\\Reason: It works.",
])("ignores %s", (line) =>
  expectNoProblem(
    "near-keyword",
    `
    claim keep: It should stay.
      ${line}
  `,
  ),
);

describe("suggests the entry that a line was meant as", () => {
  test.each([
    ["- reason: The air.", "reason: The air."],
    ["* Pro: The air.", "reason: The air."],
    ["+ reason air: The air.", "reason air: The air."],
    ["• Con: The cost.", "objection: The cost."],
    ["1. reason: The air.", "reason: The air."],
    ["1.1. Pro: The air.", "reason: The air."],
    ["1) reason: The air.", "reason: The air."],
    ["(1) objection by lind: The cost.", "objection by lind: The cost."],
    ["[ ] reason: The air.", "reason: The air."],
    ["**Con:** The cost.", "objection: The cost."],
    ["**Con**: The cost.", "objection: The cost."],
    ["– reason: The air.", "reason: The air."],
    ["- // later", "// later"],
    ["Pros: The air.", "reason: The air."],
    ["Cons: The cost.", "objection: The cost."],
    ["Reasons: The air.", "reason: The air."],
    ["reasons: the air.", "reason: the air."],
    ["because: the air.", "reason: the air."],
    ["But: the cost.", "objection: the cost."],
    ["evidence: the air.", "reason: the air."],
    ["supports: the air.", "reason: the air."],
    ["Reason 1: The air.", "reason: The air."],
    ["Reason #2: The air.", "reason: The air."],
    ["Argument A: The air.", "reason: The air."],
    ["reason – The air.", "reason: The air."],
    ["Reason - The air.", "reason: The air."],
    ["Reason：The air.", "reason:The air."],
    // A claim cannot be under a claim.
    ["Claim: The air.", "reason: The air."],
    ["Thesis: The air.", "reason: The air."],
  ])("%s → %s", async (line, corrected) => {
    const { file, problems } = await checkMap(`claim keep: It should stay.\n  ${line}\n`);
    const [problem] = problems.filter(({ code }) => code === "near-keyword");
    expect(problem?.suggestions).toHaveLength(1);
    expect(applySuggestion(file, problem)).toBe(`claim keep: It should stay.\n  ${corrected}\n`);
  });
});

test("a line with a list mark or another keyword holds what is under it, as an error, until it is mended", async () => {
  for (const line of ["- reason air: The air.", "Pro: The air.", "Reason 1: The air.", "reason – The air."]) {
    const text = `claim keep: It should stay.\n  ${line}\n    objection: The winter was mild.\n`;
    const { file, problems } = await checkMap(text);
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["error near-keyword"]);
    const [claim] = file.syntax.roots;
    expect(claim?.children.map(({ head }) => `${head.form} ${head.keyword}`)).toEqual(["broken reason"]);
    expect(claim?.children[0]?.children.map(({ text: words }) => words)).toEqual(["The winter was mild."]);
  }
});

test("suggests a quote for lines with “>”, with its source if there are several", async () => {
  const source = "source report: A report\nclaim keep: It should stay.\n  > the air\n  > got cleaner\n";
  const one = (await checkMap(source)).problems.filter(({ code }) => code === "near-keyword");
  expect(one.map(({ suggestions }) => suggestions)).toEqual([["quote: the air\n    got cleaner"]]);
  const two = (await checkMap(`source letter: A letter\n${source}`)).problems.filter(
    ({ code }) => code === "near-keyword",
  );
  expect(two[0]?.suggestions).toEqual([
    "quote letter: the air\n    got cleaner",
    "quote report: the air\n    got cleaner",
  ]);
});

test("takes words for keywords in the middle of a sentence as prose", () =>
  expectNoProblem(
    "near-keyword",
    `
    claim keep: There is plenty of
      evidence: the air got cleaner.
    claim drop: Nobody in the whole of the old town of Ardmore has yet found one
      argument: there is none.
    claim both: It should go, and he gave
      reasons: he had some.
  `,
  ));

/** Returns the text of a map with the first suggestion of a problem. */
function applySuggestion(file: MapFile, problem: Problem | undefined): string {
  const { at, suggestions } = problem ?? {};
  if (at === undefined) return "";
  const lines = file.syntax.text.split("\n");
  const number = file.syntax.lines.numberOf(at.line);
  const raw = lines[number] ?? "";
  return lines.with(number, raw.slice(0, at.start) + (suggestions?.[0] ?? "") + raw.slice(at.end)).join("\n");
}

test.each([
  ["Grund: Die Luft wurde besser.", "reason"],
  ["Einwand luft von lind: Nein.", "objection"],
  ["Objection : c’est trop cher.", "objection"],
  ["Raison : l’air est plus propre.", "reason"],
  ["Objeción: cuesta mucho.", "objection"],
  ["En contra: cuesta mucho.", "objection"],
  ["理由：空气更好了。", "reason:"],
  ["反对: 太贵了。", "objection"],
])("recognizes keywords of other languages: %s", async (line, keyword) => {
  const { problems } = await checkMap(`speaker lind: L\nclaim keep by lind: It should stay.\n  ${line}\n`);
  const found = problems.filter(({ code }) => code === "near-keyword");
  expect(found.map(({ suggestions }) => suggestions[0]?.replace(/ .*$/u, ""))).toEqual([keyword]);
});

test("says that keywords are English", () =>
  expectProblem(
    "near-keyword",
    `
    claim keep: Es soll bleiben.
      ‹Grund›: Die Luft wurde besser.
  `,
    "Keywords are English in every map. Did you mean “reason”? If this is text, put a backslash before it.",
  ));

test("takes a word of another language that continues a long line for prose", () =>
  expectNoProblem(
    "near-keyword",
    `
    claim keep: Die Maut soll bleiben, und dafür gibt es einen guten und oft genannten
      Grund: Die Luft wurde besser.
  `,
  ));

test("reports an entry that cannot be at its place", () =>
  expectProblem(
    "near-keyword",
    `
    claim keep: It should stay.
      ‹Speaker›: Maja Lind
  `,
    "This looks like a speaker. A speaker belongs at the left edge, not under a claim. To say who speaks, write “by” and a name before the colon. If this is text, put a backslash before it.",
  ));

test("suggests steps for sides as keys, and for other words of debates", async () => {
  const problems = await expectProblem(
    "near-keyword",
    `
    claim keep: It should stay.
      ‹for›: It works.
      ‹Against›: It costs.
      ‹response›: So did others.
      ‹unless›: The winter is mild.
      ‹counterexample›: Milan.
      reason: It works.
        ‹assuming›: Nothing else changed.
  `,
    "Did you mean “reason”? If this is text, put a backslash before it.",
  );
  expect(problems.map(({ suggestions }) => suggestions[0]).sort()).toEqual([
    "assumption",
    "objection",
    "objection",
    "objection",
    "objection",
    "reason",
  ]);
});

test("does not take a conclusion from a claim for a reason for it", () =>
  expectProblem(
    "near-keyword",
    "claim keep: It should stay.\n  ‹hence›: People live longer.\n",
    "This looks like a claim. A claim belongs at the left edge or under a question, not under a claim. If this is text, put a backslash before it.",
  ));

test("suggests “//” for comments of other languages", async () => {
  const message = "A comment begins with “//”. If this is text, put a backslash before it.";
  const [problem] = await expectProblem("near-keyword", "claim keep: It should stay.\n  ‹<!-- later -->›\n", message);
  expect(problem?.suggestions).toEqual(["// later"]);
});

test("takes “if:”, “given:”, “then:” and “example:” for entries, but not in the middle of a sentence", async () => {
  const under = (line: string): string => `claim keep: It should stay.\n  reason r: It works.\n    ${line}\n`;
  for (const word of ["if", "given"])
    await expectProblem(
      "near-keyword",
      under(`‹${word}›: The air is cleaner.`),
      "Did you mean “premise”? If this is text, put a backslash before it.",
    );
  await expectProblem(
    "near-keyword",
    under("‹example›: Two towns kept theirs."),
    "Did you mean “reason”? If this is text, put a backslash before it.",
  );
  await expectProblem(
    "near-keyword",
    under("‹then›: It should stay."),
    "This looks like a claim. A claim belongs at the left edge or under a question, not under a reason. If this is text, put a backslash before it.",
  );
  for (const line of ["example: a bus, or a train.", "if: the air is good, it stays.", "if the air is good"])
    await expectNoProblem("near-keyword", `claim keep: It should stay, for\n  ${line}\n`);
});
