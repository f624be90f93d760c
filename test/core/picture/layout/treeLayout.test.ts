import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CardLayoutCache } from "../../../../server/core/picture/cards/cardLayoutCache.ts";
import type { Box, Direction } from "../../../../server/core/picture/geometry/box.ts";
import type { Picture } from "../../../../server/core/picture/model.ts";
import { createPicture } from "../../../../server/core/picture/picture.ts";
import { cachedMeasure, tableMeasure } from "../../../../server/core/picture/text/measure.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { anyTree } from "../../../support/arbitraries/trees.ts";
import { ardmore } from "../../../support/ardmoreTree.ts";
import {
  assumption,
  claim,
  objection,
  premise,
  question,
  reason,
  reference,
  treeOf,
  withContradiction,
} from "../../../support/treeFixtures.ts";

const measure = cachedMeasure(tableMeasure);
const draw = (tree: Tree, direction: Direction = "right"): Picture => createPicture(tree, measure, { direction });
const cardOf = ({ cards }: Picture, id: string) => {
  const found = cards.find((card) => card.id === id);
  if (found === undefined) throw new Error(`No card ${id} is drawn.`);
  return found;
};
const lineTo = ({ edges }: Picture, key: string) => edges.find((line) => line.key === key);
const middle = ({ y, height }: Box): number => y + height / 2;
const words = (shown: Picture, id: string): string[] => cardOf(shown, id).layout.texts.map(({ text }) => text);

describe("growing to the right", () => {
  const shown = draw(treeOf(claim("Claim", { id: "c" }, reason("One", { id: "r" }), objection("Two", { id: "o" }))));

  test("children stand in one column, in their order, about the middle of what they hang on", () => {
    const [c, r, o] = [cardOf(shown, "c"), cardOf(shown, "r"), cardOf(shown, "o")];
    expect(r.x).toBe(o.x);
    expect(r.x).toBeGreaterThan(c.x + c.width);
    expect(r.y + r.height).toBeLessThan(o.y);
    expect(Math.abs(middle(c) - (middle(r) + middle(o)) / 2)).toBeLessThanOrEqual(1);
  });

  test("support is solid, attack dashed, in colours of their own", () => {
    expect(lineTo(shown, "r")).toMatchObject({ colour: "reason", isDashed: false });
    expect(lineTo(shown, "o")).toMatchObject({ colour: "objection", isDashed: true });
  });

  test("a line goes from the right side of a card to the left side of the next", () => {
    const alone = draw(treeOf(claim("Claim", { id: "c" }, reason("One", { id: "r" }))));
    const [c, r] = [cardOf(alone, "c"), cardOf(alone, "r")];
    expect(lineTo(alone, "r")?.path).toBe(`M${c.x + 250} ${middle(r)}L${r.x} ${middle(r)}`);
  });
});

test("growing down, children stand in a row below", () => {
  const shown = draw(
    treeOf(claim("Claim", { id: "c" }, reason("One", { id: "r" }), objection("Two", { id: "o" }))),
    "down",
  );
  const [c, r, o] = [cardOf(shown, "c"), cardOf(shown, "r"), cardOf(shown, "o")];
  expect(r.y).toBe(o.y);
  expect(r.y).toBeGreaterThan(c.y + c.height);
  expect(r.x + r.width).toBeLessThan(o.x);
});

describe("linked premises", () => {
  const shown = draw(
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
  const frame = shown.frames[0] ?? expect.unreachable();

  test("stand together in one frame, above what else hangs on the step", () => {
    expect(shown.frames).toHaveLength(1);
    for (const id of ["p", "q"]) expect(within(cardOf(shown, id), frame)).toBe(true);
    for (const id of ["s", "u", "o", "w"]) expect(overlap(cardOf(shown, id), frame)).toBe(false);
    expect(cardOf(shown, "u").y).toBeGreaterThan(frame.y);
    expect(cardOf(shown, "u").x).toBe(cardOf(shown, "p").x);
  });

  test("have one line from the step to their frame", () => {
    expect(lineTo(shown, "s premises")).toMatchObject({ colour: "reason", isDashed: false });
    expect(lineTo(shown, "p")).toBeUndefined();
    expect(lineTo(shown, "q")).toBeUndefined();
  });

  test("what attacks one of them starts at that one and stands level with it", () => {
    const [q, o] = [cardOf(shown, "q"), cardOf(shown, "o")];
    expect(lineTo(shown, "o")?.path).toMatch(new RegExp(`^M${q.x + q.width} `));
    expect(Math.abs(middle(q) - middle(o))).toBeLessThanOrEqual(1);
  });

  test("an undercut is joined to the step's own card", () => {
    const s = cardOf(shown, "s");
    expect(lineTo(shown, "u")).toMatchObject({ colour: "objection", isDashed: true });
    expect(lineTo(shown, "u")?.path).toMatch(new RegExp(`^M${s.x + s.width} ${middle(s)}C`));
  });

  test("a critical question is small and hangs on a thin grey line", () => {
    expect(cardOf(shown, "w").width).toBeLessThan(250);
    expect(lineTo(shown, "w")).toMatchObject({ colour: "line", isStrong: false });
  });

  test("one premise alone has no frame", () => {
    const one = draw(treeOf(claim("Claim", reason("Step", { id: "s" }, premise("One", { id: "p" })))));
    expect(one.frames).toEqual([]);
    expect(lineTo(one, "p")).toMatchObject({ colour: "reason", isDashed: false });
  });
});

describe("what a card says", () => {
  test("its kind, its words, its speaker, who grants and who denies it", () => {
    const shown = draw(
      treeOf(claim("Words.", { id: "c", by: ["Lind"], acceptedBy: ["Roy"], rejectedBy: ["Chen", "Ito"] })),
    );
    expect(words(shown, "c")).toEqual(["claim", "Words.", "— Lind", "✓ Roy", "✗ Chen, Ito"]);
  });

  test("its speaker only where that is another one than above", () => {
    const shown = draw(
      treeOf(
        claim(
          "A",
          { id: "a", by: ["Lind"] },
          reason("B", { id: "b", inheritsBy: true }, premise("P", { id: "p", by: ["Lind"] })),
          objection("C", { id: "c", by: ["Roy"] }),
          objection("D", { id: "d" }, reason("E", { id: "e", by: ["Lind"] })),
        ),
      ),
    );
    const speakers = (id: string): string[] => words(shown, id).filter((row) => row.startsWith("—"));
    expect(["a", "b", "p", "c", "d", "e"].map(speakers)).toEqual([["— Lind"], [], [], ["— Roy"], [], ["— Lind"]]);
  });

  test("a premise has the colour of its step, an assumption a word of its own", () => {
    const shown = draw(treeOf(claim("A", objection("B", premise("P", { id: "p" }), assumption("Q", { id: "q" })))));
    expect(cardOf(shown, "p").layout.hue).toBe("objection");
    expect(words(shown, "q")[0]).toBe("assumption");
    expect(shown.frames[0]?.hue).toBe("objection");
  });

  test("a step without words is a pill", () => {
    const pill = cardOf(draw(treeOf(claim("A", objection("", { id: "o", by: ["Roy"] }, premise("P"))))), "o");
    expect(pill.height).toBe(26);
    expect(pill.layout.texts.map(({ text }) => text)).toEqual(["− objection", "— Roy"]);
  });

  test("a reference shows what it refers to in grey", () => {
    const shown = draw(
      treeOf(
        claim("A", { id: "a", name: "air" }),
        claim("B", reason("R", reference("a", "claim", { id: "ref", name: "air" }))),
      ),
    );
    expect(words(shown, "ref")).toEqual(["↗\ufe0e see air", "A"]);
    expect(cardOf(shown, "ref").layout.texts[1]?.colour).toBe("muted");
  });

  test("a reference says who holds what it refers to, be it drawn later", () => {
    const shown = draw(
      treeOf(
        claim("A", { by: ["Roy"] }, reason("R", { inheritsBy: true }, reference("p", "premise", { id: "ref" }))),
        claim("B", { by: ["Lind"] }, reason("S", { inheritsBy: true }, premise("P", { id: "p", inheritsBy: true }))),
      ),
    );
    expect(words(shown, "ref").at(-1)).toBe("— Lind");
    expect(words(shown, "p")).toEqual(["premise", "P"]);
  });

  test("a card that says nothing yet shows its name", () => {
    expect(words(draw(treeOf(claim("", { id: "c", name: "keep" }))), "c")).toEqual(["claim", "keep"]);
  });

  test("Arabic begins at the right", () => {
    const rows = cardOf(draw(treeOf(claim("خسرت المتاجر", { id: "c", by: ["مايا"] }))), "c").layout.texts;
    expect(rows.map(({ rtl, x }) => [rtl, x])).toEqual([
      [false, 15],
      [true, 237],
      [true, 237],
    ]);
  });
});

test("contradictions swing out before the cards, each with a mark clear of cards and of other marks", () => {
  const tree = treeOf(claim("A", { id: "a" }), claim("B", { id: "b" }), claim("C", { id: "c" }));
  const shown = draw(withContradiction(withContradiction(withContradiction(tree, "a", "b"), "b", "c"), "a", "c"));
  expect(shown.contradictions).toHaveLength(3);
  for (const { x } of shown.contradictions) expect(x + 10).toBeLessThan(cardOf(shown, "a").x);
  const apart = shown.contradictions.flatMap((one, index) =>
    shown.contradictions.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
  );
  for (const distance of apart) expect(distance).toBeGreaterThan(20);
});

describe("of any tree", () => {
  const directions = ["right", "down"] as const;

  test.each(directions)("no two boxes overlap, growing %s", (direction) => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const { cards, frames, bounds } = draw(tree, direction);
        expect(cards.map(({ id }) => id)).toEqual(tree.places.map(({ card }) => card));
        cards.forEach((card, index) => {
          for (const other of cards.slice(index + 1)) expect(overlap(card, other)).toBe(false);
          for (const frame of frames) {
            const own = card.parent === frame.step && card.layout.card.relation === "premise";
            expect(own ? within(card, frame) : !overlap(card, frame)).toBe(true);
          }
        });
        frames.forEach((frame, index) => {
          for (const other of frames.slice(index + 1)) expect(overlap(frame, other)).toBe(false);
        });
        for (const box of [...cards, ...frames]) expect(within(box, bounds)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("all text lies within its card", () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        for (const { layout } of draw(tree).cards) {
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

test("a chain deeper than the stack is drawn", () => {
  let plant = claim("End");
  for (let depth = 0; depth < 3000; depth += 1) plant = depth % 2 ? claim("Claim", plant) : reason("Reason", plant);
  // Written without recursion, as the builder has none to spare either.
  const cards = [];
  const places = [];
  for (let at: typeof plant | undefined = plant, n = 0; at !== undefined; at = at.children[0], n += 1) {
    const [one] = treeOf(at.kind === "claim" ? claim("C", { id: `n${n}` }) : reason("R", { id: `n${n}` })).cards;
    if (one === undefined) break;
    cards.push(one);
    places.push({ card: one.id, parent: cards.at(-2)?.id });
  }
  expect(draw({ title: undefined, cards, places, ties: [], sections: [] }).cards).toHaveLength(3001);
});

test("a card that did not change keeps its face from one picture to the next", () => {
  const change = (id: string) => ({
    ...ardmore,
    cards: ardmore.cards.map((card) => (card.id === id ? { ...card, text: `${card.text} More.` } : card)),
  });
  const fresh = (tree: Tree): string[] => {
    const cache = new CardLayoutCache();
    const before = createPicture(ardmore, measure, { cache });
    const known = new Set(before.cards.map(({ layout }) => layout));
    return createPicture(tree, measure, { cache }).cards.flatMap(({ id, layout }) => (known.has(layout) ? [] : [id]));
  };
  expect(fresh(change("mild"))).toEqual(["mild"]);
  // What refers to a card shows its words.
  const reference = ardmore.cards.find(({ form }) => form === "reference");
  expect(fresh(change("night-bus"))).toEqual(["night-bus", reference?.id]);
});

test("the same tree and measure give the same picture", () => {
  expect(draw(ardmore)).toEqual(draw(structuredClone(ardmore)));
});

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function within(a: Box, b: Box): boolean {
  return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
}
