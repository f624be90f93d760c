import { expect, test } from "vitest";
import type { PictureOptions } from "../../../../server/core/picture/picture.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { layoutOf } from "../../../support/trees/pictures.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const longText = Array.from({ length: 60 }, (_, index) => `word${index}`).join(" ");
const tree = treeOf(
  claim(longText, { id: "c", quotes: [{ text: "a", source: undefined, page: undefined }] }, reason("B", { id: "r" })),
);
const kindsOf = (id: string, options: PictureOptions = {}) =>
  layoutOf(tree, id, options).controls.map(({ kind }) => kind);

test("a card has controls for its quotes, its long text and its children", () => {
  expect(kindsOf("c")).toEqual(["quotes", "more", "fold"]);
  expect(kindsOf("r")).toEqual([]);
});

test("a long text folds after four lines and shows the number of hidden lines", () => {
  const { moreLines, texts, height } = layoutOf(tree, "c");
  expect(texts).toHaveLength(5);
  expect(moreLines?.label).toMatch(/^… \d+ more lines$/);
  const openTexts = new Set([toCardId("c")]);
  const expanded = layoutOf(tree, "c", { openTexts, canFoldTexts: true });
  expect(expanded.texts.map(({ text }) => text).join(" ")).toContain("word59");
  expect([expanded.moreLines?.label, expanded.height > height]).toEqual(["Show less", true]);
  const inFile = layoutOf(tree, "c", { openTexts });
  expect(inFile.moreLines, "a file has no controls").toBeUndefined();
  expect(inFile.height, "nor an empty line in their place").toBeLessThan(expanded.height);
});

test("a text of five lines does not fold, as the control would take the place of the fifth line", () => {
  const { moreLines, texts } = layoutOf(treeOf(claim("one\n\ntwo\n\nthree\n\nfour\n\nfive", { id: "c" })), "c");
  expect([moreLines, texts.length]).toEqual([undefined, 6]);
});

test("a folded card has a badge with the number of folded cards on the side of its children", () => {
  const folded = treeOf(claim("A", { id: "c" }));
  const options = { hidden: new Map([[toCardId("c"), 12]]) };
  const right = layoutOf(folded, "c", options).controls[0] ?? expect.unreachable();
  expect(right.x).toBeGreaterThan(240);
  const down = layoutOf(folded, "c", { ...options, direction: "down" }).controls[0] ?? expect.unreachable();
  expect([down.x + down.width / 2, down.y > 30]).toEqual([125, true]);
});

test("the tooltip of the quotes badge does not put quotation marks around words that have their own", () => {
  const quotes = [
    { text: "“It fell,” he said. “By a fifth.”", source: undefined, page: undefined },
    { text: "it fell", source: "Report", page: "3" },
    { text: "it rose", source: "Report", page: undefined, section: "The air" },
  ];
  expect(layoutOf(treeOf(claim("A", { id: "c", quotes })), "c").quotes?.tooltip).toBe(
    "“It fell,” he said. “By a fifth.”\n“it fell” — Report, p. 3\n“it rose” — Report, “The air”",
  );
});
