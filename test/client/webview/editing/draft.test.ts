import { expect, test } from "vitest";
import { applyDraft, NEW_CARD_ID, stripControlChars } from "../../../../client/webview/editing/draft.ts";
import { setDraftText } from "../../../../client/webview/editing/draftLifecycle.ts";
import type { CardId, Tree } from "../../../../server/core/tree/tree.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { abTree, drafting, reasonDraft } from "../../../support/trees/editingStates.ts";
import { objection, premise, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const idsOf = (tree: Tree): readonly CardId[] => tree.positions.map(({ card }) => card);
const step = treeOf(reason("R.", { id: "r" }, premise("P.", { id: "p" }), objection("O.", { id: "o" })));
const applyNew = (kind: "assumption" | "objection"): Tree =>
  applyDraft(step, { type: "new", kind, parent: toCardId("r"), text: "" });
const relationOfNew = (tree: Tree) => tree.cards.find(({ id }) => id === NEW_CARD_ID)?.relation;

test("a new reason is the last child", () => {
  expect(idsOf(applyDraft(abTree, reasonDraft("")))).toEqual(["a", "r", "p", "o", NEW_CARD_ID, "b"]);
});

test("a new assumption is the last premise, before reasons and objections", () => {
  const tree = applyNew("assumption");
  expect(idsOf(tree)).toEqual(["r", "p", NEW_CARD_ID, "o"]);
  expect(relationOfNew(tree)).toBe("premise");
});

test("a new objection to a reason with premises undercuts it", () => {
  expect(relationOfNew(applyNew("objection"))).toBe("undercut");
});

test("control characters are removed", () => {
  const pasted = "a\u0000b\u0007c\tд\u200d\n字\u2028e\u007f.";
  expect(setDraftText(drafting(""), pasted).draft?.text).toBe("abc\tд\u200d\n字\ne.");
});

test.each(["\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"])(
  "the line break %j becomes \\n",
  (lineBreak) => {
    expect(stripControlChars(`one${lineBreak}two`)).toBe("one\ntwo");
  },
);
