import { expect, test } from "vitest";
import {
  chooseLayout,
  firstLevels,
  layOut,
  type MapState,
  openMap,
  toggleFold,
} from "../../../client/element/mapState.ts";
import { MapFile } from "../../../server/core/language/map.ts";
import { CardLayoutCache } from "../../../server/core/picture/cards/cardLayoutCache.ts";
import { tableMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import { buildTree, plainTree } from "../../../server/core/tree/buildTree.ts";

const text = `
claim keep: It should stay.
  reason air: The air got cleaner.
    objection: The winter was mild.
  reason noise: It is quieter.
claim end: It should end.
  reason for end: It costs too much.
    premise noise2 restates keep: It should stay.
`;
const tree = plainTree(buildTree(new MapFile("https://maps.test/a.argmap", text), () => []));
const room = { width: 900, height: 600 };
const automatic = { shape: "automatic", direction: "automatic" } as const;

function shownTexts(state: MapState): readonly string[] {
  const layout = chooseLayout(state, tableMeasure, room, automatic);
  const { picture } = layOut(state, tableMeasure, layout, 600, new CardLayoutCache());
  return picture.cards.map(({ layout: { card } }) => card.text);
}

test("with one level, only roots are shown; a deeper branch counts what it hides", () => {
  const state = openMap(tree, 1);
  expect(shownTexts(state)).toEqual(["It should stay.", "It should end."]);
  const { hidden } = layOut(
    state,
    tableMeasure,
    chooseLayout(state, tableMeasure, room, automatic),
    600,
    new CardLayoutCache(),
  );
  expect([...hidden.values()].sort()).toEqual([2, 3]);
});

const treeOfText = (map: string) => plainTree(buildTree(new MapFile("https://maps.test/b.argmap", map), () => []));

test("all levels of a map are shown at first, or of a very large one as many as have at most 300 cards", () => {
  const claims = (count: number) => Array.from({ length: count }, (_, at) => `claim: Claim ${at}.\n`).join("");
  const deep = (count: number) =>
    `${claims(count)}  reason: One.\n    reason: Two.\n      reason: Three.\n        reason: Four.\n`;
  expect(firstLevels(treeOfText(deep(296)))).toBeUndefined();
  expect(firstLevels(treeOfText(deep(297)))).toBe(4);
  expect(firstLevels(treeOfText(deep(299)))).toBe(2);
  expect(firstLevels(treeOfText(deep(500)))).toBe(1);
  expect(firstLevels(treeOfText(""))).toBeUndefined();
});

test("folding a branch twice shows it again", () => {
  const open = openMap(tree, undefined);
  const [root] = tree.cards;
  if (root === undefined) throw new Error("The map has no cards.");
  const folded = toggleFold(open, root);
  expect(shownTexts(folded)).not.toContain("The air got cleaner.");
  expect(shownTexts(toggleFold(folded, root))).toEqual(shownTexts(open));
});

test("in a narrow room the map is an outline, unless the page asks for a tree", () => {
  const state = openMap(tree, undefined);
  const narrow = { width: 320, height: 600 };
  expect(chooseLayout(state, tableMeasure, narrow, automatic).shape).toBe("outline");
  expect(chooseLayout(state, tableMeasure, narrow, { shape: "tree", direction: "down" })).toMatchObject({
    shape: "tree",
    direction: "down",
  });
});
