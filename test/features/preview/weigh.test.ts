import { expect, test } from "vitest";
import type { CardId } from "../../../server/core/tree/tree.ts";
import { explainCard, weigh } from "../../../server/features/preview/weigh.ts";
import { Trees } from "../../../server/workspace/trees.ts";
import { dedent } from "../../support/maps/dedent.ts";
import { workspaceWith } from "../../support/workspaces/memoryFileSystem.ts";

const uri = "file:///map.argmap";
const charge = `
  claim keep: The charge should stay.
    reason air: The air got cleaner.
      strength: strong
      premise less: There is less nitrogen dioxide.
        likelihood: 50%
    objection trade: The shops lost customers.
      objection all: So did all shops.
`;

/** A watched map, with its cards by name. */
function watched(text: string) {
  const workspace = workspaceWith(dedent(text), uri);
  const trees = new Trees(workspace);
  const { tree } = trees.watch(uri) ?? expect.unreachable();
  const cards = new Map(tree.cards.map(({ id, name }) => [name, id]));
  const card = (name: string): CardId => cards.get(name) ?? expect.unreachable();
  const nameOf = (id: CardId): string | undefined => tree.cards.find((one) => one.id === id)?.name;
  return { workspace, trees, card, nameOf };
}

test("gives the standing of each card, and what a supposition changes", async () => {
  const { workspace, trees, card, nameOf } = watched(charge);
  const suppositions = [{ card: card("less"), isTrue: false }];
  const result = await weigh(workspace, trees, uri, { suppositions, withLikelihoods: false });
  const rows = result?.weights?.map(({ card: id, standing, standingBefore }) => [nameOf(id), standing, standingBefore]);
  expect(rows).toEqual([
    ["keep", "falls", "stands"],
    ["less", "falls", "stands"],
    ["air", "falls", "stands"],
    ["trade", "falls", undefined],
    ["all", "stands", undefined],
  ]);
});

test("gives likelihoods in words too, if they are wanted", async () => {
  const { workspace, trees, card } = watched(charge);
  const result = await weigh(workspace, trees, uri, { suppositions: [], withLikelihoods: true });
  expect(result?.weights?.find((one) => one.card === card("keep"))?.likelihood).toEqual({
    stands: 0.4,
    open: 0,
    error: 0,
    label: "unlikely (40%)",
  });
});

test("gives the percentage without suppositions where they change it", async () => {
  const { workspace, trees, card } = watched(charge);
  const suppositions = [{ card: card("less"), isTrue: true }];
  const result = await weigh(workspace, trees, uri, { suppositions, withLikelihoods: true });
  const likelihood = (name: string) => result?.weights?.find((one) => one.card === card(name))?.likelihood;
  expect(likelihood("keep")).toMatchObject({ label: "likely (80%)", percentageBefore: "40%" });
  expect(likelihood("all")?.percentageBefore).toBeUndefined();
});

test("tells objections that succeed from outweighed ones", async () => {
  const { workspace, trees, card } = watched(`
    claim keep: The charge should stay.
      reason air: The air got cleaner.
        strength: strong
      objection cost: It costs a little.
        strength: weak
    claim open: The road should open.
      objection noise: It would be loud.
  `);
  const result = await weigh(workspace, trees, uri, { suppositions: [], withLikelihoods: false });
  const effect = (name: string) => result?.weights?.find((one) => one.card === card(name))?.effect;
  expect([effect("cost"), effect("noise"), effect("air")]).toEqual(["outweighed", "succeeds", undefined]);
});

test("sends nothing again while only texts change", async () => {
  const { workspace, trees } = watched(charge);
  const params = { suppositions: [], withLikelihoods: false };
  const first = await weigh(workspace, trees, uri, params);
  const known = { ...params, ...(first && { knownRevision: first.revision }) };
  const typeText = (from: string, to: string) => workspace.open(uri, dedent(charge).replace(from, to), 2);
  typeText("cleaner", "much cleaner");
  expect(await weigh(workspace, trees, uri, known)).toEqual({ revision: first?.revision, weights: null });
  typeText("less: There", "less2: There");
  expect((await weigh(workspace, trees, uri, known))?.weights).toHaveLength(5);
});

test("explains a standing with links to cards, and says what would change it", () => {
  const { workspace, trees, card } = watched(charge);
  expect(explainCard(workspace, trees, uri, card("keep"), [])).toEqual({
    standing: "stands",
    sentence: [
      "It stands",
      " because ",
      "the reason ",
      { card: card("air"), label: "“The air got cleaner.”" },
      " stands",
      " and ",
      "the objection ",
      { card: card("trade"), label: "“The shops lost customers.”" },
      " falls",
      ".",
    ],
    changes: [
      [{ card: card("less"), label: "“There is less nitrogen dioxide.”", isTrue: false }],
      [{ card: card("trade"), label: "“The shops lost customers.”", isTrue: true }],
      [{ card: card("all"), label: "“So did all shops.”", isTrue: false }],
    ],
  });
});

test("has nothing to say about questions, and about maps that are not loaded", async () => {
  const { workspace, trees, card } = watched("question why: Why?\n");
  expect(explainCard(workspace, trees, uri, card("why"), [])).toBeUndefined();
  const params = { suppositions: [], withLikelihoods: false };
  expect(await weigh(workspace, trees, "file:///other.argmap", params)).toBeUndefined();
});
