/** What is chosen, written and asked for while the server starts anew, or the file is read again: every card has another identity then. */
import { describe, expect, test } from "vitest";
import {
  commitDraft,
  confirmDeletion,
  type EditingState,
  initialEditing,
  requestEdit,
  setDraftText,
  startDraft,
} from "../../../client/webview/editing/editingState.ts";
import type { EditRequest } from "../../../client/webview/editing/editRequest.ts";
import { mapCards } from "../../../client/webview/state/cardKeys.ts";
import {
  handleMessage,
  initialSession,
  type MessageResult,
  type PageSession,
} from "../../../client/webview/state/session.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { toCardId } from "../../support/arbitraries/trees.ts";
import { claim, objection, premise, reason, treeOf } from "../../support/treeFixtures.ts";

const uri = "file:///m.argmap";
/** A map whose identities begin at a number, as the server gives them. */
function map(first: number, ...more: readonly ReturnType<typeof reason>[]): Tree {
  const id = (number: number) => ({ id: `${first + number}` });
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
const before = map(1);
const after = map(101);

const hearing = (session: PageSession, tree: Tree): MessageResult =>
  handleMessage(session, { type: "tree", uri, version: 1, tree }, () => undefined);
const shown = (editing: (seen: PageSession) => EditingState): PageSession => {
  const { session } = hearing(initialSession, before);
  return { ...session, editing: editing(session) };
};
const restarted = (editing: (seen: PageSession) => EditingState, tree = after): MessageResult =>
  hearing(shown(editing), tree);
const writing = (words: string) => (seen: PageSession) =>
  setDraftText(
    startDraft(initialEditing, seen, { of: "new", what: "reason", under: toCardId("2"), text: "" }).editing,
    words,
  );
const deleting = (id: string) => ({ card: toCardId(id), action: { do: "delete" } as const });

describe("what is being written", () => {
  test("stays under the card of the same words", () => {
    expect(restarted(writing("Half a")).session.editing.draft).toMatchObject({ under: "102", text: "Half a" });
  });

  test("stays where the words of a card are", () => {
    const { session } = restarted((seen) => startDraft(initialEditing, seen, text("4", "Fewer customers.")).editing);
    expect(session.editing.draft).toMatchObject({ card: "104" });
    expect(commitDraft(setDraftText(session.editing, "Far fewer."), session).outgoing).toMatchObject({ card: "104" });
  });

  test("is told where two cards have such words, and goes to neither", () => {
    const twins = map(101, objection("Fewer customers.", { id: "150" }));
    const { session } = restarted(
      (seen) => setDraftText(startDraft(initialEditing, seen, text("4", "Fewer customers.")).editing, "Far fewer."),
      twins,
    );
    expect(session.editing.draft).toBeUndefined();
    expect(JSON.stringify(session.editing)).toContain("You wrote: “Far fewer.”");
  });

  test("is still known to be handed in", () => {
    const { session } = restarted((seen) => commitDraft(writing("New.")(seen), seen).editing);
    expect(session.editing.pending?.draft).toBe(session.editing.draft);
    expect(session.editing.pending).toMatchObject({ card: "102", draft: { under: "102" } });
  });
});

describe("what is asked for", () => {
  const stale = { type: "edited", request: 1, answer: { is: "stale" } } as const;
  /** What is asked for again of the tree that the next server gives. */
  const askedAgain = (wish: EditRequest, tree = after) => {
    const asked = shown((seen) => requestEdit(initialEditing, seen, wish).editing);
    return hearing(handleMessage(asked, stale, () => undefined).session, tree).outgoing;
  };

  test("is asked for again of the same card, and of the same target", () => {
    expect(askedAgain(deleting("4"))).toMatchObject({ card: "104", action: { do: "delete", sure: false } });
    const moving = { card: toCardId("4"), action: { do: "move", to: toCardId("2"), as: undefined } as const };
    expect(askedAgain(moving)).toMatchObject({ card: "104", action: { do: "move", to: "102" } });
  });

  test("never of another card: one that is gone, or one of two alike, keeps its identity, which nobody finds", () => {
    const without = treeOf(claim("Stay.", { id: "101" }, reason("Air.", { id: "102" })));
    expect(askedAgain(deleting("4"), without)).toMatchObject({ card: "4" });
    expect(askedAgain(deleting("4"), map(101, objection("Fewer customers.", { id: "150" })))).toMatchObject({
      card: "4",
    });
  });

  test("a question that has been asked is asked again, though versions begin anew", () => {
    const asked = shown((seen) => requestEdit(initialEditing, seen, deleting("2")).editing);
    const unsure = { is: "unsure", question: "Delete both?", yes: "Delete" } as const;
    const asking = handleMessage(asked, { type: "edited", request: 1, answer: unsure }, () => undefined).session;
    const { session } = hearing(asking, after);
    expect(confirmDeletion(session.editing, session).outgoing).toMatchObject({
      card: "102",
      version: 1,
      action: { do: "delete", sure: false },
    });
  });
});

describe("what is chosen", () => {
  test("is of the same cards after a line is put in late in a file that is read again", () => {
    const later = map(101, reason("Late.", { id: "105" }));
    const heir = mapCards(before, later);
    expect(["1", "2", "3", "4"].map((id) => heir(toCardId(id)))).toEqual(["101", "102", "103", "104"]);
  });
});

function text(id: string, words: string) {
  return { of: "text", card: toCardId(id), before: words, text: words } as const;
}
