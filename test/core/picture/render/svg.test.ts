import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createPicture } from "../../../../server/core/picture/picture.ts";
import { drawPicture } from "../../../../server/core/picture/render/draw.ts";
import { createLegend } from "../../../../server/core/picture/render/legend.ts";
import type { Shape } from "../../../../server/core/picture/render/shape.ts";
import { pictureToSvg } from "../../../../server/core/picture/render/svg.ts";
import { type Color, themes } from "../../../../server/core/picture/theme.ts";
import {
  codeFonts,
  tableFonts,
  tableMeasure,
  tableWidths,
} from "../../../../server/core/picture/typesetting/measure.ts";
import { readInlineMarkup } from "../../../../server/core/strings/inlineMarkup.ts";
import type { Card, Tree } from "../../../../server/core/tree/tree.ts";
import { toSectionId } from "../../../support/arbitraries/trees.ts";
import { contrast, rgbBytes } from "../../../support/browser/contrast.ts";
import { root } from "../../../support/root.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const svgOf = (tree: Tree): string => pictureToSvg(createPicture(tree, tableMeasure), themes.light);

test("a card consists of a box, a bar and its texts", () => {
  expect(svgOf(treeOf(claim("Yes & no.")))).toBe(
    `<svg xmlns="http://www.w3.org/2000/svg" width="282" height="79" viewBox="-16 -16 282 79" role="img" direction="ltr" font-family="${tableFonts.replaceAll('"', "&quot;")}">
<title>Argument map</title>
<rect x="-16" y="-16" width="282" height="79" fill="#ffffff"/>
<g transform="translate(0 0)"><rect x="1" y="1" width="248" height="45" rx="13" stroke-width="2" fill="#ffffff" stroke="#57606a"/><path d="M6 7V40" stroke-width="4" stroke-linecap="round" fill="none" stroke="#57606a"/><text x="15" y="18" font-size="11" font-weight="600" textLength="28.13" lengthAdjust="spacingAndGlyphs" fill="#57606a">claim</text><text x="15" y="35" font-size="13" font-weight="600" textLength="59.24" lengthAdjust="spacingAndGlyphs" fill="#1f2328">Yes &amp; no.</text></g>
</svg>
`,
  );
});

test("every text has the length that it was measured with, whether it fills its line or not", () => {
  const texts = [...svgOf(ardmore).matchAll(/<text ([^>]*)>(?:<title>[^<]*<\/title>)?([^<]*)</g)];
  expect(texts.length).toBeGreaterThan(50);
  for (const [, attributes = "", words = ""] of texts) {
    const [size, weight] = [/font-size="(\d+)"/.exec(attributes)?.[1], attributes.includes('weight="600"') ? 600 : 400];
    const natural = tableWidths.width(unescapeXml(words), Number(size), weight as 400 | 600);
    expect(Number(/textLength="([\d.]+)"/.exec(attributes)?.[1]), words).toBeCloseTo(natural, 1);
  }
});

test("words with marks have their own font, and their line the length of all of them", () => {
  const { text, marks } = readInlineMarkup("Is **iii** `iii` [here](https://a.b/?c&d)");
  const svg = svgOf(treeOf(claim("Yes.", {}, reason(text, { marks }))));
  const [, length, line] = /textLength="([\d.]+)"[^>]*>(Is .*?)<\/text>/.exec(svg) ?? [];
  const width = (words: string, weight: 400 | 600, size = 13, typeface?: "code"): number =>
    tableWidths.width(words, size, weight, typeface);
  const expected = width("Is   here", 400) + width("iii", 600) + width("iii", 400, 13 * 0.92, "code");
  expect(Number(length)).toBeCloseTo(expected, 1);
  expect(line).toBe(
    `Is <tspan font-weight="600">iii</tspan> <tspan font-family="${codeFonts.replaceAll('"', "&quot;")}" font-size="11.96">iii</tspan> <a href="https://a.b/?c&amp;d" target="_blank"><tspan text-decoration="underline">here</tspan></a>`,
  );
});

const unescapeXml = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");

test("text of a map is never markup", () => {
  const attack = `"'></text></svg><script>alert(1)</script>&lt;<!-- ]]> \u0000\u0008\ud800`;
  const hostile: Tree = {
    ...ardmore,
    title: attack,
    sections: [{ id: toSectionId("1"), title: attack, level: 1, parent: undefined }],
    cards: ardmore.cards.map(
      (card): Card => ({
        ...card,
        name: attack,
        text: card.text && attack,
        speakers: [attack],
        acceptedBy: [attack],
        rejectedBy: [attack],
        quotes: [{ text: attack, source: attack, page: attack }],
        tags: [attack],
        likelihood: { label: attack, fraction: 0.5 },
        confidence: attack,
        strength: { label: attack, fraction: 0.5 },
        scheme: attack,
        note: attack,
        section: toSectionId("1"),
        file: attack,
        problems: [{ severity: "error", message: attack }],
      }),
    ),
  };
  for (const shape of ["tree", "outline"] as const) {
    const picture = createPicture(hostile, tableMeasure, {
      shape,
      hidden: new Map(hostile.cards.map(({ id }) => [id, 3])),
    });
    expectNoMarkup(pictureToSvg(picture, themes.light, { legend: createLegend(picture, tableMeasure) }));
  }
});

const allowedTags = new Set(["svg", "g", "rect", "path", "circle", "text", "title"]);

function expectNoMarkup(svg: string): void {
  const tags = new Set(Array.from(svg.matchAll(/<(\/?[^\s>/]*)/g), ([, tag]) => tag));
  expect([...tags].map((tag) => tag?.replace("/", "")).filter((tag) => !allowedTags.has(tag ?? ""))).toEqual([]);
  expect(svg.replaceAll(/<[^<>]*>/g, "")).not.toMatch(/[<>]/);
  expect(svg).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the test shows that there are none
  expect(svg).not.toMatch(/[\0-\x08]|\p{Surrogate}/u);
  expect(svg).toContain("&lt;script&gt;");
}

test("the file is self-contained", () => {
  const svg = svgOf(ardmore);
  expect(svg).not.toMatch(/href|url\(|style=|class=|<style|<script|@import/);
  expect(svg).toContain("<title>Should Ardmore charge cars to enter the old town?</title>");
  expect(svg).toContain("<title>Nobody says so in the source.</title>");
});

test("Arabic text has the direction rtl", () => {
  expect(svgOf(treeOf(claim("خسرت")))).toContain(
    `<text x="237" y="35" font-size="13" font-weight="600" direction="rtl"`,
  );
});

describe.each(Object.entries(themes))("in the theme %s", (_, theme) => {
  const contrastOf = (color: Color, behind: Color): number => contrast(rgbBytes(theme[color]), rgbBytes(theme[behind]));

  test("text has a contrast of at least 4.5", () => {
    for (const color of ["text", "muted", "claim", "reason", "objection", "question"] as const) {
      expect(contrastOf(color, "card"), color).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrastOf("muted", "section")).toBeGreaterThanOrEqual(4.5);
    for (const color of ["reason", "objection"] as const)
      expect(contrastOf("inverse", color), color).toBeGreaterThanOrEqual(4.5);
  });

  test("bars, edges and signs have a contrast of at least 3 with every background", () => {
    for (const color of ["line", "claim", "reason", "objection", "question", "error", "warning", "hint"] as const) {
      for (const behind of ["card", "background", "section", "frame-reason", "frame-objection"] as const) {
        expect(contrastOf(color, behind), `${color} on ${behind}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

test("the page's style sheet has a rule for each color of a shape", () => {
  const sheet = readFileSync(join(root, "client/webview/styles/page.css"), "utf8");
  const withAllSeverities: Tree = {
    ...ardmore,
    cards: ardmore.cards.map(
      (card, index): Card => ({
        ...card,
        problems: [{ severity: (["error", "warning", "hint"] as const)[index % 3] ?? "error", message: "" }],
      }),
    ),
  };
  const selectors = new Set<string>();
  const collect = ({ fill, stroke, children = [] }: Shape): void => {
    if (fill) selectors.add(`.fill-${fill}`);
    if (stroke) selectors.add(`.stroke-${stroke}`);
    for (const child of children) if (typeof child !== "string") collect(child);
  };
  drawPicture(createPicture(withAllSeverities, tableMeasure)).forEach(collect);
  expect(selectors.size).toBeGreaterThan(15);
  for (const selector of selectors) expect(sheet).toMatch(new RegExp(`\\${selector} \\{`));
});
