/** Editing while the server restarts or a file is read again, so that every card gets another id. */
import { describe, expect, test } from "vitest";
import { commitDraft, setDraftText, startDraft } from "../../../../client/webview/editing/draftLifecycle.ts";
import {
  type EditingState,
  type EditingTransition,
  initialEditing,
} from "../../../../client/webview/editing/editingState.ts";
import type { EditRequest } from "../../../../client/webview/editing/editRequest.ts";
import { confirmDeletion, requestEdit } from "../../../../client/webview/editing/requestQueue.ts";
import {
  handleMessage,
  initialSession,
  type MessageResult,
  type PageSession,
} from "../../../../client/webview/state/session.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import type { EditAnswer } from "../../../../server/protocol/preview.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { type CardSpec, claim, objection, premise, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

/** The map as a server gives it whose first id is `first`. */
function treeFrom(first: number, ...more: readonly CardSpec[]): Tree {
  const id = (offset: number) => ({ id: `${first + offset}` });
  return treeOf(
    claim(
      "Stay.",
      id(0),
      reason("Air.", id(1), premise("It fell.", id(2))),
      objection("Fewer customers.", id(3)),
      ...more,
    ),
  );
}
const before = treeFrom(1);
const after = treeFrom(101);
/** A tree with two cards of the same text. */
const ambiguous = treeFrom(101, objection("Fewer customers.", { id: "150" }));

const receiveTree = (session: PageSession, tree: Tree): MessageResult =>
  handleMessage(session, { type: "tree", uri: "file:///m.argmap", version: 1, tree }, () => undefined);
const receiveAnswer = (session: PageSession, answer: EditAnswer): MessageResult =>
  handleMessage(session, { type: "editAnswer", requestId: 1, answer }, () => undefined);

/** The session in which the user has edited the map of the first server. */
function editing(edit: (session: PageSession) => EditingTransition): PageSession {
  const { session } = receiveTree(initialSession, before);
  return { ...session, editing: edit(session).editing };
}

const draftReason = (text: string) => (session: PageSession) => ({
  editing: setDraftText(
    startDraft(initialEditing, session, { type: "new", kind: "reason", parent: toCardId("2"), text: "" }).editing,
    text,
  ),
});
const draftText = (id: string, text: string) => (session: PageSession) =>
  startDraft(initialEditing, session, { type: "edit", card: toCardId(id), originalText: text, text });
const request = (editRequest: EditRequest) => (session: PageSession) =>
  requestEdit(initialEditing, session, editRequest);
const deletionOf = (id: string): EditRequest => ({ card: toCardId(id), action: { type: "delete" } });

describe("a draft", () => {
  const editingAfterRestart = (session: PageSession, tree = after): EditingState =>
    receiveTree(session, tree).session.editing;

  test("of a new card stays under the same parent", () => {
    expect(editingAfterRestart(editing(draftReason("Half a"))).draft).toMatchObject({ parent: "102", text: "Half a" });
  });

  test("of a text stays at the same card", () => {
    const { session } = receiveTree(editing(draftText("4", "Fewer customers.")), after);
    expect(session.editing.draft).toMatchObject({ card: "104" });
    expect(commitDraft(setDraftText(session.editing, "Far fewer."), session).outgoing).toMatchObject({ card: "104" });
  });

  test("becomes a message with its text if two cards have the same text", () => {
    const session = editing((shown) => ({
      editing: setDraftText(draftText("4", "Fewer customers.")(shown).editing, "Far fewer."),
    }));
    const { draft, unsavedTexts } = editingAfterRestart(session, ambiguous);
    expect(draft).toBeUndefined();
    expect(unsavedTexts).toEqual([expect.stringContaining("You wrote: “Far fewer.”")]);
  });

  test("that was submitted stays submitted", () => {
    const session = editing((shown) => commitDraft(draftReason("New.")(shown).editing, shown));
    const { draft, pending } = editingAfterRestart(session);
    expect(pending?.draft).toBe(draft);
    expect(pending).toMatchObject({ card: "102", draft: { parent: "102" } });
  });
});

describe("a pending request", () => {
  /** The request that is repeated for the tree of the next server. */
  const repeated = (editRequest: EditRequest, tree = after) =>
    receiveTree(receiveAnswer(editing(request(editRequest)), { type: "stale" }).session, tree).outgoing;

  test("is repeated for the same card", () => {
    expect(repeated(deletionOf("4"))).toMatchObject({ card: "104", action: { type: "delete", isConfirmed: false } });
  });

  test("is repeated with the same target", () => {
    const move: EditRequest = { card: toCardId("4"), action: { type: "move", parent: toCardId("2"), kind: undefined } };
    expect(repeated(move)).toMatchObject({ card: "104", action: { type: "move", parent: "102" } });
  });

  test("keeps the old id, which the server refuses, if the card is gone or ambiguous", () => {
    const without = treeOf(claim("Stay.", { id: "101" }, reason("Air.", { id: "102" })));
    expect(repeated(deletionOf("4"), without)).toMatchObject({ card: "4" });
    expect(repeated(deletionOf("4"), ambiguous)).toMatchObject({ card: "4" });
  });
});

test("a confirmed question is asked again, because the new server counts versions from the start", () => {
  const asking = receiveAnswer(editing(request(deletionOf("2"))), {
    type: "needsConfirmation",
    question: "Delete both?",
    confirmLabel: "Delete",
  }).session;
  const { session } = receiveTree(asking, after);
  expect(confirmDeletion(session.editing, session).outgoing).toMatchObject({
    card: "102",
    version: 1,
    action: { type: "delete", isConfirmed: false },
  });
});
