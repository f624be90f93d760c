import { expect, test } from "vitest";
import { drawCard } from "../../../../server/core/picture/render/drawCard.ts";
import { pictureOf } from "../../../support/trees/pictures.ts";
import {
  assumption,
  claim,
  objection,
  premise,
  question,
  reason,
  treeOf,
} from "../../../support/trees/treeFixtures.ts";

test("in an outline, the signs of steps stand in angular frames, those of statements do not", () => {
  const tree = treeOf(
    question("Why?", {}, claim("A claim")),
    claim("Another", {}, reason("A reason", {}, premise("One"), assumption("Two")), objection("An objection")),
  );
  const framed = pictureOf(tree, { shape: "outline" }).cards.map(({ layout }) => {
    const rectangles = drawCard(layout).filter(({ tag }) => tag === "rect");
    return [layout.card.kind, rectangles.length > 1];
  });
  expect(framed).toEqual([
    ["question", false],
    ["claim", false],
    ["claim", false],
    ["reason", true],
    ["premise", false],
    ["assumption", false],
    ["objection", true],
  ]);
});
