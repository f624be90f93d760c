import { expect, test } from "vitest";
import { applyAction, refactored, refactoringTitles } from "../../../support/workspaces/codeActions.ts";
import { openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

test("converts a reason with its clause to an objection, and back", async () => {
  expect(await refactored("claim a: A.\nreason x f¦or a: X.\n", "Convert to an objection")).toBe(
    "claim a: A.\nobjection x against a: X.\n",
  );
  expect(await refactored("claim a: A.\n  objection¦: X.\n", "Convert to a reason")).toBe(
    "claim a: A.\n  reason: X.\n",
  );
  expect(await refactoringTitles("question q: Q?\n  objection¦: X.\n")).not.toContain("Convert to a reason");
  expect(await refactoringTitles("question q: Q?\nobjection¦ against q: X.\n")).not.toContain("Convert to a reason");
});

test("adds a name in the script of the text", async () => {
  expect(await refactored("claim¦: 应当保留。\n", "Add name “应当-保留”")).toBe("claim 应当-保留: 应当保留。\n");
  expect(await refactored("claim air: A.\nclaim¦: Air!\n", "Add name “air-2”")).toBe(
    "claim air: A.\nclaim air-2: Air!\n",
  );
});

test("applies to the text during an edit", async () => {
  const at = await openWorkspace("claim a: A.\nreason x for a: ¦.\n");
  typeAtCursor(at, "New");
  expect(applyAction(at, "refactor", "Convert to an objection")["main.argmap"]).toBe(
    "claim a: A.\nobjection x against a: New.\n",
  );
});
