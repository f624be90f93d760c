import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createPicture } from "../../../../server/core/picture/picture.ts";
import { drawPicture } from "../../../../server/core/picture/render/draw.ts";
import { createLegend } from "../../../../server/core/picture/render/legend.ts";
import type { Shape } from "../../../../server/core/picture/render/shape.ts";
import { pictureToSvg } from "../../../../server/core/picture/render/svg.ts";
import { tableMeasure } from "../../../../server/core/picture/text/measure.ts";
import { type Colour, themes } from "../../../../server/core/picture/theme.ts";
import type { Card, Tree } from "../../../../server/core/tree/tree.ts";
import { toSectionId } from "../../../support/arbitraries/trees.ts";
import { ardmore } from "../../../support/ardmoreTree.ts";
import { contrast, rgbBytes } from "../../../support/browser/contrast.ts";
import { root } from "../../../support/root.ts";
import { claim, treeOf } from "../../../support/treeFixtures.ts";

const write = (tree: Tree): string => pictureToSvg(createPicture(tree, tableMeasure), themes.light);

test("a card is a box, a bar and its words", () => {
  expect(write(treeOf(claim("Yes & no.")))).toBe(
    `<svg xmlns="http://www.w3.org/2000/svg" width="282" height="79" viewBox="-16 -16 282 79" role="img" font-family="Arial, Helvetica, &quot;Liberation Sans&quot;, Arimo, sans-serif">
<title>Argument map</title>
<rect x="-16" y="-16" width="282" height="79" fill="#ffffff"/>
<g transform="translate(0 0)"><rect x="1" y="1" width="248" height="45" rx="6" stroke-width="2" fill="#ffffff" stroke="#57606a"/><path d="M6 7V40" stroke-width="4" stroke-linecap="round" fill="none" stroke="#57606a"/><text x="15" y="18" font-size="11" font-weight="600" fill="#57606a">claim</text><text x="15" y="35" font-size="13" font-weight="600" fill="#1f2328">Yes &amp; no.</text></g>
</svg>
`,
  );
});

test("text from a map is never markup", () => {
  const attack = `"'></text></svg><script>alert(1)</script>&lt;<!-- ]]> \u0000\u0008\ud800`;
  const hurt: Tree = {
    ...ardmore,
    title: attack,
    sections: [{ id: toSectionId("1"), title: attack, level: 1, parent: undefined }],
    cards: ardmore.cards.map(
      (card): Card => ({
        ...card,
        name: attack,
        text: card.text && attack,
        by: [attack],
        acceptedBy: [attack],
        rejectedBy: [attack],
        quotes: [{ text: attack, source: attack, page: attack }],
        tags: [attack],
        likelihood: { words: attack, share: 0.5 },
        confidence: attack,
        strength: { words: attack, share: 0.5 },
        scheme: attack,
        note: attack,
        section: toSectionId("1"),
        file: attack,
        problems: [{ severity: "error", message: attack }],
      }),
    ),
  };
  for (const shape of ["tree", "outline"] as const) {
    const drawn = createPicture(hurt, tableMeasure, { shape, hidden: new Map(hurt.cards.map(({ id }) => [id, 3])) });
    isHarmless(pictureToSvg(drawn, themes.light, { legend: createLegend(drawn, tableMeasure) }));
  }
});

function isHarmless(written: string): void {
  const tags = new Set(Array.from(written.matchAll(/<(\/?[^\s>/]*)/g), ([, tag]) => tag));
  expect([...tags].map((tag) => tag?.replace("/", "")).filter((tag) => !shapes.has(tag ?? ""))).toEqual([]);
  expect(written.replaceAll(/<[^<>]*>/g, "")).not.toMatch(/[<>]/);
  expect(written).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
  expect(written).not.toMatch(/[\0-\x08]|\p{Surrogate}/u);
  expect(written).toContain("&lt;script&gt;");
}
const shapes = new Set(["svg", "g", "rect", "path", "circle", "text", "title"]);

test("the file stands on its own", () => {
  const written = write(ardmore);
  expect(written).not.toMatch(/href|url\(|style=|class=|<style|<script|@import/);
  expect(written).toContain("<title>Should Ardmore charge cars to enter the old town?</title>");
  expect(written).toContain("<title>Nobody says so in the source.</title>");
});

test("Arabic is written from right to left", () => {
  expect(write(treeOf(claim("خسرت")))).toContain(
    `<text x="237" y="35" font-size="13" font-weight="600" direction="rtl"`,
  );
});

describe.each(Object.entries(themes))("in the theme %s", (_, theme) => {
  const on = (colour: Colour, behind: Colour): number => contrast(rgbBytes(theme[colour]), rgbBytes(theme[behind]));

  test("text has a contrast of 4.5 at least", () => {
    for (const colour of ["text", "muted", "claim", "reason", "objection", "question"] as const) {
      expect(on(colour, "card"), colour).toBeGreaterThanOrEqual(4.5);
    }
    expect(on("muted", "ground")).toBeGreaterThanOrEqual(4.5);
    for (const colour of ["reason", "objection"] as const)
      expect(on("inverse", colour), colour).toBeGreaterThanOrEqual(4.5);
  });

  test("bars, lines, ties and signs have one of 3 at least, on all they lie on", () => {
    for (const colour of ["line", "claim", "reason", "objection", "question", "error", "warning", "hint"] as const) {
      for (const behind of ["card", "background", "ground", "frame-reason", "frame-objection"] as const) {
        expect(on(colour, behind), `${colour} on ${behind}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

test("the page's style sheet has a rule for each colour that a shape is painted with", () => {
  const sheet = readFileSync(join(root, "client/webview/styles/page.css"), "utf8");
  const every: Tree = {
    ...ardmore,
    cards: ardmore.cards.map(
      (card, index): Card => ({
        ...card,
        problems: [{ severity: (["error", "warning", "hint"] as const)[index % 3] ?? "error", message: "" }],
      }),
    ),
  };
  const painted = new Set<string>();
  const collect = ({ fill, stroke, children = [] }: Shape): void => {
    if (fill) painted.add(`.fill-${fill}`);
    if (stroke) painted.add(`.stroke-${stroke}`);
    for (const child of children) if (typeof child !== "string") collect(child);
  };
  drawPicture(createPicture(every, tableMeasure)).forEach(collect);
  expect(painted.size).toBeGreaterThan(15);
  for (const name of painted) expect(sheet).toMatch(new RegExp(`\\${name} \\{`));
});
