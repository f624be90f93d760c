import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { expandGlobs, watchedPath } from "../../../server/cli/maps/globs.ts";

/** Writes empty files into a new folder, and returns it. */
function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "argmap-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), "");
  }
  return folder;
}

/** Returns what matches a pattern in a folder, relative to it. */
const matches = async (folder: string, pattern: string): Promise<readonly string[]> =>
  (await expandGlobs([join(folder, pattern)])).map((path) => path.slice(folder.length + 1));

test("matches maps in any folder, but neither other files nor packages", async () => {
  const folder = folderWith("b.argmap", "a.argmap", "a.txt", "x/y/c.argmap", "node_modules/d.argmap", "e[1].argmap");
  expect(await matches(folder, "**")).toEqual(["a.argmap", "b.argmap", "e[1].argmap", "x/y/c.argmap"]);
  expect(await matches(folder, "**/*.argmap")).toEqual(await matches(folder, "**"));
  expect(await matches(folder, "{a,b}.*")).toEqual(["a.argmap", "b.argmap"]);
  expect(await matches(folder, "x/?/c.argmap")).toEqual(["x/y/c.argmap"]);
});

test("matches folders if the pattern does not name any depth itself", async () => {
  const folder = folderWith("2023/a.argmap", "2024/b.argmap", "old/c.argmap");
  expect(await matches(folder, "20*")).toEqual(["2023/", "2024/"]);
});

test("takes a file whose name looks like a pattern as it is", async () => {
  const folder = folderWith("e[1].argmap", "e1.argmap");
  expect(await matches(folder, "e[1].argmap")).toEqual(["e[1].argmap"]);
});

test("keeps the order of what the user names", async () => {
  const folder = folderWith("a.argmap", "b.argmap");
  expect(await expandGlobs(["-", join(folder, "b*"), "c.argmap"])).toEqual(["-", join(folder, "b.argmap"), "c.argmap"]);
});

test("says that nothing matches a pattern", async () => {
  const folder = folderWith("a.txt");
  await expect(matches(folder, "*")).rejects.toThrow(`No map matches ${join(folder, "*")}`);
});

test.each([
  ["talks/**/a-*.argmap", "talks/"],
  ["talks/20{23,24}/*", "talks/"],
  ["*.argmap", "."],
  ["talk.argmap", "talk.argmap"],
])("watches of %s the folder %s", (target, watched) => {
  expect(watchedPath(target)).toBe(watched);
});
