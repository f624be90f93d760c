import { expect, test, vi } from "vitest";
import { asyncActions } from "../../../server/features/requests/editing/codeActions.ts";
import { applyWorkspaceEdit } from "../../support/workspaces/applyEdit.ts";
import { actionOptions } from "../../support/workspaces/codeActions.ts";
import { openWorkspace } from "../../support/workspaces/openWorkspace.ts";

/** The offered titles, each with the map after its edit. */
async function offered(source: string): Promise<readonly (readonly [title: string, text: string | undefined])[]> {
  const at = await openWorkspace(source);
  await at.workspace.whenIdle();
  const actions = await asyncActions(at.workspace, at.uri, { start: at.cursor, end: at.cursor }, actionOptions);
  return actions.map(({ title, edit }) => [title, applyWorkspaceEdit(at.workspace, edit ?? {})[at.uri]]);
}

const map = "map: M\n\nclaim: It fell.\n  quote¦: fell\n";

test("creates the source of a quote from the only article in the folder", async () => {
  const files = "=== the%20trial.md\n---\ntitle: A trial\nauthor: Lind\n---\nIt fell.\n=== readme.md\nHow to.\n";
  const [[title, text] = [], ...others] = await offered(map + files);
  expect(title).toBe("Create source from “the trial.md”");
  expect(others).toEqual([]);
  expect(text).toBe(
    "map: M\n\nsource the-trial: A trial\n  author: Lind\n  file: the trial.md\n\nclaim: It fell.\n  quote: fell\n",
  );
});

test("offers the source once for several quotes, and reads the folder once", async () => {
  const source = "claim: It fell.\n  quote¦: fell\n  quote: It fell.\n";
  const at = await openWorkspace(`${source}=== trial.md\nIt fell.\n`);
  await at.workspace.whenIdle();
  const list = vi.spyOn(at.workspace.fileSystem, "list");
  const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
  const actions = await asyncActions(at.workspace, at.uri, range, actionOptions);
  expect(actions.map(({ title }) => title)).toEqual(["Create source from “trial.md”"]);
  expect(list).toHaveBeenCalledOnce();
});

test("creates no source without an article, or with several that could be meant", async () => {
  expect(await offered(map)).toEqual([]);
  expect(await offered(`${map}=== a.txt\nIt fell.\n=== b.txt\nIt fell.\n`)).toEqual([]);
});

test("creates no source for a map that has some", async () => {
  const sources = "source a: A\nsource b: B\n";
  expect(await offered(`${sources}${map}=== a.txt\nIt fell.\n`)).toEqual([]);
});
