/** How the parts of a picture that are no cards come from where they stood to where they stand. */
import { expect, test } from "vitest";
import { type PartKind, partTransitions } from "../../../../client/webview/viewport/partTransitions.ts";
import { CardLayoutCache } from "../../../../server/core/picture/cards/cardLayoutCache.ts";
import type { Picture } from "../../../../server/core/picture/model.ts";
import { createPicture } from "../../../../server/core/picture/picture.ts";
import { cachedMeasure, tableMeasure } from "../../../../server/core/picture/text/measure.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { claim, objection, reason, treeOf } from "../../../support/treeFixtures.ts";

const measure = cachedMeasure(tableMeasure);
const everything = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };
const still = { x: 0, y: 0 };
const all = { has: () => true };
const two = (one: Tree, other: Tree): readonly [Picture, Picture] => {
  const cache = new CardLayoutCache();
  return [createPicture(one, measure, { cache }), createPicture(other, measure, { cache })];
};
const long = "So many words that they take a second line, and then a third one, as there are more of them than fit.";
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
const changes = (was: Picture, is: Picture, way: Partial<Parameters<typeof partTransitions>[2]> = {}) =>
  partTransitions(was, is, { offset: still, visibleBox: everything, renderedKeys: () => all, ...way });

test("nothing is looked for where no box has another size", () => {
  const asked: PartKind[] = [];
  const renderedKeys = (kind: PartKind) => {
    asked.push(kind);
    return all;
  };
  expect(changes(...two(map("Short."), map("Shorts.")), { renderedKeys })).toEqual([]);
  expect(asked).toEqual([]);
  changes(...two(map("Short."), map(long)), { renderedKeys });
  expect(asked).toEqual(["line"]);
});

test("a line glides along its path, one that is new appears, one out of sight is left alone", () => {
  const [was, is] = two(map("Short."), map(long));
  const [line] = changes(was, is).filter(({ key }) => key === "c");
  const pathOf = ({ edges }: Picture) => `path("${edges.find(({ key }) => key === "c")?.path}")`;
  expect(line?.animations).toEqual([{ translateFrom: still }, { d: [pathOf(was), pathOf(is)] }]);
  const [before, after] = two(treeOf(claim("All.", { id: "all" }, reason("Short.", { id: "a" }))), map("Short."));
  expect(changes(before, after).filter(({ key }) => key === "b")[0]?.animations).toBe("appears");
  expect(changes(was, is, { visibleBox: { x: -9000, y: 0, width: 10, height: 10 } })).toEqual([]);
});

test("what stands where it stood comes from as far as the picture was moved", () => {
  const [was] = two(map("Short."), map("Short."));
  for (const { animations } of changes(was, was, { offset: { x: 3, y: -4 } }))
    expect(animations).toEqual([{ translateFrom: { x: 3, y: -4 } }]);
});

test("a dashed line that is too long to be drawn whole goes along with the card to which it leads", () => {
  const wide = (text: string): Tree =>
    treeOf(
      claim(
        "All.",
        { id: "all" },
        reason(text, { id: "a" }),
        ...Array.from({ length: 400 }, (_, n) => objection(`No. ${n}`, { id: `o${n}` })),
      ),
    );
  const [was, is] = two(wide("Short."), wide(long));
  const endOf = ({ edges }: Picture): number => edges.find(({ key }) => key === "o399")?.y2 ?? Number.NaN;
  const [change] = changes(was, is).filter(({ key }) => key === "o399");
  expect(change?.animations).toEqual([{ translateFrom: { x: 0, y: endOf(was) - endOf(is) } }]);
  expect(endOf(was)).not.toBe(endOf(is));
});
