/** What is chosen, written and asked for while the server starts anew, or the file is read again: every card has another identity then. */
import { describe, expect, test } from "vitest";
import {
  ask,
  commit,
  confirm,
  type Editing,
  idle,
  typed,
  write,
} from "../../../client/webview/editing/editingState.ts";
import type { Wish } from "../../../client/webview/editing/editRequest.ts";
import { successors } from "../../../client/webview/state/cardKeys.ts";
import { begun, type Heard, hear, type Session } from "../../../client/webview/state/session.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { idOf } from "../../support/arbitraries/trees.ts";
import { claim, grow, objection, premise, reason } from "../../support/treeFixtures.ts";

const uri = "file:///m.argmap";
/** A map whose identities begin at a number, as the server gives them. */
function map(first: number, ...more: readonly ReturnType<typeof reason>[]): Tree {
  const id = (number: number) => ({ id: `${first + number}` });
  return grow(
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

const hearing = (session: Session, tree: Tree): Heard =>
  hear(session, { type: "tree", uri, version: 1, tree }, () => undefined);
const shown = (editing: (seen: Session) => Editing): Session => {
  const { session } = hearing(begun, before);
  return { ...session, editing: editing(session) };
};
const restarted = (editing: (seen: Session) => Editing, tree = after): Heard => hearing(shown(editing), tree);
const writing = (words: string) => (seen: Session) =>
  typed(write(idle, seen, { of: "new", what: "reason", under: idOf("2"), text: "" }).editing, words);
const deleting = (id: string) => ({ card: idOf(id), action: { do: "delete" } as const });

describe("what is being written", () => {
  test("stays under the card of the same words", () => {
    expect(restarted(writing("Half a")).session.editing.draft).toMatchObject({ under: "102", text: "Half a" });
  });

  test("stays where the words of a card are", () => {
    const { session } = restarted((seen) => write(idle, seen, text("4", "Fewer customers.")).editing);
    expect(session.editing.draft).toMatchObject({ card: "104" });
    expect(commit(typed(session.editing, "Far fewer."), session).say).toMatchObject({ card: "104" });
  });

  test("is told where two cards have such words, and goes to neither", () => {
    const twins = map(101, objection("Fewer customers.", { id: "150" }));
    const { session } = restarted(
      (seen) => typed(write(idle, seen, text("4", "Fewer customers.")).editing, "Far fewer."),
      twins,
    );
    expect(session.editing.draft).toBeUndefined();
    expect(JSON.stringify(session.editing)).toContain("You wrote: “Far fewer.”");
  });

  test("is still known to be handed in", () => {
    const { session } = restarted((seen) => commit(writing("New.")(seen), seen).editing);
    expect(session.editing.sent?.draft).toBe(session.editing.draft);
    expect(session.editing.sent).toMatchObject({ card: "102", draft: { under: "102" } });
  });
});

describe("what is asked for", () => {
  const stale = { type: "edited", request: 1, answer: { is: "stale" } } as const;
  /** What is asked for again of the tree that the next server gives. */
  const askedAgain = (wish: Wish, tree = after) => {
    const asked = shown((seen) => ask(idle, seen, wish).editing);
    return hearing(hear(asked, stale, () => undefined).session, tree).say;
  };

  test("is asked for again of the same card, and of the same target", () => {
    expect(askedAgain(deleting("4"))).toMatchObject({ card: "104", action: { do: "delete", sure: false } });
    const moving = { card: idOf("4"), action: { do: "move", to: idOf("2"), as: undefined } as const };
    expect(askedAgain(moving)).toMatchObject({ card: "104", action: { do: "move", to: "102" } });
  });

  test("never of another card: one that is gone, or one of two alike, keeps its identity, which nobody finds", () => {
    const without = grow(claim("Stay.", { id: "101" }, reason("Air.", { id: "102" })));
    expect(askedAgain(deleting("4"), without)).toMatchObject({ card: "4" });
    expect(askedAgain(deleting("4"), map(101, objection("Fewer customers.", { id: "150" })))).toMatchObject({
      card: "4",
    });
  });

  test("a question that has been asked is asked again, though versions begin anew", () => {
    const asked = shown((seen) => ask(idle, seen, deleting("2")).editing);
    const unsure = { is: "unsure", question: "Delete both?", yes: "Delete" } as const;
    const asking = hear(asked, { type: "edited", request: 1, answer: unsure }, () => undefined).session;
    const { session } = hearing(asking, after);
    expect(confirm(session.editing, session).say).toMatchObject({
      card: "102",
      version: 1,
      action: { do: "delete", sure: false },
    });
  });
});

describe("what is chosen", () => {
  test("is of the same cards after a line is put in late in a file that is read again", () => {
    const later = map(101, reason("Late.", { id: "105" }));
    const heir = successors(before, later);
    expect(["1", "2", "3", "4"].map((id) => heir(idOf(id)))).toEqual(["101", "102", "103", "104"]);
  });
});

function text(id: string, words: string) {
  return { of: "text", card: idOf(id), before: words, text: words } as const;
}
