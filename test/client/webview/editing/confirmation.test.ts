/** The question whether to delete a branch. */
import { expect, test } from "vitest";
import { initialEditing } from "../../../../client/webview/editing/editingState.ts";
import { leaveMap } from "../../../../client/webview/editing/pendingElsewhere.ts";
import {
  confirmDeletion,
  declineConfirmation,
  handleAnswer,
  requestEdit,
} from "../../../../client/webview/editing/requestQueue.ts";
import { handleTreeChange } from "../../../../client/webview/editing/treeChanges.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { abTree, convertObjection, snapshot } from "../../../support/trees/editingStates.ts";

const question = "Delete this claim and 3 entries that depend on it?";
const otherQuestion = "Delete this claim and 4 entries that depend on it?";
const askToConfirm = (text: string) => ({ type: "needsConfirmation", question: text, confirmLabel: "Delete" }) as const;
const atVersion = (version: number) => snapshot(abTree, version);

const deleting = requestEdit(initialEditing, snapshot(), { card: toCardId("a"), action: { type: "delete" } }).editing;
const asking = handleAnswer(deleting, snapshot(), 1, askToConfirm(question)).editing;

test("the deletion is confirmed at once if the map has not changed", () => {
  expect(confirmDeletion(asking, snapshot()).outgoing).toMatchObject({
    version: 1,
    action: { type: "delete", isConfirmed: true },
  });
});

test("if the map has changed, the server decides again, and the user only has to answer another question", () => {
  const again = confirmDeletion(asking, atVersion(2));
  expect(again.outgoing).toMatchObject({ version: 2, action: { isConfirmed: false } });
  const same = handleAnswer(again.editing, atVersion(2), 2, askToConfirm(question));
  expect(same.outgoing).toMatchObject({ version: 2, action: { isConfirmed: true } });
  const other = handleAnswer(again.editing, atVersion(2), 2, askToConfirm(otherQuestion));
  expect(other.outgoing).toBeUndefined();
  expect(other.editing.confirmation).toMatchObject({ question: otherQuestion, version: 2 });
});

test("the question stays open, and nothing else is sent, until the user answers it", () => {
  const waiting = requestEdit(deleting, snapshot(), convertObjection).editing;
  const { editing, outgoing } = handleAnswer(waiting, snapshot(), 1, askToConfirm(question));
  expect([outgoing, editing.confirmation?.question, editing.queue]).toEqual([undefined, question, [convertObjection]]);
  expect(handleTreeChange(editing, atVersion(2), undefined)).toEqual({ editing });
  expect(requestEdit(editing, snapshot(), convertObjection)).toMatchObject({
    editing: { confirmation: { question }, queue: [convertObjection, convertObjection] },
  });
  expect(declineConfirmation(editing, snapshot())).toMatchObject({
    outgoing: { card: "o", action: { type: "convert" } },
    editing: { confirmation: undefined, queue: [] },
  });
  const confirmed = confirmDeletion(editing, snapshot());
  expect(confirmed).toMatchObject({
    outgoing: { card: "a", action: { isConfirmed: true } },
    editing: { queue: [convertObjection] },
  });
  expect(handleAnswer(confirmed.editing, snapshot(), 2, { type: "applied" }).outgoing).toMatchObject({ card: "o" });
});

test("an open question becomes a notice when another map is shown", () => {
  expect(leaveMap(asking)).toMatchObject({
    confirmation: undefined,
    notice: "Your last change in another map was not applied.",
  });
});

test("the server decides again if the map changes while the confirmed request is pending", () => {
  const confirmed = confirmDeletion(asking, snapshot()).editing;
  const stale = handleAnswer(confirmed, atVersion(2), 2, { type: "stale" });
  expect(stale.outgoing).toMatchObject({ version: 2, action: { isConfirmed: false } });
  const later = handleAnswer(stale.editing, atVersion(3), 2, askToConfirm(question));
  expect(later.outgoing).toMatchObject({ version: 3, action: { isConfirmed: false } });
});
