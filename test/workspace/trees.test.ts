import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange } from "../../server/core/tree/applyChange.ts";
import type { Tree } from "../../server/core/tree/tree.ts";
import { Trees } from "../../server/workspace/trees.ts";
import type { Workspace } from "../../server/workspace/workspace.ts";
import { memoryFileSystem, workspaceOn, workspaceWith } from "../support/memoryFileSystem.ts";
import { root } from "../support/root.ts";

const uri = "file:///map.argmap";
const examples = join(root, "examples");
const maps = readdirSync(examples)
  .filter((name) => name.endsWith(".argmap"))
  .map((name) => readFileSync(join(examples, name), "utf8"));

/** A workspace with a watched tree, and what a page would have that takes in each change. */
function watched(text: string): {
  readonly workspace: Workspace;
  readonly trees: Trees;
  readonly seen: () => Tree;
  readonly cards: () => number;
} {
  const workspace = workspaceWith(text, uri);
  const trees = new Trees(workspace);
  let { tree } = trees.watch(uri) ?? expect.unreachable();
  let cards = 0;
  workspace.onChange((changes) => {
    trees.applyChanges(changes);
    cards = 0;
    for (const { change } of trees.refresh()) {
      tree = applyChange(tree, change);
      cards += change.changed.length + change.moved.length;
    }
  });
  return { workspace, trees, seen: () => tree, cards: () => cards };
}

const type = (workspace: Workspace, line: number, character: number, text: string, length = 0): void => {
  const version = (workspace.get(uri)?.version ?? 0) + 1;
  const range = { start: { line, character }, end: { line, character: character + length } };
  workspace.update(uri, [{ range, text }], version);
};

test("typing in a text changes that card and no other", () => {
  const { workspace, seen, cards } = watched(
    "claim keep: It stays.\n  reason air: Cleaner air.\n    premise keep2: It is so.\n",
  );
  type(workspace, 1, 26, " now");
  expect(seen().cards.map(({ text }) => text)).toContain("Cleaner air. now");
  expect(cards()).toBe(1);
});

test("maps of a folder that nobody looks at are not checked for the sake of trees", async () => {
  const files = { "file:///maps/a.argmap": "claim a: A.\n", "file:///maps/b.argmap": "claim b: B.\n" };
  const workspace = workspaceOn(memoryFileSystem(files));
  const trees = new Trees(workspace);
  workspace.onChange((changes) => trees.applyChanges(changes));
  await workspace.addFolder("file:///maps");
  trees.watch("file:///maps/a.argmap");
  expect(workspace.files().map(({ uri }) => [uri, workspace.get(uri)?.checkerIfCreated !== undefined])).toEqual([
    ["file:///maps/a.argmap", true],
    ["file:///maps/b.argmap", false],
  ]);
});

test("whoever begins to look at a tree takes no change from those who look at it already", () => {
  const workspace = workspaceWith("claim keep: It stays.\n", uri);
  const trees = new Trees(workspace);
  const first = trees.watch(uri) ?? expect.unreachable();
  workspace.onChange((changes) => trees.applyChanges(changes));
  type(workspace, 0, 12, "Indeed. ");
  const second = trees.watch(uri) ?? expect.unreachable();
  const changes = trees.refresh();
  for (const { tree, version } of [first, second]) {
    const missing = changes.filter(({ from }) => from >= version);
    const now = missing.reduce((before, { change }) => applyChange(before, change), tree);
    expect(now.cards.map(({ text }) => text)).toEqual(["Indeed. It stays."]);
  }
  expect(changes.map(({ from }) => from)).toEqual([first.version]);
});

test("an attribute that is typed changes its card and no other", () => {
  const { workspace, seen, cards } = watched("claim keep: It stays.\n  reason air: Cleaner air.\n    strength: weak\n");
  type(workspace, 2, 14, "strong", 4);
  expect(seen().cards.map(({ strength }) => strength)).toEqual([undefined, { words: "strong", share: 0.75 }]);
  expect(cards()).toBe(1);
});

test("a heading that comes, changes or goes reaches the sections and the cards below it", () => {
  const { workspace, seen, cards } = watched("claim keep: It stays.\n  reason: Cleaner air.\n\nclaim drop: It goes.\n");
  const sections = () => seen().cards.map(({ section }) => seen().sections.find(({ id }) => id === section)?.title);
  type(workspace, 2, 0, "# The case against\n");
  expect(sections()).toEqual([undefined, undefined, "The case against"]);
  type(workspace, 2, 6, "whole ");
  expect(sections()).toEqual([undefined, undefined, "The whole case against"]);
  expect(cards(), "the cards keep their section, whatever it is called").toBe(0);
  type(workspace, 0, 0, "# For\n");
  expect(sections()).toEqual(["For", "For", "The whole case against"]);
  type(workspace, 3, 0, "#");
  expect(seen().sections.map(({ level, parent }) => [level, parent !== undefined])).toEqual([
    [1, false],
    [2, true],
  ]);
  type(workspace, 3, 0, "", 3);
  expect(sections()).toEqual(["For", "For", "For"]);
});

test("the title of an imported file reaches the cards that are from there", async () => {
  const files = memoryFileSystem({ "file:///part.argmap": "map: Part\nclaim clean: It is clean.\n" });
  const workspace = workspaceOn(files);
  workspace.open(uri, "import p: part.argmap\nclaim keep: It stays.\n  reason:\n    premise p.clean\n", 1);
  await workspace.whenIdle();
  const trees = new Trees(workspace);
  let { tree } = trees.watch(uri) ?? expect.unreachable();
  workspace.onChange((changes) => {
    trees.applyChanges(changes);
    for (const { change } of trees.refresh()) tree = applyChange(tree, change);
  });
  const titles = () => tree.cards.map(({ file }) => file);
  expect(titles()).toEqual([undefined, undefined, "Part"]);
  workspace.open("file:///part.argmap", "map: Other part\nclaim clean: It is clean.\n", 1);
  expect(titles()).toEqual([undefined, undefined, "Other part"]);
  const range = { start: { line: 0, character: 5 }, end: { line: 0, character: 15 } };
  workspace.update("file:///part.argmap", [{ range, text: "Third" }], 2);
  expect(titles()).toEqual([undefined, undefined, "Third"]);
});

test("a problem that comes or goes with an edit is on its card", () => {
  const { workspace, seen } = watched("claim keep: It stays.\n  reason air: Cleaner air.\n");
  const problems = (): readonly string[] =>
    seen()
      .cards.find(({ name }) => name === "air")
      ?.problems.map(({ message }) => message) ?? [];
  expect(problems()).toEqual([]);
  type(workspace, 1, 12, " by nobody");
  expect(problems()).toEqual([expect.stringContaining("nobody")]);
  type(workspace, 1, 12, "", 10);
  expect(problems()).toEqual([]);
});

test("an article that is edited redraws the cards whose quotes are found now, or no more, and no other", async () => {
  const text = `source s: S\n  file: a.txt\nclaim keep: It stays.\n${"  reason: Air.\n    quote: It fell\n".repeat(50)}  reason: R.\n    quote: It rose\n`;
  const workspace = workspaceOn(memoryFileSystem({ "file:///a.txt": "It fell." }));
  workspace.open(uri, text, 1);
  await workspace.whenIdle();
  const trees = new Trees(workspace);
  const said = () => trees.watch(uri)?.tree.cards.filter(({ problems }) => problems.length > 0).length;
  const before = said();
  const told: unknown[] = [];
  workspace.onChange((changes) => {
    trees.applyChanges(changes);
    told.push(...changes.map(({ change }) => change));
  });
  workspace.sources.open("file:///a.txt", "It fell. It rose.");
  await workspace.whenIdle();
  expect(told).toEqual(["sources"]);
  const [{ change } = { change: undefined }] = trees.refresh();
  expect(change?.changed.length).toBe(1);
  expect(change?.ties).toBeUndefined();
  expect(said()).toBe((before ?? 0) - 1);
  expect(trees.watch(uri)?.tree).toEqual(new Trees(workspace).watch(uri)?.tree);
});

test("a page that takes in all changes has the tree that a fresh one gets, whatever is typed", () => {
  const edit = fc.record({
    at: fc.nat(),
    length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(60)),
    text: fc.constantFrom(
      "",
      "x",
      ",",
      "\n",
      "  ",
      "claim new: It is.\n",
      "\n  reason: Because.\n",
      ":",
      " by ",
      "premise ",
    ),
  });
  fc.assert(
    fc.property(fc.constantFrom(...maps), fc.array(edit, { minLength: 1, maxLength: 8 }), (text, edits) => {
      const { workspace, seen } = watched(text);
      for (const { at, length, text: typed } of edits) {
        const { syntax } = workspace.get(uri)?.file ?? expect.unreachable();
        const line = at % syntax.lines.length;
        const width = syntax.lines.at(line)?.scanned.raw.length ?? 0;
        type(workspace, line, at % (width + 1), typed, length);
        const fresh = new Trees(workspace).watch(uri)?.tree;
        expect(seen()).toEqual(fresh);
      }
    }),
    { numRuns: 60 },
  );
});

test("a card leads to its place, and the place to its card", () => {
  const { workspace, trees, seen } = watched(
    "claim keep: It stays.\n  reason air: Cleaner air.\n    premise clean\n      quote: so it says\nclaim clean: It is clean.\n  reason: Measured.\nclaim other: Another.\n  reason:\n    premise clean\n",
  );
  const lineOf = (entry: ReturnType<Trees["entryOf"]>): number | undefined =>
    entry && workspace.get(uri)?.file.syntax.lines.numberOf(entry.line);
  const at = (line: number) => trees.cardAt(uri, { uri, position: { line, character: 8 } });
  for (const { id, form } of seen().cards) {
    const line = lineOf(trees.entryOf(uri, id));
    expect(line).toBeDefined();
    // The full card of a claim that is used elsewhere is found from there too.
    if (form !== "reference") expect(at(line ?? -1)).toBe(id);
  }
  const reference = seen().cards.find(({ form }) => form === "reference");
  expect(lineOf(reference && trees.entryOf(uri, reference.id)), "a reference card leads to the place of use").toBe(8);
  expect(at(8)).toBe(reference?.id);
  expect(at(3), "a quote is on the card of what it stands under").toBe(at(4));
});
