import { expect, test } from "vitest";
import { afterUndo, emptyHistory, nextTextUri, recordEdit } from "../../../../client/preview/editing/undoHistory.ts";

const twoEdits = recordEdit(recordEdit(emptyHistory, { uri: "lib", contentAfter: "L1" }), {
  uri: "map",
  contentAfter: "M1",
});

test("undo visits the edited texts backwards, redo forwards", () => {
  expect(nextTextUri(emptyHistory, "undo")).toBe(undefined);
  expect(nextTextUri(twoEdits, "undo")).toBe("map");
  const one = afterUndo(twoEdits, "undo", "M1", "M0");
  expect([nextTextUri(one, "undo"), nextTextUri(one, "redo")]).toEqual(["lib", "map"]);
  const none = afterUndo(one, "undo", "L1", "L0");
  expect([nextTextUri(none, "undo"), nextTextUri(none, "redo")]).toEqual([undefined, "lib"]);
  expect(nextTextUri(afterUndo(none, "redo", "L0", "L1"), "redo")).toBe("map");
});

test("typing after an edit is undone first", () => {
  const typed = afterUndo(twoEdits, "undo", "M1, typed", "M1");
  expect(nextTextUri(typed, "undo")).toBe("map");
  expect(nextTextUri(afterUndo(typed, "undo", "M1", "M0"), "undo")).toBe("lib");
});

test("a step with nothing left to undo is dropped", () => {
  expect(nextTextUri(afterUndo(twoEdits, "undo", "M0", "M0"), "undo")).toBe("lib");
});

test("another edit clears the redo steps", () => {
  const one = afterUndo(twoEdits, "undo", "M1", "M0");
  expect(nextTextUri(recordEdit(one, { uri: "lib", contentAfter: "L2" }), "redo")).toBe(undefined);
});
