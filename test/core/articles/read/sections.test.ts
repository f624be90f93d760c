import fc from "fast-check";
import { expect, test } from "vitest";
import { readHtml } from "../../../../server/core/articles/read/markup/html.ts";
import { readMarkdown } from "../../../../server/core/articles/read/markup/markdown.ts";
import { findSections, sectionsAt, sectionsOf } from "../../../../server/core/articles/read/sections.ts";

const markdown = `Before.

# 1 The air

It got cleaner.

## 1.1 *In* spring

It fell.

Traffic
=======

It fell too.
`;

const titlesAt = (words: string): readonly string[] => {
  const article = readMarkdown(markdown);
  const start = article.text.indexOf(words);
  return sectionsAt(article, { start, end: start + words.length }).map(({ title }) => title);
};

test("a section runs to the next heading of the same or a higher rank", () => {
  expect(titlesAt("Before")).toEqual([]);
  expect(titlesAt("It got")).toEqual(["1 The air"]);
  expect(titlesAt("It fell.")).toEqual(["1.1 In spring", "1 The air"]);
  expect(titlesAt("It fell too")).toEqual(["Traffic"]);
});

test("headings of HTML are found, also in Markdown, but no hidden ones", () => {
  const titles = (html: string): readonly string[] => sectionsOf(readHtml(html)).map(({ title }) => title);
  expect(titles("<h2>The <b>air</b></h2><p>a<h3 hidden>No</h3><h3></h3><h1>Traffic<br>now</h1>")).toEqual([
    "The air",
    "Traffic now",
  ]);
  expect(sectionsOf(readMarkdown("<h2>Air</h2>\n\nIt fell.")).map(({ title }) => title)).toEqual(["Air"]);
});

test("the underline of a heading in Markdown decides its rank, whatever the heading begins with", () => {
  const levels = (text: string): readonly (number | undefined)[] =>
    (readMarkdown(text).headings ?? []).map(({ level }) => level);
  expect(levels("#tag\n---\n\n#tag\n===\n\n### Three ###\n")).toEqual([2, 1, 3]);
});

test("a heading of HTML without an end tag ends at the next block", () => {
  const titles = (html: string): readonly string[] => sectionsOf(readHtml(html)).map(({ title }) => title);
  expect(titles("<h2>Air <b>quality</b><p>It fell.<h2>Traffic</h2><p>Cars.")).toEqual(["Air quality", "Traffic"]);
  expect(titles("<section><h2>Air<ul><li>It fell.</ul></section><h1>Traffic")).toEqual(["Air", "Traffic"]);
  expect(titles("<h2><div>Air</div><div>in spring</div></h2><p>It fell.")).toEqual(["Air in spring"]);
  expect(titles("<h2><div>Air</div><p>It fell.")).toEqual(["Air"]);
});

test("a heading is found in any case, with or without its number", () => {
  const article = readMarkdown(markdown);
  const find = (heading: string): readonly string[] => findSections(article, heading).map(({ title }) => title);
  expect(find("1 the AIR")).toEqual(["1 The air"]);
  expect(find("The air:")).toEqual(["1 The air"]);
  expect(find("In spring")).toEqual(["1.1 In spring"]);
  expect(find("air")).toEqual([]);
});

test("of random headings, each section ends where a search from its heading ends", () => {
  const headings = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(headings, (levels) => {
      const article = readMarkdown(levels.map((level, index) => `${"#".repeat(level)} H${index}\n\ntext\n\n`).join(""));
      const sections = sectionsOf(article);
      expect(sections.map(({ title }) => title)).toEqual(levels.map((_, index) => `H${index}`));
      for (const [index, section] of sections.entries()) {
        const next = levels.findIndex((level, at) => at > index && level <= (levels[index] ?? 0));
        expect(section.end).toBe(sections[next]?.start ?? article.text.length);
      }
    }),
  );
});
