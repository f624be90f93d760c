/** In which order articles are read, and how many at once. */
import { expect, test } from "vitest";
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { memoryFileSystem, workspaceOn } from "../../support/workspaces/memoryFileSystem.ts";

const MAP_COUNT = 3;
const SOURCES_PER_MAP = 4;
const mapUri = (map: number): string => `file:///maps/map${map}.argmap`;
const mapText = (map: number): string =>
  Array.from({ length: SOURCES_PER_MAP }, (_, at) => `source s${at}: S\n  file: ${map}-${at}.txt\n`).join("");

/** Maps that cite articles, and the reads of these articles, which end only when the test says so. */
function manualReads() {
  const files = memoryFileSystem(
    Object.fromEntries(Array.from({ length: MAP_COUNT }, (_, map) => [mapUri(map), mapText(map)])),
  );
  const running = new Map<string, () => void>();
  const order: string[] = [];
  let mostAtOnce = 0;
  const workspace = workspaceOn({
    ...files,
    readBytes: (uri) =>
      new Promise((resolve) => {
        order.push(uri.slice(uri.lastIndexOf("/") + 1));
        running.set(uri, () => resolve({ state: "missing" }));
        mostAtOnce = Math.max(mostAtOnce, running.size);
      }),
  });
  /** Ends one read, the oldest one, and lets the next begin. */
  const finishOne = async (): Promise<void> => {
    const [first] = running;
    if (first === undefined) return;
    running.delete(first[0]);
    first[1]();
    await new Promise(setImmediate);
  };
  const finishAll = async (): Promise<void> => {
    await new Promise(setImmediate);
    while (running.size > 0) await finishOne();
  };
  return { workspace, order, finishOne, finishAll, mostAtOnce: () => mostAtOnce };
}

const check = (workspace: Workspace, map: number): void => void workspace.problemsOf(mapUri(map));

test("reads at most two articles at once", async () => {
  const { workspace, order, finishAll, mostAtOnce } = manualReads();
  await workspace.addFolder("file:///maps");
  for (let map = 0; map < MAP_COUNT; map++) check(workspace, map);
  await finishAll();
  expect(order).toHaveLength(MAP_COUNT * SOURCES_PER_MAP);
  expect(mostAtOnce()).toBe(2);
});

test("reads the articles of open maps before those of other maps, in whatever order they were requested", async () => {
  const { workspace, order, finishAll } = manualReads();
  await workspace.addFolder("file:///maps");
  for (let map = 0; map < MAP_COUNT; map++) check(workspace, map);
  workspace.open(mapUri(2), mapText(2), 1);
  await finishAll();
  expect(order.slice(2, 2 + SOURCES_PER_MAP)).toEqual(["2-0.txt", "2-1.txt", "2-2.txt", "2-3.txt"]);
});

test("reads an article that a request waits for before all others", async () => {
  const { workspace, order, finishAll } = manualReads();
  await workspace.addFolder("file:///maps");
  for (let map = 0; map < MAP_COUNT; map++) check(workspace, map);
  workspace.open(mapUri(1), mapText(1), 1);
  const read = workspace.sources.articles.whenRead(["file:///maps/2-3.txt"]);
  await finishAll();
  await read;
  expect(order[2]).toBe("2-3.txt");
});
