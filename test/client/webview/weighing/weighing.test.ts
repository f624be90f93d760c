import { expect, test } from "vitest";
import { handleMessage, initialSession, type PageSession } from "../../../../client/webview/state/session.ts";
import {
  askServer,
  clearSuppositions,
  cycleSupposition,
  cycleWeighing,
  explainCard,
  shownExplanation,
  shownWeights,
  suppose,
} from "../../../../client/webview/weighing/weighing.ts";
import { diffTrees } from "../../../../server/core/tree/diffTrees.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import type { ToPage } from "../../../../server/protocol/preview.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { retypedHead } from "../../../support/trees/retypedHead.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const [keep, air] = [toCardId("keep"), toCardId("air")];
const treeWithText = (text: string): Tree => treeOf(claim("It stays.", { id: "keep" }, reason(text, { id: "air" })));
const tree = treeWithText("Cleaner air.");
const uri = "file:///m.argmap";

const receive = (session: PageSession, message: ToPage): PageSession =>
  handleMessage(session, message, () => undefined).session;
const showing = (shown: Tree, session = initialSession): PageSession =>
  receive(session, { type: "tree", uri, version: 1, tree: shown });

/** The session after a change to a later tree. */
function changedTo(session: PageSession, later: Tree): PageSession {
  const { tree: before, version = 0 } = session;
  const change = before && diffTrees(before, later);
  if (change === undefined) throw new Error("The trees do not differ.");
  return receive(session, { type: "change", from: version, to: version + 1, change });
}

/** An answer in which some cards fall. */
const weights = (requestId: number, ...falling: readonly string[]): ToPage => ({
  type: "weights",
  requestId,
  result: { revision: 7, weights: falling.map((card) => ({ card: toCardId(card), standing: "falls" })) },
});
const unchanged = (requestId: number): ToPage => ({
  type: "weights",
  requestId,
  result: { revision: 7, weights: null },
});
const falling = (session: PageSession): readonly string[] => [...shownWeights(session).keys()];

/** The session that weighs the tree and has received an answer. */
function weighed(): PageSession {
  return receive(askServer(cycleWeighing(showing(tree))).session, weights(1, "air"));
}

test("asks nothing while weighing is off", () => {
  expect(askServer(showing(tree)).outgoing).toEqual([]);
});

test("asks once for a tree, and shows the answer until weighing is off again", () => {
  const asked = askServer(cycleWeighing(showing(tree)));
  expect(asked.outgoing).toEqual([
    {
      type: "weigh",
      map: uri,
      requestId: 1,
      language: "en",
      suppositions: [],
      withLikelihoods: false,
      withLineWeights: false,
    },
  ]);
  const session = receive(asked.session, weights(1, "air"));
  expect(falling(session)).toEqual(["air"]);
  expect(askServer(session).outgoing).toEqual([]);
  const withLikelihoods = askServer(cycleWeighing(session));
  expect(withLikelihoods.outgoing).toMatchObject([{ withLikelihoods: true }]);
  expect(withLikelihoods.outgoing[0]).not.toHaveProperty("knownRevision");
  const withWeights = askServer(cycleWeighing(withLikelihoods.session));
  expect(withWeights.session.viewOptions.weighing).toBe("importance");
  const off = cycleWeighing(withWeights.session);
  expect(falling(off)).toEqual([]);
  expect(falling(receive(off, weights(2, "keep")))).toEqual([]);
});

test("while one types, asks one question at a time and keeps what is shown", () => {
  const typed = changedTo(weighed(), treeWithText("Cleaner air i"));
  const asked = askServer(typed);
  expect(asked.outgoing).toMatchObject([{ requestId: 2, knownRevision: 7 }]);
  const typedOn = changedTo(asked.session, treeWithText("Cleaner air in"));
  expect(askServer(typedOn).outgoing).toEqual([]);
  const answered = receive(typedOn, unchanged(2));
  expect(falling(answered)).toEqual(["air"]);
  expect(askServer(answered).outgoing).toMatchObject([{ requestId: 3 }]);
});

test("drops the answer to suppositions that have changed since", () => {
  const asked = askServer(suppose(weighed(), [[air, true]])).session;
  const answered = receive(suppose(asked, [[air, false]]), weights(2, "keep"));
  expect(falling(answered)).toEqual(["air"]);
  expect(askServer(answered).outgoing).toMatchObject([{ suppositions: [{ card: air, isTrue: false }] }]);
});

test("an answer that failed is not taken for one about the new suppositions", () => {
  const asked = askServer(suppose(weighed(), [[air, true]])).session;
  const failed = receive(asked, { type: "weights", requestId: 2, result: null });
  expect(askServer(failed).outgoing).toEqual([]);
  const [question] = askServer(changedTo(failed, treeWithText("Cleaner air in spring."))).outgoing;
  expect(question).toMatchObject({ type: "weigh" });
  expect(question).not.toHaveProperty("knownRevision");
});

test("asks for everything again after the server has restarted", () => {
  const [question] = askServer(showing(treeWithText("Cleaner air."), weighed())).outgoing;
  expect(question).toMatchObject({ type: "weigh" });
  expect(question).not.toHaveProperty("knownRevision");
});

test("supposes true, false and neither in turn, and turns weighing on", () => {
  let session = cycleSupposition(showing(tree), air);
  expect(session.viewOptions.weighing).toBe("standing");
  const supposed = [session.weighing.suppositions.get(air)];
  for (let press = 0; press < 2; press++) {
    session = cycleSupposition(session, air);
    supposed.push(session.weighing.suppositions.get(air));
  }
  expect(supposed).toEqual([true, false, undefined]);
});

test("adds suppositions up and ends all of them, also with weighing", () => {
  const two = suppose(suppose(showing(tree), [[air, false]]), [[keep, true]]);
  expect([...two.weighing.suppositions]).toEqual([
    [air, false],
    [keep, true],
  ]);
  expect(clearSuppositions(two).weighing.suppositions.size).toBe(0);
  expect(cycleWeighing(cycleWeighing(cycleWeighing(two))).weighing.suppositions.size).toBe(0);
});

test("a supposition outlives the head of its entry being retyped", () => {
  const { before, between, after } = retypedHead;
  const session = suppose(showing(before), [[air, false]]);
  const supposedIn = (later: PageSession): readonly (string | undefined)[] =>
    [...later.weighing.suppositions.keys()].map((card) => later.tree?.cards.find(({ id }) => id === card)?.text);
  const retyped = changedTo(session, between);
  expect(supposedIn(changedTo(retyped, after))).toEqual(supposedIn(session));
});

test("leaves suppositions behind with the map", () => {
  const other = receive(suppose(weighed(), [[air, true]]), { type: "tree", uri: "file:///o.argmap", version: 1, tree });
  expect(other.weighing.suppositions.size).toBe(0);
  expect(falling(other)).toEqual([]);
});

test("asks for an explanation only of a weighed card, and shows it with no other card", () => {
  expect(askServer(explainCard(weighed(), keep)).outgoing).toEqual([]);
  const asked = askServer(explainCard(weighed(), air));
  expect(asked.outgoing).toEqual([
    {
      type: "explainStanding",
      map: uri,
      requestId: 1,
      language: "en",
      card: air,
      suppositions: [],
      withLikelihoods: false,
    },
  ]);
  const explanation = { standing: "falls", sentence: ["It falls."], changes: [] } as const;
  const answered = receive(asked.session, {
    type: "standingExplanation",
    requestId: 1,
    explanation: { ...explanation, sentence: [...explanation.sentence], changes: [] },
  });
  expect(shownExplanation(answered, air)).toEqual(explanation);
  expect(shownExplanation(answered, keep)).toBeUndefined();
  expect(shownExplanation(suppose(answered, [[keep, true]]), air)).toBeUndefined();
});
