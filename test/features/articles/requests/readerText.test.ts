import { expect, test } from "vitest";
import { readerText } from "../../../../server/features/articles/requests/readerText.ts";
import { openArticles } from "../../../support/workspaces/openArticles.ts";

test("returns the reader text of an article, with its pages", async () => {
  const at = await openArticles(
    "claim k: K.\n=== a.html\n<p>It <b>fell</b>.</p><p>Then.</p>\n=== b.txt\nOne.\n\fTwo.\n",
  );
  expect(await readerText(at.workspace, `${at.folder}a.html`)).toEqual({
    uri: "argmap-source:///maps/a.html",
    file: `${at.folder}a.html`,
    text: "It fell.\n\nThen.",
    pages: [],
  });
  expect((await readerText(at.workspace, "argmap-source:/maps/b.txt")).pages).toMatchObject([
    { label: "1", range: { start: { line: 0 }, end: { line: 1, character: 1 } } },
    { label: "2", range: { start: { line: 1, character: 1 } } },
  ]);
  await expect(readerText(at.workspace, "argmap-source:/maps/c.pdf")).rejects.toThrow("The file does not exist.");
});
