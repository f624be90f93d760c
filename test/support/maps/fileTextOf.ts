import { expect } from "vitest";
import { type Article, toFileRange } from "../../../server/core/articles/article.ts";

/** Returns the text of the file that corresponds to a passage of the reader's text. */
export function fileTextOf(article: Article, passageText: string): string {
  const start = article.text.indexOf(passageText);
  expect(start, passageText).toBeGreaterThanOrEqual(0);
  const { start: from, end: to } = toFileRange(article, { start, end: start + passageText.length });
  return article.fileText.slice(from, to);
}
