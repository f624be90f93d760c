import fc from "fast-check";
import { expect, test } from "vitest";
import { CardLayoutCache } from "../../../../server/core/picture/cards/cardLayoutCache.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { anyTree, toCardId } from "../../../support/arbitraries/trees.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";
import { cardOf, edgeTo, measure, pictureOf, textsOf } from "../../../support/trees/pictures.ts";
import {
  assumption,
  claim,
  objection,
  premise,
  reason,
  treeOf,
  withContradiction,
} from "../../../support/trees/treeFixtures.ts";

const steps = treeOf(
  claim(
    "Claim",
    { id: "c" },
    reason(
      "Step",
      { id: "s" },
      premise("One", { id: "p" }, objection("No", { id: "o" })),
      assumption("Two", { id: "q" }),
      objection("Leap", { id: "u" }),
    ),
  ),
);

test("rows are in preorder, indented by their level, and end at the same position", () => {
  const { cards, bounds } = pictureOf(ardmore, { shape: "outline", width: 600 });
  expect(cards.map(({ id }) => id)).toEqual(ardmore.positions.map(({ card }) => card));
  cards.forEach(({ x, y, width, level }, index) => {
    const before = cards[index - 1];
    if (before) expect(y).toBeGreaterThanOrEqual(before.y + before.height);
    expect(x).toBe((level - 1) * 22);
    expect(x + width).toBe(600 - 32);
  });
  expect(bounds.width).toBe(600);
});

test("a row has the sign and hue of its card, and an edge from the guide of its parent", () => {
  const picture = pictureOf(steps, { shape: "outline" });
  const signs = picture.cards.map(({ layout }) => `${layout.texts[0]?.text} ${layout.texts[0]?.color}`);
  expect(signs).toEqual(["● claim", "+ reason", "• reason", "− objection", "◦ reason", "− objection"]);
  expect(edgeTo(picture, "s")).toMatchObject({ color: "reason", isDashed: false });
  expect(edgeTo(picture, "u")).toMatchObject({ color: "objection", isDashed: true });
  expect(edgeTo(picture, "s guide")?.y2).toBe(edgeTo(picture, "q")?.y1);
});

test("an undercut has an edge from the link of its step, before the row of the step", () => {
  const picture = pictureOf(steps, { shape: "outline" });
  const [s, link] = [cardOf(picture, "s"), edgeTo(picture, "s")];
  const edge = edgeTo(picture, "u") ?? expect.unreachable();
  expect(edge.x1).toBeLessThan(s.x);
  expect(edge.x1).toBeGreaterThan(link?.x1 ?? 0);
  expect(edge.y1).toBe(link?.y2);
});

test("linked premises share a bracket, and rows between them are indented further", () => {
  const picture = pictureOf(steps, { shape: "outline" });
  const [bracket, ...others] = picture.frames;
  expect(others).toEqual([]);
  const [p, q, o] = [cardOf(picture, "p"), cardOf(picture, "q"), cardOf(picture, "o")];
  expect(bracket).toMatchObject({ form: "bracket", step: "s", hue: "reason", x: p.x - 5, y: p.y + 3 });
  expect((bracket?.y ?? 0) + (bracket?.height ?? 0)).toBe(q.y + q.height - 3);
  expect(o.x).toBeGreaterThan(p.x);
});

test.each([190, 231, 271, 321])("rows are indented from their guides at a width of %i pixels", (width) => {
  const picture = pictureOf(ardmore, { shape: "outline", width });
  const { cards, frames, bounds } = picture;
  expect(bounds.width).toBe(width);
  const deepest = Math.max(...cards.map(({ level }) => level));
  expect(deepest).toBeGreaterThan(4);
  for (const { id, x, level, parent, layout } of cards) {
    const parentRow = cards.find((card) => card.id === parent);
    if (parentRow === undefined || level > 4) continue;
    expect(x).toBeGreaterThanOrEqual(parentRow.x + 9);
    const edge = edgeTo(picture, id);
    const bracket = frames.find(({ step, y, height }) => step === parent && (edge?.y2 ?? 0) < y + height);
    const end = layout.card.relation === "premise" ? bracket?.x : undefined;
    expect(edge?.x1).toBeLessThan(end ?? x);
  }
});

test("the badges at the end of a row do not overlap its text in either direction", () => {
  const texts = ["يجب أن تبقى الرسوم لأن الهواء أصبح أنظف بكثير", "The charge must stay, as the air is much cleaner"];
  for (const text of texts) {
    const tree = treeOf(claim(text, { id: "c", quotes: [{ text: "a", source: "b", page: "1" }] }));
    const hidden = new Map([[toCardId("c"), 1]]);
    const { layout } = cardOf(pictureOf(tree, { shape: "outline", width: 271, hidden }), "c");
    const [, ...lines] = layout.texts;
    const badges = layout.controls.filter(({ x }) => x > 40);
    expect(badges.map(({ kind }) => kind).sort()).toEqual(["fold", "quotes"]);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      const right = line.rtl ? line.x : line.x + measure.width(line.text, line.size, line.weight);
      for (const badge of badges) expect(right).toBeLessThanOrEqual(badge.x);
    }
  }
});

test("a folded row has a badge with the number of folded cards at its end", () => {
  const picture = pictureOf(treeOf(claim("Claim", { id: "c" })), {
    shape: "outline",
    hidden: new Map([[toCardId("c"), 12]]),
  });
  const { controls, width, accessibleLabel } = cardOf(picture, "c").layout;
  expect(controls.map(({ kind }) => kind)).toEqual(["fold", "fold"]);
  expect(controls[1]?.x).toBeGreaterThan(width / 2);
  expect(accessibleLabel).toContain("12 cards folded");
});

test("in any outline, each row has room for its text, and no text exceeds its row", () => {
  fc.assert(
    fc.property(anyTree, fc.integer({ min: 190, max: 900 }), (tree, width) => {
      const { cards, bounds } = pictureOf(tree, { shape: "outline", width });
      for (const { layout, x } of cards) {
        expect(layout.width).toBeGreaterThanOrEqual(120);
        for (const { text, x: from, size, weight, rtl } of layout.texts) {
          const textWidth = measure.width(text, size, weight);
          expect(rtl ? from - textWidth : from).toBeGreaterThanOrEqual(0);
          expect(rtl ? from : from + textWidth).toBeLessThanOrEqual(layout.width);
        }
        expect(x + layout.width).toBeLessThanOrEqual(bounds.x + bounds.width);
      }
    }),
  );
});

test("a step without text has its sign only in the margin", () => {
  const picture = pictureOf(treeOf(claim("Claim", {}, objection("", { id: "o" }))), { shape: "outline" });
  expect(textsOf(cardOf(picture, "o").layout)).toEqual(["−", "objection"]);
});

test("a row lists the claims that its claim contradicts, and follows their texts", () => {
  const before = withContradiction(treeOf(claim("Keep it.", { id: "a" }), claim("End it.", { id: "b" })), "a", "b");
  const cache = new CardLayoutCache();
  const rowTexts = (tree: Tree, id: string) => textsOf(cardOf(pictureOf(tree, { shape: "outline", cache }), id).layout);
  expect(rowTexts(before, "a")).toContain("≠ End it.");
  expect(rowTexts(before, "b")).toContain("≠ Keep it.");
  const cards = before.cards.map((card) => (card.id === "b" ? { ...card, text: "End it now." } : card));
  expect(rowTexts({ ...before, cards }, "a")).toContain("≠ End it now.");
});
