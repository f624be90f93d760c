import { expect, test } from "vitest";
import { createPicture } from "../../../../server/core/picture/picture.ts";
import { dimmedParts } from "../../../../server/core/picture/render/dimmedParts.ts";
import { tableMeasure } from "../../../../server/core/picture/typesetting/measure.ts";
import { claim, objection, premise, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const tree = treeOf(
  claim(
    "Stays.",
    { id: "keep" },
    reason("Cleaner.", { id: "air" }, premise("It fell.", { id: "fell" }), premise("It counts.", { id: "counts" })),
    objection("Costs.", { id: "costs" }),
  ),
);
const picture = createPicture(tree, tableMeasure);

test("the lines that lead to dimmed cards are dimmed with them", () => {
  const { edges, frames } = dimmedParts(picture, new Set(["costs"]));
  expect([...edges]).toEqual(["costs"]);
  expect([...frames]).toEqual([]);
});

test("a frame and its line are dimmed once all premises in it are", () => {
  expect([...dimmedParts(picture, new Set(["fell"])).frames]).toEqual([]);
  const { edges, frames } = dimmedParts(picture, new Set(["fell", "counts"]));
  expect([...frames]).toEqual(["air"]);
  const keys = picture.edges.map(({ key }) => key);
  expect([...edges].filter((key) => keys.includes(key))).toHaveLength(1);
});

test("nothing is dimmed if no card is", () => {
  const { edges, frames, crossLinks } = dimmedParts(picture, new Set());
  expect(edges.size + frames.size + crossLinks.size).toBe(0);
});
