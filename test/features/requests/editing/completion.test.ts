import { expect, test } from "vitest";
import { completion, resolveCompletion } from "../../../../server/features/requests/editing/completion.ts";
import { completionsAt, labelsAt } from "../../../support/workspaces/completionsAt.ts";
import { openWorkspace } from "../../../support/workspaces/openWorkspace.ts";

test("offers nothing during indentation, and in text, comments and headings", async () => {
  expect((await completionsAt("claim keep: It stays.\n ¦", { trigger: " " })).labels).toEqual([]);
  for (const source of [
    "claim keep: It ¦stays.\n",
    "claim keep: It stays.\n  The c¦harge\n",
    "claim keep: It stays.\n  and so on, c¦",
    "claim keep: It stays.\n  ¦保留",
    "// cla¦",
    "# cla¦",
    "claim keep: c¦",
    "claim keep: It stays.\n  note: cl¦",
    "claim keep: It stays.\n  \\cla¦",
    "claim keep: It stays.\n  reason to believe that by ¦",
    "question q: Is it?\n  premise by ¦",
  ]) {
    expect(await labelsAt(source), source).toEqual([]);
  }
});

test("offers nothing for an unknown file", async () => {
  const { workspace } = await openWorkspace("claim keep: It stays.\n");
  const position = { line: 0, character: 0 };
  expect((await completion(workspace, "file:///none.argmap", position, { snippets: true })).items).toEqual([]);
});

test("resolves an item with the description of its entry", async () => {
  const { workspace, list } = await completionsAt("reason for fe¦\n=== air.argmap\nclaim fell: It fell by a fifth.\n", {
    resolvableProperties: ["documentation"],
  });
  const [item] = list.items.filter(({ label }) => label === "fell");
  if (item === undefined) throw new Error("There is no item “fell”.");
  expect(item.documentation).toBeUndefined();
  expect(resolveCompletion(workspace, item, { markdown: false }).documentation).toEqual({
    kind: "plaintext",
    value: "claim fell\n\nIt fell by a fifth.",
  });
});

test("returns an item of another server unchanged", async () => {
  const { workspace } = await openWorkspace("");
  const item = { label: "x", data: { uri: 5 } };
  expect(resolveCompletion(workspace, item, { markdown: false })).toEqual(item);
});
