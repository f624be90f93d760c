import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test, vi } from "vitest";
import { extendMarkdownIt } from "../../client/markdownItPlugin.ts";
import * as renderer from "../../client/markdownRenderer.ts";
import { themes } from "../../server/core/picture/theme.ts";
import { root } from "../support/root.ts";

const markdown = extendMarkdownIt(new MarkdownIt(), () => renderer);
const fenced = (map: string, info = "argmap"): string => `Before.\n\n\`\`\`${info}\n${map}\n\`\`\`\n\nAfter.\n`;
const map = "claim keep: It stays.\n  reason: Cleaner air.\n";

test("renders a fenced map in place and leaves the rest of the document unchanged", () => {
  const html = markdown.render(fenced(map));
  expect(html).toMatch(/^<p>Before.<\/p>\n<div><div class="argmap-picture"><div class="argmap-content"><svg /);
  expect(html).toMatch(/<\/svg>\n<\/div><\/div><\/div>\n<p>After.<\/p>\n$/);
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

test("uses only colors that the style sheet defines", () => {
  const html = markdown.render(fenced(readFileSync(join(root, "examples/ardmore.argmap"), "utf8")));
  expect(html).not.toMatch(/#[0-9a-f]{6}/i);
  const sheet = readFileSync(join(root, "client/markdown.css"), "utf8");
  for (const color of Object.keys(themes.light)) expect(sheet).toContain(`--argmap-${color}:`);
});

test("lists errors and typing errors below the picture, with their line numbers in the block", () => {
  const html = markdown.render(fenced("claim keep: It stays.\n  reason for keen: <Cleaner> air.\n"));
  expect(html).toContain("<svg ");
  expect(html).toMatch(/<ul class="argmap-messages"><li>Line 2: [^<]*keen[^<]*<\/li><\/ul>/);
  expect(markdown.render(fenced(map))).not.toContain("argmap-messages");
  const typo = markdown.render(fenced("claim keep: It stays.\n  reasn air: Cleaner air.\n"));
  expect(typo).toMatch(/<ul class="argmap-messages"><li>Line 2: [^<]*reason[^<]*<\/li><\/ul>/);
});

test("says that imported maps are not shown, and reports no unknown names from them", () => {
  const html = markdown.render(fenced("import: air.argmap\nclaim keep: It stays.\n  reason:\n    premise fell\n"));
  expect(html).toContain("<li>Imported maps are not shown in Markdown.</li>");
  expect(html.match(/<li>/g)).toHaveLength(1);
});

test("shows the source of a block without cards, with its errors", () => {
  const html = markdown.render(fenced("This is prose, no map."));
  expect(html).toContain('<code class="language-argmap">This is prose, no map.');
  expect(html).toContain('<ul class="argmap-messages"><li>Line 1: ');
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
  expect(renderer.renderBlock(map)).toBe(renderer.renderBlock(map));
});

test("evicts the least recently used block from the cache", () => {
  const [first, second] = [renderer.renderBlock("claim first: One."), renderer.renderBlock("claim second: Two.")];
  for (let number = 0; number < 99; number++) {
    renderer.renderBlock(`claim other: ${number}.`);
    renderer.renderBlock("claim first: One.");
  }
  expect(renderer.renderBlock("claim first: One.")).toBe(first);
  expect(renderer.renderBlock("claim second: Two.")).not.toBe(second);
});

test("never turns the text of a block into markup", () => {
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
