import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CardLayoutCache } from "../../../../server/core/picture/cards/cardLayoutCache.ts";
import { type Box, contains, intersects } from "../../../../server/core/picture/geometry/box.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { anyTree, card } from "../../../support/arbitraries/trees.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";
import { cardOf, edgeTo, measure, pictureOf } from "../../../support/trees/pictures.ts";
import {
  assumption,
  claim,
  objection,
  premise,
  question,
  reason,
  treeOf,
} from "../../../support/trees/treeFixtures.ts";

const middle = ({ y, height }: Box): number => y + height / 2;

describe("a tree that grows to the right", () => {
  const picture = pictureOf(
    treeOf(claim("Claim", { id: "c" }, reason("One", { id: "r" }), objection("Two", { id: "o" }))),
  );

  test("has the children in one column, in order, centered on their parent", () => {
    const [c, r, o] = [cardOf(picture, "c"), cardOf(picture, "r"), cardOf(picture, "o")];
    expect(r.x).toBe(o.x);
    expect(r.x).toBeGreaterThan(c.x + c.width);
    expect(r.y + r.height).toBeLessThan(o.y);
    expect(Math.abs(middle(c) - (middle(r) + middle(o)) / 2)).toBeLessThanOrEqual(1);
  });

  test("has solid edges for support and dashed edges for attack, in different colors", () => {
    expect(edgeTo(picture, "r")).toMatchObject({ color: "reason", isDashed: false });
    expect(edgeTo(picture, "o")).toMatchObject({ color: "objection", isDashed: true });
  });

  test("has edges from the right side of a card to the left side of its child", () => {
    const alone = pictureOf(treeOf(claim("Claim", { id: "c" }, reason("One", { id: "r" }))));
    const [c, r] = [cardOf(alone, "c"), cardOf(alone, "r")];
    expect(edgeTo(alone, "r")?.path).toBe(`M${c.x + 250} ${middle(r)}L${r.x} ${middle(r)}`);
  });
});

test("a tree that grows down has the children in a row below their parent", () => {
  const tree = treeOf(claim("Claim", { id: "c" }, reason("One", { id: "r" }), objection("Two", { id: "o" })));
  const picture = pictureOf(tree, { direction: "down" });
  const [c, r, o] = [cardOf(picture, "c"), cardOf(picture, "r"), cardOf(picture, "o")];
  expect(r.y).toBe(o.y);
  expect(r.y).toBeGreaterThan(c.y + c.height);
  expect(r.x + r.width).toBeLessThan(o.x);
});

describe("linked premises", () => {
  const picture = pictureOf(
    treeOf(
      claim(
        "Claim",
        { id: "c" },
        reason(
          "Step",
          { id: "s" },
          premise("One", { id: "p" }),
          assumption("Two", { id: "q" }, objection("Not so", { id: "o" })),
          objection("It does not follow", { id: "u" }),
          question("Really?", { id: "w" }),
        ),
      ),
    ),
  );
  const frame = picture.frames[0] ?? expect.unreachable();

  test("share a frame, above the other children of the step", () => {
    expect(picture.frames).toHaveLength(1);
    for (const id of ["p", "q"]) expect(contains(frame, cardOf(picture, id))).toBe(true);
    for (const id of ["s", "u", "o", "w"]) expect(intersects(cardOf(picture, id), frame)).toBe(false);
    expect(cardOf(picture, "u").y).toBeGreaterThan(frame.y);
    expect(cardOf(picture, "u").x).toBe(cardOf(picture, "p").x);
  });

  test("have one edge from the step to their frame", () => {
    expect(edgeTo(picture, "s premises")).toMatchObject({ color: "reason", isDashed: false });
    expect(edgeTo(picture, "p")).toBeUndefined();
    expect(edgeTo(picture, "q")).toBeUndefined();
  });

  test("are level with their own objections, which have edges from them", () => {
    const [q, o] = [cardOf(picture, "q"), cardOf(picture, "o")];
    expect(edgeTo(picture, "o")?.path).toMatch(new RegExp(`^M${q.x + q.width} `));
    expect(Math.abs(middle(q) - middle(o))).toBeLessThanOrEqual(1);
  });

  test("leave the edge of an undercut to the link of the step", () => {
    const [s, u] = [cardOf(picture, "s"), cardOf(picture, "u")];
    const edge = edgeTo(picture, "u") ?? expect.unreachable();
    expect(edge).toMatchObject({ color: "objection", isDashed: true, x2: u.x, y2: middle(u) });
    expect(edge.x1, "before the card of the step").toBeLessThan(s.x);
    expect(edge.y1, "level with its link").toBeCloseTo(middle(s), 0);
    expect(edge.path).toMatch(new RegExp(`^M${u.x} ${middle(u)}C.*L${edge.x1} `));
  });

  test("leave a critical question to the step, smaller and with a thin gray edge", () => {
    expect(cardOf(picture, "w").width).toBeLessThan(250);
    expect(edgeTo(picture, "w")).toMatchObject({ color: "line", isStrong: false });
  });

  test("have no frame if there is only one", () => {
    const one = pictureOf(treeOf(claim("Claim", reason("Step", { id: "s" }, premise("One", { id: "p" })))));
    expect(one.frames).toEqual([]);
    expect(edgeTo(one, "p")).toMatchObject({ color: "reason", isDashed: false });
  });
});

describe("in any tree", () => {
  test.each(["right", "down"] as const)("no two boxes overlap if it grows %s", (direction) => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const { cards, frames, bounds } = pictureOf(tree, { direction });
        expect(cards.map(({ id }) => id)).toEqual(tree.positions.map(({ card }) => card));
        cards.forEach((card, index) => {
          for (const other of cards.slice(index + 1)) expect(intersects(card, other)).toBe(false);
          for (const frame of frames) {
            const isFramed = card.parent === frame.step && card.layout.card.relation === "premise";
            expect(isFramed ? contains(frame, card) : !intersects(card, frame)).toBe(true);
          }
        });
        frames.forEach((frame, index) => {
          for (const other of frames.slice(index + 1)) expect(intersects(frame, other)).toBe(false);
        });
        for (const box of [...cards, ...frames]) expect(contains(bounds, box)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("all text is within its card", () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        for (const { layout } of pictureOf(tree).cards) {
          for (const { text, x, y, size, weight, rtl } of layout.texts) {
            const width = measure.width(text, size, weight);
            expect(rtl ? x - width : x).toBeGreaterThanOrEqual(0);
            expect(rtl ? x : x + width).toBeLessThanOrEqual(layout.width);
            expect(y).toBeLessThan(layout.height);
          }
        }
      }),
    );
  });
});

test("lays out a chain of 3,001 cards without overflowing the call stack", () => {
  const cards = Array.from({ length: 3001 }, (_, index) =>
    card(
      `n${index}`,
      index % 2 === 0 ? { kind: "claim", relation: "premise" } : { kind: "reason", relation: "support" },
    ),
  );
  const positions = cards.map(({ id }, index) => ({ card: id, parent: cards[index - 1]?.id }));
  expect(
    pictureOf({
      title: undefined,
      language: undefined,
      cards,
      positions,
      contradictions: [],
      restatements: [],
      sections: [],
    }).cards,
  ).toHaveLength(3001);
});

test("an unchanged card keeps its layout from one picture to the next", () => {
  const withChangedCard = (changedId: string): Tree => ({
    ...ardmore,
    cards: ardmore.cards.map((card) => (card.id === changedId ? { ...card, text: `${card.text} More.` } : card)),
  });
  const newLayouts = (tree: Tree): string[] => {
    const cache = new CardLayoutCache();
    const before = new Set(pictureOf(ardmore, { cache }).cards.map(({ layout }) => layout));
    return pictureOf(tree, { cache }).cards.flatMap(({ id, layout }) => (before.has(layout) ? [] : [id]));
  };
  expect(newLayouts(withChangedCard("mild"))).toEqual(["mild"]);
  // A reference shows the text of the card that it refers to.
  const reference = ardmore.cards.find(({ form }) => form === "reference");
  expect(newLayouts(withChangedCard("night-bus"))).toEqual(["night-bus", reference?.id]);
});

test("equal trees have equal pictures", () => {
  expect(pictureOf(ardmore)).toEqual(pictureOf(structuredClone(ardmore)));
});
