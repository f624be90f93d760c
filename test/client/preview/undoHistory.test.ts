import { expect, test } from "vitest";
import { edited, noSteps, taken, textFor } from "../../../client/preview/undoHistory.ts";

const both = edited(edited(noSteps, { text: "lib", after: "L1" }), { text: "map", after: "M1" });

test("undo goes from text to text backwards, redo forwards", () => {
  expect(textFor(noSteps, "undo")).toBe(undefined);
  expect(textFor(both, "undo")).toBe("map");
  const one = taken(both, "undo", "M1", "M0");
  expect([textFor(one, "undo"), textFor(one, "redo")]).toEqual(["lib", "map"]);
  const none = taken(one, "undo", "L1", "L0");
  expect([textFor(none, "undo"), textFor(none, "redo")]).toEqual([undefined, "lib"]);
  expect(textFor(taken(none, "redo", "L0", "L1"), "redo")).toBe("map");
});

test("what one has typed since is undone first", () => {
  const typed = taken(both, "undo", "M1, typed", "M1");
  expect(textFor(typed, "undo")).toBe("map");
  expect(textFor(taken(typed, "undo", "M1", "M0"), "undo")).toBe("lib");
});

test("a text in which nothing is left to undo has had its turn", () => {
  expect(textFor(taken(both, "undo", "M0", "M0"), "undo")).toBe("lib");
});

test("after another edit there is nothing to redo", () => {
  const one = taken(both, "undo", "M1", "M0");
  expect(textFor(edited(one, { text: "lib", after: "L2" }), "redo")).toBe(undefined);
});
