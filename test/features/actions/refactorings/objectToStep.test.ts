import { expect, test } from "vitest";
import { refactored, refactoringTitles } from "../../../support/workspaces/codeActions.ts";
import { edit } from "../../../support/workspaces/editCard.ts";

test("turns the text of a bare reason into its premise, and objects to the step", async () => {
  const source =
    "claim a: A.\n  reason x by lind: The air got cleaner,\n    they say.\n    strength: weak\nclaim b: B.\n";
  const expected =
    "claim a: A.\n  reason x by lind:\n    strength: weak\n    premise: The air got cleaner, they say.\n    objection: This does not follow.\nclaim b: B.\n";
  expect(await refactored(source.replace("x by", "x¦ by"), "Object to the step")).toBe(expected);
  expect(await edit(source, "x", { type: "objectToStep" })).toEqual({
    at: "This does not follow.",
    "main.argmap": expected,
  });
});

test("writes the objection in the language of the map", async () => {
  expect(await refactored("map: M\n  language: de\nclaim a: A.\n  reason¦: R.\n", "Object to the step")).toContain(
    "  objection: Das folgt nicht daraus.\n",
  );
});

test("is not offered where other entries are about the text, or premises exist", async () => {
  for (const child of ["objection: Not so.", "premise: P.", "quote: words"])
    expect(await refactoringTitles(`claim a: A.\n  reason¦: R.\n    ${child}\n`)).not.toContain("Object to the step");
  const source = "claim a: A.\n  reason x: R.\n    objection: Not so.\n";
  expect(await edit(source, "x", { type: "objectToStep" })).toMatchObject({ type: "rejected" });
});
