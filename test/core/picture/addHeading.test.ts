import { expect, test } from "vitest";
import { addHeading } from "../../../server/core/picture/addHeading.ts";
import { createPicture } from "../../../server/core/picture/picture.ts";
import { tableMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { claim, treeOf } from "../../support/trees/treeFixtures.ts";

const small: Tree = { ...treeOf(claim("Stays.")), title: "A map" };
const metadata = { author: "Mara Lind", date: "2024", sources: ["Report", "Letter"] };

const withHeading = (tree: Tree) => {
  const picture = createPicture(tree, tableMeasure);
  return { picture, headed: addHeading(picture, tree, tableMeasure) };
};

test("adds the title and a line with author, date and sources above the cards", () => {
  const { picture, headed } = withHeading({ ...small, metadata });
  expect(headed.heading?.map(({ text }) => text)).toEqual(["A map", "Mara Lind · 2024 · Sources: Report; Letter"]);
  expect(headed.cards).toBe(picture.cards);
  const top = Math.min(...picture.cards.map(({ y }) => y));
  for (const { y } of headed.heading ?? []) {
    expect(y).toBeLessThan(top);
    expect(y).toBeGreaterThan(headed.bounds.y);
  }
});

test("cuts off what is wider than the picture, and says it in full in the tooltip", () => {
  const sources = Array.from({ length: 20 }, (_, index) => `Report ${index}`);
  const { headed } = withHeading({ ...small, metadata: { ...metadata, sources } });
  const [, details] = headed.heading ?? [];
  expect(details?.text).toMatch(/…$/);
  expect(details?.title).toContain("Report 19");
  expect(tableMeasure.width(details?.text ?? "", 11, 400)).toBeLessThan(headed.bounds.width);
});

test("uses the words of the map’s language", () => {
  const { headed } = withHeading({ ...small, language: "de", metadata });
  expect(headed.heading?.at(-1)?.text).toContain("Quellen: Report");
});

test("adds nothing to a map that says nothing about itself", () => {
  const { picture, headed } = withHeading({ ...small, title: undefined });
  expect(headed).toBe(picture);
});
