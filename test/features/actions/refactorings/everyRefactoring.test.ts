import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { codeActions } from "../../../../server/features/requests/editing/codeActions.ts";
import { root } from "../../../support/root.ts";
import { applyWorkspaceEdit } from "../../../support/workspaces/applyEdit.ts";
import { actionOptions, refactoringTitles } from "../../../support/workspaces/codeActions.ts";
import { describeArgument, preservesArgument } from "../../../support/workspaces/describeArgument.ts";
import { workspaceWith } from "../../../support/workspaces/memoryFileSystem.ts";

test("nothing is offered in a heading, a comment, or a line with a syntax error", async () => {
  for (const source of ["# He¦ad\n", "// no¦te\n", "claim a b c¦: x\n", "stray¦\n"])
    expect(await refactoringTitles(source)).toEqual([]);
});

test("refactorings that only move entries keep the argument of every example", () => {
  const folder = join(root, "examples");
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".argmap"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const uri = "file:///map.argmap";
  const before = new Map(texts.map((text) => [text, describeArgument(workspaceWith(text, uri))]));
  let applied = 0;
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(10_000), (text, seed) => {
      const workspace = workspaceWith(text, uri);
      const line = seed % text.split("\n").length;
      const position = { line, character: text.split("\n")[line]?.length ?? 0 };
      const range = { start: position, end: position };
      for (const action of codeActions(workspace, uri, range, { ...actionOptions, only: ["refactor"] })) {
        if (!preservesArgument(action.title) || action.title.includes(".argmap")) continue;
        applied++;
        const after = applyWorkspaceEdit(workspace, action.edit ?? {})[uri] ?? "";
        expect(describeArgument(workspaceWith(after, uri)), action.title).toEqual(before.get(text));
      }
    }),
    { numRuns: 120 },
  );
  expect(applied).toBeGreaterThan(25);
});
