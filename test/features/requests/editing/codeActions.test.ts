import { expect, test } from "vitest";
import { codeActions, resolveCodeAction } from "../../../../server/features/requests/editing/codeActions.ts";
import { actionOptions } from "../../../support/workspaces/codeActions.ts";
import { openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

test("resolves the edit on request if the client supports that, and none after the text has changed", async () => {
  const at = await openWorkspace("claim keep: It stays.\nreason for ke¦pe: So.\n");
  const range = { start: at.cursor, end: at.cursor };
  const lazyOptions = { ...actionOptions, canResolveEdits: true };
  const [action] = codeActions(at.workspace, at.uri, range, { ...lazyOptions, only: ["quickfix"] });
  if (action === undefined) throw new Error("There is no quick fix.");
  expect(action.edit).toBeUndefined();
  expect((await resolveCodeAction(at.workspace, action, lazyOptions)).edit).toBeDefined();
  typeAtCursor(at, "x");
  expect((await resolveCodeAction(at.workspace, action, lazyOptions)).edit).toBeUndefined();
});

test("source actions are returned only on request", async () => {
  const at = await openWorkspace("import: b.argmap¦\n=== b.argmap\nclaim y: Y.\n");
  const kinds = codeActions(at.workspace, at.uri, { start: at.cursor, end: at.cursor }, actionOptions).map(
    ({ kind }) => kind,
  );
  expect(kinds.filter((kind) => kind?.startsWith("source"))).toEqual([]);
});
