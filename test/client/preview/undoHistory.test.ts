import { expect, test } from "vitest";
import { afterUndo, emptyHistory, nextTextUri, recordEdit } from "../../../client/preview/undoHistory.ts";

const both = recordEdit(recordEdit(emptyHistory, { uri: "lib", contentAfter: "L1" }), {
  uri: "map",
  contentAfter: "M1",
});

test("undo goes from text to text backwards, redo forwards", () => {
  expect(nextTextUri(emptyHistory, "undo")).toBe(undefined);
  expect(nextTextUri(both, "undo")).toBe("map");
  const one = afterUndo(both, "undo", "M1", "M0");
  expect([nextTextUri(one, "undo"), nextTextUri(one, "redo")]).toEqual(["lib", "map"]);
  const none = afterUndo(one, "undo", "L1", "L0");
  expect([nextTextUri(none, "undo"), nextTextUri(none, "redo")]).toEqual([undefined, "lib"]);
  expect(nextTextUri(afterUndo(none, "redo", "L0", "L1"), "redo")).toBe("map");
});

test("what one has typed since is undone first", () => {
  const typed = afterUndo(both, "undo", "M1, typed", "M1");
  expect(nextTextUri(typed, "undo")).toBe("map");
  expect(nextTextUri(afterUndo(typed, "undo", "M1", "M0"), "undo")).toBe("lib");
});

test("a text in which nothing is left to undo has had its turn", () => {
  expect(nextTextUri(afterUndo(both, "undo", "M0", "M0"), "undo")).toBe("lib");
});

test("after another edit there is nothing to redo", () => {
  const one = afterUndo(both, "undo", "M1", "M0");
  expect(nextTextUri(recordEdit(one, { uri: "lib", contentAfter: "L2" }), "redo")).toBe(undefined);
});
