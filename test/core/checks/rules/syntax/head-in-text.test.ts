import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

/** Expects the problem in a line after some definitions; returns the line after the suggested change. */
async function corrected(line: string, message: string): Promise<string> {
  const preamble = `
    speaker lind: Maja Lind
    claim keep: It should stay.`;
  const [problem] = await expectProblem("head-in-text", `${preamble}\n    ${line}\n  `, message);
  return line.replace(/‹.*›/u, problem?.suggestions[0] ?? "(none)");
}

test.each([
  ["claim drop‹: by lind:› It should go.", "by lind", "claim", "claim drop by lind: It should go."],
  [
    "claim drop‹: contradicts keep:› It should go.",
    "contradicts keep",
    "claim",
    "claim drop contradicts keep: It should go.",
  ],
  ["claim drop‹: by Hale:› It should go.", "by Hale", "claim", "claim drop by Hale: It should go."],
  [
    "claim drop by lind‹: accepted-by hale:› Go.",
    "accepted-by hale",
    "claim",
    "claim drop by lind accepted-by hale: Go.",
  ],
  ["reason‹: for keep:› The air got cleaner.", "for keep", "reason", "reason for keep: The air got cleaner."],
  ["reason air‹: for keep by lind:› The air.", "for keep by lind", "reason", "reason air for keep by lind: The air."],
])("offers to put the colon after clauses: %s", async (line, words, keyword, expected) =>
  expect(await corrected(line, `“${words}” belongs in the head of the ${keyword}. Put the colon after it.`)).toBe(
    expected,
  ),
);

test("offers to put the colon after a name", async () => {
  const message = "“drop” looks like the name of the claim. Put the colon after it, or begin the text with a capital.";
  expect(await corrected("claim‹: drop:› It should go.", message)).toBe("claim drop: It should go.");
});

test("offers to remove a second keyword", async () => {
  const twice = "The keyword “claim” is here twice. Remove the second one.";
  expect(await corrected("claim drop: ‹claim: ›It should go.", twice)).toBe("claim drop: It should go.");
  const other =
    "The text of the claim starts here, so “Reason” is part of it. Put the reason on a line of its own, or remove “Reason:”.";
  expect(await corrected("claim drop: ‹Reason: ›It should go.", other)).toBe("claim drop: It should go.");
});

test("reports a heading in the place of a text, or indented", async () => {
  const message =
    "A heading is a line of its own at the left edge, so “#” is text here. Move the heading there, or remove “#”.";
  expect(await corrected("claim drop: ‹## ›The case against", message)).toBe("claim drop: The case against");
  await expectProblem("head-in-text", "claim keep: It should stay.\n  ‹# ›The case for\n", message);
});

test.each([
  "claim: By contrast: it should stay.",
  "reason: for example: buses run.",
  "claim: by definition: a charge is a price.",
  "claim: Berlin: a city with a charge.",
  "claim: berlin: a city with a charge.",
  "claim: https://example.org says so.",
  "claim: The charge: it should stay.",
  "claim: #3 in the list",
  "claim: Note: this is long.",
  "source report: by lind: a story",
  "claim: 12:30 is too late.",
])("ignores %s", (line) => expectNoProblem("head-in-text", `speaker lind: Maja Lind\n${line}\n`));

test("ignores the words of a quote, and values of attributes", () =>
  expectNoProblem(
    "head-in-text",
    `
    claim keep: It should stay.
      note: by lind: a remark
        # not a heading
      quote: keep: The charge should stay.
  `,
  ));
