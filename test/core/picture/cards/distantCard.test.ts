/** Cards from afar: which words they show, and how large. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  distantLayout,
  distantTextSize,
  MIN_TEXT_ZOOM,
  NEAR_ZOOM,
} from "../../../../server/core/picture/cards/distantCard.ts";
import type { CardLayout, PlacedText } from "../../../../server/core/picture/model.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { anyTree } from "../../../support/arbitraries/trees.ts";
import { layoutOf, measure, pictureOf } from "../../../support/trees/pictures.ts";
import { claim, objection, reason, reference, treeOf } from "../../../support/trees/treeFixtures.ts";

const longText = "The charge should stay, because the air got cleaner and nobody moved away from the old town.";

const distant = (layout: CardLayout, size: number): readonly PlacedText[] => distantLayout(layout, size, measure).texts;
const lines = (tree: Tree, id: string, size: number): readonly string[] =>
  distant(layoutOf(tree, id), size).map(({ text }) => text);

describe("the size of letters", () => {
  test("is that of the layout where this can be read", () => {
    expect(distantTextSize(1)).toBeUndefined();
    expect(distantTextSize(NEAR_ZOOM)).toBeUndefined();
  });

  test("is between 7.5 and 9 pixels of the window at any zoom below", () => {
    fc.assert(
      fc.property(fc.double({ min: MIN_TEXT_ZOOM, max: NEAR_ZOOM - 0.001, noNaN: true }), (zoom) => {
        const size = (distantTextSize(zoom) ?? 0) * zoom;
        expect(size).toBeGreaterThan(7.49);
        expect(size).toBeLessThan(9.01);
      }),
    );
  });

  test("changes a few times between the nearest and the farthest zoom", () => {
    const zooms = Array.from({ length: 400 }, (_, n) => MIN_TEXT_ZOOM + (n * (NEAR_ZOOM - MIN_TEXT_ZOOM)) / 400);
    expect(new Set(zooms.map(distantTextSize)).size).toBeLessThan(10);
  });

  test("is not given where a card has room for hardly a word", () => {
    expect(distantTextSize(0.1)).toBeUndefined();
  });
});

describe("a card from afar", () => {
  test("shows the beginning of its text, and an ellipsis for the rest", () => {
    const tree = treeOf(claim(longText, { id: "c" }));
    const shown = lines(tree, "c", 28).join(" ");
    expect(shown).toMatch(/^The charge should .*…$/);
    expect(longText.startsWith(shown.slice(0, -1))).toBe(true);
  });

  test("shows its whole text where this has room", () => {
    expect(lines(treeOf(claim("It should stay.", { id: "c" })), "c", 20)).toEqual(["It should stay."]);
  });

  test("shows its title instead of its text", () => {
    expect(lines(treeOf(claim(longText, { id: "c", title: "The charge" })), "c", 20)).toEqual(["The charge"]);
  });

  test("keeps the sign of its kind, so that no one needs the color", () => {
    const tree = treeOf(
      claim("It should.", { id: "c" }, reason("Clean air.", { id: "r" }), objection("Shops lose.", { id: "o" })),
    );
    expect(lines(tree, "r", 24)).toEqual(["+", "Clean air."]);
    expect(lines(tree, "o", 24)).toEqual(["−", "Shops lose."]);
    expect(distant(layoutOf(tree, "o"), 24)[0]?.color).toBe("objection");
  });

  test("shows the text of the card that a reference refers to, in gray", () => {
    const tree = treeOf(
      claim("It should.", { id: "c", name: "stay" }),
      claim("So.", { id: "d" }, reference("c", "premise", { id: "again" })),
    );
    const [sign, words] = distant(layoutOf(tree, "again"), 20);
    expect(sign?.text).toContain("↗");
    expect(words).toMatchObject({ text: "It should.", color: "muted" });
  });

  test("has neither footer nor quotes, and keeps its box and its fold handle", () => {
    const quote = { text: "a", source: undefined, page: undefined };
    const tree = treeOf(claim(longText, { id: "c", speakers: ["Roy"], tags: ["air"], quotes: [quote] }, reason("R")));
    const near = layoutOf(tree, "c");
    const far = distantLayout(near, 24, measure);
    expect(far).toMatchObject({ width: near.width, height: near.height, footerMarks: [], quotes: undefined });
    expect(far.controls.map(({ kind }) => kind)).toEqual(["fold"]);
    expect(far.texts.some(({ text }) => text.includes("Roy"))).toBe(false);
  });

  test("without words shows its label, or only its sign", () => {
    const tree = treeOf(claim("It should.", {}, reason("", { id: "r", form: "pill" })));
    expect(lines(tree, "r", 12)).toEqual(["+ reason"]);
    expect(lines(tree, "r", 40)).toEqual(["+"]);
  });
});

test("all words stay within the card, at any size", () => {
  fc.assert(
    fc.property(anyTree, fc.integer({ min: 14, max: 60 }), (tree, size) => {
      for (const { layout } of pictureOf(tree).cards)
        for (const { text, x, y, size: letters, weight, rtl } of distant(layout, size)) {
          const width = measure.width(text, letters, weight);
          expect(rtl ? x : x + width).toBeLessThanOrEqual(layout.width + 1);
          expect(rtl ? x - width : x).toBeGreaterThanOrEqual(-1);
          expect(y).toBeLessThanOrEqual(layout.height);
          expect(y - letters * 0.72).toBeGreaterThanOrEqual(0);
        }
    }),
  );
});
