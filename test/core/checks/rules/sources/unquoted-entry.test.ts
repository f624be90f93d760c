import { expect, test } from "vitest";
import { severityOf } from "../../../../../server/core/checks/severity.ts";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

const otherFiles = { "a.txt": "It fell. It rose." };

test("reports entries with text but without a quote", () =>
  expectProblem(
    "unquoted-entry",
    `
    source s: Report
      file: a.txt
    claim ‹a›: One.
      reason: It fell.
        quote: It fell.
      ‹reason›: It rose.
      reason: The gist.
        premise ‹p›: It fell.
        premise a
        assumption: Nothing else.
      objection:
        premise: It rose.
          quote: It rose.
  `,
    "This claim has no quote. Indent one under it.",
    otherFiles,
  ));

test("ignores maps whose sources have no file", () =>
  expectNoProblem(
    "unquoted-entry",
    `
    source s: Report
    claim a: One.
      reason: It fell.
  `,
    otherFiles,
  ));

test("is off unless the user sets a severity", () => {
  const problem = { code: "unquoted-entry", severity: "hint" } as const;
  expect(severityOf(problem)).toBe("off");
  expect(severityOf(problem, { "unquoted-entry": "warning" })).toBe("warning");
  expect(severityOf({ code: "no-target", severity: "error" })).toBe("error");
});
