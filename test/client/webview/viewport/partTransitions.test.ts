/** The animations of edges and other parts from one picture to the next. */
import { describe, expect, test } from "vitest";
import { type PartKind, partTransitions } from "../../../../client/webview/viewport/partTransitions.ts";
import { CardLayoutCache } from "../../../../server/core/picture/cards/cardLayoutCache.ts";
import type { Picture } from "../../../../server/core/picture/model.ts";
import { createPicture } from "../../../../server/core/picture/picture.ts";
import { cachedMeasure, tableMeasure } from "../../../../server/core/picture/typesetting/measure.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { claim, objection, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const measure = cachedMeasure(tableMeasure);
const everything = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };
const noOffset = { x: 0, y: 0 };
const allKeys = { has: () => true };
/** The pictures of two trees, with shared card layouts. */
const picturesOf = (one: Tree, other: Tree): readonly [Picture, Picture] => {
  const cache = new CardLayoutCache();
  return [createPicture(one, measure, { cache }), createPicture(other, measure, { cache })];
};
const longText =
  "So many words that they take a second line, and then a third one, as there are more of them than fit.";
const map = (text: string, last = "Last."): Tree =>
  treeOf(
    claim(
      "All.",
      { id: "all" },
      reason(text, { id: "a" }),
      reason("Other.", { id: "b" }),
      objection(last, { id: "c" }),
    ),
  );
const transitions = (before: Picture, after: Picture, context: Partial<Parameters<typeof partTransitions>[2]> = {}) =>
  partTransitions(before, after, { offset: noOffset, visibleBox: everything, renderedKeys: () => allKeys, ...context });

test("only kinds of parts that have changed are looked up", () => {
  const requestedKinds: PartKind[] = [];
  const renderedKeys = (kind: PartKind) => {
    requestedKinds.push(kind);
    return allKeys;
  };
  expect(transitions(...picturesOf(map("Short."), map("Shorts.")), { renderedKeys })).toEqual([]);
  expect(requestedKinds).toEqual([]);
  transitions(...picturesOf(map("Short."), map(longText)), { renderedKeys });
  expect(requestedKinds).toEqual(["edge"]);
});

describe("an edge", () => {
  const [before, after] = picturesOf(map("Short."), map(longText));

  test("morphs along its path", () => {
    const [edge] = transitions(before, after).filter(({ key }) => key === "c");
    const cssPath = ({ edges }: Picture) => `path("${edges.find(({ key }) => key === "c")?.path}")`;
    expect(edge?.animations).toEqual([{ translateFrom: noOffset }, { d: [cssPath(before), cssPath(after)] }]);
  });

  test("that is new appears", () => {
    const [withoutB, withB] = picturesOf(
      treeOf(claim("All.", { id: "all" }, reason("Short.", { id: "a" }))),
      map("Short."),
    );
    expect(transitions(withoutB, withB).filter(({ key }) => key === "b")[0]?.animations).toBe("appears");
  });

  test("out of view is not animated", () => {
    expect(transitions(before, after, { visibleBox: { x: -9000, y: 0, width: 10, height: 10 } })).toEqual([]);
  });
});

test("parts that keep their place start at the offset of the picture", () => {
  const [picture] = picturesOf(map("Short."), map("Short."));
  const moved = transitions(picture, picture, { offset: { x: 3, y: -4 } });
  expect(moved).not.toHaveLength(0);
  for (const { animations } of moved) expect(animations).toEqual([{ translateFrom: { x: 3, y: -4 } }]);
});

test("a dashed edge that is too long to be drawn whole moves with the card that it leads to", () => {
  const wideMap = (text: string): Tree =>
    treeOf(
      claim(
        "All.",
        { id: "all" },
        reason(text, { id: "a" }),
        ...Array.from({ length: 400 }, (_, n) => objection(`No. ${n}`, { id: `o${n}` })),
      ),
    );
  const [before, after] = picturesOf(wideMap("Short."), wideMap(longText));
  const endOf = ({ edges }: Picture): number => edges.find(({ key }) => key === "o399")?.y2 ?? Number.NaN;
  const [transition] = transitions(before, after).filter(({ key }) => key === "o399");
  expect(transition?.animations).toEqual([{ translateFrom: { x: 0, y: endOf(before) - endOf(after) } }]);
  expect(endOf(before)).not.toBe(endOf(after));
});
