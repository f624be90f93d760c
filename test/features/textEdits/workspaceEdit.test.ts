import { expect, test } from "vitest";
import { type FileEdit, workspaceEdit } from "../../../server/features/textEdits/workspaceEdit.ts";
import { applyWorkspaceEdit } from "../../support/workspaces/applyEdit.ts";
import { workspaceWith } from "../../support/workspaces/memoryFileSystem.ts";

const uri = "file:///map.argmap";
const workspace = workspaceWith("claim keep: It stays.\n", uri);
const replace = (from: number, to: number, newText: string): FileEdit => ({
  uri,
  range: { start: { line: 0, character: from }, end: { line: 0, character: to } },
  newText,
});

test("edits are in text order, with an insertion before a replacement at the same position", () => {
  const edit = workspaceEdit(workspace, [replace(12, 14, "They"), replace(6, 10, "drop"), replace(6, 6, "x-")]);
  expect(applyWorkspaceEdit(workspace, edit)[uri]).toBe("claim x-drop: They stays.\n");
});

test("overlapping edits are refused", () => {
  expect(() => workspaceEdit(workspace, [replace(6, 10, "drop"), replace(8, 12, "x")])).toThrow("overlap");
  expect(() => workspaceEdit(workspace, [replace(0, 10, ""), replace(6, 6, "x")])).toThrow("overlap");
  // Adjacent edits do not overlap.
  expect(() => workspaceEdit(workspace, [replace(6, 10, "drop"), replace(10, 11, "：")])).not.toThrow();
});
