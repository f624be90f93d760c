import { expect, test } from "vitest";
import { openWorkspace } from "../support/workspaces/openWorkspace.ts";

const source = `¦source report: The report
claim keep: It stays.
  reason air: It works.
    quote report: The air got cleaner.
claim drop: It goes.
`;

test.each([
  ["a comment under the claim", { line: 2, character: 0 }, "// To be checked\n"],
  ["a word in the claim", { line: 1, character: 20 }, "l"],
  ["a reason", { line: 4, character: 0 }, "  reason: It is cheap.\n"],
])("problems that need the evaluation are still there after an edit has added %s", async (_, at, added) => {
  const { workspace, uri } = await openWorkspace(source);
  const codes = (): readonly string[] => workspace.problemsOf(uri).map(({ code }) => code);
  expect(codes()).toContain("single-source");
  workspace.update(uri, [{ range: { start: at, end: at }, text: added }], 2);
  await workspace.whenIdle();
  expect(codes()).toContain("single-source");
});
