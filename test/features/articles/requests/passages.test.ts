import { expect, test } from "vitest";
import { passages } from "../../../../server/features/articles/requests/passages.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { openArticles } from "../../../support/workspaces/openArticles.ts";

test("returns each cited passage once, with the kinds of entry that cite it", async () => {
  const at = await openArticles(map`
    source s: S
      file: a.html
    claim: Claim.
      quote: It fell
      reason: Reason.
        quote: It fell
    claim: Other.
      quote: and it rose
    === a.html
    <p>It <b>fell</b> and it rose.
  `);
  expect(passages(at.workspace, `${at.folder}a.html`)).toEqual({
    uri: `${at.folder}a.html`,
    passages: [
      {
        range: { start: { line: 0, character: 3 }, end: { line: 0, character: 13 } },
        kinds: ["claim", "reason"],
      },
      {
        range: { start: { line: 0, character: 18 }, end: { line: 0, character: 29 } },
        kinds: ["claim"],
      },
    ],
  });
  expect(passages(at.workspace, `${at.folder}b.html`)).toBeNull();
  // The reader text of the same article.
  const reader = passages(at.workspace, "argmap-source:///maps/a.html")?.passages;
  expect(reader?.map(({ range }) => [range.start.character, range.end.character])).toEqual([
    [0, 7],
    [8, 19],
  ]);
});
