import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange } from "../../server/core/tree/applyChange.ts";
import type { Tree } from "../../server/core/tree/tree.ts";
import { Trees } from "../../server/workspace/trees.ts";
import type { Workspace } from "../../server/workspace/workspace.ts";
import { root } from "../support/root.ts";
import { memoryFileSystem, workspaceOn, workspaceWith } from "../support/workspaces/memoryFileSystem.ts";

const uri = "file:///map.argmap";
const examples = join(root, "examples");
const maps = readdirSync(examples)
  .filter((name) => name.endsWith(".argmap"))
  .map((name) => readFileSync(join(examples, name), "utf8"));

/** A workspace with a watched tree, and the tree of a client that applies each change. */
function watched(text: string): {
  readonly workspace: Workspace;
  readonly trees: Trees;
  readonly clientTree: () => Tree;
  /** The number of cards in the last change. */
  readonly changedCards: () => number;
} {
  const workspace = workspaceWith(text, uri);
  const trees = new Trees(workspace);
  let { tree } = trees.watch(uri) ?? expect.unreachable();
  let changedCards = 0;
  workspace.onChange((changes) => {
    trees.applyChanges(changes);
    changedCards = 0;
    for (const { change } of trees.refresh()) {
      tree = applyChange(tree, change);
      changedCards += change.changed.length + change.moved.length;
    }
  });
  return { workspace, trees, clientTree: () => tree, changedCards: () => changedCards };
}

const type = (workspace: Workspace, line: number, character: number, text: string, length = 0): void => {
  const version = (workspace.get(uri)?.version ?? 0) + 1;
  const range = { start: { line, character }, end: { line, character: character + length } };
  workspace.update(uri, [{ range, text }], version);
};

test("typing in a text changes only its card", () => {
  const { workspace, clientTree, changedCards } = watched(
    "claim keep: It stays.\n  reason air: Cleaner air.\n    premise keep2: It is so.\n",
  );
  type(workspace, 1, 26, " now");
  expect(clientTree().cards.map(({ text }) => text)).toContain("Cleaner air. now");
  expect(changedCards()).toBe(1);
});

test("a change of the map's language reaches the tree", () => {
  const { workspace, clientTree } = watched("map: Toll\n  language: de\n\nclaim keep: It stays.\n");
  expect(clientTree().language).toBe("de");
  type(workspace, 1, 12, "fr", 2);
  expect(clientTree().language).toBe("fr");
  type(workspace, 1, 2, "x-", 0);
  expect(clientTree().language).toBeUndefined();
});

test("trees do not check maps that nobody watches", async () => {
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

test("a second watcher of a stale tree does not take changes away from the first", () => {
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

test("editing an attribute changes only its card", () => {
  const { workspace, clientTree, changedCards } = watched(
    "claim keep: It stays.\n  reason air: Cleaner air.\n    strength: weak\n",
  );
  type(workspace, 2, 14, "strong", 4);
  expect(clientTree().cards.map(({ strength }) => strength)).toEqual([undefined, { label: "strong", fraction: 0.8 }]);
  expect(changedCards()).toBe(1);
});

test("editing one wording of a statement changes the cards of all wordings", () => {
  const { workspace, clientTree, changedCards } = watched("claim a: All is lost.\nclaim b restates a: The end.\n");
  type(workspace, 0, 9, "Indeed, all", 3);
  expect(clientTree().cards.map(({ otherWordings }) => otherWordings.map(({ text }) => text))).toEqual([
    ["The end."],
    ["Indeed, all is lost."],
  ]);
  expect(changedCards()).toBe(2);
});

test("adding, editing and removing a heading updates the sections and the cards below it", () => {
  const { workspace, clientTree, changedCards } = watched(
    "claim keep: It stays.\n  reason: Cleaner air.\n\nclaim drop: It goes.\n",
  );
  const sections = () =>
    clientTree().cards.map(({ section }) => clientTree().sections.find(({ id }) => id === section)?.title);
  type(workspace, 2, 0, "# The case against\n");
  expect(sections()).toEqual([undefined, undefined, "The case against"]);
  type(workspace, 2, 6, "whole ");
  expect(sections()).toEqual([undefined, undefined, "The whole case against"]);
  expect(changedCards(), "a new title of a section changes no card").toBe(0);
  type(workspace, 0, 0, "# For\n");
  expect(sections()).toEqual(["For", "For", "The whole case against"]);
  type(workspace, 3, 0, "#");
  expect(clientTree().sections.map(({ level, parent }) => [level, parent !== undefined])).toEqual([
    [1, false],
    [2, true],
  ]);
  type(workspace, 3, 0, "", 3);
  expect(sections()).toEqual(["For", "For", "For"]);
});

test("a new title of an imported file updates its cards", async () => {
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

test("cards show the problems that an edit adds or removes", () => {
  const { workspace, clientTree } = watched("claim keep: It stays.\n  reason air: Cleaner air.\n");
  const problems = (): readonly string[] =>
    clientTree()
      .cards.find(({ name }) => name === "air")
      ?.problems.map(({ message }) => message) ?? [];
  expect(problems()).toEqual([]);
  type(workspace, 1, 12, " by nobody");
  expect(problems()).toEqual([expect.stringContaining("nobody")]);
  type(workspace, 1, 12, "", 10);
  expect(problems()).toEqual([]);
});

test("an edit of an article changes only the cards whose quotes are newly found or missing", async () => {
  const text = `source s: S\n  file: a.txt\nclaim keep: It stays.\n${"  reason: Air.\n    quote: It fell\n".repeat(50)}  reason: R.\n    quote: It rose\n`;
  const workspace = workspaceOn(memoryFileSystem({ "file:///a.txt": "It fell." }));
  workspace.open(uri, text, 1);
  await workspace.whenIdle();
  const trees = new Trees(workspace);
  const problemCount = () => trees.watch(uri)?.tree.cards.filter(({ problems }) => problems.length > 0).length;
  const before = problemCount();
  const reported: unknown[] = [];
  workspace.onChange((changes) => {
    trees.applyChanges(changes);
    reported.push(...changes.map(({ change }) => change));
  });
  workspace.sources.open("file:///a.txt", "It fell. It rose.");
  await workspace.whenIdle();
  expect(reported).toEqual(["problems"]);
  const [{ change } = { change: undefined }] = trees.refresh();
  expect(change?.changed.length).toBe(1);
  expect(change?.contradictions).toBeUndefined();
  expect(problemCount()).toBe((before ?? 0) - 1);
  expect(trees.watch(uri)?.tree).toEqual(new Trees(workspace).watch(uri)?.tree);
});

test("after random edits, applying all changes gives the same tree as building it anew", () => {
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
      const { workspace, clientTree } = watched(text);
      for (const { at, length, text: typed } of edits) {
        const { syntax } = workspace.get(uri)?.file ?? expect.unreachable();
        const line = at % syntax.lines.length;
        const width = syntax.lines.at(line)?.scanned.raw.length ?? 0;
        type(workspace, line, at % (width + 1), typed, length);
        const fresh = new Trees(workspace).watch(uri)?.tree;
        expect(clientTree()).toEqual(fresh);
      }
    }),
    { numRuns: 60 },
  );
});

test("finds the entry of a card, and the card at the position of an entry", () => {
  const { workspace, trees, clientTree } = watched(
    "claim keep: It stays.\n  reason air: Cleaner air.\n    premise clean\n      quote: so it says\nclaim clean: It is clean.\n  reason: Measured.\nclaim other: Another.\n  reason:\n    premise clean\n",
  );
  const lineOf = (entry: ReturnType<Trees["entryOf"]>): number | undefined =>
    entry && workspace.get(uri)?.file.syntax.lines.numberOf(entry.line);
  const at = (line: number) => trees.cardAt(uri, { uri, position: { line, character: 8 } });
  for (const { id } of clientTree().cards) {
    const line = lineOf(trees.entryOf(uri, id));
    expect(line).toBeDefined();
    expect(at(line ?? -1)).toBe(id);
  }
  const reference = clientTree().cards.findLast(({ form }) => form === "reference");
  expect(
    lineOf(reference && trees.entryOf(uri, reference.id)),
    "the entry of a reference card is the premise that refers to it",
  ).toBe(8);
  expect(at(8)).toBe(reference?.id);
  expect(at(3), "the card of a quote is that of its parent").toBe(at(2));
});
