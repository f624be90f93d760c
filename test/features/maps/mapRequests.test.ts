import { expect, test } from "vitest";
import { entryList } from "../../../server/features/maps/entryList.ts";
import { mapList } from "../../../server/features/maps/mapList.ts";
import { memoryFileSystem, workspaceOn } from "../../support/workspaces/memoryFileSystem.ts";

const folder = "file:///maps";
async function workspaceOf(files: Readonly<Record<string, string>>) {
  const entries = Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]);
  const workspace = workspaceOn(memoryFileSystem(Object.fromEntries(entries)));
  await workspace.addFolder(folder);
  await workspace.whenAllLoaded();
  return workspace;
}

test("lists maps by title or file name, with the files of their sources", async () => {
  const workspace = await workspaceOf({
    "b.argmap": "map: Bees\nsource a: An article\n  file: article.txt\nsource b: A book\n",
    "a.argmap": "claim: No title.\n",
    "article.txt": "Bees are useful.\n",
  });
  expect(mapList(workspace)).toEqual([
    {
      uri: `${folder}/b.argmap`,
      title: "Bees",
      articles: [{ uri: `${folder}/article.txt`, title: "An article" }],
    },
    { uri: `${folder}/a.argmap`, title: "a.argmap", articles: [] },
  ]);
});

test("lists the counted entries by group, with the place of each", async () => {
  const workspace = await workspaceOf({ "a.argmap": "claim: A.\n  objection: B.\n  reason: C.\n  reason: D.\n" });
  const groups = entryList(workspace, `${folder}/a.argmap`);
  expect(groups.map(({ group, entries }) => [group, entries.map(({ text }) => text)])).toEqual([
    ["unanswered", ["B."]],
    ["unquoted", []],
    ["claim", ["A."]],
    ["reason", ["C.", "D."]],
    ["objection", ["B."]],
  ]);
  expect(groups[0]?.entries[0]).toEqual({
    uri: `${folder}/a.argmap`,
    range: { start: { line: 1, character: 2 }, end: { line: 1, character: 11 } },
    kind: "objection",
    text: "B.",
  });
});

test("a map that is not there has no entries", async () => {
  const groups = entryList(await workspaceOf({}), `${folder}/gone.argmap`);
  expect(groups.flatMap(({ entries }) => entries)).toEqual([]);
});
