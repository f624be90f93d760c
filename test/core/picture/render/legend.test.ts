import { expect, test } from "vitest";
import { createLegend, type Legend } from "../../../../server/core/picture/render/legend.ts";
import { themes } from "../../../../server/core/picture/theme.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { toSectionId } from "../../../support/arbitraries/trees.ts";
import { contrast, rgbBytes } from "../../../support/browser/contrast.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";
import { measure, pictureOf } from "../../../support/trees/pictures.ts";
import { claim, objection, premise, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const legendOf = (tree: Tree): Legend => createLegend(pictureOf(tree), measure);
const labelsOf = (tree: Tree): string[] => legendOf(tree).entries.map(({ label }) => label);

test.each(Object.entries(themes))("the sign of a section has enough contrast with its own area, %s", (_, theme) => {
  const tree = treeOf(claim("A", { section: toSectionId("s") }));
  const sections = [{ id: toSectionId("s"), title: "S", level: 1, parent: undefined }];
  const { entries } = legendOf({ ...tree, sections });
  const { shapes } = entries.find(({ label }) => label === "section") ?? expect.unreachable();
  const visible = shapes.filter(
    ({ stroke }) => stroke !== undefined && contrast(rgbBytes(theme[stroke]), rgbBytes(theme.section)) >= 3,
  );
  expect(visible.length).toBeGreaterThan(0);
});

test("explains only the signs that occur in the picture", () => {
  expect(labelsOf(treeOf(claim("A", reason("B"))))).toEqual(["main claim", "reason: supports its parent"]);
  expect(labelsOf(ardmore)).toContain("contradiction");
  expect(labelsOf(ardmore)).not.toContain("tag");
  expect(labelsOf(treeOf())).toEqual([]);
});

test("an undercut has another sign than an objection", () => {
  const tree = treeOf(claim("A", objection("O"), reason("R", premise("P"), objection("U"))));
  const signs = legendOf(tree).entries.map(({ shapes }) => JSON.stringify(shapes));
  expect(labelsOf(tree)).toContain("undercut: attacks the step, not its text");
  expect(new Set(signs).size).toBe(signs.length);
});

test("is large enough for all its labels", () => {
  const { entries, width, height } = legendOf(ardmore);
  expect(height).toBe(entries.length * 20);
  for (const { label } of entries) expect(46 + measure.width(label, 11, 400)).toBeLessThanOrEqual(width);
});
