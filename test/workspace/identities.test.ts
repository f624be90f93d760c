/** Entry ids are unique, so that a stale id resolves to its own entry or to none. */
import { expect, test } from "vitest";
import type { Workspace } from "../../server/workspace/workspace.ts";
import { memoryFileSystem, workspaceOn } from "../support/workspaces/memoryFileSystem.ts";

const uri = "file:///a.argmap";
const idsIn = (workspace: Workspace, of = uri): readonly number[] => [
  ...(workspace.get(of)?.file.syntax.entries.keys() ?? []),
];

test("entries have new ids when their file is read again", () => {
  const workspace = workspaceOn(memoryFileSystem());
  workspace.open(uri, "claim a: A.\n  reason: R.\n", 1);
  const before = idsIn(workspace);
  workspace.close(uri);
  workspace.open(uri, "claim b: B.\nclaim a: A.\n", 1);
  expect(before).toHaveLength(2);
  expect(idsIn(workspace).filter((id) => before.includes(id))).toEqual([]);
});

test("entries of two files have different ids", () => {
  const workspace = workspaceOn(memoryFileSystem());
  const other = "file:///b.argmap";
  workspace.open(uri, "claim a: A.\n", 1);
  workspace.open(other, "claim a: A.\n", 1);
  workspace.update(uri, [{ text: "claim a: A.\nclaim c: C.\n" }], 2);
  expect(new Set([...idsIn(workspace), ...idsIn(workspace, other)]).size).toBe(3);
});
