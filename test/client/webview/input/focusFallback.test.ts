import { expect, test } from "vitest";
import { nextFocus } from "../../../../client/webview/input/focusFallback.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { abTree } from "../../../support/trees/editingStates.ts";

test("focuses the next sibling, or else the previous one, or else the parent", () => {
  expect(nextFocus(abTree, toCardId("r"))).toBe("o");
  expect(nextFocus(abTree, toCardId("o"))).toBe("r");
  expect(nextFocus(abTree, toCardId("p"))).toBe("r");
});

test("skips cards that are removed, too", () => {
  expect(nextFocus(abTree, toCardId("p"), (id) => id === "o")).toBe("o");
  expect(nextFocus(abTree, toCardId("p"), () => false)).toBeUndefined();
});
