import { expect, test } from "vitest";
import { pointOnCurve } from "../../../../server/core/picture/geometry/curve.ts";
import type { CrossLink, Picture } from "../../../../server/core/picture/model.ts";
import { cardOf, pictureOf } from "../../../support/trees/pictures.ts";
import { claim, objection, premise, reason, treeOf, withContradiction } from "../../../support/trees/treeFixtures.ts";

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

/** The cards that a line runs behind. */
function cardsBehind({ cards }: Picture, { curve }: CrossLink): readonly string[] {
  const points = Array.from({ length: 99 }, (_, index) => pointOnCurve(curve, (index + 1) / 100));
  return cards.flatMap(({ id, x, y, width, height }) =>
    points.some((point) => point.x > x + 4 && point.x < x + width - 4 && point.y > y + 4 && point.y < y + height - 4)
      ? [id]
      : [],
  );
}

test.each(["right", "down"] as const)(
  "a line to a deeper claim runs behind no card, even its own objection, growing %s",
  (direction) => {
    const tree = treeOf(
      claim(
        "The charge should go.",
        { id: "a" },
        reason("The shops lost customers.", {}, premise("In every single month.")),
        objection("The budget needs it."),
      ),
      claim("B", { id: "b" }, objection("Nobody could pay that.", {}, premise("The shops won.", { id: "c" }))),
    );
    const picture = pictureOf(withContradiction(tree, "a", "c"), { direction });
    const [line] = picture.crossLinks;
    expect(line && cardsBehind(picture, line)).toEqual([]);
  },
);

test("lines between claims at the same depth have lanes of their own", () => {
  const ids = ["a", "b", "c", "d"];
  let tree = treeOf(...ids.map((id) => claim(id, { id })));
  for (const one of ids) for (const other of ids) if (one < other) tree = withContradiction(tree, one, other);
  const { crossLinks } = pictureOf(tree);
  const middles = crossLinks.map(({ curve }) => pointOnCurve(curve, 0.5));
  const crowded = middles.filter((one, index) =>
    middles.slice(index + 1).some((other) => Math.hypot(one.x - other.x, one.y - other.y) < 6),
  );
  expect(crowded).toEqual([]);
});
