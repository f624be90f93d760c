import { expect, test } from "vitest";
import { hover } from "../../../../server/features/requests/display/hover.ts";
import { citedArticle } from "../../../support/workspaces/citedArticle.ts";
import { openArticles } from "../../../support/workspaces/openArticles.ts";

const options = { markdown: true, referenceUri: undefined };

test("lists the entries that cite the passage, with links", async () => {
  const { workspace, uri, cursor } = await openArticles(citedArticle);
  const result = hover(workspace, uri, cursor, options);
  expect(result?.contents).toEqual({
    kind: "markdown",
    value: [
      "**reason** `fell`",
      "keep",
      "Nitrogen dioxide fell.",
      "[Open in main.argmap](<file:///maps/main.argmap#L5,10-5,14>)",
      "**objection**",
      "keep",
      "Only in winter.",
      "[Open in main.argmap](<file:///maps/main.argmap#L8,3-8,12>)",
    ].join("\n\n"),
  });
  expect(result?.range).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: 19 } });
  expect(hover(workspace, uri, { line: 3, character: 2 }, options)).toBeNull();
});
