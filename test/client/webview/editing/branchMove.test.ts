import { describe, expect, test } from "vitest";
import {
  createBranchMove,
  dropHint,
  kindAtTarget,
  moveAction,
  moveInstructions,
} from "../../../../client/webview/editing/branchMove.ts";
import { indexPicture } from "../../../../client/webview/state/pictureIndex.ts";
import { createPicture } from "../../../../server/core/picture/picture.ts";
import { tableMeasure } from "../../../../server/core/picture/typesetting/measure.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { abTree } from "../../../support/trees/editingStates.ts";
import { claim, question, reason, reference, treeOf } from "../../../support/trees/treeFixtures.ts";

/** Returns the possible targets of a card with the kinds that it can have there. */
const targetsOf = (id: string, tree = abTree) => [...(createBranchMove(tree, toCardId(id))?.targets ?? [])];

const move = createBranchMove(abTree, toCardId("o"));
if (move === undefined) throw new Error("The tree has this card.");
const cardOf = (id: string) => abTree.cards.find((card) => card.id === id);

describe("the targets of a branch", () => {
  test("of a step are all others, and its parent only with the opposite kind", () => {
    expect(targetsOf("o")).toEqual([
      ["a", ["reason"]],
      ["r", ["objection", "reason"]],
      ["p", ["objection", "reason"]],
      ["b", ["objection", "reason"]],
    ]);
  });

  test("of a premise are the other steps", () => {
    expect(targetsOf("p")).toEqual([["o", ["premise"]]]);
  });

  test("do not include the branch itself", () => {
    expect(targetsOf("r").map(([id]) => id)).toEqual(["a", "o", "b"]);
  });

  test("do not include references to cards of the branch", () => {
    const tree = treeOf(
      question("Q?", { id: "q" }),
      claim("A.", { id: "a" }, reason("R.", { id: "r" }, reference("a", "claim"))),
    );
    expect(targetsOf("a", tree)).toEqual([["q", ["claim"]]]);
  });
});

test("a drop moves the branch, with Alt as the opposite kind", () => {
  const target = toCardId("b");
  expect([kindAtTarget(move, target, false), kindAtTarget(move, target, true)]).toEqual(["objection", "reason"]);
  expect(moveAction(move, target, true)).toEqual({ type: "move", parent: "b", kind: "reason" });
  expect(moveAction(move, toCardId("o"), false)).toBeUndefined();
});

test("a hint says what a drop would do", () => {
  expect(dropHint(move, cardOf("b"), "B.", false)).toBe("Objection to “B.” · Alt: reason for");
  expect(dropHint(move, cardOf("b"), "B.", true)).toBe("Reason for “B.” · without Alt: objection to");
  expect(dropHint(move, undefined, "", false)).toBe("Drop on another card");
  expect(dropHint(move, cardOf("o"), "O.", false)).toBe("");
});

test("a notice says what the keys would do", () => {
  const pictureIndex = indexPicture(createPicture(abTree, tableMeasure), abTree);
  const noticeAt = (id: string, moved = move) => moveInstructions(moved, pictureIndex, pictureIndex.card(toCardId(id)));
  expect(noticeAt("o")).toBe("Moving “O.” – select the card to place it under, or press Esc to cancel");
  expect(noticeAt("b")).toBe("Moving “O.” – Enter: objection to “B.” · Alt+Enter: reason for it");
  expect(noticeAt("a")).toBe("Moving “O.” – Enter: reason for “A.”");
  const premiseMove = createBranchMove(abTree, toCardId("p"));
  expect(noticeAt("b", premiseMove)).toBe("Moving “P.” – cannot be placed under “B.”");
});
