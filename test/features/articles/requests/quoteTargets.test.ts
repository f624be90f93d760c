import { expect, test } from "vitest";
import { targets } from "../../../../server/features/articles/requests/quoteTargets.ts";
import type { Workspace } from "../../../../server/workspace/workspace.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { openArticles } from "../../../support/workspaces/openArticles.ts";

const targetsOf = (workspace: Workspace, article: string, query?: string) =>
  targets(workspace, article, query).maps.map(({ title, cites, entries }) => [
    title,
    cites,
    ...entries.map(({ kind, name, text, path, additions }) => [kind, name, text, path, additions.join()].join("|")),
  ]);
const source = map`
  claim other: Something else.
  === b.argmap
  map: The trial
  source s: S
    file: a.txt
  question why: Why?
    claim keep: The charge should stay.
      reason: It works.
  === a.txt
  It fell.
`;

test("returns the entries of all maps, those that cite the article first", async () => {
  const { workspace, folder } = await openArticles(source);
  expect(targetsOf(workspace, `${folder}a.txt`)).toEqual([
    [
      "The trial",
      true,
      "question|why|Why?||claim,objection",
      "claim|keep|The charge should stay.|why|quote,reason,objection",
      "reason||It works.|why › keep|quote,reason,objection,premise",
    ],
    ["main.argmap", false, "claim|other|Something else.||quote,reason,objection"],
  ]);
});

test("returns the entries that match a query, matches of the name first", async () => {
  const { workspace, folder } = await openArticles(
    "claim: It works.\nclaim work: It should stay.\nclaim: It fell.\n=== a.txt\nIt fell.\n",
  );
  const found = targetsOf(workspace, `${folder}a.txt`, "ork");
  expect(found.flat().filter((one) => typeof one === "string" && one.includes("|"))).toEqual([
    "claim|work|It should stay.||quote,reason,objection",
    "claim||It works.||quote,reason,objection",
  ]);
});
