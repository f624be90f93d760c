import { describe, expect, test } from "vitest";
import { type EditingState, initialEditing } from "../../../../client/webview/editing/editingState.ts";
import { handleAnswer, requestEdit } from "../../../../client/webview/editing/requestQueue.ts";
import { handleTreeChange } from "../../../../client/webview/editing/treeChanges.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import {
  abTree,
  abTreeWithN,
  convertObjection,
  snapshot,
  submit,
  withN,
} from "../../../support/trees/editingStates.ts";

test("an edit without a draft is sent after the pending request", () => {
  const converting = requestEdit(submit("N.").editing, snapshot(), convertObjection);
  expect(converting.outgoing).toBeUndefined();
  const next = handleAnswer(converting.editing, snapshot(), 1, { type: "applied" });
  expect(next.outgoing).toMatchObject({ card: "o", requestId: 2, action: { type: "convert" } });
  expect(next.editing.draft).toBeUndefined();
});

describe("a request for an old version of the map", () => {
  const { editing } = submit("N.");
  const waiting = handleAnswer(editing, snapshot(), 1, { type: "stale" });

  test("is repeated at once if the newer version is there", () => {
    expect(handleAnswer(editing, withN, 1, { type: "stale" }).outgoing).toMatchObject({ version: 2, requestId: 1 });
  });

  test("is repeated when the newer version arrives", () => {
    expect(waiting.outgoing).toEqual({ type: "requestTree" });
    expect(handleTreeChange(waiting.editing, withN, undefined).outgoing).toMatchObject({ version: 2 });
  });

  test("is repeated for the same version if only the text has changed, as by an edit of a comment", () => {
    expect(handleTreeChange(waiting.editing, snapshot(), undefined).outgoing).toMatchObject({
      type: "edit",
      version: 1,
      requestId: 1,
    });
  });

  test("is given up after some attempts, and the draft stays open", () => {
    let state: EditingState = editing;
    for (let version = 2; version < 8; version++)
      state = handleAnswer(state, snapshot(abTreeWithN, version), 1, { type: "stale" }).editing;
    expect(state).toMatchObject({
      pending: undefined,
      notice: "The text is changing too fast. Try again.",
      draft: { text: "N." },
    });
  });

  test("waits for the tree if the page has missed a change", () => {
    const request = { card: toCardId("a"), action: { type: "convert" } } as const;
    const unsent = requestEdit(initialEditing, { ...snapshot(), version: undefined }, request);
    expect(unsent.outgoing).toBeUndefined();
    expect(handleTreeChange(unsent.editing, snapshot(abTree, 7), undefined).outgoing).toMatchObject({ version: 7 });
  });
});
