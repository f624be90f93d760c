import { test } from "vitest";
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
