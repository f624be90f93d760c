import { expect, test } from "vitest";
import { createEditedEntries } from "../../server/connection/editedEntries.ts";
import { memoryFileSystem, workspaceOn } from "../support/workspaces/memoryFileSystem.ts";

const uri = "file:///a.argmap";
const text = "claim keep: It should stay.\n\nclaim drop: It should go.\n";

/** Types at the end of a line, and returns what is needed to look at the result. */
function typeAtEnd(line: number, typed: string) {
  const workspace = workspaceOn(memoryFileSystem({}));
  workspace.open(uri, text, 1);
  const editedEntries = createEditedEntries();
  const end = { line, character: text.split("\n")[line]?.length ?? 0 };
  const changes = [{ range: { start: end, end }, text: typed }];
  editedEntries.noteEdit(uri, changes);
  workspace.update(uri, changes, 2);
  const file = workspace.get(uri);
  if (file === undefined) throw new Error("The map was not opened.");
  const waitingLines = (): readonly number[] =>
    [...file.checker.problems()]
      .filter(editedEntries.isWaiting(file))
      .map(({ at }) => file.file.syntax.lines.numberOf(at.line));
  return { editedEntries, file, waitingLines };
}

test("hints about the entry that is written wait, and those about others do not", () => {
  const { waitingLines, file } = typeAtEnd(0, " So it should");
  expect(file.checker.problems()).not.toEqual([]);
  expect(waitingLines()).toEqual([0]);
});

test("a line that may become an entry is no warning while it is written", () => {
  const { waitingLines } = typeAtEnd(0, "\n  reason air");
  expect(waitingLines()).toContain(1);
});

test("the cursor in another entry, or saving, ends the wait; within the entry it goes on", () => {
  const { editedEntries, file, waitingLines } = typeAtEnd(0, "!");
  expect(editedEntries.moveCursor(file, 0)).toBe(false);
  expect(waitingLines()).toEqual([0]);
  expect(editedEntries.moveCursor(file, 2)).toBe(true);
  expect(waitingLines()).toEqual([]);
  const saved = typeAtEnd(0, "!");
  expect(saved.editedEntries.leave(uri)).toBe(true);
  expect(saved.waitingLines()).toEqual([]);
});

test("nothing waits after a program has replaced the whole text", () => {
  const { editedEntries, waitingLines } = typeAtEnd(0, "!");
  editedEntries.noteEdit(uri, [{ text: "claim keep: It should stay.\n" }]);
  expect(waitingLines()).toEqual([]);
});
