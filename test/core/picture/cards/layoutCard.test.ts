import { describe, expect, test } from "vitest";
import { inView } from "../../../../server/core/picture/geometry/visibleParts.ts";
import { type PictureOptions, picture } from "../../../../server/core/picture/picture.ts";
import { legend } from "../../../../server/core/picture/render/legend.ts";
import { cached, tableMeasure } from "../../../../server/core/picture/text/measure.ts";
import { themes } from "../../../../server/core/picture/theme.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { idOf, sectionIdOf } from "../../../support/arbitraries/trees.ts";
import { ardmore } from "../../../support/ardmoreTree.ts";
import { contrast } from "../../../support/browser/contrast.ts";
import { claim, grow, premise, reason } from "../../../support/treeFixtures.ts";

const measure = cached(tableMeasure);
const faceOf = (tree: Tree, id: string, options: PictureOptions = {}) =>
  picture(tree, measure, options).cards.find((card) => card.id === id)?.face ?? expect.unreachable();
const words = (tree: Tree, id: string): string[] => faceOf(tree, id).rows.map(({ text }) => text);

test("what is heard of a card are sentences, each ended once", () => {
  const heard = (text: string): string =>
    faceOf(grow(claim(text, { id: "c", problems: [{ severity: "hint", message: "Say why." }] })), "c").description;
  expect(heard("The air got cleaner.")).toBe("claim. The air got cleaner. hint: Say why.");
  expect(heard("Is it cleaner?")).toBe("claim. Is it cleaner? hint: Say why.");
  expect(heard("She said: “It is.”")).toBe("claim. She said: “It is.” hint: Say why.");
  expect(heard("空气变干净了。")).toBe("claim. 空气变干净了。 hint: Say why.");
  expect(heard("Cleaner air")).toBe("claim. Cleaner air. hint: Say why.");
});

describe("quiet marks", () => {
  const judged = {
    id: "c",
    by: ["Roy"],
    likelihood: { words: "very likely", share: 0.875 },
    confidence: "low",
    tags: ["air", "old-town"],
    file: "cost.argmap",
  } as const;

  test("say who, how likely, how sure, the tags and the file, below the text", () => {
    const tree = grow(claim("Words.", judged));
    expect(words(tree, "c")).toEqual([
      "claim",
      "Words.",
      "— Roy",
      "very likely",
      "low confidence",
      "air",
      "old-town",
      "cost.argmap",
    ]);
    const { marks, rows, height } = faceOf(tree, "c");
    expect(marks.map((mark) => (mark.kind === "lead" ? mark.lead.kind : "box"))).toEqual([
      "likelihood",
      "box",
      "box",
      "file",
    ]);
    for (const row of rows.slice(2)) expect([row.size, row.y < height]).toEqual([11, true]);
  });

  test("say the scheme beside the kind, cut where there is no room, and how far a step carries", () => {
    const scheme = "an uncommonly long name for a kind of reasoning";
    const tree = grow(claim("A", reason("B", { id: "r", scheme, strength: { words: "weak", share: 0.25 } })));
    expect(words(tree, "r")).toEqual(["+ reason", expect.stringMatching(/^an uncommonly .*…$/), "B", "weak"]);
    expect(faceOf(tree, "r").marks).toMatchObject([{ kind: "lead", lead: { kind: "strength", share: 0.25 } }]);
  });

  test("a value that is none of the scale is shown without a gauge", () => {
    const tree = grow(claim("A", reason("B", { id: "r", strength: { words: "mighty", share: undefined } })));
    expect([words(tree, "r").at(-1), faceOf(tree, "r").marks]).toEqual(["mighty", []]);
  });

  test("a file is named only where it is another one than above", () => {
    const tree = grow(claim("A", reason("B", { id: "b", file: "x" }, premise("C", { id: "c", file: "x" }))));
    expect([words(tree, "b").includes("x"), words(tree, "c").includes("x")]).toEqual([true, false]);
  });

  test("run from right to left where the text does", () => {
    const { rows, marks } = faceOf(grow(claim("خسرت المتاجر", judged)), "c");
    const likely = rows.find(({ text }) => text === "very likely") ?? expect.unreachable();
    const [gauge] = marks;
    expect(likely.rtl).toBe(true);
    // The gauge stands before its words, which is to their right.
    expect(gauge?.x).toBeGreaterThanOrEqual(likely.x);
  });

  test("are all told to those who hear the picture", () => {
    expect(faceOf(grow(claim("Words.", { ...judged, rejectedBy: ["Lind"] })), "c").description).toBe(
      "claim. Words. held by Roy. rejected by Lind. likelihood very likely. confidence low. tagged air, old-town. from cost.argmap",
    );
  });
});

describe("what can be clicked", () => {
  const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(" ");
  const tree = grow(
    claim(long, { id: "c", quotes: [{ text: "a", source: undefined, page: undefined }] }, reason("B", { id: "r" })),
  );
  const kinds = (id: string, options: PictureOptions = {}) => faceOf(tree, id, options).parts.map(({ kind }) => kind);

  test("quotes, a long text, and what is below", () => {
    expect(kinds("c")).toEqual(["quotes", "more", "fold"]);
    expect(kinds("r")).toEqual([]);
  });

  test("a long text folds at four lines and says how many more there are; open, it shows all", () => {
    const { more, rows, height } = faceOf(tree, "c");
    expect(rows).toHaveLength(5);
    expect(more?.words).toMatch(/^… \d+ more lines$/);
    const open = faceOf(tree, "c", { openTexts: new Set([idOf("c")]) });
    expect(open.rows.map(({ text }) => text).join(" ")).toContain("word59");
    expect([open.more?.words, open.height > height]).toEqual(["show less", true]);
  });

  test("a text of five lines is shown whole, as the row that folds it would take the place of the fifth", () => {
    const lines = faceOf(grow(claim("one\n\ntwo\n\nthree\n\nfour\n\nfive", { id: "c" })), "c");
    expect([lines.more, lines.rows.length]).toEqual([undefined, 6]);
  });

  test("a card whose branch is folded away has a badge that counts it, on the side where it would grow", () => {
    const folded = grow(claim("A", { id: "c" }));
    const options = { hidden: new Map([[idOf("c"), 12]]) };
    const right = faceOf(folded, "c", options).parts[0] ?? expect.unreachable();
    expect(right.x).toBeGreaterThan(240);
    const down = faceOf(folded, "c", { ...options, direction: "down" }).parts[0] ?? expect.unreachable();
    expect([down.x + down.width / 2, down.y > 30]).toEqual([125, true]);
  });
});

test("in view is what touches the box, in the order of the picture", () => {
  const shown = picture(ardmore, measure);
  const everything = inView(shown, shown.bounds);
  for (const kind of ["cards", "frames", "lines", "ties", "grounds"] as const)
    expect(everything[kind]).toEqual(shown[kind]);
  const card = shown.cards[8] ?? expect.unreachable();
  const few = inView(shown, card);
  expect(few.cards).toContain(card);
  const far = few.cards.filter(
    ({ x, y, width, height }) =>
      x > card.x + card.width + 24 ||
      x + width < card.x - 24 ||
      y > card.y + card.height + 24 ||
      y + height < card.y - 24,
  );
  expect([far, few.cards.length < shown.cards.length / 2]).toEqual([[], true]);
  expect(inView(shown, { x: -9000, y: -9000, width: 10, height: 10 })).toEqual({
    cards: [],
    frames: [],
    lines: [],
    ties: [],
    grounds: [],
  });
});

describe("the legend", () => {
  test.each(Object.entries(themes))("has for a section a sign that is seen on its own ground, %s", (_, theme) => {
    const tree = grow(claim("A", { section: sectionIdOf("s") }));
    const titled = { ...tree, sections: [{ id: sectionIdOf("s"), title: "S", level: 1, parent: undefined }] };
    const { entries } = legend(picture(titled, measure), measure);
    const { shapes } = entries.find(({ words }) => words === "section of the text") ?? expect.unreachable();
    const bytes = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    const seen = shapes.filter(({ stroke }) => {
      return stroke !== undefined && contrast(bytes(theme[stroke]), bytes(theme.ground)) >= 3;
    });
    expect(seen.length).toBeGreaterThan(0);
  });

  const told = (tree: Tree): string[] => legend(picture(tree, measure), measure).entries.map(({ words }) => words);

  test("tells the signs that occur, and no others", () => {
    expect(told(grow(claim("A", reason("B"))))).toEqual(["claim", "reason: speaks for what it hangs on"]);
    expect(told(ardmore)).toContain("these contradict each other");
    expect(told(ardmore)).not.toContain("tag");
    expect(told(grow())).toEqual([]);
  });

  test("has room for all its words", () => {
    const { entries, width, height } = legend(picture(ardmore, measure), measure);
    expect(height).toBe(entries.length * 20);
    for (const { words } of entries) expect(46 + measure.width(words, 11, 400)).toBeLessThanOrEqual(width);
  });
});
