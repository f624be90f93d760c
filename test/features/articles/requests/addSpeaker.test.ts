import { expect, test } from "vitest";
import { addSpeaker } from "../../../../server/features/articles/requests/addSpeaker.ts";
import { applyWorkspaceEdit } from "../../../support/workspaces/applyEdit.ts";
import { openArticles } from "../../../support/workspaces/openArticles.ts";

/** Adds a speaker and returns the name, the map after the edit, and the line that is reported as new. */
async function added(source: string, text: string) {
  const { workspace, uri } = await openArticles(source);
  const { name, added: addition } = addSpeaker(workspace, uri, text);
  const after = addition && applyWorkspaceEdit(workspace, addition.edit)[uri];
  return { name, after, line: after?.split("\n")[addition?.entry.range.start.line ?? -1] };
}

test("adds a speaker after the others, without what surrounds the name in its sentence", async () => {
  const source = "map: M\n\nspeaker chen: Chen\n\nclaim keep by chen: Stay.\n";
  expect(await added(source, " Wei\n Zongyou’s,")).toEqual({
    name: "wei-zongyou",
    after: "map: M\n\nspeaker chen: Chen\nspeaker wei-zongyou: Wei Zongyou\n\nclaim keep by chen: Stay.\n",
    line: "speaker wei-zongyou: Wei Zongyou",
  });
});

test("adds the first speaker after the preamble, or before the first entry", async () => {
  const afterMap = await added("map: M\n\nclaim keep: Stay.\n", "Chen");
  expect(afterMap.after).toBe("map: M\nspeaker chen: Chen\n\nclaim keep: Stay.\n");
  const { after, line } = await added("claim keep: Stay.\n", "Chen");
  expect([after, line]).toEqual(["speaker chen: Chen\n\nclaim keep: Stay.\n", "speaker chen: Chen"]);
});

test("returns the name of a speaker whom the map or an imported one has already", async () => {
  expect(await added("speaker wei: Wei Zongyou\nclaim keep by wei: Stay.\n", "wei zongyou")).toMatchObject({
    name: "wei",
    after: undefined,
  });
  const imported = "import people: b.argmap\n=== b.argmap\nspeaker wei: Wei Zongyou\n";
  expect(await added(imported, "Wei Zongyou")).toMatchObject({ name: "people.wei", after: undefined });
});

test("refuses what is not a name", async () => {
  await expect(added("claim keep: Stay.\n", "…")).rejects.toThrow("This is not a name. Select the name of a speaker.");
  await expect(added("claim keep: Stay.\n", "It fell by a fifth. ".repeat(9))).rejects.toThrow(
    "is too long for a name",
  );
});
