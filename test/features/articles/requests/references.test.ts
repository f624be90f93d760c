import { expect, test } from "vitest";
import { articleHighlights } from "../../../../server/features/articles/requests/highlights.ts";
import { highlights } from "../../../../server/features/requests/navigation/highlights.ts";
import { references } from "../../../../server/features/requests/navigation/references.ts";
import { citedArticle } from "../../../support/workspaces/citedArticle.ts";
import { openArticles } from "../../../support/workspaces/openArticles.ts";

test("references are the entries that cite the passage, highlights the passages", async () => {
  const { workspace, uri, cursor } = await openArticles(citedArticle);
  expect(references(workspace, uri, cursor, true).map(({ range }) => range.start.line)).toEqual([4, 7]);
  expect(highlights(workspace, uri, cursor)).toEqual([
    { range: { start: { line: 0, character: 18 }, end: { line: 1, character: 19 } }, kind: 1 },
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 19 } }, kind: 1 },
  ]);
  expect(articleHighlights(workspace, uri, { line: 3, character: 0 })).toEqual([]);
});
