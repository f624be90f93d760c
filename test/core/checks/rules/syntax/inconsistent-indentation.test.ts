import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a depth that no sibling has", () =>
  expectProblem(
    "inconsistent-indentation",
    `
    claim keep: It should stay.
        reason: The air got cleaner.
      ‹reason›: The buses run.
      reason: The shops.
  `,
    "This indentation matches no entry above. Indent the line as deep as its siblings, or deeper than its parent.",
  ));

test("reports tabs among spaces", () =>
  expectProblem(
    "inconsistent-indentation",
    "claim keep: It should stay.\n  reason: The air.\n\t‹reason›: The buses.\n",
    "Tabs and spaces are mixed. Indent this line with the same characters as the lines around it.",
  ));

test("reports only the lines that differ from the majority", () =>
  expectProblem(
    "inconsistent-indentation",
    "claim keep: It should stay.\n\t‹reason›: The air.\n  reason: The buses.\n\t‹reason›: The shops.\n  reason: X.\n  reason: Y.\n",
    "Tabs and spaces are mixed. Indent this line with the same characters as the lines around it.",
  ));

test("reports text with tabs after an entry with spaces", () =>
  expectProblem(
    "inconsistent-indentation",
    "claim keep: It should stay.\n  reason: The air.\n\t‹got cleaner.›\n",
    "Tabs and spaces are mixed. Indent this line with the same characters as the lines around it.",
  ));

test("reports an attribute with tabs above entries with spaces", () =>
  expectProblem(
    "inconsistent-indentation",
    "claim keep: It should stay.\n\t‹note: Said in May.›\n  reason: The air.\n  reason: The buses.\n",
    "Tabs and spaces are mixed. Indent this line with the same characters as the lines around it.",
  ));

test("reports an indented entry with nothing above it", () =>
  expectProblem(
    "inconsistent-indentation",
    "  ‹claim› keep: It should stay.\n",
    "This entry is indented, but there is no entry above it. Move it to the left edge.",
  ));

test("accepts text at any depth, and children at the same depth", () =>
  expectNoProblem(
    "inconsistent-indentation",
    `
    claim keep: It should stay,
          as I said,
      and more.
        reason: The air.
              premise: One.
              premise: Two.
        reason: The buses.
  `,
  ));

test("warns about an entry that looks as if it were part of an attribute", async () => {
  const [problem] = await expectProblem(
    "inconsistent-indentation",
    `
    claim keep: It should stay.
      note: Said in May.
        ‹reason›: The air got cleaner.
          premise: Nitrogen dioxide fell.
    `,
    "This reason is indented under “note”, but it belongs to the claim above. Indent it as deep as “note”.",
  );
  expect(problem?.severity).toBe("warning");
});

test("reports an entry under an attribute as misplaced if it is not allowed there", async () => {
  const source = `
    source report: A report
      date: 2024
        reason: The air got cleaner.
    `;
  await expectNoProblem("inconsistent-indentation", source);
  await expectProblem(
    "misplaced-entry",
    source.replace("reason", "‹reason›"),
    "A reason belongs at the left edge or under a claim, a premise, an assumption, a reason or an objection, not under a source. Move it there.",
  );
});

test("accepts attributes that are deeper than the entries beside them", () =>
  expectNoProblem(
    "inconsistent-indentation",
    `
    claim keep: It should stay.
        note: Said in May.
      reason: The air got cleaner.
        strength: strong
      reason: The buses run.
    `,
  ));
