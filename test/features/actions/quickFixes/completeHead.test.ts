import { expect, test } from "vitest";
import { quickFixed, quickFixTitles } from "../../../support/workspaces/codeActions.ts";

test("adds a missing colon, after a name or before a sentence", async () => {
  expect(await quickFixTitles("claim ke¦ep K\n")).toEqual([
    "Add a colon: “claim keep: K”",
    "Add a colon: “claim: keep K”",
  ]);
  expect(await quickFixed("claim ke¦ep K\n", "Add a colon: “claim keep: K”")).toBe("claim keep: K\n");
  expect(await quickFixTitles("claim It st¦ays\n")).toEqual([
    "Add a colon: “claim: It stays”",
    "Add a colon: “claim It: stays”",
  ]);
  expect((await quickFixTitles("claim keep by lind It st¦ays\nspeaker lind: L\n"))[0]).toBe(
    "Add a colon: “claim keep by lind: It stays”",
  );
  expect(await quickFixTitles("claim 空气 空气更清¦洁。\n")).toContain("Add a colon: “claim 空气: 空气更清洁。”");
  expect(await quickFixTitles("cla¦im\n")).toEqual([]);
  expect(await quickFixTitles("claim keep by li¦nd\nspeaker lind: L\n")).toEqual([]);
});

test("changes the path of an import to a similar name, in any case or folder, except a circular one", async () => {
  const otherFiles =
    "\n=== people.argmap\nspeaker lind: L\n=== deep/air.argmap\nclaim a: A\n=== back.argmap\nimport: main.argmap\n";
  for (const [written, path] of [
    ["peple.argmap", "people.argmap"],
    ["People.argmap", "people.argmap"],
    ["people", "people.argmap"],
    ["air.argmap", "deep/air.argmap"],
  ]) {
    expect(await quickFixed(`import: ¦${written}${otherFiles}`, `Change to “${path}”`)).toBe(`import: ${path}\n`);
  }
  expect(await quickFixTitles(`import: ¦bak.argmap${otherFiles}`)).toEqual([]);
});
