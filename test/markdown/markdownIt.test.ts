import { readFileSync } from "node:fs";
import { join } from "node:path";
import { baseParse, NodeTypes, transform } from "@vue/compiler-dom";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test, vi } from "vitest";
import { themes } from "../../server/core/picture/theme.ts";
import { extendMarkdownIt } from "../../server/markdown/extendMarkdownIt.ts";
import argmap from "../../server/markdown/markdownItPlugin.ts";
import * as renderer from "../../server/markdown/renderHtml.ts";
import { hostileMaps } from "../support/arbitraries/hostileMaps.ts";
import { root } from "../support/root.ts";
import { runs } from "../support/runs.ts";

const markdown = new MarkdownIt().use(argmap);
const fenced = (map: string, info = "argmap"): string => `Before.\n\n\`\`\`${info}\n${map}\n\`\`\`\n\nAfter.\n`;
const map = "claim keep: It stays.\n  reason: Cleaner air.\n";

test("renders a fenced map in place and leaves the rest of the document unchanged", () => {
  const html = markdown.render(fenced(map));
  expect(html).toMatch(
    /^<p>Before.<\/p>\n<div><div class="argmap-picture" tabindex="0" v-pre=""><div class="argmap-content"><svg /,
  );
  expect(html).toMatch(/<\/svg><\/div><\/div><\/div>\n<p>After.<\/p>\n$/);
  expect(html).toContain(">It stays.</text>");
  expect(html).toContain(">Cleaner air.</text>");
  expect(html).not.toContain("<code");
});

test.each(["argmap", "Argmap", "argmap {#keep}", " argmap title=x"])(
  "renders a block whose first word is argmap: ```%s",
  (info) => {
    expect(markdown.render(fenced(map, info))).toContain("<svg ");
  },
);

test.each(["", "js", "argmaps", "argmap-x", "my argmap"])("leaves other blocks unchanged: ```%s", (info) => {
  expect(markdown.render(fenced(map, info))).toBe(new MarkdownIt().render(fenced(map, info)));
});

test("keeps the line numbers by which VS Code synchronizes scrolling", () => {
  const [, fence] = [...markdown.parse(fenced(map), {})].entries().find(([, { type }]) => type === "fence") ?? [];
  fence?.attrSet("data-line", "2");
  expect(markdown.renderer.render(fence ? [fence] : [], markdown.options, {})).toMatch(
    /^<div data-line="2"><div class/,
  );
});

/** The width of the picture in pixels. */
const widthOf = (html: string): number => Number(/<svg xmlns="[^"]*" width="([\d.]+)"/.exec(html)?.[1]);
/** A chain of reasons. */
const chain = (depth: number): string =>
  [
    "claim: It stays.",
    ...Array.from({ length: depth }, (_, level) => `${"  ".repeat(level + 1)}reason: Step ${level}.`),
  ].join("\n");

test("lays out a deep map down, as it is too wide to the right", () => {
  expect(widthOf(markdown.render(fenced(chain(2))))).toBeGreaterThan(700);
  const deepWidth = widthOf(markdown.render(fenced(chain(9))));
  expect(deepWidth).toBeGreaterThan(200);
  expect(deepWidth).toBeLessThan(400);
});

test("draws a map that is too wide in both directions as an outline", () => {
  const example = readFileSync(join(root, "examples/ardmore.argmap"), "utf8");
  const html = markdown.render(fenced(example));
  expect(widthOf(html)).toBe(760);
  expect(html).toContain("<svg ");
});

test("has light colors, which a style sheet can replace", () => {
  const html = markdown.render(fenced(readFileSync(join(root, "examples/ardmore.argmap"), "utf8")));
  const colors = [...html.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, color]) => color);
  const expected = Object.entries(themes.light).map(([name, color]) => `var(--argmap-${name}, ${color})`);
  expect([...new Set(colors)].filter((color) => color !== "none" && !expected.includes(color ?? ""))).toEqual([]);
});

test("the style sheet for sites has the light and the dark colors of pictures", () => {
  const sheet = readFileSync(join(root, "server/markdown/colors.css"), "utf8");
  const defined = [...sheet.matchAll(/--argmap-([\w-]+): light-dark\((#\w+), (#\w+)\);/g)];
  const { background: _, ...light } = themes.light;
  expect(Object.fromEntries(defined.map(([, name, color]) => [name, color]))).toEqual(light);
  const { background: __, ...dark } = themes.dark;
  expect(Object.fromEntries(defined.map(([, name, , color]) => [name, color]))).toEqual(dark);
});

test("lists errors and typing errors below the picture, with their line numbers in the block", () => {
  const html = markdown.render(fenced("claim keep: It stays.\n  reason for keen: <Cleaner> air.\n"));
  expect(html).toContain("<svg ");
  expect(html).toMatch(/<ul class="argmap-messages" v-pre=""><li>Line 2: [^<]*keen[^<]*<\/li><\/ul>/);
  expect(markdown.render(fenced(map))).not.toContain("argmap-messages");
  const typo = markdown.render(fenced("claim keep: It stays.\n  reasn air: Cleaner air.\n"));
  expect(typo).toMatch(/<ul class="argmap-messages" v-pre=""><li>Line 2: [^<]*reason[^<]*<\/li><\/ul>/);
});

test("says that imported maps are not shown, and reports no unknown names from them", () => {
  const html = markdown.render(fenced("import: air.argmap\nclaim keep: It stays.\n  reason:\n    premise fell\n"));
  expect(html).toContain("<li>Imported maps are not shown in Markdown.</li>");
  expect(html.match(/<li>/g)).toHaveLength(1);
});

test("shows the source of a block without cards, with its errors", () => {
  const html = markdown.render(fenced("This is prose, no map."));
  expect(html).toContain('<code class="language-argmap">This is prose, no map.');
  expect(html).toContain('<ul class="argmap-messages" v-pre=""><li>Line 1: ');
});

test.each(["", "map: The charge"])("suggests a first step for a map without cards: %j", (text) => {
  expect(markdown.render(fenced(text))).toContain("<li>This map has nothing to show yet. Add a claim.</li>");
});

test("logs the error and shows the source if rendering fails", () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const error = new Error("Bundle not found.");
  const failing = extendMarkdownIt(new MarkdownIt(), () => {
    throw error;
  });
  expect(failing.render(fenced(map))).toContain('<code class="language-argmap">claim keep: It stays.');
  expect(logged).toHaveBeenCalledExactlyOnceWith("Could not render an argument map.", error);
  logged.mockRestore();
});

test("lists at most ten errors and counts the others", () => {
  const errors = (count: number): string => Array.from({ length: count }, () => "This is prose.\n\n").join("");
  expect(markdown.render(fenced(errors(11)))).toContain(
    "<li>1 more error is hidden. Fix some of these to see it.</li>",
  );
  expect(markdown.render(fenced(errors(12)))).toContain(
    "<li>2 more errors are hidden. Fix some of these to see them.</li>",
  );
});

test("loads the renderer only for maps, and renders the same map once", () => {
  let loadCount = 0;
  const counting = extendMarkdownIt(new MarkdownIt(), () => {
    loadCount++;
    return renderer;
  });
  counting.render("```js\n1\n```\n");
  expect(loadCount).toBe(0);
  counting.render(fenced(map));
  expect(loadCount).toBe(1);
  expect(renderer.renderHtml(map)).toBe(renderer.renderHtml(map));
});

test("evicts the least recently used block from the cache", () => {
  const [first, second] = [renderer.renderHtml("claim first: One."), renderer.renderHtml("claim second: Two.")];
  for (let number = 0; number < 99; number++) {
    renderer.renderHtml(`claim other: ${number}.`);
    renderer.renderHtml("claim first: One.");
  }
  expect(renderer.renderHtml("claim first: One.")).toBe(first);
  expect(renderer.renderHtml("claim second: Two.")).not.toBe(second);
});

const allowedTags = "p|div|svg|title|g|path|rect|text|tspan|circle|line|pre|code|ul|li";

test("never turns the text of a block into markup", () => {
  fc.assert(
    fc.property(hostileMaps, (text) => {
      const html = markdown.render(fenced(text));
      expect(html.match(new RegExp(`<(?!/?(?:${allowedTags})\\b)[^>]*>`, "g"))).toBeNull();
    }),
    { numRuns: runs(300) },
  );
});

test("never turns the text of a map into code of a Vue template, as which VitePress compiles a page", () => {
  const page = markdown.render(fenced("claim {{ a }}: {{ 1 + 1 }}\n  reason for {{ b }}: It stays."));
  expect(page).toContain("{{ 1 + 1 }}");
  expect(page).toContain("<li>Line 2: “{{” is not a valid name");
  expect(interpolationsIn(page)).toEqual([]);
  expect(interpolationsIn("<p>{{ 1 + 1 }}</p>")).toEqual(["1 + 1"]);
});

/** Returns the JavaScript that Vue would run for `{{ … }}` in a template. */
function interpolationsIn(template: string): readonly string[] {
  const found: string[] = [];
  transform(baseParse(template), {
    nodeTransforms: [
      (node) => {
        if (node.type === NodeTypes.INTERPOLATION) found.push(node.content.loc.source);
      },
    ],
  });
  return found;
}
