import { expect, test } from "vitest";
import { type FileEdit, workspaceEdit } from "../../../server/features/textEdits/workspaceEdit.ts";
import { applyWorkspaceEdit } from "../../support/applyEdit.ts";
import { workspaceWith } from "../../support/memoryFileSystem.ts";

const uri = "file:///map.argmap";
const workspace = workspaceWith("claim keep: It stays.\n", uri);
const put = (from: number, to: number, newText: string): FileEdit => ({
  uri,
  range: { start: { line: 0, character: from }, end: { line: 0, character: to } },
  newText,
});

test("edits come in the order of the text, what is put before words before what takes their place", () => {
  const edit = workspaceEdit(workspace, [put(12, 14, "They"), put(6, 10, "drop"), put(6, 6, "x-")]);
  expect(applyWorkspaceEdit(workspace, edit)[uri]).toBe("claim x-drop: They stays.\n");
});

test("edits that overlap are refused, as what came of them would depend on the editor", () => {
  expect(() => workspaceEdit(workspace, [put(6, 10, "drop"), put(8, 12, "x")])).toThrow("overlap");
  expect(() => workspaceEdit(workspace, [put(0, 10, ""), put(6, 6, "x")])).toThrow("overlap");
  // Those that only touch do not.
  expect(() => workspaceEdit(workspace, [put(6, 10, "drop"), put(10, 11, "：")])).not.toThrow();
});
