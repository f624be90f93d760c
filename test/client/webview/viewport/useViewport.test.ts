import { describe, expect, test } from "vitest";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { toSectionId } from "../../../support/arbitraries/trees.ts";
import { usePage } from "../../../support/browser/usePage.ts";
import { questionTree, withText } from "../../../support/trees/questionTree.ts";
import { claim, premise, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const { boxOf, changeTo, open, page, preview } = usePage({ width: 1400, height: 700 });

interface Position {
  readonly x: number;
  readonly y: number;
}
/** Expects the same position, except for the pixel that the ring of a card adds. */
function expectSamePosition(one: Position, other: Position): void {
  expect(Math.abs(one.x - other.x)).toBeLessThan(1.5);
  expect(Math.abs(one.y - other.y)).toBeLessThan(1.5);
}
const markCursor = (id: string) => preview().send({ type: "cursor", card: id });
/** The tree with a text of more than one line, so that the cards below move. */
const changedTree = withText(
  questionTree,
  "fell",
  "This has grown by more than a line, as somebody has gone on to write about it at some length.",
);

test("keeps the marked card in view when the window gets smaller", async () => {
  await open(questionTree);
  await markCursor("badly");
  const before = await boxOf("badly");
  // The right edge of the window cuts the card in half.
  const width = Math.round(before.x + before.width / 2);
  await page().setViewportSize({ width, height: 700 });
  await expect
    .poll(async () => {
      const box = await boxOf("badly");
      return box.x >= 0 && box.x + box.width <= width;
    })
    .toBe(true);
});

test("does not return to the marked card when the window is resized after the user has panned away", async () => {
  await open(questionTree);
  await markCursor("q");
  expect((await boxOf("q")).x).toBeGreaterThan(0);
  const { mouse } = page();
  await mouse.move(520, 690);
  await mouse.down();
  await mouse.move(10, 690, { steps: 3 });
  await mouse.up();
  const before = await boxOf("measured");
  expect((await boxOf("q")).x).toBeLessThan(-260);
  await page().setViewportSize({ width: 1300, height: 650 });
  // The middle of the view stays the same.
  await expect.poll(() => boxOf("measured").then(({ x }) => Math.abs(x - (before.x - 50)))).toBeLessThan(1.5);
  expectSamePosition(await boxOf("measured"), { x: before.x - 50, y: before.y - 25 });
});

test("keeps the marked card in place while the map grows above it", async () => {
  await open(questionTree);
  await markCursor("shops");
  const before = await boxOf("shops");
  await changeTo(changedTree);
  expectSamePosition(await boxOf("shops"), before);
});

test("a map that is shown whole stays so when a card is added outside the window", async () => {
  const root = claim("It should stay.", { id: "root" });
  await open(treeOf(root), { width: 540, height: 420, motion: false });
  await markCursor("root");
  await changeTo(treeOf({ ...root, children: [reason("It is useful.", { id: "added" })] }));
  await markCursor("added");
  await expect
    .poll(async () => {
      const [first, last] = [await boxOf("root"), await boxOf("added")];
      return first.x >= 0 && last.x > first.x && last.x + last.width <= 540;
    })
    .toBe(true);
});

describe("the transition to the next picture", () => {
  /** Applies a change and returns the ids of the cards that are animated. */
  async function animatedCards(options: { readonly motion: boolean }): Promise<unknown> {
    await open(questionTree, options);
    await page().evaluate(() => {
      const animated: string[] = [];
      Object.assign(window, { animated });
      const { animate } = Element.prototype;
      Element.prototype.animate = function (...args) {
        animated.push(this.getAttribute("data-card") ?? "");
        return animate.apply(this, args);
      };
    });
    await changeTo(changedTree);
    return page().evaluate("window.animated.filter(Boolean)");
  }

  test("animates the cards that move", async () => {
    expect(await animatedCards({ motion: true })).toContain("fell");
  });

  test("animates nothing if the user prefers reduced motion", async () => {
    expect(await animatedCards({ motion: false })).toEqual([]);
  });

  test("animates frames and sections with their cards", async () => {
    const section = toSectionId("1");
    const treeWith = (text: string): Tree => ({
      ...treeOf(
        claim(
          "It should stay.",
          { id: "keep" },
          reason(text, { id: "first" }),
          reason(
            "Cleaner air.",
            { id: "air", section },
            premise("Nitrogen fell.", { id: "fell", section }),
            premise("It was measured.", { id: "measured", section }),
          ),
        ),
      ),
      sections: [{ id: section, title: "Air", level: 1, parent: undefined }],
    });
    const positions = (): Promise<readonly Position[]> =>
      page().evaluate(() =>
        ['[data-part^="frame "]', ".section-area path", ".section-area text", '[data-card="fell"] .box'].map(
          (selector) => {
            const { x, y } = document.querySelector(selector)?.getBoundingClientRect() ?? { x: NaN, y: NaN };
            return { x, y };
          },
        ),
      );
    await open(treeWith("Fewer cars."), { motion: true });
    await markCursor("first");
    const before = await positions();
    await page().evaluate(() => {
      const { animate } = Element.prototype;
      Element.prototype.animate = function (...args) {
        const animation = animate.apply(this, args);
        animation.pause();
        return animation;
      };
    });
    await changeTo(
      treeWith(
        "Fewer cars came into the town in each of the years that have gone by since the charge was first asked for.",
      ),
    );
    const atStart = await positions();
    await page().evaluate(() => {
      for (const animation of document.getAnimations()) animation.finish();
    });
    const atEnd = await positions();
    for (const [index, position] of atStart.entries()) {
      expectSamePosition(position, before[index] ?? { x: NaN, y: NaN });
      expect((atEnd[index]?.y ?? 0) - position.y).toBeGreaterThan(15);
    }
  });
});
