import { expect, test } from "vitest";
import { cardOf, pictureOf } from "../../../support/trees/pictures.ts";
import { claim, treeOf, withContradiction } from "../../../support/trees/treeFixtures.ts";

test("contradictions bulge out before the cards, and their marks overlap neither cards nor each other", () => {
  const tree = treeOf(claim("A", { id: "a" }), claim("B", { id: "b" }), claim("C", { id: "c" }));
  const picture = pictureOf(
    withContradiction(withContradiction(withContradiction(tree, "a", "b"), "b", "c"), "a", "c"),
  );
  expect(picture.contradictions).toHaveLength(3);
  for (const { x } of picture.contradictions) expect(x + 10).toBeLessThan(cardOf(picture, "a").x);
  const distances = picture.contradictions.flatMap((one, index) =>
    picture.contradictions.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
  );
  for (const distance of distances) expect(distance).toBeGreaterThan(20);
});
