import { expect, test } from "vitest";
import { definition } from "../../../../server/features/requests/navigation/definition.ts";
import { documentLinks } from "../../../../server/features/requests/navigation/documentLinks.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { citedArticle } from "../../../support/workspaces/citedArticle.ts";
import { expectLinks } from "../../../support/workspaces/expectLinks.ts";
import { openArticles, replaceArticle } from "../../../support/workspaces/openArticles.ts";
import { typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

test("leads to the entries that cite the passage, in any file", () =>
  expectLinks(
    definition,
    map`
      import: sources.argmap
      claim ⟦keep⟧: The charge should stay.
        quote report: nitrogen dioxide fell
      === sources.argmap
      source report: Streets for whom?
        file: trial.txt
      claim ⟦other⟧: Something else.
        quote: dioxide fell by
      === trial.txt
      In the first year nitrogen ⟨dio¦xide fell by⟩ 21 per cent.
    `,
  ));

test("leads nowhere outside passages and in files that are not cited", async () => {
  const at = await openArticles(citedArticle);
  const trial = at.uri;
  expect(definition(at.workspace, trial, { line: 3, character: 3 })).toEqual([]);
  expect(definition(at.workspace, "file:///maps/other.md", { line: 0, character: 0 })).toEqual([]);
  expect(documentLinks(at.workspace, trial)).toEqual([]);
});

test("follows an edit of the quote and of the article", async () => {
  const at = await openArticles(map`
    source report: A report
      file: a.txt
    claim keep: It should stay.
      quote report: It fell¦
    === a.txt
    It fell by a fifth.

    It rose.
  `);
  const article = "file:///maps/a.txt";
  const linkCount = () => definition(at.workspace, article, { line: 0, character: 10 }).length;
  expect(linkCount()).toBe(0);
  typeAtCursor(at, " by a");
  expect(linkCount()).toBe(1);
  at.workspace.sources.open(article, "Well.\n\nIt fell by a fifth.");
  await replaceArticle(at, article, "Well.\n\nIt fell by a fifth.");
  expect(linkCount()).toBe(0);
  expect(definition(at.workspace, article, { line: 2, character: 3 })).toHaveLength(1);
});

test("works with syntax errors in the map", async () => {
  const { workspace, uri, cursor } = await openArticles(
    "source\n  file: a.txt\nquote\nquote: \nclaim a\n  quote b c: x\n  quote: fell\n=== a.txt\nIt fe¦ll.",
  );
  expect(definition(workspace, uri, cursor)).toHaveLength(1);
});
