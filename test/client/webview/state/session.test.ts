/** The view options of cards that are removed and come back, as when the user retypes the head of an entry. */
import { describe, expect, test } from "vitest";
import { saveView } from "../../../../client/webview/state/savedView.ts";
import { handleMessage, initialSession, type PageSession } from "../../../../client/webview/state/session.ts";
import type { ViewOptions } from "../../../../client/webview/state/viewOptions.ts";
import { diffTrees } from "../../../../server/core/tree/diffTrees.ts";
import type { CardId, Tree } from "../../../../server/core/tree/tree.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { retypedHead } from "../../../support/trees/retypedHead.ts";
import { claim, objection, question, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const { air, before, between, after, shops, treeWith } = retypedHead;
const uri = "file:///m.argmap";

/** The session after a whole tree has arrived. */
const receiveTree = (session: PageSession, tree: Tree): PageSession =>
  handleMessage(session, { type: "tree", uri, version: 1, tree }, () => undefined).session;

/** The session that shows a tree with some view options. */
function showing(tree: Tree, changeOptions: (options: ViewOptions) => ViewOptions): PageSession {
  const session = receiveTree(initialSession, tree);
  return { ...session, viewOptions: changeOptions(session.viewOptions) };
}

/** The session after some trees have arrived, each as a change of the one before. */
const receiveChanges = (session: PageSession, ...trees: readonly Tree[]): PageSession =>
  trees.reduce((current, tree) => {
    if (current.tree === undefined || current.version === undefined) throw new Error("The session has a tree.");
    const { version } = current;
    const change = diffTrees(current.tree, tree);
    if (change === undefined) return current;
    return handleMessage(current, { type: "change", from: version, to: version + 1, change }, () => undefined).session;
  }, session);

const folding =
  (...ids: readonly string[]) =>
  (options: ViewOptions): ViewOptions => ({
    ...options,
    exploration: { ...options.exploration, folded: new Set(ids.map(toCardId)) },
  });
const foldedIn = ({ viewOptions }: PageSession): readonly CardId[] => [...viewOptions.exploration.folded];

describe("a folded card that comes back", () => {
  test("is folded again, with or without a name, and even as the opposite kind", () => {
    expect(foldedIn(receiveChanges(showing(before, folding("air")), between, after))).toEqual(["air2"]);
    const converted = treeWith(air, shops, objection("People walk more.", { id: "walk2" }));
    expect(foldedIn(receiveChanges(showing(before, folding("walk")), treeWith(air, shops), converted))).toEqual([
      "walk2",
    ]);
  });

  test("is folded again if it comes back in the change that removes it", () => {
    expect(foldedIn(receiveChanges(showing(before, folding("air")), after))).toEqual(["air2"]);
  });

  test("is not mistaken for a card with the same text that was there all the time", () => {
    const one = reason("Same.", { id: "one" });
    const two = reason("Same.", { id: "two" });
    const session = receiveChanges(showing(treeWith(one, two), folding("one")), treeWith(two));
    expect(foldedIn(session)).not.toContain("two");
    expect(foldedIn(receiveChanges(session, treeWith(reason("Same.", { id: "three" }), two)))).toEqual(["three"]);
  });

  test("is folded again even if the server restarts meanwhile, and is still in the saved view", () => {
    const session = receiveChanges(showing(before, folding("air")), between);
    expect(saveView(session.viewOptions, between, undefined).folded).toEqual(["#air"]);
    const restarted = receiveTree(
      session,
      treeOf(claim("Stay.", { id: "1" }, objection("Fewer customers.", { id: "2" }))),
    );
    expect(foldedIn(restarted)).not.toContain("2");
    const back = treeOf(claim("Stay.", { id: "1" }, reason("Cleaner air.", { id: "9", name: "air" })));
    expect(foldedIn(receiveChanges(restarted, back))).toEqual(["9"]);
  });
});

test("focus, open texts, filter and selection come back with their card", () => {
  const treeWithQuestion = (id: string): Tree =>
    treeOf(question("Why?", { id, name: "why" }), claim("A.", { id: "a" }));
  const session = showing(treeWithQuestion("q"), (options) => ({
    ...options,
    selected: toCardId("q"),
    exploration: {
      ...options.exploration,
      focus: toCardId("q"),
      openTexts: new Set([toCardId("q")]),
      filter: { ...options.exploration.filter, questions: new Set([toCardId("q")]) },
    },
  }));
  const without = treeOf(claim("A.", { id: "a" }));
  const { viewOptions } = receiveChanges(session, without, treeWithQuestion("q2"));
  expect(viewOptions).toMatchObject({ selected: "q2", exploration: { focus: "q2", openTexts: new Set(["q2"]) } });
  expect(viewOptions.exploration.filter.questions).toEqual(new Set(["q2"]));
});

test("the view options stay the same objects if they do not change", () => {
  const session = showing(before, folding("air"));
  const typed = { ...before, cards: before.cards.map((card) => ({ ...card, text: `${card.text}!` })) };
  expect(receiveChanges(session, typed).viewOptions).toBe(session.viewOptions);
  expect(receiveChanges(session, treeWith(air, shops)).viewOptions.exploration.folded).toBe(
    session.viewOptions.exploration.folded,
  );
});
