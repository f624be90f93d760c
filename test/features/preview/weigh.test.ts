import { expect, test } from "vitest";
import { explainCard } from "../../../server/features/preview/explainStanding.ts";
import { weigh } from "../../../server/features/preview/weigh.ts";
import { dedent } from "../../support/maps/dedent.ts";
import { weighedCharge } from "../../support/maps/weighedCharge.ts";
import { watchedMap } from "../../support/workspaces/watchedMap.ts";

test("gives the standing of each card, and what a supposition changes", async () => {
  const { uri, workspace, trees, tree, card } = watchedMap(weighedCharge);
  const nameOf = new Map(tree.cards.map(({ id, name }) => [id, name]));
  const suppositions = [{ card: card("less"), isTrue: false }];
  const result = await weigh(workspace, trees, uri, { suppositions, withLikelihoods: false });
  const rows = result?.weights?.map(({ card: id, standing, standingBefore }) => [
    nameOf.get(id),
    standing,
    standingBefore,
  ]);
  expect(rows).toEqual([
    ["keep", "falls", "stands"],
    ["less", "falls", "stands"],
    ["air", "falls", "stands"],
    ["trade", "falls", undefined],
    ["all", "stands", undefined],
  ]);
});

test("gives likelihoods in words too, if they are wanted", async () => {
  const { uri, workspace, trees, card } = watchedMap(weighedCharge);
  const result = await weigh(workspace, trees, uri, { suppositions: [], withLikelihoods: true });
  expect(result?.weights?.find((one) => one.card === card("keep"))?.likelihood).toEqual({
    stands: 0.4,
    open: 0,
    error: 0,
    label: "unlikely (40%)",
    badge: "≈ unlikely 40%",
  });
});

test("gives the percentage without suppositions where they change it", async () => {
  const { uri, workspace, trees, card } = watchedMap(weighedCharge);
  const suppositions = [{ card: card("less"), isTrue: true }];
  const result = await weigh(workspace, trees, uri, { suppositions, withLikelihoods: true });
  const likelihood = (name: string) => result?.weights?.find((one) => one.card === card(name))?.likelihood;
  expect(likelihood("keep")).toMatchObject({ label: "likely (80%)", percentageBefore: "40%" });
  expect(likelihood("all")?.percentageBefore).toBeUndefined();
});

test("tells objections that succeed from outweighed ones", async () => {
  const { uri, workspace, trees, card } = watchedMap(`
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
  const { uri, workspace, trees } = watchedMap(weighedCharge);
  const params = { suppositions: [], withLikelihoods: false };
  const first = await weigh(workspace, trees, uri, params);
  const known = { ...params, ...(first && { knownRevision: first.revision }) };
  const typeText = (from: string, to: string) => workspace.open(uri, dedent(weighedCharge).replace(from, to), 2);
  typeText("cleaner", "much cleaner");
  expect(await weigh(workspace, trees, uri, known)).toEqual({ revision: first?.revision, weights: null });
  typeText("less: There", "less2: There");
  expect((await weigh(workspace, trees, uri, known))?.weights).toHaveLength(5);
});

test("explains a standing with links to cards, and says what would change it", async () => {
  const { uri, workspace, trees, card } = watchedMap(weighedCharge);
  expect(await explainCard(workspace, trees, uri, { card: card("keep"), suppositions: [] })).toEqual({
    standing: "stands",
    sentence: [
      "It stands because the reason ",
      { card: card("air"), label: "“The air got cleaner.”" },
      " stands and the objection ",
      { card: card("trade"), label: "“The shops lost customers.”" },
      " falls.",
    ],
    withoutIt: [],
    changes: [
      [{ card: card("less"), label: "“There is less nitrogen dioxide.”", isTrue: false }],
      [{ card: card("trade"), label: "“The shops lost customers.”", isTrue: true }],
      [{ card: card("all"), label: "“So did all shops.”", isTrue: false }],
    ],
  });
});

test("has nothing to say about questions, and about maps that are not loaded", async () => {
  const { uri, workspace, trees, card } = watchedMap("question why: Why?\n");
  expect(await explainCard(workspace, trees, uri, { card: card("why"), suppositions: [] })).toBeUndefined();
  const params = { suppositions: [], withLikelihoods: false };
  expect(await weigh(workspace, trees, "file:///other.argmap", params)).toBeUndefined();
});

test("says what would become of the conclusions without an entry, and how much they depend on it", async () => {
  const { uri, workspace, trees, card } = watchedMap(`
    claim keep: The charge should stay.
      reason air: The air got cleaner.
        strength: strong
      reason noise: It is quieter.
        strength: weak
  `);
  const explain = (name: string, withLikelihoods: boolean) =>
    explainCard(workspace, trees, uri, { card: card(name), suppositions: [], withLikelihoods });
  const keep = { card: card("keep"), label: "“The charge should stay.”" };
  expect((await explain("air", false))?.withoutIt).toEqual([]);
  const explained = await explain("air", true);
  expect(explained?.likelihoodSentence).toEqual(["It is likely (80%): its strength is “strong” (80%)."]);
  expect(explained?.withoutIt).toEqual([
    ["Without it, ", keep, " would be unlikely (30%) instead of very likely (86%)."],
  ]);
  const weighed = await weigh(workspace, trees, uri, {
    suppositions: [],
    withLikelihoods: true,
    withLineWeights: true,
  });
  const lineWeight = (name: string) => weighed?.weights?.find((weight) => weight.card === card(name))?.lineWeight;
  expect(lineWeight("air")).toBeCloseTo(0.7);
  expect(lineWeight("noise")).toBeCloseTo(0.2);
  expect(lineWeight("keep")).toBe(0);
});
