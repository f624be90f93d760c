import { describe, expect, test } from "vitest";
import { commitDraft, setDraftText, startDraft } from "../../../../client/webview/editing/draftLifecycle.ts";
import {
  clearTransient,
  dismissUnsavedTexts,
  type EditingState,
  initialEditing,
} from "../../../../client/webview/editing/editingState.ts";
import { handleAnswerElsewhere, leaveMap } from "../../../../client/webview/editing/pendingElsewhere.ts";
import { handleAnswer, requestEdit } from "../../../../client/webview/editing/requestQueue.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import {
  abTree,
  convertObjection,
  drafting,
  reasonDraft,
  snapshot,
  submit,
} from "../../../support/trees/editingStates.ts";

const otherMap = { map: "file:///other.argmap", version: 1, tree: abTree };
const messages = ({ unsavedTexts }: EditingState): string => unsavedTexts.join("\n");

describe("when another map is shown", () => {
  test("an open draft becomes a message with its text", () => {
    expect(messages(leaveMap(drafting("Half a")))).toContain("You wrote: “Half a”");
    expect(messages(leaveMap(drafting("")))).toBe("");
  });

  test("an unchanged draft of a text is dropped", () => {
    const draft = { type: "edit", card: toCardId("r"), originalText: "R.", text: "R." } as const;
    expect(messages(leaveMap(startDraft(initialEditing, snapshot(), draft).editing))).toBe("");
  });

  test("a queued draft becomes a message, and a sent request stays pending", () => {
    const second = startDraft(submit("N.").editing, snapshot(), reasonDraft("", "b")).editing;
    const left = leaveMap(commitDraft(setDraftText(second, "M."), snapshot()).editing);
    expect(messages(left)).toContain("You wrote: “M.”");
    expect(left).toMatchObject({
      draft: undefined,
      pending: undefined,
      queue: [],
      pendingElsewhere: [{ requestId: 1 }],
    });
  });

  test.each([{ type: "rejected", message: "No." }, { type: "stale" }] as const)(
    "the text of a sent request becomes a message if the answer is “$type”",
    (answer) => {
      const left = leaveMap(submit("N.").editing);
      expect(messages(left)).toBe("");
      const editing = handleAnswerElsewhere(left, 1, answer);
      expect(messages(editing)).toContain("You wrote: “N.”");
      expect(editing.pendingElsewhere).toEqual([]);
    },
  );

  test("a sent request whose edit is made is forgotten", () => {
    const done = handleAnswerElsewhere(leaveMap(submit("N.").editing), 1, { type: "applied" });
    expect([messages(done), done.pendingElsewhere]).toEqual(["", []]);
  });

  test("the messages stay for further maps, and request numbers are not reused", () => {
    const twice = leaveMap(leaveMap(drafting("Half a")));
    expect(messages(twice)).toContain("You wrote: “Half a”");
    expect(commitDraft(drafting("M.", leaveMap(submit("N.").editing)), otherMap).outgoing).toMatchObject({
      requestId: 2,
    });
  });

  test("changes that were not sent are counted in a notice", () => {
    const converting = requestEdit(submit("N.").editing, snapshot(), convertObjection).editing;
    const twice = requestEdit(converting, snapshot(), convertObjection).editing;
    expect(leaveMap(twice).notice).toBe("Your last 2 changes in another map were not applied.");
  });

  test("a change that was sent leads to a notice only if it is not applied", () => {
    const left = leaveMap(requestEdit(initialEditing, snapshot(), convertObjection).editing);
    expect(left.notice).toBeUndefined();
    expect(handleAnswerElsewhere(left, 1, { type: "stale" }).notice).toBe(
      "Your last change in another map was not applied.",
    );
    expect(handleAnswerElsewhere(left, 1, { type: "applied" }).notice).toBeUndefined();
  });
});

describe("the messages with unsaved texts", () => {
  const left = leaveMap(drafting("Half a"));
  const half = expect.stringContaining("“Half a”");

  test("stay whatever the user does next", () => {
    const converting = requestEdit(left, otherMap, { card: toCardId("r"), action: { type: "convert" } }).editing;
    expect(converting.unsavedTexts).toEqual([half]);
    expect(startDraft(left, otherMap, reasonDraft("")).editing.unsavedTexts).toEqual([half]);
    expect(clearTransient(left).unsavedTexts).toEqual([half]);
    expect(handleAnswer(converting, otherMap, 1, { type: "rejected", message: "No." }).editing).toMatchObject({
      notice: "No.",
      unsavedTexts: [half],
    });
  });

  test("add up until the user dismisses them", () => {
    const twice = leaveMap(drafting("Other", left));
    expect(twice.unsavedTexts).toEqual([half, expect.stringContaining("“Other”")]);
    expect(dismissUnsavedTexts(twice).unsavedTexts).toEqual([]);
  });
});
