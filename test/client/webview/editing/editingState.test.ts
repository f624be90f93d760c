import { describe, expect, test } from "vitest";
import { createBranchMove, dropHint, kindAtTarget, moveAction } from "../../../../client/webview/editing/branchMove.ts";
import { applyDraft, NEW_CARD_ID } from "../../../../client/webview/editing/draft.ts";
import {
  clearTransient,
  commitDraft,
  confirmDeletion,
  declineConfirmation,
  discardDraft,
  dismissUnsavedTexts,
  type EditingState,
  handleAnswer,
  handleTreeChange,
  initialEditing,
  isSubmitted,
  overwriteConflict,
  requestEdit,
  setDraftText,
  startDraft,
} from "../../../../client/webview/editing/editingState.ts";
import { handleAnswerElsewhere, leaveMap } from "../../../../client/webview/editing/pendingElsewhere.ts";
import { nextFocus } from "../../../../client/webview/input/focusFallback.ts";
import { diffTrees } from "../../../../server/core/tree/diffTrees.ts";
import type { CardId, Tree } from "../../../../server/core/tree/tree.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { claim, objection, premise, question, reason, reference, treeOf } from "../../../support/treeFixtures.ts";

const small = treeOf(
  claim("A.", { id: "a" }, reason("R.", { id: "r" }, premise("P.", { id: "p" })), objection("O.", { id: "o" })),
  claim("B.", { id: "b" }),
);
const seen = (tree: Tree, version: number | undefined = 1) => ({ map: "file:///m.argmap", version, tree });
const draft = (text: string) => ({ of: "new", what: "reason", under: toCardId("a"), text }) as const;
const writing = (text: string, editing = initialEditing): EditingState =>
  startDraft(editing, seen(small), draft(text)).editing;
const sent = (text: string) => commitDraft(writing(text), seen(small));
const more = treeOf(
  claim(
    "A.",
    { id: "a" },
    reason("R.", { id: "r" }, premise("P.", { id: "p" })),
    objection("O.", { id: "o" }),
    reason("N.", { id: "n" }),
  ),
  claim("B.", { id: "b" }),
);

const idsOf = (tree: Tree): readonly CardId[] => tree.places.map(({ card }) => card);

test("a new card stands where it will, a premise before what bears on the step", () => {
  expect(idsOf(applyDraft(small, draft("")))).toEqual(["a", "r", "p", "o", NEW_CARD_ID, "b"].map((id) => toCardId(id)));
  const step = treeOf(reason("R.", { id: "r" }, premise("P.", { id: "p" }), objection("O.", { id: "o" })));
  const tree = applyDraft(step, { of: "new", what: "assumption", under: toCardId("r"), text: "" });
  expect(idsOf(tree)).toEqual(["r", "p", NEW_CARD_ID, "o"].map((id) => toCardId(id)));
  expect(tree.cards.find(({ id }) => id === NEW_CARD_ID)?.relation).toBe("premise");
  const against = applyDraft(step, { of: "new", what: "objection", under: toCardId("r"), text: "" });
  expect(against.cards.find(({ id }) => id === NEW_CARD_ID)?.relation).toBe("undercut");
});

test("what is written ends when its card has come, in whatever order the answer and the change arrive", () => {
  const change = diffTrees(small, more);
  const answerFirst = handleAnswer(sent("N.").editing, seen(small), 1, { is: "done" });
  expect(answerFirst.editing.draft).toBeDefined();
  expect(handleTreeChange(answerFirst.editing, seen(more, 2), change)).toMatchObject({
    select: "n",
    editing: { draft: undefined },
  });
  const changeFirst = handleTreeChange(sent("N.").editing, seen(more, 2), change);
  expect(changeFirst).toMatchObject({ select: "n", editing: { draft: undefined, pending: undefined } });
  expect(handleAnswer(changeFirst.editing, seen(more, 2), 1, { is: "done" }).editing).toEqual(changeFirst.editing);
  // A whole tree does not say what is new in it.
  const whole = handleTreeChange(sent("N.").editing, seen(more, 2), undefined);
  expect(handleAnswer(whole.editing, seen(more, 2), 1, { is: "done" }).editing.draft).toBeUndefined();
});

test("an answer to an earlier edit is not taken for one to a later one", () => {
  const first = handleTreeChange(sent("N.").editing, seen(more, 2), diffTrees(small, more)).editing;
  const second = commitDraft(writing("M.", first), seen(more, 2)).editing;
  expect(handleAnswer(second, seen(more, 2), 1, { is: "refused", why: "Late." }).editing).toBe(second);
});

test("is asked again of the newest tree, at once where that is there, and not for ever", () => {
  const { editing } = sent("N.");
  expect(handleAnswer(editing, seen(more, 2), 1, { is: "stale" }).outgoing).toMatchObject({ version: 2, request: 1 });
  const waiting = handleAnswer(editing, seen(small, 1), 1, { is: "stale" });
  expect(waiting.outgoing).toEqual({ type: "again" });
  expect(handleTreeChange(waiting.editing, seen(more, 2), undefined).outgoing).toMatchObject({ version: 2 });
  // The text has changed and the tree has not, as by an edit in a comment.
  expect(handleTreeChange(waiting.editing, seen(small, 1), undefined).outgoing).toMatchObject({
    type: "edit",
    version: 1,
    request: 1,
  });
  let now: EditingState = editing;
  for (let version = 2; version < 8; version++)
    now = handleAnswer(now, seen(more, version), 1, { is: "stale" }).editing;
  expect(now).toMatchObject({ pending: undefined, notice: expect.stringContaining("too fast"), draft: { text: "N." } });
});

test("what is written at a card that goes is not lost without a word", () => {
  const gone = treeOf(claim("B.", { id: "b" }));
  expect(handleTreeChange(setDraftText(writing(""), "Half a"), seen(gone, 2), undefined).editing).toMatchObject({
    draft: undefined,
    unsavedTexts: ["What you were writing at is no longer there. You wrote: “Half a”"],
  });
  expect(handleTreeChange(writing(""), seen(gone, 2), undefined).editing).toMatchObject({
    draft: undefined,
    notice: undefined,
    unsavedTexts: [],
  });
});

test("nothing is asked for while another answer is awaited, nor of a tree that is on its way", () => {
  const { editing } = sent("N.");
  expect(commitDraft(editing, seen(small)).outgoing).toBeUndefined();
  const later = requestEdit(
    initialEditing,
    { ...seen(small), version: undefined },
    { card: toCardId("a"), action: { do: "turn" } },
  );
  expect(later.outgoing).toBeUndefined();
  expect(handleTreeChange(later.editing, seen(small, 7), undefined).outgoing).toMatchObject({ version: 7 });
});

describe("what is begun while an earlier edit is on its way", () => {
  const later = { of: "new", what: "reason", under: toCardId("b"), text: "" } as const;
  const both = setDraftText(startDraft(sent("N.").editing, seen(small), later).editing, "Half a");

  test("stays when that one's change and answer come, and keeps the keys", () => {
    expect(isSubmitted(sent("N.").editing)).toBe(true);
    expect(isSubmitted(both)).toBe(false);
    const change = handleTreeChange(both, seen(more, 2), diffTrees(small, more));
    expect(change.editing).toMatchObject({ draft: { under: "b", text: "Half a" }, pending: undefined });
    expect(change.select).toBeUndefined();
    const whole = handleTreeChange(both, seen(more, 2), undefined).editing;
    for (const editing of [both, whole])
      expect(handleAnswer(editing, seen(more, 2), 1, { is: "done" }).editing).toMatchObject({
        draft: { under: "b", text: "Half a" },
        pending: undefined,
      });
  });

  test("is asked for once that one is through, be it made or refused", () => {
    const handedIn = commitDraft(both, seen(small));
    expect(handedIn.outgoing).toBeUndefined();
    expect(isSubmitted(handedIn.editing)).toBe(true);
    const next = { type: "edit", card: "b", request: 2, action: { do: "add", text: "Half a" } };
    expect(handleAnswer(handedIn.editing, seen(small), 1, { is: "done" }).outgoing).toMatchObject(next);
    const refused = handleAnswer(handedIn.editing, seen(small), 1, { is: "refused", why: "No." });
    expect(refused.outgoing).toMatchObject(next);
    // Its words are no longer to be seen anywhere else.
    expect(refused.editing.unsavedTexts).toEqual(["No. You wrote: “N.”"]);
  });

  test("an action of another kind takes nothing away from it", () => {
    const turned = requestEdit(sent("N.").editing, seen(small), { card: toCardId("o"), action: { do: "turn" } });
    expect(turned.outgoing).toBeUndefined();
    const after = handleAnswer(turned.editing, seen(small), 1, { is: "done" });
    expect(after.outgoing).toMatchObject({ card: "o", request: 2, action: { do: "turn" } });
    expect(after.editing.draft).toBeUndefined();
  });

  test("the card of the first of two alike is not taken for that of the second", () => {
    const second = handleAnswer(
      commitDraft(startDraft(sent("N.").editing, seen(small), draft("M.")).editing, seen(small)).editing,
      seen(small),
      1,
      { is: "done" },
    );
    expect(second.outgoing).toMatchObject({ request: 2, action: { text: "M." } });
    expect(handleTreeChange(second.editing, seen(more, 2), diffTrees(small, more)).editing.draft).toMatchObject({
      text: "M.",
    });
  });
});

describe("giving up", () => {
  test("what is not handed in leaves nothing", () => {
    const { editing, outgoing } = discardDraft(writing("N."), seen(small));
    expect(outgoing).toBeUndefined();
    expect(editing).toMatchObject({ draft: undefined, pending: undefined });
  });

  test("what waits to be asked again is not asked again", () => {
    const stale = handleAnswer(sent("N.").editing, seen(small), 1, { is: "stale" }).editing;
    const { editing } = discardDraft(stale, seen(small));
    expect(editing).toMatchObject({ draft: undefined, pending: undefined });
    expect(handleTreeChange(editing, seen(more, 2), undefined).outgoing).toBeUndefined();
  });

  test("what has been asked for is not asked for again, and something else can be", () => {
    const { editing } = discardDraft(sent("N.").editing, seen(small));
    expect(handleAnswer(editing, seen(more, 2), 1, { is: "stale" }).outgoing).toBeUndefined();
    expect(commitDraft(writing("M.", editing), seen(small)).outgoing).toMatchObject({
      request: 2,
      action: { text: "M." },
    });
  });

  test("leaves an edit alone that is not of what is written", () => {
    const turning = requestEdit(initialEditing, seen(small), { card: toCardId("r"), action: { do: "turn" } }).editing;
    const { editing } = discardDraft(writing("N.", turning), seen(small));
    expect(editing.pending).toBe(turning.pending);
  });

  test("makes way for what waits", () => {
    const waiting = requestEdit(sent("N.").editing, seen(small), {
      card: toCardId("o"),
      action: { do: "turn" },
    }).editing;
    expect(discardDraft(waiting, seen(small)).outgoing).toMatchObject({ card: "o", action: { do: "turn" } });
  });
});

describe("another map", () => {
  const other = { map: "file:///other.argmap", version: 1, tree: small };
  const said = ({ unsavedTexts }: EditingState): string | undefined =>
    unsavedTexts.length === 0 ? undefined : unsavedTexts.join("\n");

  test("tells the words that are not handed in, and those that wait", () => {
    expect(said(leaveMap(writing("Half a")))).toContain("You wrote: “Half a”");
    expect(said(leaveMap(writing("")))).toBeUndefined();
    const begun = startDraft(initialEditing, seen(small), {
      of: "text",
      card: toCardId("r"),
      before: "R.",
      text: "R.",
    }).editing;
    expect(said(leaveMap(begun))).toBeUndefined();
    const second = { of: "new", what: "reason", under: toCardId("b"), text: "" } as const;
    const both = commitDraft(
      setDraftText(startDraft(sent("N.").editing, seen(small), second).editing, "M."),
      seen(small),
    ).editing;
    const left = leaveMap(both);
    expect(said(left)).toContain("You wrote: “M.”");
    expect(left).toMatchObject({ draft: undefined, pending: undefined, queue: [], pendingElsewhere: [{ request: 1 }] });
  });

  test("tells the words of an edit that is refused there afterwards, or would have to be asked again", () => {
    const left = leaveMap(sent("N.").editing);
    expect(said(left)).toBeUndefined();
    const answers = [{ is: "refused", why: "No." }, { is: "stale" }] as const;
    for (const answer of answers) {
      const editing = handleAnswerElsewhere(left, 1, answer);
      expect(said(editing)).toContain("You wrote: “N.”");
      expect(editing.pendingElsewhere).toEqual([]);
    }
    const done = handleAnswerElsewhere(left, 1, { is: "done" });
    expect([said(done), done.pendingElsewhere]).toEqual([undefined, []]);
  });

  test("keeps what was told through a further one, and takes no number of a request twice", () => {
    const twice = leaveMap(leaveMap(writing("Half a")));
    expect(said(twice)).toContain("You wrote: “Half a”");
    expect(commitDraft(writing("M.", leaveMap(sent("N.").editing)), other).outgoing).toMatchObject({ request: 2 });
  });
});

describe("words that are nowhere else any more", () => {
  const other = { map: "file:///other.argmap", version: 1, tree: small };
  const lost = leaveMap(writing("Half a"));
  const half = expect.stringContaining("“Half a”");

  test("stay through whatever is done next", () => {
    const turning = requestEdit(lost, other, { card: toCardId("r"), action: { do: "turn" } }).editing;
    expect(turning.unsavedTexts).toEqual([half]);
    expect(startDraft(lost, other, draft("")).editing.unsavedTexts).toEqual([half]);
    expect(clearTransient(lost).unsavedTexts).toEqual([half]);
    expect(handleAnswer(turning, other, 1, { is: "refused", why: "No." }).editing).toMatchObject({
      notice: "No.",
      unsavedTexts: [half],
    });
  });

  test("stay beside further ones, and until they are put away", () => {
    const twice = leaveMap(writing("Other", lost));
    expect(twice.unsavedTexts).toEqual([half, expect.stringContaining("“Other”")]);
    expect(dismissUnsavedTexts(twice).unsavedTexts).toEqual([]);
  });

  test("are not the only thing that is told of what comes to nothing with a map", () => {
    const turn = { card: toCardId("o"), action: { do: "turn" } } as const;
    const waiting = requestEdit(requestEdit(sent("N.").editing, seen(small), turn).editing, seen(small), turn).editing;
    expect(leaveMap(waiting).notice).toBe("The last 2 changes that you asked for in another map have not been made.");
    const asked = leaveMap(requestEdit(initialEditing, seen(small), turn).editing);
    expect(asked.notice).toBeUndefined();
    expect(handleAnswerElsewhere(asked, 1, { is: "stale" }).notice).toBe(
      "The last change that you asked for in another map has not been made.",
    );
    expect(handleAnswerElsewhere(asked, 1, { is: "done" }).notice).toBeUndefined();
  });
});

describe("a text that changes while other words are written for it", () => {
  const draft = { of: "text", card: toCardId("r"), before: "R.", text: "R." } as const;
  const mine = setDraftText(startDraft(initialEditing, seen(small), draft).editing, "R. Mine.");
  const withText = (text: string): Tree => ({
    ...small,
    cards: small.cards.map((card) => (card.id === "r" ? { ...card, text } : card)),
  });
  const later = seen(withText("R. Theirs."), 2);

  test("is not replaced before the user has said so", () => {
    const { editing, outgoing } = commitDraft(mine, later);
    expect([outgoing, editing.draft?.text, isSubmitted(editing)]).toEqual([undefined, "R. Mine.", false]);
    const replaced = overwriteConflict(editing, later);
    expect(replaced.outgoing).toMatchObject({ version: 2, action: { do: "write", text: "R. Mine." } });
    expect(isSubmitted(replaced.editing)).toBe(true);
  });

  test("nor where that is found out only when the edit is asked for again", () => {
    const handedIn = commitDraft(mine, seen(small)).editing;
    const { editing, outgoing } = handleAnswer(handedIn, later, 1, { is: "stale" });
    expect([outgoing, editing.draft?.text, isSubmitted(editing), editing.notice]).toEqual([
      undefined,
      "R. Mine.",
      false,
      undefined,
    ]);
  });

  test("is told with the words where something else is being written by now", () => {
    const next = { of: "new", what: "reason", under: toCardId("b"), text: "" } as const;
    expect(startDraft(mine, later, next).editing.unsavedTexts).toEqual([expect.stringContaining("“R. Mine.”")]);
    const both = startDraft(commitDraft(mine, seen(small)).editing, seen(small), next).editing;
    expect(handleAnswer(both, later, 1, { is: "stale" }).editing).toMatchObject({
      draft: next,
      unsavedTexts: [expect.stringContaining("“R. Mine.”")],
    });
  });

  test("asks for nothing where it has become what is written, or another card has changed", () => {
    expect(commitDraft(mine, seen(withText("R. Mine."), 2)).outgoing).toMatchObject({ type: "edit" });
    expect(commitDraft(mine, seen(more, 2)).outgoing).toMatchObject({ version: 2 });
  });
});

describe("a question whether to delete", () => {
  const question = "Delete this claim and 3 entries that depend on it?";
  const more = "Delete this claim and 4 entries that depend on it?";
  const deleting = requestEdit(initialEditing, seen(small), { card: toCardId("a"), action: { do: "delete" } }).editing;
  const asking = handleAnswer(deleting, seen(small), 1, { is: "unsure", question, yes: "Delete" }).editing;

  test("is answered at once where nothing has changed", () => {
    expect(confirmDeletion(asking, seen(small)).outgoing).toMatchObject({
      version: 1,
      action: { do: "delete", sure: true },
    });
  });

  test("is asked again where the map has changed, and by the user only if it is another one", () => {
    const again = confirmDeletion(asking, seen(small, 2));
    expect(again.outgoing).toMatchObject({ version: 2, action: { sure: false } });
    const same = handleAnswer(again.editing, seen(small, 2), 2, { is: "unsure", question, yes: "Delete" });
    expect(same.outgoing).toMatchObject({ version: 2, action: { sure: true } });
    const other = handleAnswer(again.editing, seen(small, 2), 2, { is: "unsure", question: more, yes: "Delete" });
    expect(other.outgoing).toBeUndefined();
    expect(other.editing.confirmation).toMatchObject({ question: more, version: 2 });
  });

  test("stays as it is until it is answered, whatever waits or comes", () => {
    const turn = { card: toCardId("o"), action: { do: "turn" } } as const;
    const waiting = requestEdit(deleting, seen(small), turn).editing;
    const { editing, outgoing } = handleAnswer(waiting, seen(small), 1, { is: "unsure", question, yes: "Delete" });
    expect([outgoing, editing.confirmation?.question, editing.queue]).toEqual([undefined, question, [turn]]);
    expect(handleTreeChange(editing, seen(small, 2), undefined)).toEqual({ editing });
    expect(requestEdit(editing, seen(small), turn)).toMatchObject({
      editing: { confirmation: { question }, queue: [turn, turn] },
    });
    expect(declineConfirmation(editing, seen(small))).toMatchObject({
      outgoing: { card: "o", action: { do: "turn" } },
      editing: { confirmation: undefined, queue: [] },
    });
    const sure = confirmDeletion(editing, seen(small));
    expect(sure).toMatchObject({ outgoing: { card: "a", action: { sure: true } }, editing: { queue: [turn] } });
    expect(handleAnswer(sure.editing, seen(small), 2, { is: "done" }).outgoing).toMatchObject({ card: "o" });
  });

  test("is told as not done where its map is no longer shown", () => {
    expect(leaveMap(asking)).toMatchObject({
      confirmation: undefined,
      notice: expect.stringContaining("not been made"),
    });
  });

  test("is asked again where the map changes while the answer is on its way", () => {
    const sure = confirmDeletion(asking, seen(small)).editing;
    const stale = handleAnswer(sure, seen(small, 2), 2, { is: "stale" });
    expect(stale.outgoing).toMatchObject({ version: 2, action: { sure: false } });
    const between = handleAnswer(stale.editing, seen(small, 3), 2, { is: "unsure", question, yes: "Delete" });
    expect(between.outgoing).toMatchObject({ version: 3, action: { sure: false } });
  });
});

test("signs that nobody sees, in what is pasted, do not get into a map", () => {
  const odd = "a\u0000b\u0007c\tд\u200d\n字\u2028e\u007f.";
  expect(setDraftText(writing(""), odd).draft?.text).toBe("abc\tд\u200d\n字\ne.");
});

test.each(["\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"])("the break %j keeps words apart", (sign) => {
  expect(setDraftText(writing(""), `one${sign}two`).draft?.text).toBe("one\ntwo");
});

test("after a card is deleted the one beside it has the keys", () => {
  expect(nextFocus(small, toCardId("r"))).toBe("o");
  expect(nextFocus(small, toCardId("o"))).toBe("r");
  expect(nextFocus(small, toCardId("p"))).toBe("r");
});

test("a branch can go where its kind can hang, but not into itself, nor where it is unless it turns", () => {
  const targets = (id: string, tree = small) => [...(createBranchMove(tree, toCardId(id))?.targets ?? [])];
  expect(targets("o")).toEqual([
    ["a", ["reason"]],
    ["r", ["objection", "reason"]],
    ["p", ["objection", "reason"]],
    ["b", ["objection", "reason"]],
  ]);
  expect(targets("p")).toEqual([["o", ["premise"]]]);
  expect(targets("r").map(([id]) => id)).toEqual(["a", "o", "b"]);
  const tree = treeOf(
    question("Q?", { id: "q" }),
    claim("A.", { id: "a" }, reason("R.", { id: "r" }, reference("a", "claim"))),
  );
  expect(targets("a", tree)).toEqual([["q", ["claim"]]]);
});

test("says what dropping would do", () => {
  const moving = createBranchMove(small, toCardId("o"));
  const target = small.cards.find(({ id }) => id === "b");
  if (moving === undefined || target === undefined) throw new Error("These cards are there.");
  expect(dropHint(moving, target, "B.", false)).toBe("Objection to “B.” · Alt: reason for");
  expect(dropHint(moving, undefined, "", false)).toBe("Drop it on what it speaks to");
  expect([kindAtTarget(moving, target.id, true), moveAction(moving, target.id, true)]).toEqual([
    "reason",
    { do: "move", to: "b", as: "reason" },
  ]);
  expect(moveAction(moving, toCardId("o"), false)).toBeUndefined();
});
