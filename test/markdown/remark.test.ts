/** The plugin for remark, in a pipeline of unified from Markdown to HTML. */
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { expect, test } from "vitest";
import markdownItPlugin from "../../server/markdown/markdownItPlugin.ts";
import remarkPlugin from "../../server/markdown/remarkPlugin.ts";
import { hostileMaps } from "../support/arbitraries/hostileMaps.ts";
import { htmlEvents } from "../support/markdown/htmlEvents.ts";
import { runs } from "../support/runs.ts";

// No raw HTML is allowed, so the picture cannot be a string of HTML.
const remark = unified().use(remarkParse).use(remarkPlugin).use(remarkRehype).use(rehypeStringify);
const htmlOf = (markdown: string): string => String(remark.processSync(markdown));
const fenced = (map: string, info = "argmap"): string =>
  `Before.\n\n\`\`\`\`${info}\n${map}\n\`\`\`\`\n\nAfter <b>all</b>.\n`;
const map = "claim keep: It stays.\n  reason: Cleaner air.\n";

test("draws a fenced map in place and leaves the rest of the document unchanged", () => {
  const html = htmlOf(fenced(map));
  expect(html).toMatch(/^<p>Before.<\/p>\n<div class="argmap-picture" tabindex="0"><div class="argmap-content"><svg /);
  expect(html).toMatch(/<\/svg><\/div><\/div>\n<p>After all.<\/p>$/);
  expect(html).toContain(">Cleaner air.</text>");
  expect(html).not.toContain("<code");
});

test.each(["Argmap", "argmap {#keep}"])("draws a block whose first word is argmap: ```%s", (info) => {
  expect(htmlOf(fenced(map, info))).toContain("<svg ");
});

test.each(["", "js", "argmaps", "argmap-x"])("leaves other blocks unchanged: ```%s", (info) => {
  const plain = unified().use(remarkParse).use(remarkRehype).use(rehypeStringify);
  expect(htmlOf(fenced(map, info))).toBe(String(plain.processSync(fenced(map, info))));
});

test("draws maps in lists and quotations, several in one", () => {
  const html = htmlOf(`- One\n\n  \`\`\`argmap\n  claim: A.\n  \`\`\`\n  \`\`\`argmap\n  claim: B.\n  \`\`\`\n
> \`\`\`argmap\n> claim: C.\n> \`\`\`\n`);
  expect(html.match(/class="argmap-picture"/g)).toHaveLength(3);
  expect(html).toMatch(/<li>.*>A\.<.*>B\.<.*<\/li>.*<blockquote>.*>C\.<.*<\/blockquote>/s);
});

test("lists the mistakes below the picture", () => {
  const html = htmlOf(fenced("claim keep: It stays.\n  reason for keen: Cleaner air.\n"));
  expect(html).toMatch(/<\/div>\n<ul class="argmap-messages"><li>Line 2: [^<]*keen[^<]*<\/li><\/ul>\n<p>After/);
});

test("shows the source of a block that cannot be drawn, with its mistakes", () => {
  const html = htmlOf(fenced("This is <prose>."));
  expect(html).toMatch(/<pre><code class="language-argmap">This is &#x3C;prose>.\n<\/code><\/pre>\n<ul class="argmap-/);
});

test("gives the same HTML as the plugin for markdown-it, whatever the text says", () => {
  const markdownIt = new MarkdownIt({ html: false }).use(markdownItPlugin);
  fc.assert(
    fc.property(hostileMaps, (text) => {
      const block = `\`\`\`\`argmap\n${text}\n\`\`\`\`\n`;
      const [expected = "", actual = ""] = [
        markdownIt
          .render(block)
          .replaceAll(' v-pre=""', "")
          .replace(/^<div>(.*)<\/div>$/ms, "$1"),
        htmlOf(block),
      ].map((html) => htmlEvents(html).join("\n"));
      expect(actual).toBe(expected);
    }),
    { numRuns: runs(200) },
  );
});
