/** States of editing and the tree they belong to, for tests of the editing state. */
import { commitDraft, startDraft } from "../../../client/webview/editing/draftLifecycle.ts";
import { type EditingState, initialEditing, type MapSnapshot } from "../../../client/webview/editing/editingState.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { toCardId } from "../arbitraries/trees.ts";
import { type CardSpec, claim, objection, premise, reason, treeOf } from "./treeFixtures.ts";

/** Two claims; the first has a reason with a premise, an objection, and more cards. */
export const abTreeWith = (...more: readonly CardSpec[]): Tree =>
  treeOf(
    claim(
      "A.",
      { id: "a" },
      reason("R.", { id: "r" }, premise("P.", { id: "p" })),
      objection("O.", { id: "o" }),
      ...more,
    ),
    claim("B.", { id: "b" }),
  );
export const abTree = abTreeWith();
/** The tree after the reason “N.” has been added to the first claim. */
export const abTreeWithN = abTreeWith(reason("N.", { id: "n" }));

export const snapshot = (tree: Tree = abTree, version: number | undefined = 1): MapSnapshot => ({
  map: "file:///m.argmap",
  version,
  tree,
});
/** The state of the page after the user has added the reason “N.”. */
export const withN = snapshot(abTreeWithN, 2);

/** A draft of a reason for a claim. */
export const reasonDraft = (text: string, parent = "a") =>
  ({ type: "new", kind: "reason", parent: toCardId(parent), text }) as const;

/** The state after the user has typed a reason for the first claim. */
export const drafting = (text: string, editing: EditingState = initialEditing): EditingState =>
  startDraft(editing, snapshot(), reasonDraft(text)).editing;

/** The transition in which the user submits a reason for the first claim. */
export const submit = (text: string) => commitDraft(drafting(text), snapshot());

export const convertObjection = { card: toCardId("o"), action: { type: "convert" } } as const;
