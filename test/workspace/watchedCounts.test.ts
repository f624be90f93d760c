import fc from "fast-check";
import { expect, test } from "vitest";
import { countedEntries } from "../../server/core/tree/countedEntries.ts";
import { countEntries } from "../../server/core/tree/entryCounts.ts";
import { WatchedCounts } from "../../server/workspace/watchedCounts.ts";
import type { Workspace } from "../../server/workspace/workspace.ts";
import { memoryFileSystem, workspaceOn, workspaceWith } from "../support/workspaces/memoryFileSystem.ts";

const uri = "file:///map.argmap";

function watched(text: string): { readonly workspace: Workspace; readonly counts: WatchedCounts } {
  const workspace = workspaceWith(text, uri);
  const counts = new WatchedCounts(workspace);
  workspace.onChange((changes) => counts.applyChanges(changes));
  counts.watch(uri);
  return { workspace, counts };
}

function type(workspace: Workspace, line: number, character: number, text: string, length = 0): void {
  const range = { start: { line, character }, end: { line, character: character + length } };
  workspace.update(uri, [{ range, text }], (workspace.get(uri)?.version ?? 0) + 1);
}

test("typing in a text counts nothing again", () => {
  const { workspace, counts } = watched("source s: S\nclaim: It stays.\n  reason: Cleaner air.\n    quote: air\n");
  type(workspace, 1, 15, " here");
  type(workspace, 2, 22, " now");
  expect(counts.takeChanged()).toEqual([]);
  expect(counts.countings).toBe(1);
});

test("a new entry, a quote and the first text of an entry change the counts", () => {
  const { workspace, counts } = watched("source s: S\nclaim:\n  reason: B.\n");
  expect(counts.watch(uri)).toMatchObject({ unquoted: 1 });
  type(workspace, 1, 6, " A.");
  expect(counts.takeChanged()).toMatchObject([{ uri, counts: { unquoted: 2 } }]);
  type(workspace, 3, 0, "    quote: b\n");
  expect(counts.takeChanged()).toMatchObject([{ counts: { unquoted: 1 } }]);
  type(workspace, 4, 0, "  objection: C.\n");
  expect(counts.takeChanged()).toMatchObject([{ counts: { objection: 1, unanswered: 1, unquoted: 2 } }]);
});

test("an edit that leaves the counts as they were is not announced", () => {
  const { workspace, counts } = watched("claim: A.\n  reason: B.\n");
  type(workspace, 1, 2, "reason: C.\n  ");
  type(workspace, 1, 0, "", 0);
  expect(counts.takeChanged()).toHaveLength(1);
  type(workspace, 1, 9, " name", 0);
  expect(counts.takeChanged()).toEqual([]);
});

test("an edit of an imported map changes the counts of the map", async () => {
  const files = {
    "file:///maps/main.argmap": "import: other.argmap\nclaim: A.\n",
    "file:///maps/other.argmap": "claim: B.\n",
  };
  const workspace = workspaceOn(memoryFileSystem(files));
  const counts = new WatchedCounts(workspace);
  workspace.onChange((changes) => counts.applyChanges(changes));
  await workspace.addFolder("file:///maps");
  await workspace.whenAllLoaded();
  expect(counts.watch("file:///maps/main.argmap")).toMatchObject({ claim: 2, reason: 0 });
  workspace.open("file:///maps/other.argmap", "claim: B.\n  reason: C.\n", 1);
  await workspace.whenIdle();
  expect(counts.takeChanged()).toMatchObject([{ uri: "file:///maps/main.argmap", counts: { reason: 1 } }]);
});

test("after any edits the counts are those of the text", () => {
  const lines = [
    "claim: A.",
    "claim:",
    "  reason: B.",
    "  objection: C.",
    "    objection: D.",
    "    quote: e",
    "source s: S",
    "text",
  ];
  const anyLine = fc.constantFrom(...lines);
  const edit = fc.record({ at: fc.nat(), remove: fc.boolean(), line: anyLine });
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 8 }), fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
      const { workspace, counts } = watched(`${start.join("\n")}\n`);
      for (const { at, remove, line } of edits) {
        const file = workspace.get(uri)?.file ?? expect.unreachable();
        const number = at % file.syntax.lines.length;
        type(workspace, number, 0, `${line}\n`);
        if (remove) type(workspace, number, 0, "", line.length);
        counts.takeChanged();
      }
      const file = workspace.get(uri)?.file ?? expect.unreachable();
      expect(counts.watch(uri)).toEqual(countEntries(countedEntries(file)));
    }),
  );
});
