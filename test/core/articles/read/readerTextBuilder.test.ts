import fc from "fast-check";
import { expect, test } from "vitest";
import { readHtml } from "../../../../server/core/articles/read/markup/html.ts";
import { readMarkdown } from "../../../../server/core/articles/read/markup/markdown.ts";
import { markupPieces } from "../../../support/arbitraries/articles.ts";

test.each([
  ["HTML", (text: string) => readHtml(text)],
  ["XHTML", (text: string) => readHtml(text, "xhtml")],
  ["Markdown", readMarkdown],
] as const)("maps all text of random %s to the file, in order", (_name, read) => {
  fc.assert(
    fc.property(markupPieces, (all) => {
      const file = all.join("");
      const article = read(file);
      const { text, segments } = article;
      expect(article.fileText).toBe(file);
      let [end, to] = [0, 0];
      for (const segment of segments) {
        expect(segment.start).toBeGreaterThanOrEqual(end);
        expect(segment.from).toBeGreaterThanOrEqual(to);
        expect(segment.end).toBeGreaterThan(segment.start);
        // Text between segments is not from the file, and is white space.
        expect(text.slice(end, segment.start).trim()).toBe("");
        const readerText = text.slice(segment.start, segment.end);
        const fileText = file.slice(segment.from, segment.to);
        if (readerText.length === fileText.length)
          expect(fileText.replace(/\s/g, " ")).toBe(readerText.replace(/\s/g, " "));
        else expect(readerText.length).toBeLessThanOrEqual(2);
        [end, to] = [segment.end, segment.to];
      }
      expect(text.length).toBe(end);
    }),
  );
});
