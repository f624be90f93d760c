import { expect, test } from "vitest";
import { cardOf, pictureOf } from "../../../support/trees/pictures.ts";
import { claim, treeOf, withContradiction } from "../../../support/trees/treeFixtures.ts";

test("contradictions bulge out before the cards, and their marks overlap neither cards nor each other", () => {
  const tree = treeOf(claim("A", { id: "a" }), claim("B", { id: "b" }), claim("C", { id: "c" }));
  const picture = pictureOf(
    withContradiction(withContradiction(withContradiction(tree, "a", "b"), "b", "c"), "a", "c"),
  );
  expect(picture.crossLinks).toHaveLength(3);
  for (const { x } of picture.crossLinks) expect(x + 10).toBeLessThan(cardOf(picture, "a").x);
  const distances = picture.crossLinks.flatMap((one, index) =>
    picture.crossLinks.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
  );
  for (const distance of distances) expect(distance).toBeGreaterThan(20);
});

test("two claims that contradict and restate each other have two lines with keys of their own", () => {
  const tree = withContradiction(treeOf(claim("A", { id: "a" }), claim("B", { id: "b" })), "a", "b");
  const restatements = tree.contradictions.map(({ a, b }) => ({ kind: "restatement", a, b }) as const);
  const keys = pictureOf({ ...tree, restatements }).crossLinks.map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
});
