import fc from "fast-check";
import { expect, test } from "vitest";
import { toFileRange, toTextRange } from "../../../server/core/articles/article.ts";
import { readHtml } from "../../../server/core/articles/read/markup/html.ts";
import { markupPieces } from "../../support/arbitraries/articles.ts";

test("maps a passage to the file and back", () => {
  fc.assert(
    fc.property(markupPieces, fc.nat(), fc.nat(), (all, a, b) => {
      const article = readHtml(all.join(""));
      const [first] = article.segments.slice(a % Math.max(1, article.segments.length));
      const last =
        article.segments[
          Math.max(
            article.segments.indexOf(first ?? { start: 0, end: 0, from: 0, to: 0 }),
            b % Math.max(1, article.segments.length),
          )
        ];
      if (first === undefined || last === undefined) return;
      const passage = { start: first.start, end: last.end };
      expect(toTextRange(article, toFileRange(article, passage))).toEqual(passage);
    }),
  );
});
