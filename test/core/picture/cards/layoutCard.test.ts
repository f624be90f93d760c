import { describe, expect, test } from "vitest";
import { visibleParts } from "../../../../server/core/picture/geometry/visibleParts.ts";
import { createPicture, type PictureOptions } from "../../../../server/core/picture/picture.ts";
import { createLegend } from "../../../../server/core/picture/render/legend.ts";
import { cachedMeasure, tableMeasure } from "../../../../server/core/picture/text/measure.ts";
import { themes } from "../../../../server/core/picture/theme.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { toCardId, toSectionId } from "../../../support/arbitraries/trees.ts";
import { ardmore } from "../../../support/ardmoreTree.ts";
import { contrast } from "../../../support/browser/contrast.ts";
import { claim, premise, reason, treeOf } from "../../../support/treeFixtures.ts";

const measure = cachedMeasure(tableMeasure);
const faceOf = (tree: Tree, id: string, options: PictureOptions = {}) =>
  createPicture(tree, measure, options).cards.find((card) => card.id === id)?.layout ?? expect.unreachable();
const words = (tree: Tree, id: string): string[] => faceOf(tree, id).texts.map(({ text }) => text);

test("what is heard of a card are sentences, each ended once", () => {
  const heard = (text: string): string =>
    faceOf(treeOf(claim(text, { id: "c", problems: [{ severity: "hint", message: "Say why." }] })), "c")
      .accessibleLabel;
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
    const tree = treeOf(claim("Words.", judged));
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
    const { footerMarks, texts, height } = faceOf(tree, "c");
    expect(footerMarks.map((mark) => (mark.kind === "icon" ? mark.icon.kind : "box"))).toEqual([
      "likelihood",
      "box",
      "box",
      "file",
    ]);
    for (const row of texts.slice(2)) expect([row.size, row.y < height]).toEqual([11, true]);
  });

  test("say the scheme beside the kind, cut where there is no room, and how far a step carries", () => {
    const scheme = "an uncommonly long name for a kind of reasoning";
    const tree = treeOf(claim("A", reason("B", { id: "r", scheme, strength: { words: "weak", share: 0.25 } })));
    expect(words(tree, "r")).toEqual(["+ reason", expect.stringMatching(/^an uncommonly .*…$/), "B", "weak"]);
    expect(faceOf(tree, "r").footerMarks).toMatchObject([{ kind: "icon", icon: { kind: "strength", share: 0.25 } }]);
  });

  test("a value that is none of the scale is shown without a gauge", () => {
    const tree = treeOf(claim("A", reason("B", { id: "r", strength: { words: "mighty", share: undefined } })));
    expect([words(tree, "r").at(-1), faceOf(tree, "r").footerMarks]).toEqual(["mighty", []]);
  });

  test("a file is named only where it is another one than above", () => {
    const tree = treeOf(claim("A", reason("B", { id: "b", file: "x" }, premise("C", { id: "c", file: "x" }))));
    expect([words(tree, "b").includes("x"), words(tree, "c").includes("x")]).toEqual([true, false]);
  });

  test("run from right to left where the text does", () => {
    const { texts, footerMarks } = faceOf(treeOf(claim("خسرت المتاجر", judged)), "c");
    const likely = texts.find(({ text }) => text === "very likely") ?? expect.unreachable();
    const [gauge] = footerMarks;
    expect(likely.rtl).toBe(true);
    // The gauge stands before its words, which is to their right.
    expect(gauge?.x).toBeGreaterThanOrEqual(likely.x);
  });

  test("are all told to those who hear the picture", () => {
    expect(faceOf(treeOf(claim("Words.", { ...judged, rejectedBy: ["Lind"] })), "c").accessibleLabel).toBe(
      "claim. Words. held by Roy. rejected by Lind. likelihood very likely. confidence low. tagged air, old-town. from cost.argmap",
    );
  });
});

describe("what can be clicked", () => {
  const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(" ");
  const tree = treeOf(
    claim(long, { id: "c", quotes: [{ text: "a", source: undefined, page: undefined }] }, reason("B", { id: "r" })),
  );
  const kinds = (id: string, options: PictureOptions = {}) =>
    faceOf(tree, id, options).controls.map(({ kind }) => kind);

  test("quotes, a long text, and what is below", () => {
    expect(kinds("c")).toEqual(["quotes", "more", "fold"]);
    expect(kinds("r")).toEqual([]);
  });

  test("a long text folds at four lines and says how many more there are; open, it shows all", () => {
    const { moreLines, texts, height } = faceOf(tree, "c");
    expect(texts).toHaveLength(5);
    expect(moreLines?.words).toMatch(/^… \d+ more lines$/);
    const open = faceOf(tree, "c", { openTexts: new Set([toCardId("c")]) });
    expect(open.texts.map(({ text }) => text).join(" ")).toContain("word59");
    expect([open.moreLines?.words, open.height > height]).toEqual(["show less", true]);
  });

  test("a text of five lines is shown whole, as the row that folds it would take the place of the fifth", () => {
    const lines = faceOf(treeOf(claim("one\n\ntwo\n\nthree\n\nfour\n\nfive", { id: "c" })), "c");
    expect([lines.moreLines, lines.texts.length]).toEqual([undefined, 6]);
  });

  test("a card whose branch is folded away has a badge that counts it, on the side where it would grow", () => {
    const folded = treeOf(claim("A", { id: "c" }));
    const options = { hidden: new Map([[toCardId("c"), 12]]) };
    const right = faceOf(folded, "c", options).controls[0] ?? expect.unreachable();
    expect(right.x).toBeGreaterThan(240);
    const down = faceOf(folded, "c", { ...options, direction: "down" }).controls[0] ?? expect.unreachable();
    expect([down.x + down.width / 2, down.y > 30]).toEqual([125, true]);
  });
});

test("in view is what touches the box, in the order of the picture", () => {
  const shown = createPicture(ardmore, measure);
  const everything = visibleParts(shown, shown.bounds);
  for (const kind of ["cards", "frames", "edges", "contradictions", "sectionAreas"] as const)
    expect(everything[kind]).toEqual(shown[kind]);
  const card = shown.cards[8] ?? expect.unreachable();
  const few = visibleParts(shown, card);
  expect(few.cards).toContain(card);
  const far = few.cards.filter(
    ({ x, y, width, height }) =>
      x > card.x + card.width + 24 ||
      x + width < card.x - 24 ||
      y > card.y + card.height + 24 ||
      y + height < card.y - 24,
  );
  expect([far, few.cards.length < shown.cards.length / 2]).toEqual([[], true]);
  expect(visibleParts(shown, { x: -9000, y: -9000, width: 10, height: 10 })).toEqual({
    cards: [],
    frames: [],
    edges: [],
    contradictions: [],
    sectionAreas: [],
  });
});

describe("the legend", () => {
  test.each(Object.entries(themes))("has for a section a sign that is seen on its own ground, %s", (_, theme) => {
    const tree = treeOf(claim("A", { section: toSectionId("s") }));
    const titled = { ...tree, sections: [{ id: toSectionId("s"), title: "S", level: 1, parent: undefined }] };
    const { entries } = createLegend(createPicture(titled, measure), measure);
    const { shapes } = entries.find(({ label }) => label === "section of the text") ?? expect.unreachable();
    const bytes = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    const seen = shapes.filter(({ stroke }) => {
      return stroke !== undefined && contrast(bytes(theme[stroke]), bytes(theme.ground)) >= 3;
    });
    expect(seen.length).toBeGreaterThan(0);
  });

  const told = (tree: Tree): string[] =>
    createLegend(createPicture(tree, measure), measure).entries.map(({ label }) => label);

  test("tells the signs that occur, and no others", () => {
    expect(told(treeOf(claim("A", reason("B"))))).toEqual(["claim", "reason: speaks for what it hangs on"]);
    expect(told(ardmore)).toContain("these contradict each other");
    expect(told(ardmore)).not.toContain("tag");
    expect(told(treeOf())).toEqual([]);
  });

  test("has room for all its words", () => {
    const { entries, width, height } = createLegend(createPicture(ardmore, measure), measure);
    expect(height).toBe(entries.length * 20);
    for (const { label } of entries) expect(46 + measure.width(label, 11, 400)).toBeLessThanOrEqual(width);
  });
});
