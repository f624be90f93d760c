import { expect, test } from "vitest";
import { whenLoaded } from "../../server/connection/whenLoaded.ts";
import { memoryFileSystem, workspaceOn } from "../support/workspaces/memoryFileSystem.ts";

const folder = "file:///maps";
const articleUri = `${folder}/report.txt`;
const files = {
  [`${folder}/main.argmap`]: "claim keep: It stays.\n",
  [`${folder}/citing.argmap`]: "source report: A report\n  file: report.txt\nclaim a: A.\n  quote report: it fell\n",
  [articleUri]: "In spring it fell.\n",
};

/** A workspace with an open map, which is still reading its folder. */
function startLoading() {
  const workspace = workspaceOn(memoryFileSystem(files));
  workspace.open(`${folder}/main.argmap`, files[`${folder}/main.argmap`] ?? "", 1);
  void workspace.addFolder(folder);
  return workspace;
}
const isLoaded = (workspace: ReturnType<typeof startLoading>) => workspace.get(`${folder}/citing.argmap`) !== undefined;

test("waits for all maps if the answer depends on them", async () => {
  const workspace = startLoading();
  expect(isLoaded(workspace)).toBe(false);
  await whenLoaded(workspace, `${folder}/main.argmap`, true);
  expect(isLoaded(workspace)).toBe(true);
});

test("waits for all maps if the document is an article", async () => {
  const workspace = startLoading();
  await whenLoaded(workspace, articleUri, false);
  expect(isLoaded(workspace)).toBe(true);
});

test("does not wait for all maps otherwise", async () => {
  const workspace = startLoading();
  await whenLoaded(workspace, `${folder}/main.argmap`, false);
  expect(isLoaded(workspace)).toBe(false);
});
