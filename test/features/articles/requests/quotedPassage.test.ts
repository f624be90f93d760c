import { expect, test } from "vitest";
import { buildTree, plainTree } from "../../../../server/core/tree/buildTree.ts";
import { quotedPassage } from "../../../../server/features/articles/requests/quotedPassage.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { openArticles } from "../../../support/workspaces/openArticles.ts";

test("locates the passage of a quote on a card, also for an imported quote", async () => {
  const at = await openArticles(map`
    import: other.argmap
    reason for keep: It fell.
      quote: It fell
    === other.argmap
    source s: S
      file: a.txt
    source nowhere: N
    claim keep: Stay.
      quote s: It rose
      quote nowhere: It rose
    === a.txt
    It fell.
    It rose.
  `);
  const file = at.workspace.get(at.uri)?.file;
  if (file === undefined) throw new Error("The map is not open.");
  const links = plainTree(buildTree(file, () => [])).cards.flatMap(({ quotes }) => quotes.map(({ link }) => link));
  expect(links).toEqual([expect.stringMatching(/^file:.*#\d+$/), undefined, undefined]);
  const [link = ""] = links;
  expect(quotedPassage(at.workspace, at.uri, link)).toEqual({
    uri: `${at.folder}a.txt`,
    range: { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } },
  });
  expect(quotedPassage(at.workspace, at.uri, "99")).toBeNull();
  expect(quotedPassage(at.workspace, at.uri, "x")).toBeNull();
});
