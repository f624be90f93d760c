/** Which files sources may read. */
import { expect, test } from "vitest";
import { citingMap, mapCiting, problemCodes } from "../support/workspaces/mapCiting.ts";
import { memoryFileSystem, workspaceOn } from "../support/workspaces/memoryFileSystem.ts";

test("reads a file outside the workspace only while its folder is part of the workspace", async () => {
  const workspace = workspaceOn(memoryFileSystem({ "file:///home/texts/a.txt": "The air got cleaner." }));
  workspace.open(citingMap, mapCiting("../texts/a.txt"), 1);
  expect(await problemCodes(workspace)).toEqual(["unreadable-source"]);
  await workspace.addFolder("file:///home/texts/");
  expect(await problemCodes(workspace)).toEqual([]);
  workspace.removeFolder("file:///home/texts/");
  expect(await problemCodes(workspace)).toEqual(["unreadable-source"]);
});

test("reads no file in a folder with the same prefix, nor through .. from the folder of the map", async () => {
  const workspace = workspaceOn(memoryFileSystem({ "file:///home/maps2/a.txt": "The air got cleaner." }));
  await workspace.addFolder("file:///home/maps");
  workspace.open(citingMap, mapCiting("../maps/../maps2/a.txt"), 1);
  expect(await problemCodes(workspace)).toEqual(["unreadable-source"]);
});

test("reads files in an allowed folder outside the workspace", async () => {
  const workspace = workspaceOn(memoryFileSystem({ "file:///home/texts/a.txt": "The air got cleaner." }));
  workspace.sources.allowFolder("file:///home");
  workspace.open(citingMap, mapCiting("../texts/a.txt"), 1);
  expect(await problemCodes(workspace)).toEqual([]);
});

test("reads a link only if the file that it leads to is in the workspace, or the folder of the map", async () => {
  const files = memoryFileSystem({
    "file:///home/maps/a.txt": "The air got cleaner.",
    "file:///data/texts/a.txt": "The air got cleaner.",
  });
  const workspace = workspaceOn({
    ...files,
    realUri: async (uri) => uri.replace("file:///home/maps/a.txt", "file:///data/texts/a.txt"),
  });
  workspace.open(citingMap, mapCiting("a.txt"), 1);
  expect(await problemCodes(workspace)).toEqual(["unreadable-source"]);
  await workspace.addFolder("file:///data");
  expect(await problemCodes(workspace)).toEqual([]);
});

test("reads a file in a folder that is itself a link, for every map beside it", async () => {
  const files = memoryFileSystem({ "file:///home/maps/a.txt": "The air got cleaner." });
  const workspace = workspaceOn({
    ...files,
    realUri: async (uri) => uri.replace("file:///home", "file:///data/home"),
  });
  workspace.open(citingMap, mapCiting("a.txt"), 1);
  expect(await problemCodes(workspace)).toEqual([]);
  const other = "file:///home/other.argmap";
  workspace.open(other, mapCiting("maps/a.txt"), 1);
  workspace.problemsOf(other);
  await workspace.whenIdle();
  expect(
    workspace.problemsOf(other).filter(({ code }) => ["unreadable-source", "source-not-found"].includes(code)),
  ).toEqual([]);
});
