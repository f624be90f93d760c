import fc from "fast-check";
import { expect, test } from "vitest";
import type { Picture } from "../../../../server/core/picture/model.ts";
import { createPicture } from "../../../../server/core/picture/picture.ts";
import { cachedMeasure, tableMeasure } from "../../../../server/core/picture/text/measure.ts";
import { anyTree, toCardId } from "../../../support/arbitraries/trees.ts";
import { ardmore } from "../../../support/ardmoreTree.ts";
import { assumption, claim, objection, premise, reason, treeOf } from "../../../support/treeFixtures.ts";

const measure = cachedMeasure(tableMeasure);
const cardOf = ({ cards }: Picture, id: string) => cards.find((card) => card.id === id) ?? expect.unreachable();

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

test("rows stand below one another in the order of the tree, indented by their level, and end at the same place", () => {
  const { cards, bounds } = createPicture(ardmore, measure, { shape: "outline", width: 600 });
  expect(cards.map(({ id }) => id)).toEqual(ardmore.places.map(({ card }) => card));
  cards.forEach(({ x, y, width, level }, index) => {
    const before = cards[index - 1];
    if (before) expect(y).toBeGreaterThanOrEqual(before.y + before.height);
    expect(x).toBe((level - 1) * 22);
    expect(x + width).toBe(600 - 32);
  });
  expect(bounds.width).toBe(600);
});

test("a row has the sign and colour of its relation, on a line from the guide of the row above", () => {
  const shown = createPicture(steps, measure, { shape: "outline" });
  const signs = shown.cards.map(({ layout }) => `${layout.texts[0]?.text} ${layout.texts[0]?.colour}`);
  expect(signs).toEqual(["■ claim", "+ reason", "• reason", "− objection", "◦ reason", "− objection"]);
  const lineTo = (key: string) => shown.edges.find((line) => line.key === key);
  expect(lineTo("s")).toMatchObject({ colour: "reason", isDashed: false });
  expect(lineTo("u")).toMatchObject({ colour: "objection", isDashed: true });
  expect(lineTo("s guide")?.y2).toBe(lineTo("u")?.y1);
});

test("the premises of one step share a bracket, which what stands between them is indented past", () => {
  const shown = createPicture(steps, measure, { shape: "outline" });
  const [bracket, ...others] = shown.frames;
  expect(others).toEqual([]);
  const [p, q, o] = [cardOf(shown, "p"), cardOf(shown, "q"), cardOf(shown, "o")];
  expect(bracket).toMatchObject({ form: "bracket", step: "s", hue: "reason", x: p.x - 5, y: p.y + 3 });
  expect((bracket?.y ?? 0) + (bracket?.height ?? 0)).toBe(q.y + q.height - 3);
  expect(o.x).toBeGreaterThan(p.x);
});

test.each([190, 231, 271, 321])("in a panel of %i pixels rows are indented too, each from its guide", (width) => {
  const { cards, edges, frames, bounds } = createPicture(ardmore, measure, { shape: "outline", width });
  expect(bounds.width).toBe(width);
  const deepest = Math.max(...cards.map(({ level }) => level));
  expect(deepest).toBeGreaterThan(4);
  for (const { id, x, level, parent } of cards) {
    const above = cards.find((card) => card.id === parent);
    if (above === undefined || level > 4) continue;
    expect(x).toBeGreaterThanOrEqual(above.x + 9);
    const line = edges.find(({ key }) => key === id);
    const bracket = frames.find(({ step, y, height }) => step === parent && (line?.y2 ?? 0) < y + height);
    const end = cards.find((card) => card.id === id)?.layout.card.relation === "premise" ? bracket?.x : undefined;
    expect(line?.x1).toBeLessThan(end ?? x);
  }
});

test("nothing that stands at the end of a row lies on its text, from whichever side that runs", () => {
  const texts = ["يجب أن تبقى الرسوم لأن الهواء أصبح أنظف بكثير", "The charge must stay, as the air is much cleaner"];
  for (const text of texts) {
    const tree = treeOf(claim(text, { id: "c", quotes: [{ text: "a", source: "b", page: "1" }] }));
    const hidden = new Map([[toCardId("c"), 1]]);
    const { layout } = cardOf(createPicture(tree, measure, { shape: "outline", width: 271, hidden }), "c");
    const [, ...rows] = layout.texts;
    const ends = layout.controls.filter(({ x }) => x > 40);
    expect(ends.map(({ kind }) => kind).sort()).toEqual(["fold", "quotes"]);
    expect(rows.length).toBeGreaterThan(1);
    for (const { x, rtl, text: words, size, weight } of rows) {
      const right = rtl ? x : x + measure.width(words, size, weight);
      for (const end of ends) expect(right).toBeLessThanOrEqual(end.x);
    }
  }
});

test("what is folded away is counted at the end of its row", () => {
  const shown = createPicture(treeOf(claim("Claim", { id: "c" })), measure, {
    shape: "outline",
    hidden: new Map([[toCardId("c"), 12]]),
  });
  const face = cardOf(shown, "c").layout;
  expect(face.controls.map(({ kind }) => kind)).toEqual(["fold", "fold"]);
  expect(face.controls[1]?.x).toBeGreaterThan(face.width / 2);
  expect(face.accessibleLabel).toContain("12 folded below");
});

test("however deep and narrow, every row has room for its text, and no text leaves its row", () => {
  fc.assert(
    fc.property(anyTree, fc.integer({ min: 190, max: 900 }), (tree, width) => {
      const { cards, bounds } = createPicture(tree, measure, { shape: "outline", width });
      for (const { layout, x } of cards) {
        expect(layout.width).toBeGreaterThanOrEqual(120);
        for (const { text, x: from, size, weight, rtl } of layout.texts) {
          const long = measure.width(text, size, weight);
          expect(rtl ? from - long : from).toBeGreaterThanOrEqual(0);
          expect(rtl ? from : from + long).toBeLessThanOrEqual(layout.width);
        }
        expect(x + layout.width).toBeLessThanOrEqual(bounds.x + bounds.width);
      }
    }),
  );
});

test("a step with no text of its own has its sign once, in the margin", () => {
  const shown = createPicture(treeOf(claim("Claim", {}, objection("", { id: "o" }))), measure, { shape: "outline" });
  expect(cardOf(shown, "o").layout.texts.map(({ text }) => text)).toEqual(["−", "objection"]);
});
