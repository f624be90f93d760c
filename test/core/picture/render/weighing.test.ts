import { expect, test } from "vitest";
import { createPicture } from "../../../../server/core/picture/picture.ts";
import { createLegend } from "../../../../server/core/picture/render/legend.ts";
import { pictureToSvg } from "../../../../server/core/picture/render/svg.ts";
import type { WeighedCards } from "../../../../server/core/picture/render/weighing.ts";
import { themes } from "../../../../server/core/picture/theme.ts";
import { tableMeasure } from "../../../../server/core/picture/typesetting/measure.ts";
import { watchedMap } from "../../../support/workspaces/watchedMap.ts";

const { tree, card } = watchedMap(`
  claim keep: The charge should stay.
    reason air: The air got cleaner.
      premise less: There is less nitrogen dioxide.
    objection trade: The shops lost customers.
`);
const picture = createPicture(tree, tableMeasure, {});
const weighed: WeighedCards = {
  marks: new Map([
    [card("keep"), { standing: "stands", badge: "≈ likely (72%)", isLikelihood: true }],
    [card("trade"), { standing: "falls", badge: "× answered", isLikelihood: false }],
    [card("air"), { standing: "undecided", badge: "? undecided", isLikelihood: false }],
  ]),
  lineWeights: new Map([
    [card("air"), 1],
    [card("trade"), 0],
  ]),
};

test("a file shows the badges of weighed cards, and what falls is pale", () => {
  const svg = pictureToSvg(picture, themes.light, { weighed });
  expect(svg).toMatch(/font-style="italic"[^>]*>≈ likely \(72%\)</);
  expect(svg).toContain(">× answered<");
  expect(svg.match(/opacity="0.55"/g)).toHaveLength(1);
  expect(pictureToSvg(picture, themes.light)).not.toContain("answered");
});

test("the tooltip of a badge says a likelihood in full, and the legend explains a share of undecided cases", () => {
  const mark = {
    standing: "stands",
    badge: "≈ 20% · ? 41%",
    isLikelihood: true,
    likelihood: "unlikely (20%, undecided 41%)",
  } as const;
  const open: WeighedCards = { marks: new Map([[card("keep"), mark]]), lineWeights: new Map() };
  expect(pictureToSvg(picture, themes.light, { weighed: open })).toContain(
    "<title>Unlikely (20%, undecided 41%)</title>",
  );
  const labelsOf = (shown: WeighedCards) =>
    createLegend(picture, tableMeasure, shown).entries.map(({ label }) => label);
  expect(labelsOf(open)).toContain("undecided");
  const certain = { ...mark, badge: "≈ unlikely 20%" };
  expect(labelsOf({ ...open, marks: new Map([[card("keep"), certain]]) })).not.toContain("undecided");
});

test("lines are as wide as what depends on them, and the legend says so", () => {
  const widths = (svg: string) =>
    [...svg.matchAll(/<path d="M[^"]*" stroke-width="([\d.]+)"/g)].map(([, width]) => width);
  expect(widths(pictureToSvg(picture, themes.light, { weighed }))).toEqual(expect.arrayContaining(["6", "0.8"]));
  expect(widths(pictureToSvg(picture, themes.light))).not.toContain("6");
  const labels = createLegend(picture, tableMeasure, weighed).entries.map(({ label }) => label);
  expect(labels).toEqual(
    expect.arrayContaining(["falls", "undecided", "computed likelihood", "thick line: conclusions depend on it"]),
  );
  expect(createLegend(picture, tableMeasure).entries.map(({ label }) => label)).not.toContain("falls");
});
