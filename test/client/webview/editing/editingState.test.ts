import { describe, expect, test } from "vitest";
import { hintFor, kindAt, moveTo, movingOf } from "../../../../client/webview/editing/branchMove.ts";
import { drafted, newCard } from "../../../../client/webview/editing/draft.ts";
import {
  answered,
  ask,
  changed,
  commit,
  confirm,
  decline,
  type Editing,
  giveUp,
  idle,
  isHandedIn,
  quieted,
  replace,
  typed,
  withoutLost,
  write,
} from "../../../../client/webview/editing/editingState.ts";
import { answeredElsewhere, leaveMap } from "../../../../client/webview/editing/pendingElsewhere.ts";
import { besides } from "../../../../client/webview/input/focusFallback.ts";
import { diffTrees } from "../../../../server/core/tree/diffTrees.ts";
import type { CardId, Tree } from "../../../../server/core/tree/tree.ts";
import { idOf } from "../../../support/arbitraries/trees.ts";
import { again, claim, grow, objection, premise, question, reason } from "../../../support/treeFixtures.ts";

const small = grow(
  claim("A.", { id: "a" }, reason("R.", { id: "r" }, premise("P.", { id: "p" })), objection("O.", { id: "o" })),
  claim("B.", { id: "b" }),
);
const seen = (tree: Tree, version: number | undefined = 1) => ({ map: "file:///m.argmap", version, tree });
const draft = (text: string) => ({ of: "new", what: "reason", under: idOf("a"), text }) as const;
const writing = (text: string, editing = idle): Editing => write(editing, seen(small), draft(text)).editing;
const sent = (text: string) => commit(writing(text), seen(small));
const more = grow(
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
  expect(idsOf(drafted(small, draft("")))).toEqual(["a", "r", "p", "o", newCard, "b"].map((id) => idOf(id)));
  const step = grow(reason("R.", { id: "r" }, premise("P.", { id: "p" }), objection("O.", { id: "o" })));
  const tree = drafted(step, { of: "new", what: "assumption", under: idOf("r"), text: "" });
  expect(idsOf(tree)).toEqual(["r", "p", newCard, "o"].map((id) => idOf(id)));
  expect(tree.cards.find(({ id }) => id === newCard)?.relation).toBe("premise");
  const against = drafted(step, { of: "new", what: "objection", under: idOf("r"), text: "" });
  expect(against.cards.find(({ id }) => id === newCard)?.relation).toBe("undercut");
});

test("what is written ends when its card has come, in whatever order the answer and the change arrive", () => {
  const change = diffTrees(small, more);
  const answerFirst = answered(sent("N.").editing, seen(small), 1, { is: "done" });
  expect(answerFirst.editing.draft).toBeDefined();
  expect(changed(answerFirst.editing, seen(more, 2), change)).toMatchObject({
    select: "n",
    editing: { draft: undefined },
  });
  const changeFirst = changed(sent("N.").editing, seen(more, 2), change);
  expect(changeFirst).toMatchObject({ select: "n", editing: { draft: undefined, sent: undefined } });
  expect(answered(changeFirst.editing, seen(more, 2), 1, { is: "done" }).editing).toEqual(changeFirst.editing);
  // A whole tree does not say what is new in it.
  const whole = changed(sent("N.").editing, seen(more, 2), undefined);
  expect(answered(whole.editing, seen(more, 2), 1, { is: "done" }).editing.draft).toBeUndefined();
});

test("an answer to an earlier edit is not taken for one to a later one", () => {
  const first = changed(sent("N.").editing, seen(more, 2), diffTrees(small, more)).editing;
  const second = commit(writing("M.", first), seen(more, 2)).editing;
  expect(answered(second, seen(more, 2), 1, { is: "refused", why: "Late." }).editing).toBe(second);
});

test("is asked again of the newest tree, at once where that is there, and not for ever", () => {
  const { editing } = sent("N.");
  expect(answered(editing, seen(more, 2), 1, { is: "stale" }).say).toMatchObject({ version: 2, request: 1 });
  const waiting = answered(editing, seen(small, 1), 1, { is: "stale" });
  expect(waiting.say).toEqual({ type: "again" });
  expect(changed(waiting.editing, seen(more, 2), undefined).say).toMatchObject({ version: 2 });
  // The text has changed and the tree has not, as by an edit in a comment.
  expect(changed(waiting.editing, seen(small, 1), undefined).say).toMatchObject({
    type: "edit",
    version: 1,
    request: 1,
  });
  let now: Editing = editing;
  for (let version = 2; version < 8; version++) now = answered(now, seen(more, version), 1, { is: "stale" }).editing;
  expect(now).toMatchObject({ sent: undefined, told: expect.stringContaining("too fast"), draft: { text: "N." } });
});

test("what is written at a card that goes is not lost without a word", () => {
  const gone = grow(claim("B.", { id: "b" }));
  expect(changed(typed(writing(""), "Half a"), seen(gone, 2), undefined).editing).toMatchObject({
    draft: undefined,
    lost: ["What you were writing at is no longer there. You wrote: “Half a”"],
  });
  expect(changed(writing(""), seen(gone, 2), undefined).editing).toMatchObject({
    draft: undefined,
    told: undefined,
    lost: [],
  });
});

test("nothing is asked for while another answer is awaited, nor of a tree that is on its way", () => {
  const { editing } = sent("N.");
  expect(commit(editing, seen(small)).say).toBeUndefined();
  const later = ask(idle, { ...seen(small), version: undefined }, { card: idOf("a"), action: { do: "turn" } });
  expect(later.say).toBeUndefined();
  expect(changed(later.editing, seen(small, 7), undefined).say).toMatchObject({ version: 7 });
});

describe("what is begun while an earlier edit is on its way", () => {
  const later = { of: "new", what: "reason", under: idOf("b"), text: "" } as const;
  const both = typed(write(sent("N.").editing, seen(small), later).editing, "Half a");

  test("stays when that one's change and answer come, and keeps the keys", () => {
    expect(isHandedIn(sent("N.").editing)).toBe(true);
    expect(isHandedIn(both)).toBe(false);
    const change = changed(both, seen(more, 2), diffTrees(small, more));
    expect(change.editing).toMatchObject({ draft: { under: "b", text: "Half a" }, sent: undefined });
    expect(change.select).toBeUndefined();
    const whole = changed(both, seen(more, 2), undefined).editing;
    for (const editing of [both, whole])
      expect(answered(editing, seen(more, 2), 1, { is: "done" }).editing).toMatchObject({
        draft: { under: "b", text: "Half a" },
        sent: undefined,
      });
  });

  test("is asked for once that one is through, be it made or refused", () => {
    const handedIn = commit(both, seen(small));
    expect(handedIn.say).toBeUndefined();
    expect(isHandedIn(handedIn.editing)).toBe(true);
    const next = { type: "edit", card: "b", request: 2, action: { do: "add", text: "Half a" } };
    expect(answered(handedIn.editing, seen(small), 1, { is: "done" }).say).toMatchObject(next);
    const refused = answered(handedIn.editing, seen(small), 1, { is: "refused", why: "No." });
    expect(refused.say).toMatchObject(next);
    // Its words are no longer to be seen anywhere else.
    expect(refused.editing.lost).toEqual(["No. You wrote: “N.”"]);
  });

  test("an action of another kind takes nothing away from it", () => {
    const turned = ask(sent("N.").editing, seen(small), { card: idOf("o"), action: { do: "turn" } });
    expect(turned.say).toBeUndefined();
    const after = answered(turned.editing, seen(small), 1, { is: "done" });
    expect(after.say).toMatchObject({ card: "o", request: 2, action: { do: "turn" } });
    expect(after.editing.draft).toBeUndefined();
  });

  test("the card of the first of two alike is not taken for that of the second", () => {
    const second = answered(
      commit(write(sent("N.").editing, seen(small), draft("M.")).editing, seen(small)).editing,
      seen(small),
      1,
      { is: "done" },
    );
    expect(second.say).toMatchObject({ request: 2, action: { text: "M." } });
    expect(changed(second.editing, seen(more, 2), diffTrees(small, more)).editing.draft).toMatchObject({ text: "M." });
  });
});

describe("giving up", () => {
  test("what is not handed in leaves nothing", () => {
    const { editing, say } = giveUp(writing("N."), seen(small));
    expect(say).toBeUndefined();
    expect(editing).toMatchObject({ draft: undefined, sent: undefined });
  });

  test("what waits to be asked again is not asked again", () => {
    const stale = answered(sent("N.").editing, seen(small), 1, { is: "stale" }).editing;
    const { editing } = giveUp(stale, seen(small));
    expect(editing).toMatchObject({ draft: undefined, sent: undefined });
    expect(changed(editing, seen(more, 2), undefined).say).toBeUndefined();
  });

  test("what has been asked for is not asked for again, and something else can be", () => {
    const { editing } = giveUp(sent("N.").editing, seen(small));
    expect(answered(editing, seen(more, 2), 1, { is: "stale" }).say).toBeUndefined();
    expect(commit(writing("M.", editing), seen(small)).say).toMatchObject({ request: 2, action: { text: "M." } });
  });

  test("leaves an edit alone that is not of what is written", () => {
    const turning = ask(idle, seen(small), { card: idOf("r"), action: { do: "turn" } }).editing;
    const { editing } = giveUp(writing("N.", turning), seen(small));
    expect(editing.sent).toBe(turning.sent);
  });

  test("makes way for what waits", () => {
    const waiting = ask(sent("N.").editing, seen(small), { card: idOf("o"), action: { do: "turn" } }).editing;
    expect(giveUp(waiting, seen(small)).say).toMatchObject({ card: "o", action: { do: "turn" } });
  });
});

describe("another map", () => {
  const other = { map: "file:///other.argmap", version: 1, tree: small };
  const said = ({ lost }: Editing): string | undefined => (lost.length === 0 ? undefined : lost.join("\n"));

  test("tells the words that are not handed in, and those that wait", () => {
    expect(said(leaveMap(writing("Half a")))).toContain("You wrote: “Half a”");
    expect(said(leaveMap(writing("")))).toBeUndefined();
    const begun = write(idle, seen(small), { of: "text", card: idOf("r"), before: "R.", text: "R." }).editing;
    expect(said(leaveMap(begun))).toBeUndefined();
    const second = { of: "new", what: "reason", under: idOf("b"), text: "" } as const;
    const both = commit(typed(write(sent("N.").editing, seen(small), second).editing, "M."), seen(small)).editing;
    const left = leaveMap(both);
    expect(said(left)).toContain("You wrote: “M.”");
    expect(left).toMatchObject({ draft: undefined, sent: undefined, waiting: [], inOtherMaps: [{ request: 1 }] });
  });

  test("tells the words of an edit that is refused there afterwards, or would have to be asked again", () => {
    const left = leaveMap(sent("N.").editing);
    expect(said(left)).toBeUndefined();
    const answers = [{ is: "refused", why: "No." }, { is: "stale" }] as const;
    for (const answer of answers) {
      const editing = answeredElsewhere(left, 1, answer);
      expect(said(editing)).toContain("You wrote: “N.”");
      expect(editing.inOtherMaps).toEqual([]);
    }
    const done = answeredElsewhere(left, 1, { is: "done" });
    expect([said(done), done.inOtherMaps]).toEqual([undefined, []]);
  });

  test("keeps what was told through a further one, and takes no number of a request twice", () => {
    const twice = leaveMap(leaveMap(writing("Half a")));
    expect(said(twice)).toContain("You wrote: “Half a”");
    expect(commit(writing("M.", leaveMap(sent("N.").editing)), other).say).toMatchObject({ request: 2 });
  });
});

describe("words that are nowhere else any more", () => {
  const other = { map: "file:///other.argmap", version: 1, tree: small };
  const lost = leaveMap(writing("Half a"));
  const half = expect.stringContaining("“Half a”");

  test("stay through whatever is done next", () => {
    const turning = ask(lost, other, { card: idOf("r"), action: { do: "turn" } }).editing;
    expect(turning.lost).toEqual([half]);
    expect(write(lost, other, draft("")).editing.lost).toEqual([half]);
    expect(quieted(lost).lost).toEqual([half]);
    expect(answered(turning, other, 1, { is: "refused", why: "No." }).editing).toMatchObject({
      told: "No.",
      lost: [half],
    });
  });

  test("stay beside further ones, and until they are put away", () => {
    const twice = leaveMap(writing("Other", lost));
    expect(twice.lost).toEqual([half, expect.stringContaining("“Other”")]);
    expect(withoutLost(twice).lost).toEqual([]);
  });

  test("are not the only thing that is told of what comes to nothing with a map", () => {
    const turn = { card: idOf("o"), action: { do: "turn" } } as const;
    const waiting = ask(ask(sent("N.").editing, seen(small), turn).editing, seen(small), turn).editing;
    expect(leaveMap(waiting).told).toBe("The last 2 changes that you asked for in another map have not been made.");
    const asked = leaveMap(ask(idle, seen(small), turn).editing);
    expect(asked.told).toBeUndefined();
    expect(answeredElsewhere(asked, 1, { is: "stale" }).told).toBe(
      "The last change that you asked for in another map has not been made.",
    );
    expect(answeredElsewhere(asked, 1, { is: "done" }).told).toBeUndefined();
  });
});

describe("a text that changes while other words are written for it", () => {
  const draft = { of: "text", card: idOf("r"), before: "R.", text: "R." } as const;
  const mine = typed(write(idle, seen(small), draft).editing, "R. Mine.");
  const withText = (text: string): Tree => ({
    ...small,
    cards: small.cards.map((card) => (card.id === "r" ? { ...card, text } : card)),
  });
  const later = seen(withText("R. Theirs."), 2);

  test("is not replaced before the user has said so", () => {
    const { editing, say } = commit(mine, later);
    expect([say, editing.draft?.text, isHandedIn(editing)]).toEqual([undefined, "R. Mine.", false]);
    const replaced = replace(editing, later);
    expect(replaced.say).toMatchObject({ version: 2, action: { do: "write", text: "R. Mine." } });
    expect(isHandedIn(replaced.editing)).toBe(true);
  });

  test("nor where that is found out only when the edit is asked for again", () => {
    const handedIn = commit(mine, seen(small)).editing;
    const { editing, say } = answered(handedIn, later, 1, { is: "stale" });
    expect([say, editing.draft?.text, isHandedIn(editing), editing.told]).toEqual([
      undefined,
      "R. Mine.",
      false,
      undefined,
    ]);
  });

  test("is told with the words where something else is being written by now", () => {
    const next = { of: "new", what: "reason", under: idOf("b"), text: "" } as const;
    expect(write(mine, later, next).editing.lost).toEqual([expect.stringContaining("“R. Mine.”")]);
    const both = write(commit(mine, seen(small)).editing, seen(small), next).editing;
    expect(answered(both, later, 1, { is: "stale" }).editing).toMatchObject({
      draft: next,
      lost: [expect.stringContaining("“R. Mine.”")],
    });
  });

  test("asks for nothing where it has become what is written, or another card has changed", () => {
    expect(commit(mine, seen(withText("R. Mine."), 2)).say).toMatchObject({ type: "edit" });
    expect(commit(mine, seen(more, 2)).say).toMatchObject({ version: 2 });
  });
});

describe("a question whether to delete", () => {
  const question = "Delete this claim and the 3 entries that hang on it?";
  const more = "Delete this claim and the 4 entries that hang on it?";
  const deleting = ask(idle, seen(small), { card: idOf("a"), action: { do: "delete" } }).editing;
  const asking = answered(deleting, seen(small), 1, { is: "unsure", question, yes: "Delete" }).editing;

  test("is answered at once where nothing has changed", () => {
    expect(confirm(asking, seen(small)).say).toMatchObject({ version: 1, action: { do: "delete", sure: true } });
  });

  test("is asked again where the map has changed, and by the user only if it is another one", () => {
    const again = confirm(asking, seen(small, 2));
    expect(again.say).toMatchObject({ version: 2, action: { sure: false } });
    const same = answered(again.editing, seen(small, 2), 2, { is: "unsure", question, yes: "Delete" });
    expect(same.say).toMatchObject({ version: 2, action: { sure: true } });
    const other = answered(again.editing, seen(small, 2), 2, { is: "unsure", question: more, yes: "Delete" });
    expect(other.say).toBeUndefined();
    expect(other.editing.question).toMatchObject({ question: more, version: 2 });
  });

  test("stays as it is until it is answered, whatever waits or comes", () => {
    const turn = { card: idOf("o"), action: { do: "turn" } } as const;
    const waiting = ask(deleting, seen(small), turn).editing;
    const { editing, say } = answered(waiting, seen(small), 1, { is: "unsure", question, yes: "Delete" });
    expect([say, editing.question?.question, editing.waiting]).toEqual([undefined, question, [turn]]);
    expect(changed(editing, seen(small, 2), undefined)).toEqual({ editing });
    expect(ask(editing, seen(small), turn)).toMatchObject({
      editing: { question: { question }, waiting: [turn, turn] },
    });
    expect(decline(editing, seen(small))).toMatchObject({
      say: { card: "o", action: { do: "turn" } },
      editing: { question: undefined, waiting: [] },
    });
    const sure = confirm(editing, seen(small));
    expect(sure).toMatchObject({ say: { card: "a", action: { sure: true } }, editing: { waiting: [turn] } });
    expect(answered(sure.editing, seen(small), 2, { is: "done" }).say).toMatchObject({ card: "o" });
  });

  test("is told as not done where its map is no longer shown", () => {
    expect(leaveMap(asking)).toMatchObject({ question: undefined, told: expect.stringContaining("not been made") });
  });

  test("is asked again where the map changes while the answer is on its way", () => {
    const sure = confirm(asking, seen(small)).editing;
    const stale = answered(sure, seen(small, 2), 2, { is: "stale" });
    expect(stale.say).toMatchObject({ version: 2, action: { sure: false } });
    const between = answered(stale.editing, seen(small, 3), 2, { is: "unsure", question, yes: "Delete" });
    expect(between.say).toMatchObject({ version: 3, action: { sure: false } });
  });
});

test("signs that nobody sees, in what is pasted, do not get into a map", () => {
  const odd = "a\u0000b\u0007c\tд\u200d\n字\u2028e\u007f.";
  expect(typed(writing(""), odd).draft?.text).toBe("abc\tд\u200d\n字\ne.");
});

test.each(["\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"])("the break %j keeps words apart", (sign) => {
  expect(typed(writing(""), `one${sign}two`).draft?.text).toBe("one\ntwo");
});

test("after a card is deleted the one beside it has the keys", () => {
  expect(besides(small, idOf("r"))).toBe("o");
  expect(besides(small, idOf("o"))).toBe("r");
  expect(besides(small, idOf("p"))).toBe("r");
});

test("a branch can go where its kind can hang, but not into itself, nor where it is unless it turns", () => {
  const targets = (id: string, tree = small) => [...(movingOf(tree, idOf(id))?.targets ?? [])];
  expect(targets("o")).toEqual([
    ["a", ["reason"]],
    ["r", ["objection", "reason"]],
    ["p", ["objection", "reason"]],
    ["b", ["objection", "reason"]],
  ]);
  expect(targets("p")).toEqual([["o", ["premise"]]]);
  expect(targets("r").map(([id]) => id)).toEqual(["a", "o", "b"]);
  const tree = grow(
    question("Q?", { id: "q" }),
    claim("A.", { id: "a" }, reason("R.", { id: "r" }, again("a", "claim"))),
  );
  expect(targets("a", tree)).toEqual([["q", ["claim"]]]);
});

test("says what dropping would do", () => {
  const moving = movingOf(small, idOf("o"));
  const target = small.cards.find(({ id }) => id === "b");
  if (moving === undefined || target === undefined) throw new Error("These cards are there.");
  expect(hintFor(moving, target, "B.", false)).toBe("Objection to “B.” · Alt: reason for");
  expect(hintFor(moving, undefined, "", false)).toBe("Drop it on what it speaks to");
  expect([kindAt(moving, target.id, true), moveTo(moving, target.id, true)]).toEqual([
    "reason",
    { do: "move", to: "b", as: "reason" },
  ]);
  expect(moveTo(moving, idOf("o"), false)).toBeUndefined();
});
