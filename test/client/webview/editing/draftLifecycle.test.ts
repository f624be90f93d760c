import { describe, expect, test } from "vitest";
import {
  commitDraft,
  discardDraft,
  overwriteConflict,
  setDraftText,
  startDraft,
} from "../../../../client/webview/editing/draftLifecycle.ts";
import { initialEditing, isSubmitted } from "../../../../client/webview/editing/editingState.ts";
import { handleAnswer, requestEdit } from "../../../../client/webview/editing/requestQueue.ts";
import { handleTreeChange } from "../../../../client/webview/editing/treeChanges.ts";
import { diffTrees } from "../../../../server/core/tree/diffTrees.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import {
  abTree,
  abTreeWithN,
  convertObjection,
  drafting,
  reasonDraft,
  snapshot,
  submit,
  withN,
} from "../../../support/trees/editingStates.ts";
import { withText } from "../../../support/trees/questionTree.ts";
import { claim, treeOf } from "../../../support/trees/treeFixtures.ts";

const addN = diffTrees(abTree, abTreeWithN);

describe("a submitted draft", () => {
  test("is closed when its card arrives after the answer", () => {
    const answered = handleAnswer(submit("N.").editing, snapshot(), 1, { type: "applied" });
    expect(answered.editing.draft).toBeDefined();
    expect(handleTreeChange(answered.editing, withN, addN)).toMatchObject({
      select: "n",
      editing: { draft: undefined },
    });
  });

  test("is closed when its card arrives before the answer", () => {
    const changed = handleTreeChange(submit("N.").editing, withN, addN);
    expect(changed).toMatchObject({ select: "n", editing: { draft: undefined, pending: undefined } });
    expect(handleAnswer(changed.editing, withN, 1, { type: "applied" }).editing).toEqual(changed.editing);
  });

  test("is closed by the answer if the whole tree has been replaced", () => {
    const replaced = handleTreeChange(submit("N.").editing, withN, undefined);
    expect(handleAnswer(replaced.editing, withN, 1, { type: "applied" }).editing.draft).toBeUndefined();
  });

  test("ignores the answer to an earlier request", () => {
    const first = handleTreeChange(submit("N.").editing, withN, addN).editing;
    const second = commitDraft(drafting("M.", first), withN).editing;
    expect(handleAnswer(second, withN, 1, { type: "rejected", message: "Late." }).editing).toBe(second);
  });

  test("is not submitted twice", () => {
    expect(commitDraft(submit("N.").editing, snapshot()).outgoing).toBeUndefined();
  });
});

test("a draft whose card is removed becomes a message with its text", () => {
  const without = snapshot(treeOf(claim("B.", { id: "b" })), 2);
  expect(handleTreeChange(setDraftText(drafting(""), "Half a"), without, undefined).editing).toMatchObject({
    draft: undefined,
    unsavedTexts: ["The card that you were editing no longer exists. You wrote: “Half a”"],
  });
  expect(handleTreeChange(drafting(""), without, undefined).editing).toMatchObject({
    draft: undefined,
    notice: undefined,
    unsavedTexts: [],
  });
});

describe("a draft that is started while a request is pending", () => {
  const second = setDraftText(startDraft(submit("N.").editing, snapshot(), reasonDraft("", "b")).editing, "Half a");

  test("stays open, and keeps the selection, when the request is finished", () => {
    expect(isSubmitted(submit("N.").editing)).toBe(true);
    expect(isSubmitted(second)).toBe(false);
    const changed = handleTreeChange(second, withN, addN);
    expect(changed.editing).toMatchObject({ draft: { parent: "b", text: "Half a" }, pending: undefined });
    expect(changed.select).toBeUndefined();
    const replaced = handleTreeChange(second, withN, undefined).editing;
    for (const editing of [second, replaced])
      expect(handleAnswer(editing, withN, 1, { type: "applied" }).editing).toMatchObject({
        draft: { parent: "b", text: "Half a" },
        pending: undefined,
      });
  });

  test("is sent after the pending request, whether that is applied or rejected", () => {
    const submitted = commitDraft(second, snapshot());
    expect(submitted.outgoing).toBeUndefined();
    expect(isSubmitted(submitted.editing)).toBe(true);
    const next = { type: "edit", card: "b", requestId: 2, action: { type: "add", text: "Half a" } };
    expect(handleAnswer(submitted.editing, snapshot(), 1, { type: "applied" }).outgoing).toMatchObject(next);
    const rejected = handleAnswer(submitted.editing, snapshot(), 1, { type: "rejected", message: "No." });
    expect(rejected.outgoing).toMatchObject(next);
    expect(rejected.editing.unsavedTexts).toEqual(["No. You wrote: “N.”"]);
  });

  test("is not replaced by the card of the pending request", () => {
    const submitted = commitDraft(startDraft(submit("N.").editing, snapshot(), reasonDraft("M.")).editing, snapshot());
    const next = handleAnswer(submitted.editing, snapshot(), 1, { type: "applied" });
    expect(next.outgoing).toMatchObject({ requestId: 2, action: { text: "M." } });
    expect(handleTreeChange(next.editing, withN, addN).editing.draft).toMatchObject({ text: "M." });
  });
});

describe("discarding a draft", () => {
  test("closes it without a request", () => {
    const { editing, outgoing } = discardDraft(drafting("N."), snapshot());
    expect(outgoing).toBeUndefined();
    expect(editing).toMatchObject({ draft: undefined, pending: undefined });
  });

  test("drops a request that waits to be repeated", () => {
    const stale = handleAnswer(submit("N.").editing, snapshot(), 1, { type: "stale" }).editing;
    const { editing } = discardDraft(stale, snapshot());
    expect(editing).toMatchObject({ draft: undefined, pending: undefined });
    expect(handleTreeChange(editing, withN, undefined).outgoing).toBeUndefined();
  });

  test("drops a request that has been sent, so that the next one can be sent", () => {
    const { editing } = discardDraft(submit("N.").editing, snapshot());
    expect(handleAnswer(editing, withN, 1, { type: "stale" }).outgoing).toBeUndefined();
    expect(commitDraft(drafting("M.", editing), snapshot()).outgoing).toMatchObject({
      requestId: 2,
      action: { text: "M." },
    });
  });

  test("does not drop requests without a draft", () => {
    const converting = requestEdit(initialEditing, snapshot(), {
      card: toCardId("r"),
      action: { type: "convert" },
    }).editing;
    expect(discardDraft(drafting("N.", converting), snapshot()).editing.pending).toBe(converting.pending);
  });

  test("sends the next request of the queue", () => {
    const queued = requestEdit(submit("N.").editing, snapshot(), convertObjection).editing;
    expect(discardDraft(queued, snapshot()).outgoing).toMatchObject({ card: "o", action: { type: "convert" } });
  });
});

describe("a draft of a text that changes meanwhile", () => {
  const draft = { type: "edit", card: toCardId("r"), originalText: "R.", text: "R." } as const;
  const mine = setDraftText(startDraft(initialEditing, snapshot(), draft).editing, "R. Mine.");
  const theirs = snapshot(withText(abTree, "r", "R. Theirs."), 2);

  test("overwrites the newer text only when the user says so", () => {
    const { editing, outgoing } = commitDraft(mine, theirs);
    expect([outgoing, editing.draft?.text, isSubmitted(editing)]).toEqual([undefined, "R. Mine.", false]);
    const overwritten = overwriteConflict(editing, theirs);
    expect(overwritten.outgoing).toMatchObject({ version: 2, action: { type: "setText", text: "R. Mine." } });
    expect(isSubmitted(overwritten.editing)).toBe(true);
  });

  test("is opened again if the conflict shows only when the request is repeated", () => {
    const submitted = commitDraft(mine, snapshot()).editing;
    const { editing, outgoing } = handleAnswer(submitted, theirs, 1, { type: "stale" });
    expect(outgoing).toBeUndefined();
    expect(editing).toMatchObject({ draft: { text: "R. Mine." }, notice: undefined });
    expect(isSubmitted(editing)).toBe(false);
  });

  test("becomes a message with its text if another draft is open", () => {
    const next = reasonDraft("", "b");
    const unsaved = [expect.stringContaining("“R. Mine.”")];
    expect(startDraft(mine, theirs, next).editing.unsavedTexts).toEqual(unsaved);
    const both = startDraft(commitDraft(mine, snapshot()).editing, snapshot(), next).editing;
    expect(handleAnswer(both, theirs, 1, { type: "stale" }).editing).toMatchObject({
      draft: next,
      unsavedTexts: unsaved,
    });
  });

  test("has no conflict if the newer text is the same, or another card has changed", () => {
    expect(commitDraft(mine, snapshot(withText(abTree, "r", "R. Mine."), 2)).outgoing).toMatchObject({ type: "edit" });
    expect(commitDraft(mine, withN).outgoing).toMatchObject({ version: 2 });
  });
});
