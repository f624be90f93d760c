import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { extendMarkdownIt } from "../../client/markdownItPlugin.ts";
import * as drawing from "../../client/markdownRenderer.ts";
import { themes } from "../../server/core/picture/theme.ts";
import { root } from "../support/root.ts";

const markdown = extendMarkdownIt(new MarkdownIt(), () => drawing);
const fenced = (map: string, info = "argmap"): string => `Before.\n\n\`\`\`${info}\n${map}\n\`\`\`\n\nAfter.\n`;
const map = "claim keep: It stays.\n  reason: Cleaner air.\n";

test("draws a fenced map where it stands, and leaves the rest of the document alone", () => {
  const html = markdown.render(fenced(map));
  expect(html).toMatch(/^<p>Before.<\/p>\n<div><div class="argmap-picture"><div class="argmap-sheet"><svg /);
  expect(html).toMatch(/<\/svg>\n<\/div><\/div><\/div>\n<p>After.<\/p>\n$/);
  expect(html).toContain(">It stays.</text>");
  expect(html).toContain(">Cleaner air.</text>");
  expect(html).not.toContain("<code");
});

test.each(["argmap", "Argmap", "argmap {#keep}", " argmap title=x"])("knows a map by the first word: ```%s", (info) => {
  expect(markdown.render(fenced(map, info))).toContain("<svg ");
});

test.each(["", "js", "argmaps", "argmap-x", "my argmap"])("leaves other blocks as they are: ```%s", (info) => {
  expect(markdown.render(fenced(map, info))).toBe(new MarkdownIt().render(fenced(map, info)));
});

test("keeps what the preview has noted of the lines, by which it scrolls along", () => {
  const [, fence] = [...markdown.parse(fenced(map), {})].entries().find(([, { type }]) => type === "fence") ?? [];
  fence?.attrSet("data-line", "2");
  expect(markdown.renderer.render(fence ? [fence] : [], markdown.options, {})).toMatch(
    /^<div data-line="2"><div class/,
  );
});

const widthOf = (html: string): number => Number(/<svg xmlns="[^"]*" width="([\d.]+)"/.exec(html)?.[1]);
const steps = (depth: number): string =>
  [
    "claim: It stays.",
    ...Array.from({ length: depth }, (_, level) => `${"  ".repeat(level + 1)}reason: Step ${level}.`),
  ].join("\n");

test("draws a chain down that would be too wide to the right", () => {
  expect(widthOf(markdown.render(fenced(steps(2))))).toBeGreaterThan(700);
  const long = widthOf(markdown.render(fenced(steps(9))));
  expect(long).toBeGreaterThan(200);
  expect(long).toBeLessThan(400);
});

test("draws a map that is wide either way as an outline, which needs no scrolling to and fro", () => {
  const example = readFileSync(join(root, "examples/ardmore.argmap"), "utf8");
  const html = markdown.render(fenced(example));
  expect(widthOf(html)).toBe(760);
  expect(html).toContain("<svg ");
});

test("takes every colour from the style sheet, which knows them all", () => {
  const html = markdown.render(fenced(readFileSync(join(root, "examples/ardmore.argmap"), "utf8")));
  expect(html).not.toMatch(/#[0-9a-f]{6}/i);
  const sheet = readFileSync(join(root, "client/markdown.css"), "utf8");
  for (const colour of Object.keys(themes.light)) expect(sheet).toContain(`--argmap-${colour}:`);
});

test("says below the picture what is wrong, of warnings only slips by which words are drawn as something else, with their lines in the block", () => {
  const html = markdown.render(fenced("claim keep: It stays.\n  reason for keen: <Cleaner> air.\n"));
  expect(html).toContain("<svg ");
  expect(html).toMatch(/<ul class="argmap-remarks"><li>Line 2: [^<]*keen[^<]*<\/li><\/ul>/);
  expect(markdown.render(fenced(map))).not.toContain("argmap-remarks");
  const slip = markdown.render(fenced("claim keep: It stays.\n  reasn air: Cleaner air.\n"));
  expect(slip).toMatch(/<ul class="argmap-remarks"><li>Line 2: [^<]*reason[^<]*<\/li><\/ul>/);
});

test("says that imports are not drawn, and nothing of the names that they would bring", () => {
  const html = markdown.render(fenced("import: air.argmap\nclaim keep: It stays.\n  reason:\n    premise fell\n"));
  expect(html).toContain("<li>What this map imports is not drawn here.</li>");
  expect(html.match(/<li>/g)).toHaveLength(1);
});

test("shows as it is what holds nothing to draw, with what is wrong", () => {
  const html = markdown.render(fenced("This is prose, no map."));
  expect(html).toContain('<code class="language-argmap">This is prose, no map.');
  expect(html).toContain('<ul class="argmap-remarks"><li>Line 1: ');
});

test.each(["", "map: The charge"])("says of a map without any entry to draw how to begin: %j", (text) => {
  expect(markdown.render(fenced(text))).toContain("<li>This map has nothing to draw yet: begin with a claim.</li>");
});

test("shows the text where the drawing fails", () => {
  const broken = extendMarkdownIt(new MarkdownIt(), () => {
    throw new Error("There is no such bundle.");
  });
  expect(broken.render(fenced(map))).toContain('<code class="language-argmap">claim keep: It stays.');
});

test("loads what draws at the first map only, and draws nothing twice", () => {
  let loaded = 0;
  const counted = extendMarkdownIt(new MarkdownIt(), () => {
    loaded++;
    return drawing;
  });
  counted.render("```js\n1\n```\n");
  expect(loaded).toBe(0);
  counted.render(fenced(map));
  expect(loaded).toBe(1);
  expect(drawing.renderBlock(map)).toBe(drawing.renderBlock(map));
});

test("forgets the block that was not asked for longest", () => {
  const [first, second] = [drawing.renderBlock("claim first: One."), drawing.renderBlock("claim second: Two.")];
  for (let number = 0; number < 99; number++) {
    drawing.renderBlock(`claim other: ${number}.`);
    drawing.renderBlock("claim first: One.");
  }
  expect(drawing.renderBlock("claim first: One.")).toBe(first);
  expect(drawing.renderBlock("claim second: Two.")).not.toBe(second);
});

test("whatever stands in a block becomes no markup", () => {
  const words = fc.constantFrom(
    "<script>",
    "</svg>",
    "<img src=x onerror=alert()>",
    '"',
    "'",
    "&amp;",
    "<!--",
    "]]>",
    "x",
  );
  const line = fc.tuple(
    fc.constantFrom("claim a: ", "  reason b by ", "import: ", "  quote x: ", "", "  "),
    words,
    words,
  );
  fc.assert(
    fc.property(
      fc.array(
        line.map((parts) => parts.join("")),
        { maxLength: 8 },
      ),
      (lines) => {
        const html = markdown.render(fenced(lines.join("\n")));
        expect(
          html.match(/<(?!\/?(?:p|div|svg|title|g|path|rect|text|tspan|circle|line|pre|code|ul|li)\b)[^>]*>/g),
        ).toBeNull();
      },
    ),
    { numRuns: 300 },
  );
});
